"""The Timeline: all tracks in whole frames, as values. Pure; ``as_json`` and ``from_json`` round-trip.

All frames count from the film's first one. A span is ``start`` (first frame) and ``frames`` (how many); ``end`` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ConfigDict

STRICT = ConfigDict(extra="forbid", strict=True)
"""A timeline file is read as it was written: no unknown keys, no text for a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A shot's frames. Slots tile the film: each starts where the one before ends."""

    __pydantic_config__ = STRICT

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

    __pydantic_config__ = STRICT

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTake:
    """A take at its place. ``start`` is the frame on which its first sample is heard; ``end`` the first frame after its last."""

    __pydantic_config__ = STRICT

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
    """The words as they are spoken: mouths and beats follow them. ``aligned.caption_words`` gives the caption's own."""
    speaker_name: str = ""
    """How captions and transcript name the speaker; empty for the narrator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A named moment at which the picture acts."""

    __pydantic_config__ = STRICT

    shot: str
    name: str
    frame: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSound:
    """A sound effect; ``frame`` is where its meaning is heard (its declared hit), not where its file begins."""

    __pydantic_config__ = STRICT

    shot: str
    sound: str
    frame: int
    caption: str
    """What the caption says, without brackets; empty for none."""
    caption_frames: int
    """How long the sound lasts, in frames: the least its caption wants to stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMood:
    """A stretch of music. Stretches tile the film from the first mood named; quiet ones (``none``, ``room``) are among them."""

    __pydantic_config__ = STRICT

    mood: str
    start: int
    frames: int
    caption: str = ""
    """What the caption says where it begins, without brackets; empty for none."""

    @property
    def end(self) -> int:
        """The first frame after the stretch."""
        return self.start + self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPause:
    """A place to stop, at ``frame`` (the last frame of its shot's slot)."""

    __pydantic_config__ = STRICT

    shot: str
    frame: int
    question: str
    minutes: int
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedChapter:
    """A chapter mark."""

    __pydantic_config__ = STRICT

    title: str
    start: int
    frames: int

    @property
    def end(self) -> int:
        """The first frame after the chapter."""
        return self.start + self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole film in whole frames."""

    __pydantic_config__ = STRICT

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

    def takes_of(self, shot: str) -> tuple[PlacedTake, ...]:
        """The takes heard in ``shot``, in order."""
        return tuple(take for take in self.takes if take.shot == shot)

    def beats_of(self, shot: str) -> dict[str, int]:
        """The shot's beats by name, as frames of the film."""
        return {beat.name: beat.frame for beat in self.beats if beat.shot == shot}
