"""The bust under a head: neck, shoulders and clothes, drawn to match the heads' ink line.

Open Peeps' own body has its arms hanging in one piece with it, so none could be raised; this one ends at the shoulders, where the arms
begin. Coordinates are the rig's, of a grown-up; ``broad`` narrows the shoulders about the neck.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from animkit.drawing.path import Path, joined, polyline

HEM = -700.0
"""Where the clothes end: always behind furniture or under the picture's edge."""
NECK = 10.0
"""The neck's middle, about which shoulders narrow."""
SLOPE_MEETS = 20.0
"""Where on the shoulder's round the neck's slope meets it, in degrees above the outward side."""


@dataclass(frozen=True, slots=True)
class Shoulder:
    """A shoulder: where the arm turns, half the arm's width there, and the side it is on (-1 behind, +1 in front)."""

    x: float
    y: float
    radius: float
    side: int


@dataclass(frozen=True, slots=True)
class Body:
    """The bust's outlines, and its two shoulders: the one nearer to us (behind, as the head looks), and the one that leads."""

    neck: Path
    neck_lines: Path
    clothes: Path
    clothes_lines: Path
    collar: Path
    near: Shoulder
    lead: Shoulder


def body(broad: float = 1.0) -> Body:
    """A bust with shoulders ``broad`` times as wide as a grown-up's."""
    arm = 64 * (0.4 + 0.6 * broad)
    near = Shoulder(_at(-268, broad), -176, arm, -1)
    lead = Shoulder(_at(262, broad), -166, arm * 0.94, 1)
    collar = _curve((-128, 2), (-92, -70), (-40, -112), (18, -112), (82, -112), (134, -70), (142, -2))
    left, right = _slope((-128, 2), near), _slope((142, -2), lead)
    left_side = _flank(left[-1], near, _at(-262, broad))
    right_side = _flank(right[-1], lead, _at(262, broad))
    clothes = joined(left[::-1], collar, right, right_side, polyline(right_side[-1], left_side[-1]), left_side[::-1])
    return Body(
        neck=joined(
            _curve((-128, 2), (-88, -2), (-58, 24), (-40, 86)),
            polyline((-40, 86), (92, 60)),
            _curve((92, 60), (92, 30), (112, 8), (142, -2)),
            collar[::-1],
        ),
        neck_lines=joined(_curve((-122, 0), (-88, -4), (-60, 24), (-44, 76)), _curve((90, 40), (96, 18), (116, 2), (138, -4))),
        clothes=clothes,
        clothes_lines=joined(left, left_side[4:], right, right_side[4:]),
        collar=collar,
        near=near,
        lead=lead,
    )


def _at(x: float, broad: float) -> float:
    return NECK + (x - NECK) * broad


def _slope(start: tuple[float, float], shoulder: Shoulder) -> Path:
    """From the collar over the shoulder, meeting the arm's round top smoothly."""
    angle = np.radians(SLOPE_MEETS if shoulder.side > 0 else 180 - SLOPE_MEETS)
    end = np.array([shoulder.x + shoulder.radius * np.cos(angle), shoulder.y + shoulder.radius * np.sin(angle)])
    tangent = np.array([np.sin(angle), -np.cos(angle)]) * shoulder.side
    first = np.array(start)
    reach = np.hypot(*(end - first))
    return np.array([first, first + np.array([shoulder.side * 0.42, -0.06]) * reach, end - tangent * reach * 0.46, end])


def _flank(start: np.ndarray, shoulder: Shoulder, hem: float) -> Path:
    """The side: behind the arm while it hangs."""
    x, y = shoulder.x + shoulder.side * shoulder.radius * 0.12, shoulder.y - 120
    under = (x, y + 70)
    bulge = (start[0], start[1] - 50)
    return _curve(tuple(start), bulge, (x, y + 90), under, (x, y + 20), (x, y + 10), (x, y), (x, y - 160), (hem, y - 300), (hem, HEM))


def _curve(*points: tuple[float, ...]) -> Path:
    """Cubic curves through every third point."""
    ring = np.array(points, dtype=float)
    return np.vstack([ring[index : index + 4] for index in range(0, len(ring) - 1, 3)])


def share_of_rise(path: Path) -> np.ndarray:
    """How much of the shoulders' rise each point takes part in: all at the neck, none at the hem."""
    share: np.ndarray = np.clip((path[:, 1] - HEM) / -HEM, 0.0, 1.0)
    return share
