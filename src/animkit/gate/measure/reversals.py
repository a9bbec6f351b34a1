"""Our own rule for flashes, beside IRIS: how often the light of each part of the picture goes back and forth within a second. Pure numpy.

A pixel reverses when it has changed by a tenth of full luminance one way and then as much the other way, the darker state under 0.8 (the
general flash of WCAG 2.3.1); a saturated red reverses by 20 of (R - G - B) x 320 (its red flash). WCAG allows three flashes a second;
this counts two, over any quarter of the picture, joined or not.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]

STEP, DARK = 0.1, 0.8
"""Relative luminance: the least change of a flash, and what its darker state stays under."""

RED_STEP, RED_DARK = 20.0, 1e9


@dataclass(frozen=True, slots=True)
class Limits:
    """``step`` is the least change that counts, ``dark`` what the lower state stays under; ``most`` reversals a second are allowed."""

    step: float
    dark: float
    most: int


class Reversals:
    """Follows each pixel of a plane ((height, width) float32) from frame to frame, and tells the share that reverses too often."""

    def __init__(self, limits: Limits, fps: int) -> None:
        self._limits, self._fps = limits, fps
        self._low: Plane | None = None
        self._high: Plane
        self._way: NDArray[np.int8]
        self._count: NDArray[np.int16]
        self._changes: deque[NDArray[np.int8]] = deque()

    def share(self, plane: Plane) -> float:
        """Take the next frame; the share of its pixels that have reversed more often within the last second than is allowed."""
        if self._low is None:
            self._low, self._high = plane.copy(), plane.copy()
            self._way = np.zeros(plane.shape, dtype=np.int8)
            self._count = np.zeros(plane.shape, dtype=np.int16)
            return 0.0
        limits = self._limits
        np.minimum(self._low, plane, out=self._low)
        np.maximum(self._high, plane, out=self._high)
        rises = (plane - self._low >= limits.step) & (self._low < limits.dark) & (self._way < 1)
        falls = (self._high - plane >= limits.step) & (plane < limits.dark) & (self._way > -1)
        changed = rises | falls
        self._low[changed] = self._high[changed] = plane[changed]
        self._way[rises], self._way[falls] = 1, -1
        self._remember(changed.astype(np.int8))
        return float((self._count > 2 * limits.most + 1).mean())

    def _remember(self, change: NDArray[np.int8]) -> None:
        self._changes.append(change)
        self._count += change
        if len(self._changes) > self._fps:
            self._count -= self._changes.popleft()
