"""The film's versions for who cannot see it: its descriptions spoken, placed and mixed in; its picture held where one needs more time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from animkit.captions.cue import cues
from animkit.film.deliverables import Version
from animkit.film.derive import derived_all
from animkit.film.films import Master, Workshop
from animkit.film.hold import hold_tasks, with_holds
from animkit.film.soundtrack import SoundTrack
from animkit.findings import Finding, Severity
from animkit.narration.session import Narration
from animkit.production.descriptions import describe, told
from animkit.production.prepare import Prepared
from animkit.production.settings import Progress, in_silence
from animkit.production.sound import film_sound
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.timing.describing import Fitted, Short, extend, fit
from animkit.timing.facts import Facts, facts_of
from animkit.timing.holding import hold_points
from animkit.timing.timeline import PlacedTake, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Versioned:
    """One version of the film, ready for its deliverables. ``descriptions`` are those that are spoken in it."""

    master: Master
    sound: SoundTrack
    descriptions: tuple[PlacedTake, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Versions:
    """The versions of one film. Each is made when it is first asked for, and no voice speaks before that."""

    prepared: Prepared
    narration: Narration
    film: Versioned
    workshop: Workshop
    draft: bool = False
    progress: Progress = in_silence

    def of(self, version: Version) -> Versioned:
        """The version of this name."""
        return {"film": lambda: self.film, "described": lambda: self.described, "extended": lambda: self.extended}[version]()

    def tells(self, version: Version) -> bool:
        """Whether anything is told in it: a described film in which no description fits would be the film under another name."""
        return version != "described" or bool(self.fitted.placed)

    @cached_property
    def described(self) -> Versioned:
        """The film with every description that fits into its quiet. The picture and the captions are the film's own."""
        placed = self.fitted.placed
        sound = self._sound(self.film.master.timeline, placed)
        return Versioned(master=replace(self.film.master, sound=sound.path), sound=sound, descriptions=placed)

    @cached_property
    def extended(self) -> Versioned:
        """The film with every description, its picture held at the end of the shots whose quiet is too short."""
        film = self.film.master
        longer = extend(film.timeline, told(self.spoken), self._facts)
        tasks = hold_tasks(
            film.picture,
            hold_points(film.timeline, longer.holds),
            width_px=film.width_px,
            height_px=film.height_px,
            fps=film.timeline.fps,
        )
        work = self.workshop
        made = derived_all(tasks, work.store, jobs=work.jobs, progress=work.progress, stage="holds") if tasks else ()
        sound = self._sound(longer.timeline, longer.placed)
        captions = cues(longer.timeline, self.prepared.campaign.profile, self.prepared.storyboard.band)
        master = replace(film, timeline=longer.timeline, picture=with_holds(film.picture, made), sound=sound.path, cues=captions)
        return Versioned(master=master, sound=sound, descriptions=longer.placed)

    @cached_property
    def fitted(self) -> Fitted:
        """Every description at its place, or told to be too long for one."""
        return fit(self.film.master.timeline, told(self.spoken), self._facts)

    @cached_property
    def spoken(self) -> Narration:
        """The descriptions' takes."""
        return describe(self.prepared, self.workshop.store, draft=self.draft, progress=self.progress)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to know of the descriptions that were spoken so far."""
        if "fitted" not in self.__dict__:
            return ()
        nothing = () if self.fitted.placed else (_nothing_fits(len(self.fitted.short)),)
        return (*self.spoken.findings, *nothing, *(_too_long(short) for short in self.fitted.short))

    @property
    def voices(self) -> Mapping[str, int]:
        """How many lines each voice spoke, the describer's among them if it was asked."""
        takes = [*self.narration.takes.values(), *(self.spoken.takes.values() if "spoken" in self.__dict__ else ())]
        return Counter(take.source.split("@")[0] for take in takes)

    def _sound(self, timeline: Timeline, placed: tuple[PlacedTake, ...]) -> SoundTrack:
        takes = tuple(sorted((*timeline.takes, *placed), key=lambda take: take.start))
        narration = replace(self.narration, takes={**self.narration.takes, **self.spoken.takes})
        return film_sound(self.prepared, replace(timeline, takes=takes), narration, self.workshop.store)[0]

    @cached_property
    def _facts(self) -> Facts:
        fps = self.film.master.timeline.fps
        return facts_of(self.prepared.campaign, self.prepared.storyboard.band, fps, sounds=SOUNDS, moods=MOODS)


def _nothing_fits(count: int) -> Finding:
    return Finding(
        "described-empty",
        f"none of the {count} descriptions fits into the film's quiet, so that there is no described film",
        why="it would be the film under another name; the extended film tells them all",
        mend="shorten them, give their shots a longer hold, or make the extended film alone",
        severity=Severity.WARNING,
    )


def _too_long(short: Short) -> Finding:
    line, take = short.told.line, short.told.take
    over_ms = max(1, take.duration_ms - short.room_ms)
    words = max(1, round(over_ms / take.duration_ms * len(take.words) + 0.5))
    return Finding(
        "description-too-long",
        f"the description of shot '{line.shot}' lasts {take.duration_ms / 1000:.2f} s, and the longest quiet there is "
        f"{short.room_ms / 1000:.2f} s: {over_ms / 1000:.2f} s too long",
        why="it is left out of the described film; the extended one holds the picture for it",
        mend=f"shorten it by about {words} word{'s' if words > 1 else ''}, or give the shot a longer hold",
        place=line.place,
        severity=Severity.WARNING,
        shot=line.shot,
    )
