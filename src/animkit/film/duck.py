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


@dataclass(frozen=True, slots=True)
class Moves:
    """How a hand moves the fader, in samples: how early it begins, how long it falls, holds and comes back, which gaps it bridges."""

    early: int
    fall: int
    hold: int
    release: int
    bridged: int

    @classmethod
    def of(cls, early_s: float, fall_s: float, hold_s: float, release_s: float, bridged_s: float) -> Moves:
        """From seconds."""
        return cls(*(round(seconds * SAMPLE_RATE_HZ) for seconds in (early_s, fall_s, hold_s, release_s, bridged_s)))


DUCK = Moves.of(early_s=0.42, fall_s=0.30, hold_s=0.25, release_s=0.70, bridged_s=0.9)

RIDE = Moves.of(early_s=2.0, fall_s=1.6, hold_s=0.5, release_s=2.5, bridged_s=4.0)
"""So slow that nobody hears it move: for the last decibels under a line where ducking alone would pump."""

AIM_OVER_LIMIT_LU = 2.5
"""What the ducking aims for over the limit of 20 LU (WCAG 1.4.7): a margin for meters and rooms that differ."""

DEEPEST_DB = 12.0
"""Beyond this a bed that ducks pumps."""

RIDDEN_DB = 3.0
"""The most that riding takes away; beyond that the score itself is too thick for words."""

SAFE_LU = 0.5
"""How far over the limit a line that needs riding is taken."""


@dataclass(frozen=True, slots=True)
class Window:
    """Where someone speaks, in samples (``end`` exclusive), and how far the bed goes down for it, in dB (positive)."""

    start: int
    end: int
    depth_db: float


def depth_db(speech_lufs: float, bed_lufs: float, aim_lu: float) -> float:
    """How far the bed must go down under a line so that speech stands ``aim_lu`` over it, from 0 to DEEPEST_DB."""
    return min(DEEPEST_DB, max(0.0, aim_lu - (speech_lufs - bed_lufs)))


def ride_db(over_bed_lu: float, limit_lu: float) -> float:
    """How far the bed must be ridden down where a ducked line stands ``over_bed_lu`` over it, from 0 to RIDDEN_DB."""
    return min(RIDDEN_DB, max(0.0, limit_lu + SAFE_LU - over_bed_lu))


def duck_gain(windows: Sequence[Window], samples: int, moves: Moves = DUCK) -> NDArray[np.float32]:
    """The factor for each of ``samples`` of the bed. Every window lies wholly under its own depth, or under a deeper neighbour's.

    Each window has an envelope of its own and the deepest one counts, so the curve has no jumps however close the windows are.
    """
    down_db = np.zeros(samples, dtype=np.float32)
    for window in bridged(windows, moves):
        envelope = _envelope(window, moves)
        start = window.start - moves.early
        inside = slice(max(0, start), max(0, min(samples, start + len(envelope))))
        down_db[inside] = np.maximum(down_db[inside], envelope[inside.start - start : inside.stop - start])
    gain: NDArray[np.float32] = np.power(np.float32(10), -down_db / np.float32(20))
    return gain


def bridged(windows: Sequence[Window], moves: Moves = DUCK) -> tuple[Window, ...]:
    """``windows`` in order, each that is soon followed by another lengthened up to it."""
    ordered = sorted(windows, key=lambda window: (window.start, window.end))
    return tuple(
        replace(window, end=max(window.end, after.start)) if after and after.start - window.end < moves.bridged else window
        for window, after in zip(ordered, [*ordered[1:], None], strict=False)
    )


def _envelope(window: Window, moves: Moves) -> NDArray[np.float32]:
    """dB down (positive) from where the fader begins to move to the end of its release."""
    fall = 0.5 - 0.5 * np.cos(np.pi * (np.arange(moves.fall) + 0.5) / moves.fall)
    held = np.ones(moves.early - moves.fall + window.end - window.start + moves.hold)
    release = 0.5 + 0.5 * np.cos(np.pi * (np.arange(moves.release) + 0.5) / moves.release)
    return np.concatenate((fall, held, release)).astype(np.float32) * np.float32(window.depth_db)
