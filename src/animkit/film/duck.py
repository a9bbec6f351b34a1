"""Ducking: the bed makes room before a voice begins, because the speech windows are known. Pure numpy.

Numbers from the sound study: the bed starts to fall 0.42 s before the first word, by a cosine over 0.30 s, holds 0.25 s after the
last one, comes back over 0.70 s, and stays down over gaps under 0.9 s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from animkit.frames import SAMPLE_RATE_HZ

EARLY = round(0.42 * SAMPLE_RATE_HZ)
FALL = round(0.30 * SAMPLE_RATE_HZ)
HOLD = round(0.25 * SAMPLE_RATE_HZ)
RELEASE = round(0.70 * SAMPLE_RATE_HZ)
BRIDGED = round(0.9 * SAMPLE_RATE_HZ)

AIM_OVER_LIMIT_LU = 2.5
"""What the ducking aims for over the limit of 20 LU (WCAG 1.4.7): a margin for meters and rooms that differ."""

DEEPEST_DB = 12.0
"""Beyond this a bed pumps: the score is thinned instead."""


@dataclass(frozen=True, slots=True)
class Window:
    """Where someone speaks, in samples (``end`` exclusive), and how far the bed goes down for it, in dB (positive)."""

    start: int
    end: int
    depth_db: float


def depth_db(speech_lufs: float, bed_lufs: float, aim_lu: float) -> float:
    """How far the bed must go down under a line so that speech stands ``aim_lu`` over it, from 0 to DEEPEST_DB."""
    return min(DEEPEST_DB, max(0.0, aim_lu - (speech_lufs - bed_lufs)))


def duck_gain(windows: Sequence[Window], samples: int) -> NDArray[np.float32]:
    """The factor for each of ``samples`` of the bed. Every window lies wholly under its own depth, or under a deeper neighbour's.

    Each window has an envelope of its own and the deepest one counts, so the curve has no jumps however close the windows are.
    """
    down_db = np.zeros(samples, dtype=np.float32)
    for window in bridged(windows):
        envelope = _envelope(window)
        start = window.start - EARLY
        inside = slice(max(0, start), max(0, min(samples, start + len(envelope))))
        down_db[inside] = np.maximum(down_db[inside], envelope[inside.start - start : inside.stop - start])
    gain: NDArray[np.float32] = np.power(np.float32(10), -down_db / np.float32(20))
    return gain


def bridged(windows: Sequence[Window]) -> tuple[Window, ...]:
    """``windows`` in order, each that is followed by another within 0.9 s lengthened up to it."""
    ordered = sorted(windows, key=lambda window: (window.start, window.end))
    return tuple(
        replace(window, end=max(window.end, after.start)) if after and after.start - window.end < BRIDGED else window
        for window, after in zip(ordered, [*ordered[1:], None], strict=False)
    )


def _envelope(window: Window) -> NDArray[np.float32]:
    """dB down (positive) from EARLY before the window to the end of its release."""
    fall = 0.5 - 0.5 * np.cos(np.pi * (np.arange(FALL) + 0.5) / FALL)
    held = np.ones(EARLY - FALL + window.end - window.start + HOLD)
    release = 0.5 + 0.5 * np.cos(np.pi * (np.arange(RELEASE) + 0.5) / RELEASE)
    return np.concatenate((fall, held, release)).astype(np.float32) * np.float32(window.depth_db)
