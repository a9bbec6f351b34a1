"""One data file, read strictly: its plain values, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from animkit.findings import Place, Refused
from animkit.strict.marks import Marks
from animkit.strict.nodes import Steps, Value, value_of
from animkit.strict.reading import read_text
from animkit.strict.tree import read_tree

__all__ = ["Document", "Steps", "Value", "parse_document", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values and their places."""

    value: Value
    marks: Marks

    @property
    def path(self) -> str:
        """The file, as messages show it."""
        return self.marks.path

    def place(self, steps: Steps = ()) -> Place:
        """Where the value at ``steps`` stands; the nearest thing around it if there is none."""
        return self.marks.place(steps)


def read_document(path: Path, shown: str) -> Document:
    """The file at ``path``, called ``shown`` in messages. Refused if it cannot be read or is not strict YAML."""
    return parse_document(read_text(path, shown), shown)


def parse_document(text: str, shown: str) -> Document:
    """``text`` as a Document. Refused, with every problem that can be found, if it is not strict YAML."""
    tree = read_tree(text, shown)
    if tree.findings:
        raise Refused(*tree.findings)
    return Document(value_of(tree.root) if tree.root else None, Marks(tree))
