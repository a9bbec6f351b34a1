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
from animkit.storyboard.spoken import MARK
from animkit.strict.nodes import Steps


@dataclass(frozen=True, slots=True)
class MarkAt:
    """A mark: its name, the way to the text it stands in, and its offset there."""

    name: str
    steps: Steps
    offset: int


@dataclass(frozen=True, slots=True)
class ShotAt:
    """A shot, the way to it, and the marks that the voice follows, in order.

    ``whole`` is False where a part that the schema does not allow was left out.
    """

    shot: Shot
    steps: Steps
    number: int
    whole: bool = True
    marks: tuple[MarkAt, ...] = ()

    @property
    def beats(self) -> set[str]:
        """The names of its beats."""
        return {mark.name for mark in self.marks} | set(self.shot.beats)


def marks_of(shot: Shot, steps: Steps) -> tuple[MarkAt, ...]:
    """The marks of the shot's lines: those of ``say`` where it has any, or else those of the text."""
    found: list[MarkAt] = []
    for index, line in enumerate(shot.lines):
        key, text = ("say", line.say) if line.say and MARK.search(line.say) else ("text", line.text)
        found += [MarkAt(match[1], (*steps, "lines", index, key), match.start()) for match in MARK.finditer(text)]
    return tuple(found)


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
