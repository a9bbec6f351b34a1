"""Hands: flat, point, hold, fist, and open, a palm. Each has its wrist at the origin and its fingers along +x, thumb up.

A hand is several soft shapes painted as one: their ink is drawn behind all of them, so that no line shows where they meet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

from animkit.drawing.path import Path, compose, joined, moved, polyline, rectangle, shifted, smooth, turned


@dataclass(frozen=True, slots=True)
class Hand:
    """``shapes`` together are the hand, ``lines`` the creases on it; ``tip`` is where it touches what it points at or holds."""

    shapes: Path
    lines: Path
    tip: tuple[float, float]


def _finger(x: float, y: float, length: float, width: float, degrees: float) -> Path:
    """A finger from its root (x, y)."""
    capsule = moved(rectangle(length + width, width, width / 2), shifted(length / 2, 0))
    return moved(capsule, compose(shifted(x, y), turned(radians(degrees))))


def _wrist() -> Path:
    return rectangle(70, 50, [0, 22, 22, 0], (5, 0))


def _flat() -> Hand:
    palm = smooth([(0, 27), (34, 33), (74, 30), (104, 20), (116, 2), (106, -16), (74, -28), (30, -31), (0, -25)], closed=True)
    thumb = _finger(34, 20, 38, 26, 52)
    return Hand(joined(_wrist(), palm, thumb), joined(polyline((76, 11), (104, 9)), polyline((74, -9), (98, -11))), (112, 0))


def _point() -> Hand:
    palm = smooth([(0, 27), (36, 32), (66, 26), (78, 4), (72, -20), (42, -32), (0, -25)], closed=True)
    finger = _finger(52, 17, 70, 25, 3)
    thumb = _finger(26, 12, 34, 24, 24)
    lines = joined(polyline((58, -2), (76, -1)), polyline((54, -17), (70, -17)))
    return Hand(joined(_wrist(), palm, finger, thumb), lines, (134, 21))


def _hold() -> Hand:
    palm = smooth([(0, 28), (34, 36), (64, 34), (80, 8), (74, -22), (40, -36), (0, -26)], closed=True)
    fingers = joined(_finger(54, 16, 30, 25, 14), _finger(58, -3, 28, 25, 2), _finger(52, -21, 26, 24, -10))
    thumb = _finger(26, 24, 42, 25, 62)
    lines = joined(polyline((64, 8), (88, 10)), polyline((64, -12), (86, -13)))
    return Hand(joined(_wrist(), palm, fingers, thumb), lines, (58, 40))


def _fist() -> Hand:
    palm = smooth([(0, 26), (34, 38), (70, 36), (88, 20), (88, -18), (70, -34), (40, -36), (0, -26)], closed=True)
    knuckles = joined(*(polyline((74, y), (90, y)) for y in (17, 0, -17)))
    thumb = smooth([(20, 17), (46, 15), (58, 4), (47, -7), (22, -7)])
    return Hand(joined(_wrist(), palm), joined(knuckles, thumb), (86, 0))


def _open() -> Hand:
    palm = smooth([(0, 26), (30, 36), (62, 34), (76, 4), (66, -30), (30, -36), (0, -26)], closed=True)
    fingers = [_finger(58 + 3 * cos(radians(a)), 26 * sin(radians(a * 2.6)), 46, 23, a) for a in (22, 7, -8, -24)]
    thumb = _finger(22, 24, 44, 25, 78)
    return Hand(joined(_wrist(), palm, *fingers, thumb), smooth([(26, -14), (38, -2), (40, 12)]), (104, 0))


HANDS: Mapping[str, Callable[[], Hand]] = {"flat": _flat, "point": _point, "hold": _hold, "fist": _fist, "open": _open}


@cache
def hand(name: str) -> Hand:
    """The hand of this name. KeyError if there is none."""
    return HANDS[name]()
