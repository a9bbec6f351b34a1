"""Outlines as arrays of cubic curves, and what is done to them. Pure numpy.

A path is an (n, 2) float array; four rows are one cubic curve: start, two handles, end. A curve that starts where the one before ends
goes on from it; otherwise a new outline begins. Units are the caller's, y is upward except in what ``of_svg`` reads.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin, tan
from typing import TypeAlias

import numpy as np
import svgelements
from numpy.typing import NDArray

Path: TypeAlias = NDArray[np.float64]
Matrix: TypeAlias = NDArray[np.float64]
"""A (2, 3) affine matrix: x' = a x + c y + e in its first row, y' in its second."""

Pair: TypeAlias = Sequence[float]
EMPTY: Path = np.zeros((0, 2))
IDENTITY: Matrix = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
ARC_STEP = 0.1
"""How much of a circle one curve may stand for: svgelements' own default."""
_NUMBER = re.compile(r"[MLCZ]|-?[\d.]+(?:e-?\d+)?")


def moved(path: Path, matrix: Matrix) -> Path:
    """The path under ``matrix``."""
    result: Path = path @ matrix[:, :2].T + matrix[:, 2]
    return result


def compose(*matrices: Matrix) -> Matrix:
    """The matrix that does the last of ``matrices`` first, as in writing. In plain floats: a third of numpy's time on such small ones."""
    a, c, e, b, d, f = matrices[0].ravel().tolist()
    for matrix in matrices[1:]:
        g, i, k, h, j, m = matrix.ravel().tolist()
        a, c, e, b, d, f = a * g + c * h, a * i + c * j, a * k + c * m + e, b * g + d * h, b * i + d * j, b * k + d * m + f
    return np.array([[a, c, e], [b, d, f]])


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes ``matrix``. ZeroDivisionError for one that flattens everything."""
    a, c, e, b, d, f = matrix.ravel().tolist()
    size = 1 / (a * d - b * c)
    a, b, c, d = d * size, -b * size, -c * size, a * size
    return np.array([[a, c, -a * e - c * f], [b, d, -b * e - d * f]])


def area_scale(matrix: Matrix) -> float:
    """How much longer lines grow under ``matrix``: the square root of what it does to areas."""
    a, c, _, b, d, _ = matrix.ravel().tolist()
    return math.sqrt(abs(a * d - b * c))


def shifted(x: float, y: float) -> Matrix:
    """A matrix that moves."""
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y]])


def turned(angle: float, pivot: Pair = (0.0, 0.0), scale: float | Pair = 1.0, lean: float = 0.0) -> Matrix:
    """A matrix that scales, leans (x grows with y) and then turns anticlockwise by ``angle`` (radians) about ``pivot``."""
    sx, sy = (scale, scale) if isinstance(scale, int | float) else (scale[0], scale[1])
    cosine, sine = cos(angle), sin(angle)
    a, b, c, d = cosine * sx, sine * sx, (cosine * lean - sine) * sy, (sine * lean + cosine) * sy
    x, y = pivot
    return np.array([[a, c, x - a * x - c * y], [b, d, y - b * x - d * y]])


def of_svg(outline: str, matrix: Matrix = IDENTITY) -> Path:
    """The path of an SVG ``d`` attribute, every outline closed; y stays downward unless ``matrix`` turns it."""
    parsed = svgelements.Path(outline)
    curves: list[list[Pair]] = []
    start: Pair | None = None
    for piece in parsed:
        if isinstance(piece, svgelements.Move):
            _close(curves, start)
            start = (piece.end.x, piece.end.y)
        elif isinstance(piece, svgelements.Line):
            curves.append(_straight((piece.start.x, piece.start.y), (piece.end.x, piece.end.y)))
        elif isinstance(piece, svgelements.CubicBezier):
            curves.append([(p.x, p.y) for p in (piece.start, piece.control1, piece.control2, piece.end)])
        elif isinstance(piece, svgelements.QuadraticBezier):
            curves.append(_of_quadratic(piece))
        elif isinstance(piece, svgelements.Arc):
            # svgelements' own way, for a whole path at once, takes time with the square of its length.
            cubics = piece.as_cubic_curves(math.ceil(abs(piece.sweep) / (2 * pi * ARC_STEP)))
            curves += [[(p.x, p.y) for p in (cubic.start, cubic.control1, cubic.control2, cubic.end)] for cubic in cubics]
    _close(curves, start)
    return moved(_array(curves), matrix)


def of_glyph(outline: str) -> Path:
    """The path of a letter as cairo writes it: only M, L, C and Z, absolute. Several times faster than ``of_svg``."""
    curves: list[list[Pair]] = []
    tokens = _NUMBER.findall(outline)
    at: Pair = (0.0, 0.0)
    start: Pair | None = None
    index = 0
    while index < len(tokens):
        command = tokens[index]
        if command == "Z":
            _close(curves, start)
            index, start = index + 1, None
            continue
        count = 6 if command == "C" else 2
        numbers = [float(token) for token in tokens[index + 1 : index + 1 + count]]
        index += 1 + count
        if command == "M":
            _close(curves, start)
            start = (numbers[0], numbers[1])
        elif command == "L":
            curves.append(_straight(at, numbers))
        else:
            curves.append([at, numbers[:2], numbers[2:4], numbers[4:]])
        at = (numbers[-2], numbers[-1])
    return _array(curves)


def _array(curves: list[list[Pair]]) -> Path:
    return np.array(curves, dtype=float).reshape(-1, 2) if curves else EMPTY


def _close(curves: list[list[Pair]], start: Pair | None) -> None:
    if start is not None and curves and hypot(curves[-1][3][0] - start[0], curves[-1][3][1] - start[1]) > 1e-9:
        curves.append(_straight(curves[-1][3], start))


def _straight(start: Pair, end: Pair) -> list[Pair]:
    thirds = [(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in (1 / 3, 2 / 3)]
    return [start, *thirds, end]


def _of_quadratic(piece: svgelements.QuadraticBezier) -> list[Pair]:
    a, q, b = piece.start, piece.control, piece.end
    return [
        (a.x, a.y),
        (a.x + (q.x - a.x) * 2 / 3, a.y + (q.y - a.y) * 2 / 3),
        (b.x + (q.x - b.x) * 2 / 3, b.y + (q.y - b.y) * 2 / 3),
        (b.x, b.y),
    ]


def outlines(path: Path) -> list[Path]:
    """The path's separate outlines, in order."""
    if not len(path):
        return []
    gaps = np.abs(path[4::4] - path[3:-1:4]).max(axis=1) > 1e-6
    return np.split(path, (np.flatnonzero(gaps) + 1) * 4)


def polyline(*points: Pair, closed: bool = False) -> Path:
    """Straight lines from point to point."""
    ring = [*points, points[0]] if closed else list(points)
    return _array([_straight(a, b) for a, b in pairwise(ring)])


def rounded(points: Sequence[Pair], radius: float | Sequence[float], *, closed: bool = True) -> Path:
    """Straight lines with round corners. ``radius`` is one for all corners or one each; a corner never takes more than half a side."""
    count = len(points)
    radii = [radius] * count if isinstance(radius, int | float) else list(radius)
    corners: list[tuple[Pair, Pair, Pair]] = []
    for index, point in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % count]
        if not closed and index in (0, count - 1):
            corners.append((point, point, point))
            continue
        corners.append(_corner(before, point, after, radii[index]))
    curves: list[list[Pair]] = []
    for index, (enter, point, leave) in enumerate(corners):
        if enter is not leave:
            soft = 0.5523
            curves.append([enter, _toward(enter, point, soft), _toward(leave, point, soft), leave])
        if closed or index < count - 1:
            following = corners[(index + 1) % count][0]
            if hypot(following[0] - leave[0], following[1] - leave[1]) > 1e-9:
                curves.append(_straight(leave, following))
    return _array(curves)


def _toward(start: Pair, end: Pair, share: float) -> Pair:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _corner(before: Pair, point: Pair, after: Pair, radius: float) -> tuple[Pair, Pair, Pair]:
    one, two = hypot(before[0] - point[0], before[1] - point[1]), hypot(after[0] - point[0], after[1] - point[1])
    if radius <= 0 or one == 0 or two == 0:
        return point, point, point
    cosine = ((before[0] - point[0]) * (after[0] - point[0]) + (before[1] - point[1]) * (after[1] - point[1])) / (one * two)
    half = np.arccos(np.clip(cosine, -1, 1)) / 2
    reach = min(radius / max(tan(half), 1e-3), one / 2, two / 2)
    return _toward(point, before, reach / one), point, _toward(point, after, reach / two)


def rectangle(width: float, height: float, radius: float | Sequence[float] = 0.0, centre: Pair = (0.0, 0.0)) -> Path:
    """A rectangle; ``radius`` for each corner runs from the top left clockwise."""
    x, y, half_w, half_h = centre[0], centre[1], width / 2, height / 2
    return rounded([(x - half_w, y + half_h), (x + half_w, y + half_h), (x + half_w, y - half_h), (x - half_w, y - half_h)], radius)


@lru_cache(maxsize=64)
def _unit_arc(start: float, sweep: float) -> Path:
    steps = max(1, round(abs(sweep) / (pi / 4) + 0.49))
    step = sweep / steps
    handle = 4 / 3 * tan(step / 4)
    curves: list[list[Pair]] = []
    for index in range(steps):
        a, b = start + index * step, start + (index + 1) * step
        first, last = (cos(a), sin(a)), (cos(b), sin(b))
        curves.append(
            [first, (first[0] - handle * sin(a), first[1] + handle * cos(a)), (last[0] + handle * sin(b), last[1] - handle * cos(b)), last]
        )
    return _array(curves)


def arc(radius: float | Pair, start: float = 0.0, sweep: float = 2 * pi, centre: Pair = (0.0, 0.0)) -> Path:
    """Part of a circle or ellipse, from ``start`` radians on, anticlockwise where ``sweep`` is positive."""
    rx, ry = (radius, radius) if isinstance(radius, int | float) else (radius[0], radius[1])
    result: Path = _unit_arc(start, sweep) * np.array([rx, ry]) + np.array([centre[0], centre[1]])
    return result


def arch(width: float, height: float, centre: Pair = (0.0, 0.0), corner: float = 0.0) -> Path:
    """A round arch: a half circle on two straight sides. ``centre`` is the middle of its foot."""
    r, x, y = width / 2, centre[0], centre[1]
    top = arc(r, 0.0, pi, (x, y + height - r))
    legs = rounded([(x - r, y + height - r), (x - r, y), (x + r, y), (x + r, y + height - r)], [0, corner, corner, 0], closed=False)
    return np.vstack([top, legs])


def star(points: int, outer: float, inner: float, centre: Pair = (0.0, 0.0), soft: float = 0.0) -> Path:
    """A star with its first point up; ``soft`` rounds its corners."""
    ring = [
        (centre[0] + r * cos(pi / 2 + k * pi / points), centre[1] + r * sin(pi / 2 + k * pi / points))
        for k, r in ((k, outer if k % 2 == 0 else inner) for k in range(2 * points))
    ]
    return rounded(ring, soft)


def smooth(points: Sequence[Pair] | Path, *, closed: bool = False, tension: float = 1.0) -> Path:
    """A curve through the points (Catmull-Rom)."""
    ring = np.asarray(points, dtype=float)
    if closed:
        before, start, end, after = np.roll(ring, 1, axis=0), ring, np.roll(ring, -1, axis=0), np.roll(ring, -2, axis=0)
    else:
        start, end = ring[:-1], ring[1:]
        before, after = np.vstack([ring[:1], start[:-1]]), np.vstack([end[1:], ring[-1:]])
    pull = tension / 6
    curves: Path = np.stack([start, start + (end - before) * pull, end - (after - start) * pull, end], axis=1).reshape(-1, 2)
    return curves


def joined(*paths: Path) -> Path:
    """Several outlines as one path."""
    return np.vstack([path for path in paths if len(path)]) if any(len(path) for path in paths) else EMPTY


def backward(path: Path) -> Path:
    """The same outline the other way round: inside another outline it becomes a hole."""
    result: Path = path[::-1]
    return result
