"""A knuckle on a wooden door: five modes of a panel, soft-clipped so that it is near without being sharp."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples

LOW_HZ, HIGH_HZ = 168.0, 214.0
MODES = ((1.0, 1.0, 0.27), (1.92, 0.40, 0.25), (2.9, 0.20, 0.22), (3.93, 0.08, 0.14), (4.86, 0.07, 0.14))
"""Ratio, amplitude and T60 of the panel's modes."""


def knuckle(pitch_hz: float, velocity: float, dice: Dice) -> Samples:
    """One tap, 0.4 s long: ``LOW_HZ`` is the middle of the panel (tum), ``HIGH_HZ`` nearer its frame (ta)."""
    modes = [(ratio * pitch_hz * dice.between(0.996, 1.004), amplitude, t60) for ratio, amplitude, t60 in MODES]
    samples = tone.chord(modes, 0.4, bend=0.06, bend_s=0.015)
    bone = tone.hiss(dice, 0.05, 300.0, 1400.0)
    samples[: len(bone)] += 0.26 * velocity * bone * tone.decay(len(bone), 0.03)
    return velocity * tone.fall(tone.rise(tone.soft_clip(samples, 1.3)), 0.05)
