"""How a motion spends its time: from 0 to 1, from share of the time to share of the way. Pure."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, exp, pi, sin, sqrt

Ease = Callable[[float], float]

OVERSHOOT = 0.08
"""How far what enters swells past its size before it rests."""


def linear(t: float) -> float:
    """Evenly."""
    return t


def in_out(t: float) -> float:
    """Slow, fast, slow (cubic): cameras, glances, what is carried."""
    return 4 * t**3 if t < 0.5 else 1 - (2 - 2 * t) ** 3 / 2


def out(t: float) -> float:
    """Fast, then slow (cubic): what answers at once."""
    return 1 - (1 - t) ** 3


def into(t: float) -> float:
    """Slow, then fast (quadratic): what falls."""
    return t * t


def back_out(t: float) -> float:
    """Past the end by 8 % and back: what enters."""
    # The cubic 1 + (s + 1) u^3 + s u^2, u = t - 1, has its peak 4 s^3 / (27 (s + 1)^2) over the end: s = 1.5 gives OVERSHOOT.
    s, u = 1.5, t - 1
    return 1 + (s + 1) * u**3 + s * u**2


def settle(t: float) -> float:
    """Past the end and back in one and a half swings that die away: heads, strings, signs that were struck."""
    return 1.0 if t >= 1 else 1 - exp(-5 * t) * cos(3 * pi * t) * (1 - t) ** 0.5


def swing(t: float) -> float:
    """Away from rest and back to it in one and a half swings that die away: 0 at both ends, at most 1."""
    return sin(3 * pi * t) * exp(-3.2 * t) * 1.66 * (1 - t)


def hump(t: float) -> float:
    """Out and back once, softly: 0 at both ends, 1 in the middle."""
    return sin(pi * t) ** 2


def seconds_for(distance: float) -> float:
    """How long a thing takes over ``distance`` units: 0.24 s for a step, 0.5 s across a third of the picture; longer ways hurry."""
    return min(1.4, 0.16 + 0.16 * sqrt(max(distance, 0.0)))


def stagger(index: int, count: int, *, first: float = 0.28, last: float = 0.16) -> float:
    """When the ``index``-th of ``count`` things enters, in seconds, the gaps falling from ``first`` to ``last``: pressure hurries.

    Calm company enters 0.3 to 0.5 s apart (``first`` and ``last`` alike); what leaves goes 0.045 s apart.
    """
    if count <= 1:
        return 0.0
    gaps = [first + (last - first) * step / max(count - 2, 1) for step in range(index)]
    return sum(gaps)
