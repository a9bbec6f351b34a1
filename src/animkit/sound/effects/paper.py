"""Cards, pages and cloth: noise that moves. Kept low-passed, since a riffle at 3.2 kHz was tried and was sharp."""

from __future__ import annotations

import numpy as np

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.brushes import page
from animkit.sound.instruments.stroke import Stroke


def riffle(info: SoundInfo, dice: Dice) -> Samples:
    """Cards let go faster and faster; the fan is open on the hit."""
    samples = tone.silence(info.length_ms / 1000)
    hit = info.hit_ms / 1000
    flicks = 11
    for number in range(flicks):
        part = number / flicks
        at = 0.02 + (hit - 0.02) * (1.0 - (1.0 - part) ** 1.55)
        tone.lay(samples, _flick(dice, 0.05), at, 0.35 + 0.45 * part)
    tone.lay(samples, _flick(dice, 0.16), hit, 1.0)
    return samples


def _flick(dice: Dice, t60_s: float) -> Samples:
    """One card's edge, and the pack under it."""
    seconds = 1.4 * t60_s
    edge = tone.band(tone.hiss(dice, seconds, 700.0, 2300.0), None, 2600.0)
    pack = tone.hiss(dice, seconds, 220.0, 600.0)
    return tone.fall(tone.rise((edge + 0.7 * pack) * tone.decay(len(edge), t60_s)), 0.01)


def pages(info: SoundInfo, dice: Dice) -> Samples:
    """Day after day is turned, in more and more of a hurry, and a little louder."""
    samples = tone.silence(info.length_ms / 1000)
    last = len(info.onsets_ms) - 1
    for number, onset_ms in enumerate(info.onsets_ms):
        at = onset_ms / 1000
        tone.lay(samples, _flick(dice, 0.05), at, 0.6)
        tone.lay(samples, page(Stroke("", 1.0, 0.15), dice), at, 0.55 + 0.35 * number / last)
    return samples


def slide(info: SoundInfo, dice: Dice) -> Samples:
    """A sheet is pushed across wood and comes to rest."""
    seconds = 0.62
    rub = tone.band(tone.hiss(dice, seconds, 350.0, 1300.0), None, 2400.0)
    grain = 0.7 + 0.3 * tone.band(dice.noise(len(rub)), None, 40.0, 1) * 12.0
    samples = rub * grain * tone.swell(len(rub), 0.3)
    return tone.padded(samples, tone.count(info.length_ms / 1000))


def curtain(info: SoundInfo, dice: Dice) -> Samples:
    """Cloth drawn along a rail: its rustle opens over 75 ms, and wooden rings knock softly together under it."""
    seconds = 1.12
    cloth = tone.band(tone.hiss(dice, seconds, 260.0, 1100.0), None, 2400.0)
    folds = 1.0 + 0.25 * np.sin(2.0 * np.pi * 7.0 * tone.clock(len(cloth)) + dice.between(0.0, 6.0))
    envelope = tone.rise(np.ones(len(cloth)), 0.14) * tone.fall(np.ones(len(cloth)), 0.75)
    samples = tone.padded(cloth * folds * envelope, tone.count(info.length_ms / 1000))
    for number in range(9):
        pitch = 520.0 * dice.between(0.85, 1.5)
        knock = tone.rise(tone.chord([(pitch, 1.0, 0.09), (1.9 * pitch, 0.3, 0.05)], 0.12))
        tone.lay(samples, knock, 0.08 + 0.1 * number + dice.between(0.0, 0.04), 0.5 * (1.0 - number / 11))
    return samples
