"""A plucked bass. A laptop's speakers lose its fundamental, so its overtones carry the note."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

ATTACK_S = 0.012
RELEASE_S = 0.09
HARMONICS = ((1, 1.0, 7.0), (2, 0.5, 4.0), (3, 0.3, 2.4), (4, 0.16, 1.4))
"""Number, amplitude, and seconds until it has fallen by 60 dB."""


def bass(stroke: Stroke, dice: Dice) -> Samples:
    """A note of stated length, damped by the hand at its end."""
    pitch = tone.hz(stroke.note)
    string = tone.chord(((number * pitch, amplitude, t60) for number, amplitude, t60 in HARMONICS), stroke.seconds + RELEASE_S)
    finger = tone.padded(tone.band(dice.noise(tone.count(0.03)), 150.0, 500.0), len(string))
    samples = tone.soft_clip(string + 0.05 * finger, 1.1)
    return stroke.velocity * tone.fall(tone.rise(samples, ATTACK_S), RELEASE_S)
