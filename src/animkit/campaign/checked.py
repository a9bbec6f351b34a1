"""From a strict document to typed values, every problem at its line and column, in an editor's words."""

from __future__ import annotations

import dataclasses
import difflib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from animkit.campaign.document import Document, Steps
from animkit.findings import Finding, Refused

STRICT = ConfigDict(extra="forbid", strict=True)
"""What every class of campaign data has: no unknown keys, no guessing of types."""


def checked(document: Document, kind: Any, value: Any = None, within: Steps = ()) -> Any:
    """The document's value (or ``value``, which stands at ``within``) as ``kind``. Refused with all problems together.

    It goes through JSON, because pydantic's strict mode takes a mapping for a dataclass, or text for a date, only from there.
    """
    try:
        return _adapter(kind).validate_json(json.dumps(document.value if value is None else value))
    except ValidationError as problem:
        raise Refused(*(_finding(document, kind, within, error) for error in problem.errors(include_url=False))) from None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Making one costs a millisecond, and a profile has a hundred facts."""
    return TypeAdapter(kind)


def _finding(document: Document, kind: Any, within: Steps, error: Mapping[str, Any]) -> Finding:
    steps: Steps = (*within, *(step for step in error["loc"] if not str(step).endswith("[key]")))
    name = str(steps[-1]) if steps else "this file"
    match error["type"]:
        case "missing" | "missing_keyword_only_argument":
            return Finding("missing-key", f"'{name}' is missing here", mend=f"add {name}:", place=document.place(steps[:-1]))
        case "unexpected_keyword_argument" | "extra_forbidden":
            mend = did_you_mean(name, _known_keys(kind, steps[len(within) : -1]))
            return Finding("unknown-data-key", f"unknown key '{name}'", mend=mend, place=document.marks.key(steps))
    inner = (*steps, "value")
    place = document.place(inner if document.marks.node(inner) else steps)
    message = str(error["msg"]).replace("Input should be", "should be").replace("a valid tuple", "a list").replace("a valid ", "a ")
    return Finding("wrong-value", f"'{name}': {message}", mend=f"it reads {error['input']!r}"[:120], place=place)


def _known_keys(kind: Any, steps: Steps) -> tuple[str, ...]:
    """The keys that the class at ``steps`` inside ``kind`` has."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if not steps:
            return tuple(field.name for field in dataclasses.fields(kind))
        return _known_keys(get_type_hints(kind, include_extras=True).get(str(steps[0])), steps[1:])
    arguments = get_args(kind)
    if not arguments or not steps:
        return ()
    return _known_keys(arguments[0] if get_origin(kind) is tuple else arguments[-1], steps[1:])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?``, or what there is to choose from, or nothing."""
    known = sorted(known)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"known here: {', '.join(known)}" if known else ""
