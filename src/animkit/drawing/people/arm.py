"""Arms: a sleeve from shoulder to wrist that bends at the elbow, as an ink line round a coloured tube. Pure numpy; rig's units."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, radians, sin, tan, tanh
from typing import NamedTuple

import numpy as np

from animkit.drawing.path import EMPTY, Path, arc, joined, polyline, rounded, smooth
from animkit.drawing.people.body import SLOPE_MEETS, Shoulder

UPPER = 210.0
FORE = 195.0
"""A grown-up's upper arm and forearm."""
WRIST_SHARE = 0.8
"""A sleeve's width at the wrist, of that at the shoulder."""
STRETCH = 1.15
"""How much longer than bone an arm may grow in a reach, as drawn people's arms do."""
FOLD = 0.14
"""How far along an arm that hangs the line of its inner side begins; a raised arm's begins at the shoulder."""


class Joints(NamedTuple):
    """Where an arm's joints are."""

    shoulder: tuple[float, float]
    elbow: tuple[float, float]
    wrist: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sleeve:
    """What is painted: the tube, its line (open at the shoulder), and the wrist's place and direction (radians)."""

    tube: Path
    line: Path
    wrist: tuple[float, float]
    angle: float


def reach(shoulder: Shoulder, target: tuple[float, float], size: float) -> Joints:
    """The joints of an arm whose wrist is at ``target``, or as near as it can come.

    An elbow hangs: of its two places it takes the lower, outer one; where these change over the arm is seen from in front for a moment,
    straight and short, so that an elbow never jumps.
    """
    upper, fore = UPPER * size, FORE * size
    dx, dy = target[0] - shoulder.x, target[1] - shoulder.y
    wanted = min(max(hypot(dx, dy), 0.42 * (upper + fore)), (upper + fore) * STRETCH)
    grown = max(1.0, wanted / ((upper + fore) * 0.985))
    upper, fore = upper * grown, fore * grown
    direction = atan2(dy, dx)
    corner = acos(max(-1.0, min(1.0, (upper**2 + wanted**2 - fore**2) / (2 * upper * wanted))))
    bend = -tanh(5 * (cos(direction) + 0.6 * shoulder.side * sin(direction)))
    along, aside = upper * cos(corner), upper * sin(corner) * bend
    elbow = (
        shoulder.x + along * cos(direction) - aside * sin(direction),
        shoulder.y + along * sin(direction) + aside * cos(direction),
    )
    wrist = (shoulder.x + wanted * cos(direction), shoulder.y + wanted * sin(direction))
    return Joints((shoulder.x, shoulder.y), elbow, wrist)


def sleeve(joints: Joints, shoulder: Shoulder, *, cuff: float = 1.0) -> Sleeve:
    """The sleeve through ``joints``; ``cuff`` < 1 ends it so far along the arm."""
    middle = _middle(joints, shoulder.radius)
    along = _along(middle)
    if cuff < 1.0:
        middle = middle[along <= cuff]
        along = along[along <= cuff]
    tangent = np.gradient(middle, axis=0)
    tangent /= np.maximum(np.hypot(*tangent.T)[:, None], 1e-9)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]]) * shoulder.side
    half = (shoulder.radius * (1 - (1 - WRIST_SHARE) * along))[:, None]
    outer, inner = _unknotted(middle + normal * half), _unknotted(middle - normal * half)
    end = _cap(outer[-1], inner[-1], tangent[-1] * half[-1] * 0.2)
    tube = joined(smooth(outer), end, smooth(inner[::-1]), _cap(inner[0], outer[0], -tangent[0] * shoulder.radius * 0.25))
    hangs = max(0.0, -float(tangent[0][1]))
    start = inner[0] - tangent[0] * shoulder.radius * 0.5 * (1 - hangs)
    fold = smooth(np.vstack([start, inner])[max(0, round(len(inner) * FOLD * hangs)) :][::-1])
    over = _over_shoulder(shoulder, atan2(normal[0][1], normal[0][0]))
    if len(over):
        centre = (shoulder.x, shoulder.y)
        tube = joined(tube, over, polyline(tuple(over[-1]), centre, tuple(over[0])))
    line = joined(over, smooth(outer), end, fold)
    return Sleeve(tube, line, (float(middle[-1][0]), float(middle[-1][1])), atan2(tangent[-1][1], tangent[-1][0]))


def _unknotted(line: Path) -> Path:
    """An arm's inner edge without the loop it makes where the elbow is sharper than the sleeve is wide."""
    start, step = line[:-1], np.diff(line, axis=0)
    between = start[None, :, :] - start[:, None, :]
    across = step[:, None, 0] * step[None, :, 1] - step[:, None, 1] * step[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        here = (between[..., 0] * step[None, :, 1] - between[..., 1] * step[None, :, 0]) / across
        there = (between[..., 0] * step[:, None, 1] - between[..., 1] * step[:, None, 0]) / across
    crosses = np.triu((here > 0) & (here < 1) & (there > 0) & (there < 1), 2)
    if not crosses.any():
        return line
    first = int(np.flatnonzero(crosses.any(axis=1))[0])
    last = int(np.flatnonzero(crosses[first])[-1])
    corner = start[first] + step[first] * here[first, last]
    return np.vstack([line[: first + 1], corner, line[last + 1 :]])


def _over_shoulder(shoulder: Shoulder, outer: float) -> Path:
    """The round of the shoulder, from where the neck's slope meets it to the arm's outer side; nothing while the arm is up."""
    start = radians(SLOPE_MEETS) if shoulder.side > 0 else pi - radians(SLOPE_MEETS)
    sweep = (outer - start) * -shoulder.side % (2 * pi)
    if sweep > radians(200):
        return EMPTY
    return arc(shoulder.radius, start, -shoulder.side * sweep, (shoulder.x, shoulder.y))


def _middle(joints: Joints, width: float) -> Path:
    """Points along the arm's middle, closer at the elbow's bend."""
    line = rounded(joints, [0.0, _elbow(joints, width), 0.0], closed=False)
    t = np.linspace(0, 1, 9)[:, None]
    pieces = [(1 - t) ** 3 * c[0] + 3 * (1 - t) ** 2 * t * c[1] + 3 * (1 - t) * t**2 * c[2] + t**3 * c[3] for c in line.reshape(-1, 4, 2)]
    return np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])


def _elbow(joints: Joints, width: float) -> float:
    """An elbow's radius: a little over the sleeve's when it is sharp, long and soft when the arm is nearly straight."""
    shoulder, elbow, wrist = (np.array(joint) for joint in joints)
    upper, fore = shoulder - elbow, wrist - elbow
    one, other = float(np.hypot(*upper)), float(np.hypot(*fore))
    half = acos(max(-1.0, min(1.0, float(upper @ fore) / (one * other)))) / 2
    return max(width * 1.3, 0.4 * min(one, other) * tan(half))


def _along(points: Path) -> np.ndarray:
    steps = np.hypot(*np.diff(points, axis=0).T)
    shares: np.ndarray = np.concatenate([[0.0], np.cumsum(steps)]) / steps.sum()
    return shares


def _cap(start: Path, end: Path, push: Path) -> Path:
    """A soft end from one edge to the other, bulging by ``push``."""
    cap: Path = np.array([start, start + push * 4 / 3, end + push * 4 / 3, end])
    return cap


def at_rest(shoulder: Shoulder, size: float) -> tuple[float, float]:
    """Where the wrist of an arm that hangs is."""
    return (shoulder.x + shoulder.side * 22 * size, shoulder.y - (UPPER + FORE) * size * 0.985)
