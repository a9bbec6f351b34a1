"""Chance that is the same every time: one generator an event, seeded from the event's own key.

Promise: equal keys give equal numbers on any machine and any later numpy. Only PCG64's raw stream is used, which numpy guarantees
(NEP 19: "stream-compatibility guarantees for bit generators"); its distributions, such as ``normal``, may change between versions.
"""

from __future__ import annotations

import hashlib
import math

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]
"""Samples at 48 kHz: ``(n,)`` for one channel, ``(n, 2)`` for two, 1.0 at full scale."""


class Dice:
    """Random numbers that depend on ``key`` alone: editing one event never changes how another sounds."""

    def __init__(self, *key: str | int) -> None:
        text = "\x1f".join(str(part) for part in key)
        self._bits = np.random.PCG64(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest(), "big"))

    def uniform(self, count: int) -> Samples:
        """``count`` numbers from 0 up to, not including, 1."""
        raw = np.asarray(self._bits.random_raw(count), dtype=np.uint64)
        return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def noise(self, count: int) -> Samples:
        """``count`` samples of white noise with an RMS of 1."""
        return (self.uniform(count) * 2.0 - 1.0) * math.sqrt(3.0)

    def between(self, low: float, high: float) -> float:
        """One number from ``low`` up to ``high``."""
        return low + (high - low) * float(self.uniform(1)[0])
