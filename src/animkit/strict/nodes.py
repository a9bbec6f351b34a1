"""A YAML text as a tree of nodes, each with its place. Pure values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from animkit.findings import Finding
from animkit.strict.scalars import Plain, core_value

Value = Plain | list["Value"] | dict[str, "Value"]

Steps = tuple[str | int, ...]
"""The way to a value: keys and list positions, from the top of the file."""


class Position(NamedTuple):
    """A place in the text: ``line`` and ``col`` count from 1, ``offset`` counts characters from 0."""

    line: int
    col: int
    offset: int


@dataclass(slots=True, eq=False)
class Node:
    """What all nodes have. ``end`` is exclusive; a block text ends behind its last line.

    ``size`` is how many nodes it has, itself included and aliases followed; ``height`` how many levels are below it.
    """

    start: Position
    end: Position
    size: int = field(default=1, kw_only=True)
    height: int = field(default=0, kw_only=True)


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """A word or a text. ``plain`` says that it stands there without quotes."""

    text: str
    plain: bool


@dataclass(slots=True, eq=False)
class Sequence(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Table(Node):
    """A mapping of keys to nodes, in the order of the text."""

    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """What was read: the top node (None for an empty or broken file), the text it was read from, and what is wrong with it."""

    path: str
    text: str
    root: Node | None
    findings: tuple[Finding, ...] = ()


def value_of(node: Node) -> Value:
    """The node as plain values. A tree's depth is bounded, so this may recurse."""
    if isinstance(node, Scalar):
        return core_value(node.text) if node.plain else node.text
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    return {key: value_of(item) for key, (_, item) in node.entries.items()} if isinstance(node, Table) else None


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """The node's children, each with the key or position that leads to it."""
    if isinstance(node, Sequence):
        yield from enumerate(node.items)
    elif isinstance(node, Table):
        for key, (_, item) in node.entries.items():
            yield key, item


def child(node: Node, step: str | int) -> Node | None:
    """The child that ``step`` leads to, if there is one."""
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    if isinstance(node, Table) and isinstance(step, str) and step in node.entries:
        return node.entries[step][1]
    return None


def without(node: Node, bad: set[Steps], here: Steps = ()) -> Node | None:
    """A copy of the tree without the nodes that the ways in ``bad`` lead to; None if the node itself is one of them."""
    if here in bad:
        return None
    if isinstance(node, Sequence):
        kept = (without(item, bad, (*here, index)) for index, item in enumerate(node.items))
        return Sequence(node.start, node.end, [item for item in kept if item is not None])
    if isinstance(node, Table):
        pairs = ((name, key, without(item, bad, (*here, name))) for name, (key, item) in node.entries.items())
        return Table(node.start, node.end, {name: (key, item) for name, key, item in pairs if item is not None})
    return node
