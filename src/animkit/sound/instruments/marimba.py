"""A marimba: rosewood bars tuned to 1, 4 and 9.5 over tubes, struck with soft yarn."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

T60_S = 1.1
ATTACK_S = 0.006


def marimba(stroke: Stroke, dice: Dice) -> Samples:
    """A bar struck near its middle. The higher partials are over in a moment; the tube holds the fundamental."""
    pitch = tone.hz(stroke.note)
    bright = stroke.velocity**1.5
    t60 = T60_S * (262.0 / pitch) ** 0.4
    bar = [(pitch, 1.0, t60), (4.0 * pitch, 0.16 * bright, 0.32 * t60), (9.5 * pitch, 0.03 * bright, 0.1 * t60)]
    samples = tone.chord(bar, max(stroke.seconds, 1.2 * t60))
    mallet = tone.hiss(dice, 0.08, 120.0, 500.0)
    samples[: len(mallet)] += 0.16 * bright * mallet * tone.decay(len(mallet), 0.06)
    return stroke.velocity * tone.fall(tone.rise(samples, ATTACK_S), 0.02)
