"""The instruments a score may name, as plain data: what each needs, where it stands, how exact it is. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How an instrument sits in the arrangement."""

    pitched: bool
    """Whether its notes have a name such as G4; drums and noises have none."""
    frames: int
    """How long a note lasts when the score states no length, in 25ths of a second."""
    gain_db: float = 0.0
    """Its level beside the others, at velocity 1."""
    pan: float = 0.0
    """Where it stands: -1 left, 1 right. Within 0.25, so that one earpiece loses nothing; what is low stands in the middle."""
    loose_ms: float = 0.0
    """At most how late a note comes, as a hand would play it. Beats are exact (0); colour is loose."""
    sustained: bool = False
    """Whether it sounds until its note ends (and so is cut where its mood ends) or rings by itself."""


_PALETTE = {
    "kalimba": Part(pitched=True, frames=24, gain_db=-12.0, pan=0.12, loose_ms=4.0),
    "marimba": Part(pitched=True, frames=32, gain_db=-12.0, pan=-0.15, loose_ms=5.0),
    "bass": Part(pitched=True, frames=16, gain_db=-16.6, sustained=True),
    "hum": Part(pitched=True, frames=128, gain_db=-20.0, sustained=True),
    "tum": Part(pitched=False, frames=12, gain_db=-13.0),
    "ta": Part(pitched=False, frames=10, gain_db=-15.5, pan=0.10),
    "ghost": Part(pitched=False, frames=6, gain_db=-24.0, pan=-0.16, loose_ms=5.0),
    "bowl": Part(pitched=False, frames=10, gain_db=-14.0, pan=-0.12),
    "spoon": Part(pitched=False, frames=6, gain_db=-26.0, pan=0.22, loose_ms=6.0),
    "tick": Part(pitched=False, frames=3, gain_db=-20.0, pan=0.05),
    "brushes": Part(pitched=False, frames=14, gain_db=-31.0, pan=-0.10, loose_ms=6.0, sustained=True),
    "tapped-brush": Part(pitched=False, frames=5, gain_db=-28.0, pan=0.12, loose_ms=4.0),
    "page": Part(pitched=False, frames=5, gain_db=-30.0, pan=-0.22, loose_ms=6.0),
    "kettle": Part(pitched=False, frames=100, gain_db=-32.0, pan=0.20, loose_ms=6.0, sustained=True),
}

PALETTE: Mapping[str, Part] = MappingProxyType(_PALETTE)
"""Every instrument by its name in a score. The knuckle that knocks is none: the knock is a sound with a caption, never music."""
