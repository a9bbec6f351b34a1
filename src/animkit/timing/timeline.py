"""The Timeline: all tracks in whole frames, as values. Pure; ``as_json`` and ``from_json`` round-trip.

All frames count from the film's first one. A span is ``start`` (first frame) and ``frames`` (how many); ``end`` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A shot's frames. Slots tile the film: each starts where the one before ends."""

    shot: str
    start: int
    frames: int
    handle_in: int = 0
    """Frames the shot also draws before its slot, for a dissolve of twice that length."""
    handle_out: int = 0
    """Frames the shot also draws after its slot."""

    @property
    def end(self) -> int:
        """The first frame after the slot."""
        return self.start + self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedWord:
    """A word with its frames in the film, and its exact times in film milliseconds."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTake:
    """A take at its place. ``start`` is the frame on which its first sample is heard; ``end`` the first frame after its last."""

    line_id: str
    shot: str
    speaker: str
    text: str
    """The caption's words, without marks."""
    start: int
    end: int
    audio_sha256: str
    source: str
    words: tuple[PlacedWord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A named moment at which the picture acts."""

    shot: str
    name: str
    frame: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSound:
    """A sound effect; ``frame`` is where its meaning is heard (its declared hit), not where its file begins."""

    shot: str
    sound: str
    frame: int
    caption: str
    """What the caption says, without brackets; empty for none."""
    caption_frames: int
    """How long the sound lasts, in frames: the least its caption wants to stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMood:
    """A stretch of music."""

    mood: str
    start: int
    frames: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPause:
    """A place to stop, at ``frame`` (the last frame of its shot's slot)."""

    shot: str
    frame: int
    question: str
    minutes: int
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedChapter:
    """A chapter mark."""

    title: str
    start: int
    frames: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole film in whole frames."""

    fps: int
    frames: int
    slots: tuple[Slot, ...]
    takes: tuple[PlacedTake, ...] = ()
    beats: tuple[Beat, ...] = ()
    sounds: tuple[PlacedSound, ...] = ()
    moods: tuple[PlacedMood, ...] = ()
    pauses: tuple[PlacedPause, ...] = ()
    chapters: tuple[PlacedChapter, ...] = ()
    locked: bool = False

    def slot(self, shot: str) -> Slot:
        """The slot of ``shot``; KeyError if there is none."""
        for slot in self.slots:
            if slot.shot == shot:
                return slot
        raise KeyError(shot)
