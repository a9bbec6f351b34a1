"""YAML read strictly, with the place of every key and value (promise 6).

Core words only: ``true``, ``false``, ``null``, plain decimal numbers; ``no``, ``1:30`` and ``010`` are text. No tags, no duplicate
keys, no recursion, a bounded depth and size. Lists come back as tuples. Promise: bounded time and memory for any bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from animkit.findings import Finding, Place, Refused

LARGEST_BYTES = 2_000_000
DEEPEST = 50
MOST_NODES = 100_000
"""Nodes after aliases are followed: what stops a small file that unfolds into a huge one."""

Steps = tuple[str | int, ...]
"""The way to a value: keys and list positions, from the top of the file."""

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file's plain values, and where each stands."""

    path: str
    value: Any
    keys: Mapping[Steps, Place]
    values: Mapping[Steps, Place]

    def place(self, steps: Steps) -> Place:
        """Where the value at ``steps`` stands; the nearest thing around it if the file has no such value."""
        while steps and steps not in self.values:
            steps = steps[:-1]
        return self.values.get(steps, Place(self.path))

    def key_place(self, steps: Steps) -> Place:
        """Where the key that leads to ``steps`` stands; for a list's item, the item itself."""
        return self.keys.get(steps) or self.place(steps)


def read_document(path: Path, shown: str) -> Document:
    """The file at ``path``, called ``shown`` in messages. Refused if it cannot be read or is not strict YAML."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as problem:
        raise _refusal("unreadable-data", f"this file cannot be read: {problem.strerror}", Place(shown)) from None
    if len(data) > LARGEST_BYTES:
        raise _refusal("data-too-large", f"this file is larger than {LARGEST_BYTES // 1_000_000} MB", Place(shown))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        what = "this line has bytes that are not UTF-8 text"
        raise _refusal("data-not-utf8", what, Place(shown, line, 1), "save the file as UTF-8") from None
    return parse_document(text, shown)


def parse_document(text: str, shown: str) -> Document:
    """``text`` as a Document. Refused, with every problem that can be found, if it is not strict YAML."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        findings = _survey(yaml.parse(text, Loader=loader), shown)
        if findings:
            raise Refused(*findings)
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as problem:
        raise _refusal("not-yaml", f"this is not YAML: {_reason(problem)}", _problem_place(problem, shown)) from None
    builder = _Builder(shown, [], {}, {}, 0)
    value = builder.build(node, (), 0) if node is not None else None
    if builder.findings:
        raise Refused(*builder.findings)
    return Document(shown, value, builder.keys, builder.values)


def _survey(events: Any, shown: str) -> list[Finding]:
    """Walk the parser's events before anything is built: depth, tags, one document."""
    depth = documents = 0
    findings: list[Finding] = []
    for event in events:
        kind = type(event).__name__
        place = Place(shown, event.start_mark.line + 1, event.start_mark.column + 1)
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        documents += kind == "DocumentStartEvent"
        # The stream and the document are two levels of their own.
        if depth > DEEPEST + 2:
            return [*findings, _error("data-too-deep", f"values are nested more than {DEEPEST} deep", place)]
        if documents > 1:
            return [*findings, _error("second-document", "a second document starts here", place, "remove the line ---")]
        if getattr(event, "tag", None) is not None:
            findings.append(_error("yaml-tag", f"the tag {event.tag} is not allowed", place, "write the plain value"))
    return findings


@dataclass(slots=True)
class _Builder:
    """Turns PyYAML's nodes into plain values and remembers their places."""

    path: str
    findings: list[Finding]
    keys: dict[Steps, Place]
    values: dict[Steps, Place]
    nodes: int

    def build(self, node: Any, steps: Steps, depth: int) -> Any:
        self.nodes += 1
        self.values[steps] = place = self._place(node)
        if depth > DEEPEST or self.nodes > MOST_NODES:
            raise _refusal("data-unfolds", "this value holds itself, or unfolds into more than a file may hold", place)
        if node.id == "scalar":
            return _scalar(node.value) if node.style in (None, "") else node.value
        if node.id == "sequence":
            return tuple(self.build(item, (*steps, index), depth + 1) for index, item in enumerate(node.value))
        return self._mapping(node, steps, depth)

    def _mapping(self, node: Any, steps: Steps, depth: int) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if key_node.id != "scalar":
                self.findings.append(_error("key-not-text", "a key must be a word, not a list or a mapping", place))
                continue
            key = str(key_node.value)
            if key in value:
                first = self.keys[(*steps, key)].line
                mend = "keep one of them"
                self.findings.append(_error("duplicate-key", f"the key '{key}' stands here and on line {first}", place, mend))
                continue
            self.keys[(*steps, key)] = place
            value[key] = self.build(value_node, (*steps, key), depth + 1)
        return value

    def _place(self, node: Any) -> Place:
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)


def _scalar(text: str) -> str | int | float | bool | None:
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _reason(problem: Any) -> str:
    return str(getattr(problem, "problem", None) or getattr(problem, "reason", None) or problem)


def _problem_place(problem: Any, shown: str) -> Place:
    mark = getattr(problem, "problem_mark", None)
    return Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)


def _error(code: str, what: str, place: Place, mend: str = "") -> Finding:
    return Finding(code, what, mend=mend, place=place)


def _refusal(code: str, what: str, place: Place, mend: str = "") -> Refused:
    return Refused(_error(code, what, place, mend))
