"""A bench outside: a wood pigeon, which sings low, where a songbird would whistle above 2 kHz."""

from __future__ import annotations

import numpy as np

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples

COOS = ((0.30, 440.0, 0.7), (0.58, 478.0, 1.0), (0.46, 458.0, 0.85), (0.30, 470.0, 0.7), (0.50, 440.0, 0.65))
"""Seconds, Hz and loudness: "take two, cows; take two"."""


def pigeon(info: SoundInfo, dice: Dice) -> Samples:
    """Five coos."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms, (seconds, pitch, loud) in zip(info.onsets_ms, COOS, strict=True):
        tone.lay(samples, _coo(seconds, pitch, dice), onset_ms / 1000, loud)
    return samples


def _coo(seconds: float, pitch_hz: float, dice: Dice) -> Samples:
    part = np.linspace(0.0, 1.0, tone.count(seconds))
    bow = pitch_hz * (0.94 + 0.08 * np.sin(np.pi * part**0.7))
    purr = 1.0 - 0.35 * (1.0 - part) * (0.5 + 0.5 * np.sin(2.0 * np.pi * 26.0 * seconds * part))
    air = tone.hiss(dice, seconds, 350.0, 650.0)
    voice = tone.wave(np.asarray(bow), (1.0, 0.06, 0.02)) * purr + 0.10 * tone.padded(air, len(part))
    return voice * tone.swell(len(part), 0.16) ** 0.7
