"""What a storyboard may name beyond the campaign's own data. Pure.

Sounds, moods, scores, themes and deliverables belong to stages above this one, so whoever knows them hands their names in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names there are, by kind. None means that this kind is not checked."""

    sounds: Mapping[str, int] | None = None
    """Each sound, and how many onsets it has: the most that ``SOUND.N`` may count to."""
    moods: Collection[str] | None = None
    scores: Collection[str] | None = None
    themes: Collection[str] | None = None
    deliverables: Collection[str] | None = None
    glyphs: Collection[str] | None = None
    pictures: Collection[str] | None = None
