"""What the phone does. None of it is, or resembles, a real application's notification."""

from __future__ import annotations

import numpy as np

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.brushes import page
from animkit.sound.instruments.bucket import tum
from animkit.sound.instruments.kalimba import kalimba
from animkit.sound.instruments.marimba import marimba
from animkit.sound.instruments.stroke import Stroke

FALLING = ("D5", "B4", "E5", "A4", "C5", "G4", "E4", "B4", "D4", "A4", "C4", "B3")
"""Leaves tumble: the line falls, but turns up again on its way."""


def message(info: SoundInfo, dice: Dice) -> Samples:
    """A drop that rises from 330 to 510 Hz."""
    return _drop(330.0, 510.0, 0.26, info.length_ms / 1000, dice)


def pop(info: SoundInfo, dice: Dice) -> Samples:
    """The same, smaller and higher: a bubble that is gone."""
    return _drop(360.0, 620.0, 0.12, info.length_ms / 1000, dice)


def _drop(low_hz: float, high_hz: float, t60_s: float, seconds: float, dice: Dice) -> Samples:
    time = tone.clock(tone.count(seconds))
    drop = tone.wave(high_hz - (high_hz - low_hz) * np.exp(-time / 0.03), (1.0, 0.10, 0.03)) * tone.decay(len(time), t60_s)
    lips = tone.hiss(dice, 0.03, 200.0, 700.0)
    tone.lay(drop, lips * tone.decay(len(lips), 0.02), 0.0, 0.10)
    return tone.rise(drop)


def heart(info: SoundInfo, dice: Dice) -> Samples:
    """Two notes of a marimba, a fourth up."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms, note, velocity in zip(info.onsets_ms, ("D4", "G4"), (0.85, 0.7), strict=True):
        tone.lay(samples, marimba(Stroke(note, velocity, 0.8), dice), onset_ms / 1000)
    return samples


def star(info: SoundInfo, dice: Dice) -> Samples:
    """A chord, its notes one after the other, as of small bars that ring."""
    samples = tone.silence(info.length_ms / 1000)
    for onset_ms, note, loud in zip(info.onsets_ms, ("D5", "G5", "B5"), (1.0, 0.8, 0.55), strict=True):
        pitch = tone.hz(note)
        bar = tone.chord([(pitch, 1.0, 1.1), (2.76 * pitch, 0.05, 0.28)], 1.5)
        mallet = tone.hiss(dice, 0.04, 250.0, 900.0)
        tone.lay(bar, mallet * tone.decay(len(mallet), 0.03), 0.0, 0.04)
        tone.lay(samples, tone.rise(bar), onset_ms / 1000, loud)
    return samples


def stop(info: SoundInfo, dice: Dice) -> Samples:
    """The tiny door is pressed: a soft low beat under an open fifth."""
    samples = tone.silence(info.length_ms / 1000)
    tone.lay(samples, tum(Stroke("", 0.8, 0.5), dice), 0.0)
    fifth = tone.chord([(tone.hz("G3"), 0.8, 0.45), (tone.hz("D4"), 0.35, 0.4)], 0.8)
    tone.lay(samples, tone.rise(fifth, 0.008), 0.0)
    return samples


def leaves(info: SoundInfo, dice: Dice) -> Samples:
    """The crowding bubbles fall like leaves, each with a note and a rustle, and the last one lies still on a low G."""
    samples = tone.silence(info.length_ms / 1000)
    for number, (onset_ms, note) in enumerate(zip(info.onsets_ms, (*FALLING, "G3"), strict=True)):
        at, last = onset_ms / 1000, onset_ms == info.onsets_ms[-1]
        loud = 0.85 - 0.028 * number
        played = marimba(Stroke(note, 0.8, 0.9), dice) if last else kalimba(Stroke(note, loud, 0.5), dice)
        tone.lay(samples, played, at)
        tone.lay(samples, page(Stroke("", 1.0, 0.15), dice), at, 0.05 * loud)
    return samples
