"""What the player plays, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from animkit.captions.cue import Cue
from animkit.storyboard.model import Storyboard
from animkit.timing.timeline import PlacedTake, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Captions:
    """The captions of one language: a BCP 47 tag, its name in its own words, and the cues."""

    language: str
    label: str
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Playable:
    """One version of the film that a viewer may choose."""

    name: str
    """``film``, ``described`` or ``extended``."""
    file: str
    """The MP4's name, which lies beside the player."""
    timeline: Timeline
    captions: tuple[Captions, ...]
    descriptions: tuple[PlacedTake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A help route as the film's audience reads it."""

    id: str
    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """A film with all that belongs to it. The first of ``versions`` is the film itself."""

    board: Storyboard
    theme: Mapping[str, Any]
    versions: tuple[Playable, ...]
    routes: tuple[Route, ...]
    unconfirmed: bool
    """Whether somebody has still to confirm a help route: then every page says so."""
    pictures: Mapping[str, bytes]
    """PNG, JPEG or WebP by name: ``opening``, ``chapter-1``..., ``pause-1``..., ``end``. A name that is missing leaves its place empty."""
