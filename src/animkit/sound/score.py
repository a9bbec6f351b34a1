"""A film's music as data: phrases of notes, and moods that say which phrases each part plays. Pure; no samples here.

A score counts in 25ths of a second, called frames because the films have 25 a second: at 93.75 beats a minute a beat is 16 of them.
Every mood begins with its own first bar wherever a film puts it, so its onsets fall on frames and the picture can read them here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from animkit.campaign.checked import STRICT
from animkit.sound.palette import PALETTE

GRID_PER_S = 25
"""What a score counts in."""

Frames = Annotated[int, Field(ge=0, le=15_000)]
Decibels = Annotated[float, Field(ge=-40, le=12, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of a phrase."""

    __pydantic_config__ = STRICT

    i: str
    """The instrument, from ``palette.PALETTE``."""
    at: Frames
    """Its frame, from the phrase's start."""
    note: str = ""
    """Its name, such as G4; drums and noises have none."""
    v: Share = 0.7
    """How hard: 0 to 1."""
    len: Frames | None = None
    """Its length in frames; left out, the instrument's own."""
    chance: Share = 1.0
    """How often it is played, of all the times the phrase comes round: what keeps a groove from being a loop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A few bars of one part. Without notes it is a rest."""

    __pydantic_config__ = STRICT

    frames: Annotated[int, Field(ge=1, le=15_000)]
    """Its length."""
    notes: tuple[Note, ...] = ()
    """What is played, in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one part plays in a mood."""

    __pydantic_config__ = STRICT

    then: Annotated[tuple[str, ...], Field(min_length=1)]
    """Phrases, one after the other, and again from the first."""
    first: tuple[str, ...] = ()
    """Phrases that come once, before that: how a mood opens or develops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a mood closes the film: played once, only where its stretch ends with the film."""

    __pydantic_config__ = STRICT

    frames: Annotated[int, Field(ge=1, le=15_000)]
    """Its length, with the time in which the last note rings."""
    parts: Mapping[str, tuple[str, ...]]
    """Phrases by part. Parts that are not named are silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """One kind of music."""

    __pydantic_config__ = STRICT

    bar: Annotated[int, Field(ge=1, le=1_000)]
    """A bar in frames: the ending begins on a bar line."""
    parts: Annotated[Mapping[str, Part], Field(min_length=1)]
    """What plays together, by a name of your choice."""
    gain_db: Decibels = 0.0
    """Louder or softer than the instruments' own levels."""
    low_pass_hz: Annotated[float, Field(ge=100, le=20_000)] | None = None
    """What lies above is dulled, as by cloth or a wall."""
    fade_in: Frames = 0
    """How long it takes to arrive. Notes have soft starts of their own, so most moods need none."""
    fade_out: Frames = 16
    """How long its tails ring on into whatever follows."""
    ending: Ending | None = None
    """How it closes the film."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The music of a film."""

    __pydantic_config__ = STRICT

    version: Literal[1]
    """The version of this format."""
    title: str
    """The music's name, for messages."""
    seed: Annotated[int, Field(ge=0, le=1_000_000)] = 1
    """Another number is another performance of the same notes."""
    scale: tuple[str, ...]
    """The letters its notes may have; anything else is a slip of the pen."""
    phrases: Mapping[str, Phrase]
    """What parts play, by name."""
    moods: Mapping[str, Mood]
    """Its kinds of music, by their names in the catalogue."""


@dataclass(frozen=True, slots=True, order=True)
class PlacedNote:
    """A note in a stretch of a mood. ``at`` and ``frames`` count in the score's frames from the stretch's start."""

    at: int
    instrument: str
    note: str
    velocity: float
    frames: int
    key: tuple[str | int, ...]
    """What seeds its sound: the same note in the same place of the same mood always sounds the same."""


def stretch(score: Score, mood_name: str, frames: int, *, time: int = 0, last: bool = False) -> tuple[PlacedNote, ...]:
    """Every note of ``frames`` of a mood, in order. KeyError if the score has no such mood.

    ``time`` counts how often the mood has come before, so that it varies when it returns; ``last`` says that the film ends with it.
    """
    mood = score.moods[mood_name]
    close = _close(mood, frames) if last else None
    body = frames if close is None else close
    placed: list[PlacedNote] = []
    for name, part in mood.parts.items():
        placed += _played(score, (score.seed, mood_name, name, time), _forever(part), 0, body)
    if close is not None and mood.ending is not None:
        for name, phrases in mood.ending.parts.items():
            placed += _played(score, (score.seed, mood_name, name, "ending"), phrases, close, frames)
    return tuple(sorted(placed))


def onsets(score: Score, mood_name: str, frames: int, instrument: str, *, time: int = 0, last: bool = False) -> tuple[int, ...]:
    """When ``instrument`` sounds in a stretch, in the score's frames from its start: what the picture follows, never the audio."""
    notes = stretch(score, mood_name, frames, time=time, last=last)
    return tuple(sorted({note.at for note in notes if note.instrument == instrument}))


def _close(mood: Mood, frames: int) -> int | None:
    """Where the ending begins: on the last bar line that leaves it room. None if there is no ending, or no room."""
    if mood.ending is None or mood.ending.frames > frames:
        return None
    return (frames - mood.ending.frames) // mood.bar * mood.bar


def _forever(part: Part) -> Iterator[str]:
    yield from part.first
    while True:
        yield from part.then


def _played(score: Score, key: tuple[str | int, ...], phrases: Iterator[str] | Sequence[str], start: int, end: int) -> Iterator[PlacedNote]:
    """The notes of phrases laid end to end from ``start``; what would begin at ``end`` or later is left out."""
    at = start
    for name in phrases:
        if at >= end:
            return
        phrase = score.phrases[name]
        for number, note in enumerate(phrase.notes):
            own = (*key, at, name, number)
            if at + note.at < end and _fraction(own) < note.chance:
                yield _placed(note, at + note.at, end, own)
        at += phrase.frames


def _placed(note: Note, at: int, end: int, key: tuple[str | int, ...]) -> PlacedNote:
    part = PALETTE[note.i]
    frames = note.len or part.frames
    if part.sustained:
        frames = min(frames, end - at)  # A held note would otherwise sing on into the next mood.
    return PlacedNote(at, note.i, note.note, note.v, frames, key)


def _fraction(key: tuple[str | int, ...]) -> float:
    """A number from 0 up to 1 that depends on ``key`` alone."""
    digest = hashlib.blake2b("\x1f".join(map(str, key)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64
