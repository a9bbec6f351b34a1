"""Upturned buckets, bowls and a spoon: skins of plastic whose modes lie near 1, 1.59 and 2.2, and whose pitch falls as they settle."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke


def _struck(stroke: Stroke, dice: Dice, pitch_hz: float, t60_s: float, *, ratios: tuple[float, float], hand: float) -> Samples:
    """A skin hit by a hand or stick: three modes, a falling pitch, and a short low-passed slap of loudness ``hand``."""
    pitch = pitch_hz * dice.between(0.992, 1.008)
    second, third = (ratio * dice.between(0.99, 1.01) for ratio in ratios)
    modes = [(pitch, 1.0, t60_s), (second * pitch, 0.32, 0.62 * t60_s), (third * pitch, 0.17, 0.45 * t60_s)]
    samples = tone.chord(modes, 1.2 * t60_s, bend=0.16 * stroke.velocity, bend_s=0.022)
    slap = tone.hiss(dice, 0.05, 250.0, 1500.0)
    samples[: len(slap)] += hand * stroke.velocity * slap * tone.decay(len(slap), 0.035)
    rounded = tone.soft_clip(samples, 0.9)  # Rounding the peak keeps the drum from pushing the limiter.
    return stroke.velocity * tone.fall(tone.rise(rounded), 0.01)


def tum(stroke: Stroke, dice: Dice) -> Samples:
    """The big bucket, near its middle."""
    return _struck(stroke, dice, 112.0, 0.42, ratios=(1.59, 2.14), hand=0.20)


def ta(stroke: Stroke, dice: Dice) -> Samples:
    """The small bucket."""
    return _struck(stroke, dice, 238.0, 0.28, ratios=(1.59, 2.3), hand=0.26)


def ghost(stroke: Stroke, dice: Dice) -> Samples:
    """A fingertip between the beats."""
    return _struck(stroke, dice, 310.0, 0.13, ratios=(1.59, 2.2), hand=0.20)


def bowl(stroke: Stroke, dice: Dice) -> Samples:
    """A washing-up bowl: higher than the bucket, and damped by its water."""
    return _struck(stroke, dice, 164.0, 0.22, ratios=(1.66, 2.3), hand=0.30)


def spoon(stroke: Stroke, dice: Dice) -> Samples:
    """A wooden spoon on a draining board."""
    pitch = 640.0 * dice.between(0.98, 1.02)
    samples = tone.chord([(pitch, 1.0, 0.09), (1.58 * pitch, 0.4, 0.06), (2.1 * pitch, 0.15, 0.04)], 0.16)
    return stroke.velocity * tone.fall(tone.rise(samples), 0.02)
