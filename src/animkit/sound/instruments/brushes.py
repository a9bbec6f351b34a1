"""Brushes and paper: soft noise with a shape.

A sweep crests at 35 % of its length, and that crest falls on the beat: begun on the beat it was heard 0.15 s late.
"""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

LOW_HZ, HIGH_HZ, CEILING_HZ = 1100.0, 4200.0, 5200.0
CREST = 0.35


def _wires(dice: Dice, seconds: float) -> Samples:
    """Steel wires on a skin, darker than their band alone: most of it lies under 2 kHz, where it hisses least."""
    bright = tone.hiss(dice, seconds, LOW_HZ, HIGH_HZ)
    skin = tone.hiss(dice, seconds, 500.0, 1600.0)
    return tone.band(0.45 * bright + 0.9 * skin, None, CEILING_HZ)


def sweep(stroke: Stroke, dice: Dice) -> Samples:
    """A swish as long as the stroke."""
    wires = _wires(dice, stroke.seconds)
    return stroke.velocity * wires * tone.swell(len(wires), CREST) ** 1.4


def sweep_lead_s(stroke: Stroke) -> float:
    """How long before its beat a sweep begins."""
    return CREST * stroke.seconds


def tapped(stroke: Stroke, dice: Dice) -> Samples:
    """A brush let fall on the skin."""
    seconds = 0.16
    wires = _wires(dice, seconds) * tone.decay(tone.count(seconds), 0.11)
    skin = tone.ring(196.0, 0.14, seconds, bend=0.1)
    return stroke.velocity * tone.fall(tone.rise(wires + 1.2 * skin), 0.03)


def page(stroke: Stroke, dice: Dice) -> Samples:
    """A page turned: a short rustle that opens and closes."""
    seconds = dice.between(0.12, 0.17)
    rustle = tone.band(tone.hiss(dice, seconds, 450.0, 1700.0), None, 2600.0)
    flutter = 0.6 + 0.4 * dice.uniform(len(rustle) // 480 + 1).repeat(480)[: len(rustle)]
    return stroke.velocity * rustle * tone.band(flutter, None, 60.0, 1) * tone.swell(len(rustle), 0.18)
