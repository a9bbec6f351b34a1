"""Doors, chairs and the knock that goes through all four films."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.knuckle import HIGH_HZ, LOW_HZ, knuckle

VELOCITIES = (0.66, 0.58, 0.62, 0.80, 0.88)
"""The first tap asks; the last two mean it."""
PITCHES_HZ = (LOW_HZ, HIGH_HZ, HIGH_HZ, LOW_HZ, LOW_HZ)
"""Tum, ta-ta, tum, tum."""


def knock(info: SoundInfo, dice: Dice) -> Samples:
    """Five taps of a knuckle on a wooden door."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms, pitch, velocity in zip(info.onsets_ms, PITCHES_HZ, VELOCITIES, strict=True):
        tone.lay(samples, knuckle(pitch, velocity, dice), onset_ms / 1000)
    return samples


def tap(info: SoundInfo, dice: Dice) -> Samples:
    """A fingertip on a table."""
    return tone.padded(_fingertip(0.8, dice), tone.count(info.length_ms / 1000))


def taps(info: SoundInfo, dice: Dice) -> Samples:
    """Two of them."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms, velocity in zip(info.onsets_ms, (0.72, 0.85), strict=True):
        tone.lay(samples, _fingertip(velocity, dice), onset_ms / 1000)
    return samples


def _fingertip(velocity: float, dice: Dice) -> Samples:
    table = tone.chord([(232.0, 1.0, 0.14), (402.0, 0.5, 0.10), (640.0, 0.22, 0.06)], 0.2, bend=0.04)
    skin = tone.hiss(dice, 0.04, 200.0, 900.0)
    tone.lay(table, skin * tone.decay(len(skin), 0.025), 0.0, 0.2)
    return velocity * tone.fall(tone.rise(table), 0.03)


def door(info: SoundInfo, dice: Dice) -> Samples:
    """A latch lifts, and air comes in. There is no hinge to creak: this door is always easy to open."""
    samples = tone.silence(info.length_ms / 1000)
    latch = tone.chord([(255.0, 1.0, 0.12), (470.0, 0.45, 0.08), (760.0, 0.18, 0.05)], 0.2)
    tone.lay(samples, tone.rise(latch), 0.0)
    tone.lay(samples, tone.rise(latch), 0.085, 0.35)
    air = tone.hiss(dice, 0.85, 180.0, 800.0)
    tone.lay(samples, air * tone.swell(len(air), 0.35), 0.08, 0.22)
    return samples


def chair(info: SoundInfo, dice: Dice) -> Samples:
    """A chair's legs meet the floor, two and two."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms, loud in zip(info.onsets_ms, (1.0, 0.6), strict=True):
        pitch = 128.0 * dice.between(0.96, 1.04)
        legs = tone.chord([(pitch, 1.0, 0.16), (2.3 * pitch, 0.5, 0.11), (3.9 * pitch, 0.22, 0.07)], 0.25, bend=0.06)
        tone.lay(samples, tone.rise(legs), onset_ms / 1000, loud)
    return samples


def clock(info: SoundInfo, dice: Dice) -> Samples:
    """A mantel clock, a tick a second. Every tick is the same: two pitches would be a countdown."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms in info.onsets_ms:
        tick = tone.chord([(430.0, 1.0, 0.06), (212.0, 0.7, 0.12), (905.0, 0.2, 0.03)], 0.2)
        grain = tone.hiss(dice, 0.02, 400.0, 1200.0)
        tone.lay(tick, grain * tone.decay(len(grain), 0.015), 0.0, 0.1)
        tone.lay(samples, tone.rise(tick), onset_ms / 1000)
    return samples
