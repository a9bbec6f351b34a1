"""In: a stroke (note, velocity, length) and dice. Out: samples. One pure function an instrument; the table below names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments import bass, brushes, bucket, hum, kalimba, kettle, marimba, tick
from animkit.sound.instruments.stroke import Stroke

Player = Callable[[Stroke, Dice], Samples]


@dataclass(frozen=True, slots=True)
class Instrument:
    """How a stroke is played: mono samples, and how many seconds of them lie before its beat (a brush crests on it)."""

    play: Player
    lead_s: Callable[[Stroke], float] = lambda _: 0.0


_INSTRUMENTS = {
    "kalimba": Instrument(kalimba.kalimba),
    "marimba": Instrument(marimba.marimba),
    "bass": Instrument(bass.bass),
    "hum": Instrument(hum.hum),
    "tum": Instrument(bucket.tum),
    "ta": Instrument(bucket.ta),
    "ghost": Instrument(bucket.ghost),
    "bowl": Instrument(bucket.bowl),
    "spoon": Instrument(bucket.spoon),
    "tick": Instrument(tick.tick),
    "brushes": Instrument(brushes.sweep, brushes.sweep_lead_s),
    "tapped-brush": Instrument(brushes.tapped),
    "page": Instrument(brushes.page),
    "kettle": Instrument(kettle.kettle),
}

INSTRUMENTS: Mapping[str, Instrument] = MappingProxyType(_INSTRUMENTS)
"""Every instrument of ``palette.PALETTE``, played."""
