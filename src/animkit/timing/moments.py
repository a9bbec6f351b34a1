"""When a shot's beats and sounds fall: on words, at stated seconds, on the onsets of sounds. Pure.

Promise: every beat that can be placed is, whatever it hangs on, in whatever order it was written; what cannot be is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from animkit import frames
from animkit.campaign.checked import did_you_mean
from animkit.findings import Finding
from animkit.storyboard.model import Shot
from animkit.timing.facts import Facts
from animkit.timing.timeline import PlacedSound

ONSET = re.compile(r"(?P<sound>[a-z0-9-]+)\.(?P<number>[1-9][0-9]*)")
"""``knock.3``: the third onset of the knocks in this shot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """A shot's beats and sounds, in frames from its slot's first one."""

    beats: Mapping[str, int]
    sounds: tuple[PlacedSound, ...]
    findings: tuple[Finding, ...]


def moments(shot: Shot, marks: Mapping[str, int], facts: Facts, locked: Mapping[str, int] | None = None) -> Moments:
    """The moments of ``shot``. ``marks`` are the frames of its lines' marks; frames count from the slot's first one.

    ``locked`` are the beats of a picture lock: they stand where they are, and nothing is looked for in their stead.
    """
    search = _Search(shot, dict(marks) if locked is None else dict(locked), facts)
    findings = list(search.unknown_sounds())
    for name in shot.beats:
        if name in marks:
            what, mend = f"beat '{name}' is a mark and stands in beats too", "give one of the two another name"
            findings.append(Finding("beat-twice", what, mend=mend, place=facts.place(shot.id, "beats", name), shot=shot.id))
        elif locked is None:
            search.beat(name)
    for index in range(len(shot.sounds)):
        search.sound(index)
    placed = sorted((frame, index) for index, frame in search.hits.items() if frame is not None)
    sounds = tuple(_placed(shot, index, frame, facts) for frame, index in placed)
    beats = {name: frame for name, frame in search.beats.items() if frame is not None}
    return Moments(beats=beats, sounds=sounds, findings=(*findings, *search.findings))


def _placed(shot: Shot, index: int, frame: int, facts: Facts) -> PlacedSound:
    sound = shot.sounds[index]
    info = facts.sounds[sound.sound]
    return PlacedSound(
        shot=shot.id,
        sound=sound.sound,
        frame=frame,
        caption=facts.sound_caption(sound.sound, sound.caption),
        caption_frames=max(1, facts.frames(info.length_ms - info.hit_ms)),
    )


@dataclass
class _Search:
    """One shot's search. A value of None is a moment that cannot be found; ``open`` are those that are being looked for."""

    shot: Shot
    beats: dict[str, int | None]
    facts: Facts
    hits: dict[int, int | None] = field(default_factory=dict)
    open: set[str | int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def beat(self, name: str) -> int | None:
        """The frame of the beat ``name``."""
        if name in self.beats or name not in self.shot.beats:
            return self.beats.get(name)
        self.open.add(name)
        self.beats[name] = self._at(self.shot.beats[name], ("beats", name))
        self.open.discard(name)
        return self.beats[name]

    def sound(self, index: int) -> int | None:
        """The frame on which the shot's sound with this ``index`` has its hit."""
        if index not in self.hits:
            self.open.add(index)
            known = self.shot.sounds[index].sound in self.facts.sounds
            self.hits[index] = self._at(self.shot.sounds[index].at, ("sounds", index, "at")) if known else None
            self.open.discard(index)
        return self.hits[index]

    def unknown_sounds(self) -> Sequence[Finding]:
        """A finding for every sound that nobody can play."""
        return [
            Finding(
                "unknown-sound",
                f"there is no sound '{sound.sound}'",
                mend=did_you_mean(sound.sound, self.facts.sounds),
                place=self.facts.place(self.shot.id, "sounds", index, "sound"),
                shot=self.shot.id,
            )
            for index, sound in enumerate(self.shot.sounds)
            if sound.sound not in self.facts.sounds
        ]

    def _at(self, stated: str | float, rest: tuple[str | int, ...]) -> int | None:
        if not isinstance(stated, str):
            return frames.frame_at(stated, self.facts.fps)
        if stated in self.open:
            self._circle(stated, rest)
            return None
        if stated in self.beats or stated in self.shot.beats:
            return self.beat(stated)
        onset = ONSET.fullmatch(stated)
        if onset is None:
            mend = did_you_mean(stated, {*self.beats, *self.shot.beats}) or "put the mark {" + stated + "} before a word, or state seconds"
            self._lost(rest, "unknown-beat", f"there is no beat '{stated}' in this shot", mend)
            return None
        return self._onset(onset["sound"], int(onset["number"]), rest)

    def _onset(self, name: str, number: int, rest: tuple[str | int, ...]) -> int | None:
        placed = [index for index, sound in enumerate(self.shot.sounds) if sound.sound == name]
        if not placed:
            mend = did_you_mean(name, {sound.sound for sound in self.shot.sounds}) or "add it to the shot's sounds"
            self._lost(rest, "unknown-onset", f"there is no sound '{name}' in this shot", mend)
            return None
        if self.open.intersection(placed):
            self._circle(f"{name}.{number}", rest)
            return None
        hits = [self.sound(index) for index in placed]
        known = [hit for hit in hits if hit is not None]
        if len(known) < len(hits):
            return None  # What keeps the sound from its place has been said.
        onsets = sorted(hit + frames.start_frame(ms, self.facts.fps) for hit in known for ms in self.facts.sounds[name].onsets_ms)
        if number > len(onsets):
            what = f"'{name}' has {len(onsets)} onset{'s' if len(onsets) > 1 else ''} in this shot, so there is no '{name}.{number}'"
            self._lost(rest, "unknown-onset", what, f"write {name}.1 to {name}.{len(onsets)}")
            return None
        return onsets[number - 1]

    def _circle(self, stated: str, rest: tuple[str | int, ...]) -> None:
        self._lost(rest, "beat-in-circle", f"'{stated}' hangs on itself", "state seconds for one of the two")

    def _lost(self, rest: tuple[str | int, ...], code: str, what: str, mend: str) -> None:
        self.findings.append(Finding(code, what, mend=mend, place=self.facts.place(self.shot.id, *rest), shot=self.shot.id))
