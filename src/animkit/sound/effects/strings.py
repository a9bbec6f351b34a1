"""The string between a gift and whoever wants something back for it."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples

OPEN_HZ = 146.83
"""D3."""


def creak(info: SoundInfo, dice: Dice) -> Samples:
    """A cord tightens: small slips that come closer together and louder, until it is taut on the hit and nothing moves."""
    samples = tone.silence(info.length_ms / 1000)
    hit = info.hit_ms / 1000
    at, gap = 0.05, 0.058
    while at < hit - 0.012:
        part = at / hit
        tone.lay(samples, _slip(dice, part), at, 0.18 + 0.5 * part**1.6)
        gap *= 0.91
        at += max(0.016, gap) * dice.between(0.92, 1.08)
    taut = tone.chord([(290.0, 1.0, 0.16), (430.0, 0.6, 0.12), (690.0, 0.25, 0.07)], 0.25)
    tone.lay(samples, tone.rise(taut + tone.padded(_slip(dice, 1.0), len(taut))), hit, 0.85)
    return samples


def _slip(dice: Dice, tightness: float) -> Samples:
    """One slip: the cord's fibres, and the wood it is tied to."""
    pitch = (300.0 + 90.0 * tightness) * dice.between(0.96, 1.04)
    body = tone.chord([(pitch, 1.0, 0.07), (1.72 * pitch, 0.5, 0.05), (2.9 * pitch, 0.28, 0.03)], 0.09)
    return tone.rise(body)


def twang(info: SoundInfo, dice: Dice) -> Samples:
    """A slack string pulled straight: plucked a quarter of the way along, so that every fourth harmonic is missing."""
    partials = []
    for number in range(1, 15):
        if number % 4:
            strength = (1.0, 0.5, 0.45)[number % 4 - 1] / number**0.85
            partials.append((OPEN_HZ * number * (1.0 + 0.00008 * number**2), strength, 1.9 / (1.0 + 0.05 * number)))
    string = tone.chord(partials, info.length_ms / 1000, bend=0.05, bend_s=0.06)
    thumb = tone.hiss(dice, 0.03, 200.0, 900.0)
    tone.lay(string, thumb * tone.decay(len(thumb), 0.02), 0.0, 0.2)
    return tone.fall(tone.rise(tone.band(string, None, 1600.0, 1)), 0.8)
