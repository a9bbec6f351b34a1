"""Where every key and value stands in the text it was read from. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from animkit.findings import Place
from animkit.strict.nodes import Node, Position, Scalar, Steps, Table, Tree, child


@dataclass(frozen=True, slots=True)
class Marks:
    """The places of a tree's keys and values. Every question has an answer: for what is missing, the nearest thing around it."""

    tree: Tree

    @property
    def path(self) -> str:
        """The file, as messages show it."""
        return self.tree.path

    def place(self, steps: Steps = ()) -> Place:
        """Where the value at ``steps`` begins."""
        node = self.nearest(steps)
        return self._at(node.start) if node else Place(self.path)

    def key(self, steps: Steps) -> Place:
        """Where the key that leads to ``steps`` stands; for a list's item, where the item begins."""
        holder = self.node(steps[:-1]) if steps else None
        if isinstance(holder, Table) and steps[-1] in holder.entries:
            return self._at(holder.entries[str(steps[-1])][0].start)
        return self.place(steps)

    def inside(self, steps: Steps, offset: int) -> Place:
        """Where the character ``offset`` (counted from 0) of the text at ``steps`` stands; the text's beginning if that cannot be told.

        Quotes, folded lines and indentation are seen through: the n-th brace of the value is the n-th brace of its source.
        """
        node = self.node(steps)
        if isinstance(node, Scalar) and 0 <= offset < len(node.text):
            source = self.tree.text[node.start.offset : node.end.offset]
            character = node.text[offset]
            nth = node.text.count(character, 0, offset)
            if not character.isspace() and source.count(character) == node.text.count(character):
                return self._at(_forward(node.start, source, _find_nth(source, character, nth)))
        return self.place(steps)

    def span(self, steps: Steps) -> tuple[Position, Position] | None:
        """Where the value at ``steps`` begins and ends (exclusive); None if there is none. What writing back in place needs."""
        node = self.node(steps)
        return (node.start, node.end) if node else None

    def node(self, steps: Steps) -> Node | None:
        """The node at ``steps``, if there is one."""
        node = self.tree.root
        for step in steps:
            node = child(node, step) if node else None
        return node

    def nearest(self, steps: Steps) -> Node | None:
        """The node at ``steps``, or the last one on the way there; None for an empty file."""
        node = self.tree.root
        for step in steps:
            further = child(node, step) if node else None
            if further is None:
                break
            node = further
        return node

    def _at(self, position: Position) -> Place:
        return Place(self.path, position.line, position.col)


def _find_nth(source: str, character: str, nth: int) -> int:
    at = source.find(character)
    for _ in range(nth):
        at = source.find(character, at + 1)
    return at


def _forward(start: Position, source: str, distance: int) -> Position:
    lines = source.count("\n", 0, distance)
    col = distance - source.rfind("\n", 0, distance) if lines else start.col + distance
    return Position(start.line + lines, col, start.offset + distance)
