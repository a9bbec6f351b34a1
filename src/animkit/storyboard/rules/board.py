"""What a rule looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from animkit.campaign.load import Campaign
from animkit.findings import Finding, Place
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Shot, Storyboard
from animkit.storyboard.names import Names
from animkit.storyboard.spoken import mark_names
from animkit.strict.nodes import Steps


@dataclass(frozen=True, slots=True)
class ShotAt:
    """A shot and the way to it. ``whole`` is False where a part that the schema does not allow was left out."""

    shot: Shot
    steps: Steps
    number: int
    whole: bool = True

    @property
    def marks(self) -> tuple[tuple[Steps, str], ...]:
        """The marks of its lines that the voice follows, in order: where the text with the mark is, and the mark's name."""
        found = []
        for index, line in enumerate(self.shot.lines):
            key = "say" if line.say and mark_names(line.say) else "text"
            text = line.say if key == "say" and line.say else line.text
            found += [((*self.steps, "lines", index, key), name) for name in mark_names(text)]
        return tuple(found)

    @property
    def beats(self) -> set[str]:
        """The names of its beats."""
        return {name for _, name in self.marks} | set(self.shot.beats)


@dataclass(frozen=True, slots=True)
class Board:
    """A storyboard, and everything it may refer to. ``lost`` are the keys of the film that were left out as wrong."""

    storyboard: Storyboard
    marks: Marks
    campaign: Campaign
    scenes: Mapping[str, Mapping[str, Any]] | None
    names: Names
    shots: tuple[ShotAt, ...]
    lost: frozenset[str] = frozenset()

    def find(self, code: str, what: str, steps: Steps, *, why: str = "", mend: str = "", key: bool = False) -> Finding:
        """A finding at the value (or the ``key``) that ``steps`` lead to."""
        return self.at(code, what, self.marks.key(steps) if key else self.marks.place(steps), steps, why=why, mend=mend)

    def at(self, code: str, what: str, place: Place, steps: Steps, *, why: str = "", mend: str = "") -> Finding:
        """A finding at ``place``, inside the value that ``steps`` lead to."""
        return Finding(code, what, why, mend, place, shot=self.marks.shot_of(steps))
