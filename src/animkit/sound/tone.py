"""What instruments and effects are made of: partials that ring, noise in bands, edges that never click. Pure functions at 48 kHz."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

import numpy as np
from scipy import signal

from animkit.frames import SAMPLE_RATE_HZ
from animkit.sound.dice import Dice, Samples

SHARPEST_EDGE_S = 0.005
"""The quickest start of any sound. Its steep part lasts 3 ms: less is heard as a click, and hearing aids answer it with one."""

BLOCK = 256

SEMITONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def hz(note: str) -> float:
    """The frequency of a note such as ``G4`` or ``F#3``, in equal temperament with A4 = 440 Hz. KeyError or ValueError if it is none."""
    letter, sharp = note[0], note[1:2] == "#"
    semitones = SEMITONES[letter] + sharp + 12 * (int(note[2 if sharp else 1 :]) + 1)
    return float(440.0 * 2.0 ** ((semitones - 69) / 12))


def count(seconds: float) -> int:
    """Samples in ``seconds``, rounded to a whole one."""
    return round(seconds * SAMPLE_RATE_HZ)


def clock(samples: int) -> Samples:
    """The time of each sample in seconds."""
    return np.arange(samples) / SAMPLE_RATE_HZ


def silence(seconds: float) -> Samples:
    """``seconds`` of nothing, to add things to."""
    return np.zeros(count(seconds))


def ring(frequency_hz: float, t60_s: float, seconds: float, *, bend: float = 0.0, bend_s: float = 0.02) -> Samples:
    """A partial that dies away by 60 dB in ``t60_s``. It starts ``bend`` (0.2 = a fifth part) too high and settles within ``bend_s``."""
    length = count(min(seconds, 1.3 * t60_s))
    step = complex(-3.0 * math.log(10.0) / t60_s, 2.0 * math.pi * frequency_hz) / SAMPLE_RATE_HZ
    # A damped sine is a power series: blocks of it times one block cost a multiplication a sample, where sin and exp cost forty.
    block = np.exp(step * np.arange(BLOCK))
    blocks = np.exp(step * BLOCK * np.arange(-(-length // BLOCK)))
    spun = np.outer(blocks, block).ravel()[:length]
    if bend and length:
        settling = 1.0 - np.exp(-clock(min(length, count(10.0 * bend_s))) / bend_s)
        turn = np.exp(2j * math.pi * frequency_hz * bend * bend_s * settling)
        spun[: len(turn)] *= turn
        spun[len(turn) :] *= turn[-1]
    return padded(fall(spun.imag, 0.005), count(seconds))


def chord(partials: Iterable[tuple[float, float, float]], seconds: float, *, bend: float = 0.0, bend_s: float = 0.02) -> Samples:
    """The sum of partials given as (Hz, amplitude, T60 in seconds). What lies above 18 kHz is left out."""
    total = silence(seconds)
    for frequency_hz, amplitude, t60_s in partials:
        if frequency_hz < 18_000:
            lay(total, ring(frequency_hz, t60_s, min(seconds, 1.3 * t60_s), bend=bend, bend_s=bend_s), 0.0, amplitude)
    return total


def wave(frequency_hz: Samples, partials: Iterable[float] = (1.0,)) -> Samples:
    """A tone whose frequency is given for each sample, with harmonics of the given amplitudes."""
    phase = 2.0 * np.pi * np.cumsum(frequency_hz) / SAMPLE_RATE_HZ
    total = np.zeros(len(phase))
    for number, amplitude in enumerate(partials, start=1):
        total += amplitude * np.sin(number * phase)
    return total


@cache
def _sections(low_hz: float | None, high_hz: float | None, order: int) -> Samples:
    if low_hz and high_hz:
        return np.asarray(signal.butter(order, (low_hz, high_hz), "bandpass", fs=SAMPLE_RATE_HZ, output="sos"))
    edge, kind = (low_hz, "highpass") if low_hz else (high_hz, "lowpass")
    return np.asarray(signal.butter(order, edge, kind, fs=SAMPLE_RATE_HZ, output="sos"))


def band(samples: Samples, low_hz: float | None, high_hz: float | None, order: int = 2) -> Samples:
    """``samples`` between two frequencies (None for no edge), by a Butterworth filter that runs forwards only."""
    return np.asarray(signal.sosfilt(_sections(low_hz, high_hz, order), samples, axis=0))


def hiss(dice: Dice, seconds: float, low_hz: float, high_hz: float, order: int = 2) -> Samples:
    """Noise between two frequencies, scaled to an RMS near 1 whatever the width of the band."""
    lead = count(0.02)  # The filter settles before the part that is kept, so that the first sample is as loud as the last.
    made = band(dice.noise(count(seconds) + lead), low_hz, high_hz, order)[lead:]
    return made * math.sqrt(SAMPLE_RATE_HZ / 2 / (high_hz - low_hz))


def decay(samples: int, t60_s: float) -> Samples:
    """An envelope from 1 that has fallen by 60 dB after ``t60_s``."""
    return np.asarray(10.0 ** (-3.0 * clock(samples) / t60_s))


def swell(samples: int, crest: float) -> Samples:
    """An envelope that rises from 0 to 1 at ``crest`` (a part of its length) and falls to 0, in cosines."""
    up = max(1, round(samples * crest))
    rising = 0.5 - 0.5 * np.cos(np.pi * np.arange(up) / up)
    falling = 0.5 + 0.5 * np.cos(np.pi * np.arange(samples - up) / max(1, samples - up))
    return np.concatenate([rising, falling])


def rise(samples: Samples, seconds: float = SHARPEST_EDGE_S) -> Samples:
    """``samples`` let in over ``seconds`` by a raised cosine."""
    n = min(len(samples), count(seconds))
    shaped = samples.copy()
    shaped[:n] *= _edge(n, shaped.ndim)
    return shaped


def fall(samples: Samples, seconds: float) -> Samples:
    """``samples`` let out over their last ``seconds`` by a raised cosine, to exactly nothing."""
    n = min(len(samples), count(seconds))
    shaped = samples.copy()
    if n:
        shaped[-n:] *= _edge(n, shaped.ndim)[::-1]
    return shaped


def _edge(n: int, dimensions: int) -> Samples:
    edge = 0.5 - 0.5 * np.cos(np.pi * np.arange(n) / max(1, n))
    return edge[:, None] if dimensions == 2 else edge


def soft_clip(samples: Samples, drive: float) -> Samples:
    """``samples`` through tanh: quiet parts as they were, peaks rounded, the more so the larger ``drive``."""
    return np.asarray(np.tanh(samples * drive) / drive)


def padded(samples: Samples, length: int) -> Samples:
    """``samples`` cut or filled with nothing to ``length``."""
    if len(samples) >= length:
        return samples[:length]
    return np.concatenate([samples, np.zeros((length - len(samples), *samples.shape[1:]))])


def lay(ground: Samples, part: Samples, at_s: float, gain: float = 1.0) -> None:
    """Add ``part`` to ``ground`` from ``at_s`` on. What would lie outside is left out."""
    start = count(at_s)
    skip = max(0, -start)
    start = max(0, start)
    n = min(len(part) - skip, len(ground) - start)
    if n > 0:
        ground[start : start + n] += gain * part[skip : skip + n]


def cosine(turns: Samples) -> Samples:
    """The cosine of half turns: 1 at 0, -1 at 1."""
    return np.asarray(np.cos(np.pi * turns))


def pan(samples: Samples, position: float) -> Samples:
    """One channel as two: -1 is left, 1 right. The sum of both is the same wherever it stands, so mono listeners lose nothing."""
    return np.column_stack([samples * (1.0 - position), samples * (1.0 + position)])


def gain(decibels: float) -> float:
    """The factor for ``decibels``."""
    return float(10.0 ** (decibels / 20.0))
