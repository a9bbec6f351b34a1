"""A hum: soft, steady, low. A score gives it a root, its fifth and its octave; never a semitone or a tritone."""

from __future__ import annotations

import numpy as np

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

IN_S = 1.2
OUT_S = 1.2
HARMONICS = (1.0, 0.50, 0.34, 0.20, 0.10)
"""The upper ones are all that a laptop plays of it."""


def hum(stroke: Stroke, dice: Dice) -> Samples:
    """A held note that takes 1.2 s to arrive and 1.2 s, after its length, to leave; it breathes slowly while it lasts."""
    length = tone.count(stroke.seconds + OUT_S)
    held = tone.wave(np.full(length, tone.hz(stroke.note)), HARMONICS)
    breathing = 1.0 + 0.12 * np.sin(2.0 * np.pi * (dice.between(0.11, 0.17) * tone.clock(length) + dice.between(0.0, 1.0)))
    return stroke.velocity * tone.fall(tone.rise(held * breathing, IN_S), OUT_S)
