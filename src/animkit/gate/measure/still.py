"""How long a picture stands still: a stretch in which no more than a few pixels ever differ. Pure numpy."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

Frames = NDArray[np.uint8]


def moves(lowest: Frames, highest: Frames, *, share: float, levels: int) -> bool:
    """Whether more than ``share`` of the pixels differ by more than ``levels`` of 255 between two bounds, (height, width, 3) uint8."""
    return bool(((highest - lowest).max(axis=2) > levels).mean() > share)


def still_stretches(samples: Frames, *, share: float, levels: int, least: int) -> tuple[list[tuple[int, int]], int]:
    """Stretches of at least ``least`` steps in which the picture does not move, as (first, last) sample; and the longest run of steps.

    ``samples`` is (count, height, width, 3) uint8. A run counts the steps between its first and last sample, so that it is never longer
    than the stretch it stands for.
    """
    found: list[tuple[int, int]] = []
    longest = first = 0
    while first < len(samples) - 1:
        last = _end(samples, first, share, levels)
        longest = max(longest, last - first)
        if last - first >= least:
            found.append((first, last))
            first = last
        else:
            first += 1
    return found, longest


class Liveliest:
    """Follows a film's frames and tells the least share of pixels that differ within any window of ``count`` samples."""

    def __init__(self, count: int, levels: int) -> None:
        self._recent: deque[Frames] = deque(maxlen=count)
        self._levels = levels
        self.least: float | None = None

    def see(self, picture: Frames) -> None:
        """Take the next sample, (height, width, 3) uint8."""
        self._recent.append(picture)
        if len(self._recent) == self._recent.maxlen:
            bounds = np.stack(self._recent)
            share = float(((bounds.max(axis=0) - bounds.min(axis=0)).max(axis=2) > self._levels).mean())
            self.least = share if self.least is None else min(self.least, share)


def _end(samples: Frames, first: int, share: float, levels: int) -> int:
    lowest, highest = samples[first].copy(), samples[first].copy()
    for number in range(first + 1, len(samples)):
        np.minimum(lowest, samples[number], out=lowest)
        np.maximum(highest, samples[number], out=highest)
        if moves(lowest, highest, share=share, levels=levels):
            return number - 1
    return len(samples) - 1
