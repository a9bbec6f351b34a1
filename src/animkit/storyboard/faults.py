"""What the schema does not allow, each with its place and its words. Pure.

Promise: every problem of a value at once; where a value may be one of several kinds, the words are those of the kind it tries to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.near import closest, one, quoted
from animkit.storyboard.words import WORDS, Case, Said, bad_name, no_kind, other
from animkit.strict.nodes import Steps

_extend: Any = validators.extend
WHOLE_NUMBERS = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
Validator: Any = _extend(Draft202012Validator, type_checker=WHOLE_NUMBERS)
"""JSON Schema as it is, but 2.0 is no whole number: pydantic, which builds the values, says so too."""

OFTEN: Mapping[str, str] = {
    "duration": "seconds",
    "length": "seconds",
    "time": "seconds",
    "voiceover": "lines",
    "narration": "lines",
    "script": "lines",
    "music": "mood",
    "bed": "mood",
    "effects": "sounds",
    "fade": "transition",
    "alt": "description",
    "age": "band",
    "audience": "band",
    "characters": "cast",
    "scenes": "shots",
    "clips": "shots",
    "question": "pause",
    "caption": "text",
    "voice": "speaker",
    "who": "speaker",
    "arguments": "params",
    "options": "params",
}
"""Other programs' words for ours."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing the schema does not allow, and the way to what must be left out so that the rest can stand."""

    steps: Steps
    finding: Finding


def faults(schema: Mapping[str, Any], value: Any, marks: Marks, at: Steps = (), scene: str = "") -> Iterator[Fault]:
    """What ``schema`` does not allow in ``value``, which stands at ``at``. With ``scene``, the value is that scene's params."""
    homes = _homes(schema)
    for error in Validator(schema).iter_errors(value):
        yield from _told(error, at, marks, scene, homes)


def _told(error: ValidationError, at: Steps, marks: Marks, scene: str, homes: Mapping[str, str]) -> Iterator[Fault]:
    case = Case(error, (*at, *error.absolute_path), marks, scene)
    if error.validator == "additionalProperties" and isinstance(case.value, Mapping):
        known = case.schema.get("properties", {})
        for key in case.value:
            if key not in known:
                yield _fault(case, (*case.steps, key), _unknown_key(case, key, known, homes), key=True)
    elif error.validator in ("enum", "const") and _of_another_kind(case):
        return  # That it is of another kind is told by the schema's type.
    elif "propertyNames" in list(error.schema_path)[-2:-1]:
        yield _fault(case, (*case.steps, str(error.instance)), bad_name(str(error.instance)), key=True)
    elif error.validator in ("anyOf", "oneOf") and (branch := _branch(case)):
        for inner in branch:
            yield from _told(inner, at, marks, scene, homes)
    elif error.validator in ("anyOf", "oneOf"):
        yield _fault(case, case.steps, no_kind(case))
    else:
        yield _fault(case, case.steps, WORDS.get(str(error.validator), other)(case))


def _fault(case: Case, steps: Steps, said: Said, *, key: bool = False) -> Fault:
    place = case.marks.key(steps) if key else case.marks.place(steps)
    return Fault(steps, Finding(said.code, said.what, said.why, said.mend, place, shot=case.marks.shot_of(steps)))


def _of_another_kind(case: Case) -> bool:
    return "type" in case.schema and not Validator({"type": case.schema["type"]}).is_valid(case.value)


def _branch(case: Case) -> list[ValidationError]:
    """The complaints of the one alternative that takes values of this kind at all; none if there is no such, or several."""
    by_branch: dict[int, list[ValidationError]] = {}
    for inner in case.error.context or ():
        by_branch.setdefault(int(inner.schema_path[0]), []).append(inner)
    fitting = [found for found in by_branch.values() if not any(inner.validator == "type" and not inner.path for inner in found)]
    return fitting[0] if len(fitting) == 1 else []


def _unknown_key(case: Case, key: str, known: Collection[str], homes: Mapping[str, str]) -> Said:
    if key.strip("\u00a0\u2007\u202f ") != key and key.strip("\u00a0\u2007\u202f ") in known:
        mend = "type the line's indentation again"
        return Said("odd-space", f"a space from a word processor stands before '{key.strip()}'", "YAML takes it for a letter", mend)
    meant = OFTEN.get(key, "")
    near = meant if meant in known else closest(key, known)
    if near:
        return Said(case.code("unknown-key"), f"unknown {case.noun} {quoted(key)}", mend=f"did you mean '{near}'?")
    if key in homes and not case.scene:
        return Said("misplaced-key", f"{quoted(key)} does not belong to {case.holder}", mend=f"it belongs to {homes[key]}")
    listed = ", ".join(sorted(known))
    what = f"unknown {case.noun} {quoted(key)}"
    return Said(case.code("unknown-key"), what, mend=f"{case.holder} takes {listed}" if listed else f"{case.holder} takes none")


def _homes(schema: Mapping[str, Any]) -> dict[str, str]:
    """Where each key belongs, for those with one home only."""
    found: dict[str, list[str]] = {}
    for part in (schema, *schema.get("$defs", {}).values()):
        for key in part.get("properties", ()):
            found.setdefault(key, []).append(one("storyboard's top" if part is schema else str(part.get("title", "")).lower()))
    return {key: homes[0] for key, homes in found.items() if len(homes) == 1}
