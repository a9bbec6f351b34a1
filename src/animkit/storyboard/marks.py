"""Where everything in a storyboard stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from animkit.findings import Place
from animkit.strict import marks
from animkit.strict.nodes import Node, Scalar, Sequence, Steps, child


@dataclass(frozen=True)
class Marks(marks.Marks):
    """The places of a storyboard's keys and values; a shot can be asked for by its id.

    Steps lead from the top, as in ``("chapters", 0, "shots", 2, "lines", 0, "text")``.
    """

    def shot(self, shot_id: str, *rest: str | int) -> Place:
        """Where ``rest`` inside the shot begins: ``marks.shot("door", "lines", 0, "text")``. The file's top if there is no such shot."""
        return self.place((*self.shot_steps(shot_id), *rest))

    def shot_steps(self, shot_id: str) -> Steps:
        """The way to the first shot with this id; empty if there is none."""
        return self._ways.get(shot_id, ())

    @cached_property
    def _ways(self) -> Mapping[str, Steps]:
        """The way to the first shot of each id: looked for once, because every finding of a long film asks."""
        ways: dict[str, Steps] = {}
        for steps, node in self.shots():
            ways.setdefault(_text(child(node, "id")), steps)
        return ways

    def shots(self) -> Iterator[tuple[Steps, Node]]:
        """The way to each shot in the film's order, and its node."""
        for number, chapter in enumerate(_items(self.node(("chapters",)))):
            for index, shot in enumerate(_items(child(chapter, "shots"))):
                yield ("chapters", number, "shots", index), shot

    def shot_of(self, steps: Steps) -> str:
        """The id of the shot that ``steps`` lie in; empty outside of shots, or where the shot has no id."""
        if len(steps) < 4 or steps[0] != "chapters" or steps[2] != "shots":
            return ""
        return _text(self.node((*steps[:4], "id")))[:48]


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
