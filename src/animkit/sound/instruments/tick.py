"""A dry tick: one pitch and no other. Two pitches would make it a clock, and a clock a threat."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

PITCH_HZ = 620.0
LENGTH_S = 0.06


def tick(stroke: Stroke, dice: Dice) -> Samples:
    """60 ms of wood."""
    samples = tone.ring(PITCH_HZ, 0.05, LENGTH_S)
    grain = tone.hiss(dice, LENGTH_S, 400.0, 1100.0)
    samples += 0.12 * grain * tone.decay(len(grain), 0.03)
    return stroke.velocity * tone.fall(tone.rise(samples), 0.01)
