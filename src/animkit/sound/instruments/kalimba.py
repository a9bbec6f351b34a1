"""A kalimba: steel tines on a small wooden box.

A tine is a bar clamped at one end; its partials lie near 1, 2 and 6.7 (the second comes from the bridge), measured on recorded tines,
whose notes fell by 60 dB in 0.5 to 0.8 s. A longer ring was tried and smeared quick notes into each other.
"""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

T60_S = 0.85
BOX_HZ = (395.0, 520.0, 650.0)


def kalimba(stroke: Stroke, dice: Dice) -> Samples:
    """A thumbed tine. Harder strokes are brighter; lower ones ring longer."""
    pitch = tone.hz(stroke.note)
    bright = stroke.velocity**1.5
    t60 = T60_S * (440.0 / pitch) ** 0.35
    tine = [(pitch, 1.0, t60), (2.0 * pitch, 0.09 * bright, 0.5 * t60), (6.7 * pitch, 0.035 * bright, 0.16 * t60)]
    seconds = max(stroke.seconds, 1.2 * t60)
    samples = tone.chord(tine, seconds)
    samples += tone.padded(_box(dice) * bright, len(samples))
    return stroke.velocity * tone.fall(tone.rise(samples), 0.02)


def _box(dice: Dice) -> Samples:
    """The thumb leaving the tine, as the box passes it on: three short resonances and a breath of noise."""
    resonances = [(hz * dice.between(0.99, 1.01), 0.11, 0.075) for hz in BOX_HZ]
    thump = tone.chord(resonances, 0.12)
    noise = tone.hiss(dice, 0.12, 300.0, 900.0)
    return thump + 0.08 * noise * tone.decay(len(noise), 0.05)
