"""A shot as a pure task: everything its picture depends on, as plain values; and the clip it becomes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from animkit.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWord:
    """A word said while this shot is on screen: by whom, and in which frames from the shot's start (``end`` exclusive)."""

    speaker: str
    text: str
    start: int
    end: int
    in_picture: bool
    """Whether the speaker's mouth moves: an adult of the cast, or anyone with a human take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotTask:
    """All that one shot's picture depends on. Frames count from the slot's first frame; handles lie before 0 and after ``frames``."""

    shot: str
    scene: str
    params: Mapping[str, Any]
    frames: int
    fps: int
    width_px: int
    height_px: int
    handle_in: int = 0
    handle_out: int = 0
    beats: Mapping[str, int] = field(default_factory=dict)
    words: tuple[SpokenWord, ...] = ()
    theme: Mapping[str, Any] = field(default_factory=dict)
    """The theme file's values (colours by role, type scale, line weight)."""
    cast: Mapping[str, Any] = field(default_factory=dict)
    """The looks of the characters this film has, by name (the cast file's values)."""
    help_routes: tuple[Mapping[str, Any], ...] = ()
    """The help routes of the film in the card's order, only for scenes that ask for them."""
    still_life: bool = False
    """Breathing and blinks switched off: for measuring stillness, never for a film."""

    @property
    def all_frames(self) -> int:
        """How many frames are drawn: the slot and both handles."""
        return self.handle_in + self.frames + self.handle_out

    def as_json(self) -> dict[str, Any]:
        """The task as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> ShotTask:
        """The task that `as_json` made these values of."""
        words = tuple(SpokenWord(**word) for word in values["words"])
        return cls(**{**values, "words": words, "help_routes": tuple(values["help_routes"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnText:
    """One text element as it was drawn: the text log's row.

    ``box_px`` is (left, top, right, bottom) in the film's pixels at its largest; ``height_px`` is the height of a capital letter's
    line box (the font size); colours are #RRGGBB. ``first`` and ``last`` are the frames on which it is on screen.
    """

    text: str
    box_px: tuple[float, float, float, float]
    size_px: float
    colour: str
    ground: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """A logged change of expression, look or gesture, at its frame."""

    who: str
    what: str
    frame: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One closed-GOP encode of a clip: its role (``head``, ``body``, ``tail``), file and number of frames.

    ``head`` is the in-handle and as many frames after it, ``tail`` the out-handle and as many before it, ``body`` what is between: a
    dissolve takes the place of one shot's tail and the next one's head. A shot without dissolves has a body alone.
    """

    role: str
    path: Path
    sha256: str
    frames: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A rendered shot in the store."""

    shot: str
    key: str
    """The fingerprint under which the store holds it."""
    pieces: tuple[Piece, ...]
    texts: tuple[DrawnText, ...] = ()
    acts: tuple[Acted, ...] = ()
    frames_drawn: int = 0
    """How many different pictures it has; the rest are repeats."""
    parameters_sha256: str = ""
    """The hash of the encoder's parameter sets: equal for all pieces that can be joined by packet copy."""
    notes: tuple[Finding, ...] = ()
    """What the animator should know: beats that came late, animations that the shot's end cuts off."""
    why: tuple[str, ...] = ()
    """Why it was drawn now (``why.reasons``); nothing for one from the store."""
    from_store: bool = False
