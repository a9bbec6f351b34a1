"""Small things about the house."""

from __future__ import annotations

import numpy as np

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.kettle import kettle as simmer
from animkit.sound.instruments.stroke import Stroke


def lid(info: SoundInfo, dice: Dice) -> Samples:
    """A lid finds its rim, then sits down on the hit."""
    samples = tone.silence(info.length_ms / 1000)
    rim = tone.chord([(520.0, 1.0, 0.05), (1090.0, 0.3, 0.03)], 0.08)
    tone.lay(samples, tone.rise(rim), 0.0, 0.14)
    shut = tone.chord([(237.0, 1.0, 0.17), (409.0, 0.42, 0.13), (667.0, 0.14, 0.08)], 0.3, bend=0.05)
    cloth = tone.hiss(dice, 0.05, 200.0, 800.0)
    tone.lay(shut, cloth * tone.decay(len(cloth), 0.03), 0.0, 0.15)
    tone.lay(samples, tone.rise(shut), info.hit_ms / 1000)
    return samples


def snap(info: SoundInfo, dice: Dice) -> Samples:
    """A purse's clasp, muffled by its leather."""
    samples = tone.silence(info.length_ms / 1000)
    clasp = tone.chord([(690.0, 1.0, 0.05), (1180.0, 0.35, 0.03), (310.0, 0.9, 0.08)], 0.12)
    leather = tone.hiss(dice, 0.06, 250.0, 1000.0)
    tone.lay(clasp, leather * tone.decay(len(leather), 0.04), 0.0, 0.2)
    tone.lay(samples, tone.rise(clasp), 0.0)
    return samples


def click(info: SoundInfo, dice: Dice) -> Samples:
    """A switch."""
    samples = tone.silence(info.length_ms / 1000)
    tone.lay(samples, _switch(dice), 0.0)
    return samples


def _switch(dice: Dice) -> Samples:
    body = tone.chord([(540.0, 1.0, 0.04), (265.0, 0.7, 0.07), (1060.0, 0.2, 0.02)], 0.1)
    grain = tone.hiss(dice, 0.02, 400.0, 1500.0)
    tone.lay(body, grain * tone.decay(len(grain), 0.015), 0.0, 0.15)
    return tone.rise(body)


def kettle(info: SoundInfo, dice: Dice) -> Samples:
    """Its switch clicks off, and the water settles."""
    seconds = info.length_ms / 1000
    samples = tone.silence(seconds)
    tone.lay(samples, _switch(dice), 0.0, 0.6)
    water = simmer(Stroke("", 1.0, 1.3 * seconds), dice)[tone.count(0.3 * seconds) :]
    tone.lay(samples, tone.rise(water, 0.15) * tone.decay(len(water), 1.6 * seconds), 0.0, 0.22)
    return samples


def suds(info: SoundInfo, dice: Dice) -> Samples:
    """Hands in washing-up water: slow slops, froth, a few drops."""
    seconds = info.length_ms / 1000
    samples = tone.silence(seconds)
    for number in range(5):
        slop = tone.hiss(dice, dice.between(0.5, 0.8), 260.0, 1100.0)
        tone.lay(samples, slop * tone.swell(len(slop), 0.35), 0.5 * number + dice.between(0.0, 0.15), dice.between(0.6, 1.0))
    for _ in range(26):
        length = dice.between(0.03, 0.07)
        time = tone.clock(tone.count(length))
        pitch = dice.between(380.0, 900.0) * (1.0 + 0.6 * time / length)
        tone.lay(
            samples, tone.wave(np.asarray(pitch)) * tone.swell(len(time), 0.2), dice.between(0.05, seconds - 0.4), dice.between(0.3, 0.9)
        )
    return samples
