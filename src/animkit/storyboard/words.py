"""What is wrong with a value, in an editor's words: one table from JSON Schema's keywords to ours. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from jsonschema.exceptions import ValidationError

from animkit.storyboard.marks import Marks
from animkit.storyboard.model import NAME
from animkit.storyboard.near import choose, one, quoted, slug
from animkit.strict.nodes import Scalar, Steps
from animkit.strict.scalars import why_no_number


class Said(NamedTuple):
    """A finding's words."""

    code: str
    what: str
    why: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A validation error with all that its words need. ``scene`` is set where the value is that scene's params."""

    error: ValidationError
    steps: Steps
    marks: Marks
    scene: str = ""

    @property
    def value(self) -> Any:
        """The value that is wrong."""
        return self.error.instance

    @property
    def limit(self) -> Any:
        """What the schema's keyword asks for."""
        return self.error.validator_value

    @property
    def schema(self) -> Mapping[str, Any]:
        """The schema around the keyword."""
        return self.error.schema if isinstance(self.error.schema, Mapping) else {}

    @property
    def name(self) -> str:
        """How a message calls the value: its key, or the key of the list it stands in."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "this file")

    @property
    def noun(self) -> str:
        """What a key is here."""
        return "param" if self.scene else "key"

    @property
    def holder(self) -> str:
        """What the keys here belong to: ``a shot``, ``scene 'stream'``."""
        return f"scene '{self.scene}'" if self.scene else one(str(self.schema.get("title", "storyboard")).lower())

    def code(self, name: str) -> str:
        """A code; a scene's params have their own."""
        return f"param-{name}" if self.scene else name

    def begins_with(self, sign: str) -> bool:
        """Whether the value begins with ``sign`` in the source."""
        node = self.marks.node(self.steps)
        return node is not None and self.marks.tree.text.startswith(sign, node.start.offset)


def missing(case: Case) -> Said:
    """``required``: jsonschema makes one error a key, and names it first in its message."""
    key = re.match(r"'(.*?)' is a required", case.error.message)
    name = key[1] if key else "a key"
    return Said(case.code("missing"), f"'{name}' is missing", f"{case.holder} needs it", f"add {name}:")


def wrong_type(case: Case) -> Said:
    """``type``: one kind of value stands where another belongs."""
    if case.value is None:
        return Said(case.code("no-value"), f"'{case.name}' has no value", mend="write one after the colon, or take the line out")
    wanted = case.limit if isinstance(case.limit, str) else "value"
    return WANTED.get(wanted, _other_type)(case)


def _no_text(case: Case) -> Said:
    match case.value:
        case bool():
            word = str(case.value).lower()
            return Said("switch-for-text", f"'{case.name}': {word} is a switch, not text", mend=f'put it in quotes: "{word}"')
        case int() | float():
            shown = _source(case)
            if not re.search(str(case.schema.get("pattern", "")), shown):
                return no_name(case)  # Quotes alone would not mend it.
            return Said("number-for-text", f"'{case.name}': {shown} is a number, not text", mend=f'put it in quotes: "{shown}"')
        case list():
            return Said("list-for-text", f"'{case.name}' is a list where one text belongs", mend="write one text, without dashes and [ ]")
        case _ if case.begins_with("{"):
            why = "braces at the beginning make it keys"
            return Said("braces-for-text", f"'{case.name}' begins with a brace", why, "put the whole text in quotes")
        case _:
            return Said("keys-for-text", f"'{case.name}' holds keys where text belongs", mend="write the text behind the colon")


def _no_number(case: Case) -> Said:
    if isinstance(case.value, str):
        why, mend = why_no_number(case.value)
        return Said(case.code("text-for-number"), f"'{case.name}': {quoted(case.value)} is not a number", why, mend)
    if isinstance(case.value, float):
        return Said(case.code("no-whole-number"), f"'{case.name}': {_source(case)} is not a whole number", mend="leave the fraction out")
    return Said(case.code("no-number"), f"'{case.name}' holds {_kind(case.value)} where a number belongs", mend="write one number")


def _no_list(case: Case) -> Said:
    if isinstance(case.value, dict):
        mend = "put a dash and a space before the first of them"
        return Said(case.code("keys-for-list"), f"'{case.name}' holds keys where a list belongs", mend=mend)
    mend = f"write [{_source(case)}]"
    return Said(case.code("no-list"), f"'{case.name}' is one value where a list belongs", mend=mend)


def _no_keys(case: Case) -> Said:
    keys = ", ".join(case.schema.get("properties", ()))
    mend = f"it has the keys {keys}" if keys else "write key: value below it"
    if not case.steps:
        return Said("no-storyboard", "this is not a storyboard", "a storyboard begins with keys such as version and title", mend)
    if isinstance(case.value, list):
        return Said(case.code("list-for-keys"), f"'{case.name}' is a list where keys belong", mend=mend)
    place = f"an item of '{case.name}'" if case.steps and isinstance(case.steps[-1], int) else f"'{case.name}'"
    return Said(case.code("no-keys"), f"{place} is one value where keys belong", mend=mend)


def _no_switch(case: Case) -> Said:
    return Said(case.code("no-switch"), f"'{case.name}' is neither on nor off", mend="write true or false")


def _other_type(case: Case) -> Said:
    return Said(
        case.code("no-alternative"), f"'{case.name}' cannot be {_kind(case.value)}", mend=f"it takes {' or '.join(map(str, case.limit))}"
    )


WANTED: Mapping[str, Callable[[Case], Said]] = {
    "string": _no_text,
    "number": _no_number,
    "integer": _no_number,
    "array": _no_list,
    "object": _no_keys,
    "boolean": _no_switch,
}


def no_choice(case: Case) -> Said:
    """``enum`` and ``const``: a word that is none of those allowed."""
    allowed = case.limit if case.error.validator == "enum" else [case.limit]
    if case.steps == ("version",):
        return Said("unknown-version", f"version {quoted(case.value)} is not known", f"this animkit reads version {allowed[0]}")
    if case.name == "transition" and not case.scene:
        return Said("unknown-transition", f"{quoted(case.value)} is no transition", mend="write cut, or {dissolve: 0.5}")
    mend = choose(str(case.value), [str(item) for item in allowed])
    return Said(case.code("unknown-choice"), f"'{case.name}' cannot be {quoted(case.value)}", mend=mend)


TAKES = {"string": "a name", "number": "a number", "integer": "a whole number", "object": "keys", "array": "a list", "boolean": "a switch"}


def no_kind(case: Case) -> Said:
    """``anyOf``: a value that none of the alternatives takes."""
    takes = {
        "string": "a name",
        "number": "a number",
        "integer": "a whole number",
        "object": "keys",
        "array": "a list",
        "boolean": "a switch",
    }
    kinds = [takes[kind] for kind in takes if any(kind == branch.get("type", "object") for branch in case.limit)]
    if case.value is None:
        return wrong_type(case)
    what = f"'{case.name}' cannot be {_kind(case.value)}"
    return Said(case.code("no-alternative"), what, mend=f"it takes {' or '.join(kinds)}")


def no_name(case: Case) -> Said:
    """``pattern``: a text of the wrong form."""
    text = str(case.value)
    why, mend = why_no_number(text)
    if why and case.name in ("at", "beats"):
        return Said("odd-time", f"'{case.name}': {quoted(text)} is neither a beat nor seconds", why, mend)
    if case.name == "review_by":
        return Said("odd-date", f"{quoted(text)} is not written as a date", mend="write year, month, day: 2027-05-01")
    if case.name == "language":
        return Said("odd-language", f"{quoted(text)} is no language code", mend="write en-GB, cy, pl, ur, ...")
    if str(case.schema.get("pattern", "")).startswith(f"^{NAME}\\."):
        return Said(
            "odd-onset", f"{quoted(text)} is neither seconds nor a part of a sound", mend="write seconds, or a sound and its part: knock.2"
        )
    if case.scene:
        return Said("param-odd-text", f"'{case.name}' has another form than {quoted(text)}", mend=_description(case))
    return bad_name(text)


def bad_name(text: str) -> Said:
    """A name that cannot be part of a file's name."""
    mend = f"write {slug(text)}" if slug(text) else "write a word such as end-stream"
    return Said("odd-name", f"{quoted(text)} cannot be a name", "names are lower-case words joined by hyphens", mend)


def too_short(case: Case) -> Said:
    """``minLength``."""
    return Said(case.code("empty-text"), f"'{case.name}' is empty", mend="write something, or take the line out")


def too_long(case: Case) -> Said:
    """``maxLength``."""
    mend = "make two lines of it" if case.name == "text" else "shorten it"
    return Said(case.code("too-long"), f"'{case.name}' has {len(case.value)} characters", f"at most {case.limit} fit", mend)


def too_small(case: Case) -> Said:
    """``minimum``."""
    return Said(case.code("too-small"), f"'{case.name}': {_source(case)} is too small", mend=f"write at least {case.limit:g}")


def not_above(case: Case) -> Said:
    """``exclusiveMinimum``."""
    return Said(case.code("not-above"), f"'{case.name}' must be more than {case.limit:g}", mend="write how long it lasts, or take it out")


def too_large(case: Case) -> Said:
    """``maximum``."""
    return Said(case.code("too-large"), f"'{case.name}': {_source(case)} is too large", mend=f"write at most {case.limit:g}")


def empty_list(case: Case) -> Said:
    """``minItems``."""
    return Said(case.code("empty-list"), f"'{case.name}' is an empty list", mend="add an item, or take the line out")


def long_list(case: Case) -> Said:
    """``maxItems``."""
    return Said(case.code("long-list"), f"'{case.name}' has {len(case.value)} items", mend=f"keep at most {case.limit}")


def other(case: Case) -> Said:
    """A keyword that only a scene's own schema uses."""
    return Said(case.code("not-allowed"), f"'{case.name}' is not allowed: {case.error.message[:120]}", mend=_description(case))


WORDS: Mapping[str, Callable[[Case], Said]] = {
    "required": missing,
    "type": wrong_type,
    "enum": no_choice,
    "const": no_choice,
    "anyOf": no_kind,
    "oneOf": no_kind,
    "pattern": no_name,
    "minLength": too_short,
    "maxLength": too_long,
    "minimum": too_small,
    "exclusiveMinimum": not_above,
    "maximum": too_large,
    "minItems": empty_list,
    "maxItems": long_list,
}
"""JSON Schema's keywords, and our words for what they find."""


def _source(case: Case) -> str:
    """The value as its editor wrote it."""
    node = case.marks.node(case.steps)
    return node.text[:48] if isinstance(node, Scalar) else str(case.value)[:48]


def _description(case: Case) -> str:
    return str(case.schema.get("description") or "see what the scene says about it").rstrip(".")


def _kind(value: object) -> str:
    return {dict: "keys", list: "a list", str: "text", bool: "a switch", int: "a number", float: "a number"}.get(type(value), "nothing")
