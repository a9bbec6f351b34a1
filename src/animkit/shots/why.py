"""Why a shot is drawn: what it depends on now, compared with what it depended on when it was drawn last. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

NEVER = "it was never drawn here in this size"
GONE = "its clip is no longer in the store"
MOST = 4
"""So many differences of one kind are named; the rest are counted."""

LABELS = {
    "scene": "its scene",
    "frames": "its length in frames",
    "fps": "frames a second",
    "width_px": "the picture's width",
    "height_px": "the picture's height",
    "handle_in": "the dissolve before it, in frames",
    "handle_out": "the dissolve after it, in frames",
    "still_life": "still life",
    "params": "what its scene is told",
    "beats": "beats",
    "theme": "the theme",
    "cast": "how people look",
    "help_routes": "help routes",
}
"""What an editor calls the parts of a shot's task."""


def reasons(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> tuple[str, ...]:
    """Why a shot with the ingredients ``now`` (``fingerprint.ingredients``) must be drawn, if it was last drawn with ``before``."""
    if before is None:
        return (NEVER,)
    found = (*_task(before["task"], now["task"]), *_code(before["sources"], now["sources"]), *_rest(before, now))
    return found or (GONE,)


def _task(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name, label in LABELS.items():
        changes = list(_changes(before.get(name), now.get(name)))
        if changes:
            yield f"{label}: {_few(changes)}"
    if list(before["words"]) != list(now["words"]):  # As it was kept it is a list, as a task has it a tuple.
        yield "mouths move on other frames"


def _code(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    changed = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
    if changed:
        yield f"code that draws it: {_few(changed)}"


def _rest(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    changes = list(_changes(before["versions"], now["versions"]))
    if changes:
        yield f"versions: {_few(changes)}"
    if before["exact"] != now["exact"]:
        yield "another camera: --exact-manim"
    if before["format"] != now["format"]:
        yield "what the store keeps of a clip has changed"


def _changes(before: Any, now: Any, name: str = "") -> Iterator[str]:
    """Every leaf that differs: ``viewers 120 -> 240``."""
    if isinstance(before, Mapping) and isinstance(now, Mapping):
        for key in sorted({*before, *now}):
            yield from _changes(before.get(key), now.get(key), f"{name}.{key}" if name else str(key))
    elif isinstance(before, (list, tuple)) and isinstance(now, (list, tuple)) and len(before) == len(now):
        for number, (old, new) in enumerate(zip(before, now, strict=True)):
            yield from _changes(old, new, f"{name}[{number}]")
    elif before != now:
        yield f"{name} {_shown(before)} -> {_shown(now)}".strip()


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = str(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


def _few(changes: list[str]) -> str:
    more = len(changes) - MOST
    return ", ".join(changes[:MOST]) + (f" and {more} more" if more > 0 else "")
