"""The two marks an editor may use in a pack's words: *stars* for bold, {names} that are filled in. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from animkit.findings import Finding, Refused

STARRED = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*")
BRACED = re.compile(r"\{([a-z0-9][a-z0-9_-]*)\}")

Run = tuple[str, bool]
"""Words, and whether they are bold."""

Value = TypeVar("Value")


def runs(text: str) -> tuple[Run, ...]:
    """``text`` as runs of plain and bold words."""
    found: list[Run] = []
    at = 0
    for match in STARRED.finditer(text):
        if match.start() > at:
            found.append((text[at : match.start()], False))
        found.append((match[1], True))
        at = match.end()
    if at < len(text):
        found.append((text[at:], False))
    return tuple(found)


def plain(text: str) -> str:
    """``text`` without its stars."""
    return STARRED.sub(r"\1", text)


def filled(value: Value, names: Mapping[str, str]) -> Value:
    """``value`` (text, or anything made of texts) with every {name} replaced. Refused for a name that nothing stands for."""
    return mapped(value, lambda text: BRACED.sub(lambda match: _named(match[1], names), text))


def curled(value: Value) -> Value:
    """``value`` with the apostrophes that printers use."""
    return mapped(value, lambda text: text.replace("'", "’"))


def mapped(value: Value, change: Callable[[str], str]) -> Value:
    """``value`` with ``change`` made to every text in it."""
    result: Any = value
    if isinstance(value, str):
        result = change(value)
    elif isinstance(value, tuple | list):
        result = type(value)(mapped(item, change) for item in value)
    elif isinstance(value, dict):
        result = {key: mapped(item, change) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        result = replace(value, **{one.name: mapped(getattr(value, one.name), change) for one in fields(value)})
    changed: Value = result
    return changed


def _named(name: str, names: Mapping[str, str]) -> str:
    if name not in names:
        known = ", ".join(sorted(names))
        raise Refused(Finding("unknown-name", f"the pack's words hold {{{name}}}, and nothing has that name", mend=f"there are: {known}"))
    return names[name]


def texts(value: Any) -> tuple[str, ...]:
    """Every text in ``value``, without stars, in order."""
    if isinstance(value, str):
        return (plain(value),) if " " in value else ()
    if isinstance(value, tuple | list):
        return tuple(text for item in value for text in texts(item))
    if isinstance(value, dict):
        return texts(tuple(value.values()))
    if is_dataclass(value) and not isinstance(value, type):
        return texts(tuple(getattr(value, one.name) for one in fields(value)))
    return ()
