"""People: their breath, their hands, a yard full of them. No voice says a word."""

from __future__ import annotations

import numpy as np

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples


def breath(info: SoundInfo, dice: Dice) -> Samples:
    """In, a turn, and out; the hit is the turn, from which the shoulders fall."""
    samples = tone.silence(info.length_ms / 1000)
    turn = info.hit_ms / 1000
    inward = tone.hiss(dice, turn - 0.06, 420.0, 1100.0)
    tone.lay(samples, inward * tone.swell(len(inward), 0.62) ** 1.2, 0.03, 0.9)
    outward = tone.hiss(dice, 1.12, 300.0, 800.0)
    tone.lay(samples, outward * tone.swell(len(outward), 0.28) ** 1.2, turn, 1.0)
    return tone.band(samples, None, 2000.0)


def clap(info: SoundInfo, dice: Dice) -> Samples:
    """A handful of people clap, warmly and not together."""
    samples = tone.silence(info.length_ms / 1000)
    for _ in range(6):
        pitch, at, gap = dice.between(420.0, 760.0), dice.between(0.0, 0.12), dice.between(0.21, 0.28)
        while at < 1.75:
            tone.lay(samples, _hands(pitch, dice), at, dice.between(0.6, 1.0) * (1.0 - 0.3 * at))
            at += gap * dice.between(0.94, 1.06)
    tone.lay(samples, _hands(560.0, dice), 0.0, 1.0)
    return samples


def _hands(pitch_hz: float, dice: Dice) -> Samples:
    palm = tone.hiss(dice, 0.07, 0.72 * pitch_hz, 2.1 * pitch_hz)
    return tone.rise(palm * tone.decay(len(palm), 0.06))


def yard(info: SoundInfo, dice: Dice) -> Samples:
    """Break time from across a school yard: many voices that are only a hum by the time they arrive."""
    seconds = info.length_ms / 1000
    samples = 0.12 * tone.hiss(dice, seconds, 180.0, 700.0)
    for _ in range(16):
        pitch, at = dice.between(190.0, 390.0), dice.between(-0.4, 0.4)
        while at < seconds - 0.2:
            length = dice.between(0.12, 0.34)
            tone.lay(samples, _syllable(pitch * dice.between(0.85, 1.25), length, dice), at, dice.between(0.05, 0.16))
            at += length + (dice.between(0.25, 0.9) if dice.between(0, 1) < 0.3 else dice.between(0.01, 0.06))
    far = tone.band(samples, None, 900.0)
    return tone.fall(tone.rise(far, 0.8), 1.8)


def _syllable(pitch_hz: float, seconds: float, dice: Dice) -> Samples:
    part = np.linspace(0.0, 1.0, tone.count(seconds))
    glide = pitch_hz * (1.0 + dice.between(-0.12, 0.12) * part)
    vowel = (1.0, dice.between(0.3, 0.9), dice.between(0.1, 0.6), dice.between(0.05, 0.25))
    return tone.wave(np.asarray(glide), vowel) * tone.swell(len(part), dice.between(0.2, 0.45))
