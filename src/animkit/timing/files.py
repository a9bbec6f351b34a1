"""The timeline file: a Timeline as JSON text, and back. Pure.

Promise: what was written is read back equal, or it is refused with every fault named. A timeline whose slots do not tile the film
is never read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError

from animkit.findings import Finding, Place, Refused
from animkit.timing.timeline import Timeline

VERSION = 1
"""The version of the timeline file's format."""

MEND = "make it again with `animkit lock`; it is not written by hand"


def as_json(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain JSON values, its format's version first."""
    return {"version": VERSION, **asdict(timeline)}


def from_json(value: Any, path: str = "") -> Timeline:
    """The Timeline in ``value`` (plain JSON values). ``path`` names its file in the findings. Refused with all faults together."""
    if not isinstance(value, Mapping):
        raise Refused(_finding(path, "it holds no timeline"))
    if value.get("version") != VERSION or isinstance(value.get("version"), bool):
        raise Refused(_finding(path, f"its version is {value.get('version')!r}; this animkit reads version {VERSION}"))
    fields = {key: item for key, item in value.items() if key != "version"}
    try:
        timeline = _adapter().validate_json(json.dumps(fields))
    except ValidationError as problem:
        raise Refused(*(_finding(path, _said(error)) for error in problem.errors(include_url=False))) from None
    if faults := tuple(broken(timeline)):
        raise Refused(*(_finding(path, fault) for fault in faults))
    return timeline


def as_text(timeline: Timeline) -> str:
    """The timeline file's text: equal for equal timelines, one value a line, so that a change reads well in a diff."""
    return json.dumps(as_json(timeline), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def from_text(text: str, path: str = "") -> Timeline:
    """The Timeline in a timeline file's text. Refused if it is no JSON, says a key twice, or is no sound timeline."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as problem:
        raise Refused(_finding(path, f"it is no timeline file: {problem}")) from None
    return from_json(value, path)


def broken(timeline: Timeline) -> Iterator[str]:
    """What is wrong with a timeline in itself, each fault as a clause; nothing for a sound one.

    Slots tile the film, shots are named once, handles meet, and every take, beat, sound and pause lies inside its shot's slot.
    """
    if timeline.fps < 1:
        yield f"{timeline.fps} frames a second are none"
    yield from _untiled(timeline)
    slots = {slot.shot: slot for slot in timeline.slots}
    if len(slots) < len(timeline.slots):
        yield "two slots have the same shot"
    for kind, shot, first, last in _moments(timeline):
        slot = slots.get(shot)
        if slot is None:
            yield f"{kind} belongs to the shot '{shot}', which has no slot"
        elif not slot.start <= first <= last < slot.end:
            yield f"{kind} is at frame {first}, outside the slot of '{shot}' (frames {slot.start} to {slot.end - 1})"


def _untiled(timeline: Timeline) -> Iterator[str]:
    end = 0
    for slot in timeline.slots:
        if slot.start != end or slot.frames < 1:
            yield f"slots do not tile: '{slot.shot}' starts at frame {slot.start} and lasts {slot.frames}, after frame {end}"
        end = slot.end
    if timeline.frames != end or not timeline.slots:
        yield f"the slots end at frame {end}, the film at {timeline.frames}"
    for before, after in pairwise(timeline.slots):
        if before.handle_out != after.handle_in:
            yield f"handles do not meet: {before.handle_out} frames after '{before.shot}', {after.handle_in} before '{after.shot}'"
    if any(min(slot.handle_in, slot.handle_out) < 0 for slot in timeline.slots):
        yield "a handle has less than no frames"
    if timeline.slots and (timeline.slots[0].handle_in or timeline.slots[-1].handle_out):
        yield "the film begins or ends inside a dissolve"


def _moments(timeline: Timeline) -> Iterator[tuple[str, str, int, int]]:
    for take in timeline.takes:
        yield f"the take of line '{take.line_id}'", take.shot, take.start, take.end - 1
    for beat in timeline.beats:
        yield f"beat '{beat.name}'", beat.shot, beat.frame, beat.frame
    for sound in timeline.sounds:
        yield f"sound '{sound.sound}'", sound.shot, sound.frame, sound.frame
    for pause in timeline.pauses:
        yield "a pause", pause.shot, pause.frame, pause.frame


@cache
def _adapter() -> TypeAdapter[Timeline]:
    return TypeAdapter(Timeline)


def _said(error: Mapping[str, Any]) -> str:
    where = ".".join(str(step) for step in error["loc"])
    message = str(error["msg"]).replace("Input should be", "should be")
    return f"{where}: {message}"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"it says '{key}' twice")
        found[key] = value
    return found


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of frames")


def _finding(path: str, what: str) -> Finding:
    return Finding("timeline-file", what, why="a picture lock or timeline file must be whole", mend=MEND, place=Place(path))
