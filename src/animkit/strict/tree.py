"""YAML's events become a tree.

Promise: one pass over libyaml's events, no recursion, and an end to it: the depth, the number of nodes and what aliases unfold to are
bounded while reading, so a hostile file costs no more than an honest one. Every problem that lets reading go on is collected.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from animkit.findings import Finding, Place
from animkit.strict.nodes import Node, Position, Scalar, Sequence, Table, Tree
from animkit.strict.reading import hidden_character, hidden_in, name_of
from animkit.strict.syntax import syntax_finding

DEEPEST = 50
MOST_NODES = 100_000
"""Nodes after aliases are followed. A film of 2,000 shots has some 60,000."""
MOST_FINDINGS = 200
"""After so many problems a file is not read on: fifty are shown."""


def read_tree(text: str, path: str) -> Tree:
    """``text`` as nodes. Never raises: what is wrong stands in ``findings``, and ``root`` is None if nothing could be read."""
    hidden = hidden_in(text, path)
    if hidden:
        return Tree(path, text, None, hidden)
    reader = _Reader(path)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            reader.take(event)
    except _GiveUpError:
        return Tree(path, text, None, tuple(reader.findings))
    except yaml.YAMLError as error:
        return Tree(path, text, None, (*reader.findings, syntax_finding(error, text, path)))
    return Tree(path, text, reader.root, tuple(reader.findings))


class _GiveUpError(Exception):
    """Reading on would cost too much or make no sense; the reason is among the findings."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; ``key`` waits for its value."""

    node: Sequence | Table
    anchor: str
    key: Scalar | None = None

    @property
    def waits_for_key(self) -> bool:
        return isinstance(self.node, Table) and self.key is None


@dataclass(slots=True)
class _Reader:
    """Takes the parser's events one by one."""

    path: str
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    unclosed: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node | None] = field(default_factory=dict)
    size: int = 0
    documents: int = 0

    def take(self, event: Any) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._document(event)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.CollectionStartEvent():
                self._begin(event)
            case yaml.CollectionEndEvent():
                self._finish(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._stop("second-document", "a second document begins here", event, "remove the line with ---")
        if event.version or event.tags:
            raise self._stop("directive", "directives (lines that begin with %) are not read", event, "remove the line")

    def _scalar(self, event: Any) -> None:
        self._no_tag(event)
        scalar = Scalar(_start(event), _end(event), event.value, event.implicit[0] and event.style in (None, ""))
        if event.anchor:
            self.anchors[event.anchor] = scalar
        if match := hidden_character(scalar.text):
            mend = "take the escape that begins with \\ away"
            self._find("escaped-character", f"this text holds {name_of(match[0])}", scalar.start, mend)
        if self.unclosed and self.unclosed[-1].waits_for_key:
            self.unclosed[-1].key = scalar
        else:
            self._add(scalar, event)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            mend = f"put the text in quotes if it begins with *, or name something earlier &{event.anchor}"
            raise self._stop("unknown-anchor", f"nothing before this line is named &{event.anchor}", event, mend)
        node = self.anchors[event.anchor]
        if node is None:
            raise self._stop("holds-itself", f"*{event.anchor} stands inside what it is a copy of", event, "write it out")
        if self.unclosed[-1].waits_for_key:
            raise self._stop("key-is-copy", "a copy (*) cannot be a key", event, "write the key out")
        self._add(node, event)

    def _begin(self, event: Any) -> None:
        self._no_tag(event)
        if self.unclosed and self.unclosed[-1].waits_for_key:
            mend = "if this is text that begins with a bracket, put it in quotes"
            raise self._stop("key-no-text", "a list or mapping stands where a key belongs", event, mend)
        if len(self.unclosed) >= DEEPEST:
            raise self._stop("too-deep", f"values are nested more than {DEEPEST} deep here", event, "take some of the brackets away")
        kind = Table if isinstance(event, yaml.MappingStartEvent) else Sequence
        self.unclosed.append(_Open(kind(_start(event), _end(event)), event.anchor or ""))
        if event.anchor:
            self.anchors[event.anchor] = None

    def _finish(self, event: Any) -> None:
        done = self.unclosed.pop()
        done.node.end = _end(event)
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self._add(done.node, event)

    def _add(self, node: Node, event: Any) -> None:
        self.size += 1
        if not self.unclosed:
            self.root = node
            return
        holder = self.unclosed[-1]
        holder.node.size += node.size
        holder.node.height = max(holder.node.height, node.height + 1)
        if max(self.size, holder.node.size) > MOST_NODES:
            mend = "split it, and write no copies of copies"
            raise self._stop("too-many", f"this file holds more than {MOST_NODES:,} values", event, mend)
        if len(self.unclosed) + node.height > DEEPEST:
            raise self._stop("too-deep-copy", f"this copy nests values more than {DEEPEST} deep", event, "write it out more simply")
        if isinstance(holder.node, Sequence):
            holder.node.items.append(node)
        elif holder.key is not None:
            self._enter(holder.node, holder.key, node)
            holder.key = None

    def _enter(self, table: Table, key: Scalar, node: Node) -> None:
        if key.plain and key.text == "<<":
            self._find("merge-key", "the merge key << is not read", key.start, "write the keys out")
        elif key.text in table.entries:
            first = table.entries[key.text][0].start.line
            self._find("duplicate-key", f"'{key.text[:48]}' stands here and on line {first}", key.start, "keep one of them")
        else:
            table.entries[key.text] = (key, node)

    def _no_tag(self, event: Any) -> None:
        if event.tag is not None:
            mend = "write the plain value; if the text itself begins with !, put it in quotes"
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")[:48]
            self._find("tag", f"the tag {tag} is not read", _start(event), mend)

    def _stop(self, code: str, what: str, event: Any, mend: str) -> _GiveUpError:
        self._find(code, what, _start(event), mend)
        return _GiveUpError()

    def _find(self, code: str, what: str, at: Position, mend: str) -> None:
        self.findings.append(Finding(code, what, mend=mend, place=Place(self.path, at.line, at.col)))
        if len(self.findings) >= MOST_FINDINGS:
            raise _GiveUpError


def _start(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1, event.start_mark.index)


def _end(event: Any) -> Position:
    return Position(event.end_mark.line + 1, event.end_mark.column + 1, event.end_mark.index)
