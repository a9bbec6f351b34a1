"""What is known about a film when it is judged: the file, and as much of how it was made as there is.

A bare file comes with nothing but itself and the profile; a build brings its timeline, captions, storyboard, clips' logs and stems.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from animkit.campaign import Campaign
from animkit.campaign.profile import Profile
from animkit.campaign.project import Project
from animkit.captions.cue import Cue
from animkit.film.probe import FilmFacts, probe
from animkit.film.soundtrack import SoundTrack
from animkit.findings import Finding, Place
from animkit.shots.model import Clip, ShotTask
from animkit.store import Store
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard
from animkit.timing.timeline import Slot, Timeline

if TYPE_CHECKING:
    from animkit.film.loudness import Loudness, Samples

PIECE_S = 10
"""A film without a timeline is judged in pieces of this length."""

LACKS: Mapping[str, str] = {
    "timeline": "a file alone does not say which shot, line and caption stands where",
    "cues": "its captions' words and times are not known",
    "storyboard": "its storyboard is not there, or has changed since it was built",
    "clips": "its shots are no longer in the store: build it again",
    "sound_track": "its voice and music are no longer apart: build it again",
    "tasks": "its storyboard or its scenes have changed since it was built, so that it cannot be drawn again to be judged",
    "papers": "a file alone has no papers beside it",
}
"""Why a check cannot be run, by what it needs."""


@dataclass(frozen=True, kw_only=True)
class File:
    """One film file. ``language`` is a BCP 47 tag; ``captions`` and ``chapters`` say whether it should carry them."""

    path: Path
    name: str
    size_px: tuple[int, int]
    captions: bool = True
    chapters: bool = True
    final: str = ""
    """The name that a file has in the end, where it has none yet."""

    @property
    def shown(self) -> str:
        """What messages call it."""
        return self.final or self.path.name


@dataclass(frozen=True, kw_only=True, eq=False)
class Evidence:
    """Everything there is to judge. What is None is not known, and the checks that need it are not run."""

    film: Path
    """The file that is watched and listened to: the clean picture of the web deliverable, or the bare file."""
    name: str
    """The film's name in file names."""
    title: str
    language: str
    profile: Profile
    today: date
    files: tuple[File, ...] = ()
    timeline: Timeline | None = None
    cues: tuple[Cue, ...] | None = None
    storyboard: Storyboard | None = None
    campaign: Campaign | None = None
    marks: Marks | None = None
    clips: Mapping[str, Clip] | None = None
    tasks: tuple[ShotTask, ...] | None = None
    project: Project | None = None
    sound_track: SoundTrack | None = None
    papers: Mapping[str, Path] | None = None
    """The papers beside the film, by name."""
    noted: tuple[Finding, ...] = ()
    """What the build found on its way."""
    descriptions_spoken: bool = False
    """Whether the build spoke the descriptions, so that ``noted`` says which do not fit."""
    store: Store | None = None
    jobs: int = 1
    release: bool = False
    """Whether pictures are judged at full size."""
    recorded: frozenset[str] = field(default_factory=frozenset)
    """The ids of lines that a person has spoken."""

    @cached_property
    def facts(self) -> FilmFacts:
        """What the film's file is. Refused where it is none."""
        return probe(self.film)

    @cached_property
    def samples(self) -> Samples:
        """The film's sound as a player hears it, (n, 2) float32 at 48 kHz."""
        from animkit.film.audio import decode

        return decode(self.film)

    @cached_property
    def loudness(self) -> Loudness:
        """The sound, measured."""
        from animkit.film.loudness import measure

        return measure(self.samples)

    @property
    def fps(self) -> int:
        """Frames a second."""
        return self.timeline.fps if self.timeline else round(self.facts.picture.fps)

    @property
    def frames(self) -> int:
        """The film's length."""
        return self.timeline.frames if self.timeline else self.facts.picture.frames

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The shots' slots, or pieces of a bare file."""
        if self.timeline:
            return self.timeline.slots
        step = PIECE_S * self.fps
        return tuple(Slot(shot="", start=at, frames=min(step, self.frames - at)) for at in range(0, self.frames, step))

    def shot_at(self, frame: int) -> str:
        """The shot on screen at ``frame``, if that is known."""
        return next((slot.shot for slot in self.slots if slot.start <= frame < slot.end), "")

    def place(self, shot: str, *rest: str | int) -> Place:
        """Where a shot, or something in it, stands in the storyboard; nowhere if that is not known."""
        if self.marks is None or not shot:
            return Place()
        return self.marks.shot(shot, *rest)

    def source(self, fact: str) -> str:
        """What a number of the profile rests on, as the report says it."""
        known = self.profile.facts.get(fact)
        return {"S": "Source", "M": "Measured", "I": "Inferred"}[known.status] if known else "Rule"
