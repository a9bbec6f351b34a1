"""Bézier points to cairo, in one call a shape.

manim hands cairo every curve by a Python call of its own, and that, not the raster, is what a frame costs. Here the path data of all
shapes that changed is built in one numpy pass, and each is appended in one call: the pixels are the same. pycairo has no such call,
so it is made through ctypes in the very library that pycairo is bound to; where that library hides its names, `PathData.append`
falls back to pycairo's own calls.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import cairo
import numpy as np

Extent = tuple[float, float, float, float]
NOWHERE: Extent = (math.inf, math.inf, -math.inf, -math.inf)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Context = cairo.Context[Any]
    Points = NDArray[np.float64]

RELATIVE_TOLERANCE = 1e-5
"""numpy.isclose's, which manim uses to tell whether two points are one."""

MOVE_TO, CURVE_TO, CLOSE_PATH = 0, 2, 3
"""cairo_path_data_type_t."""


def _header(kind: int, length: int) -> float:
    """The first half of a cairo_path_data_t header (two ints), as the double that has the same bytes."""
    return float(np.array([kind, length], np.int32).view(np.float64)[0])


MOVE_HEADER, CURVE_HEADER, CLOSE_HEADER = _header(MOVE_TO, 2), _header(CURVE_TO, 4), _header(CLOSE_PATH, 1)


class _CairoPath(ctypes.Structure):
    _fields_ = (("status", ctypes.c_int), ("data", ctypes.c_void_p), ("num_data", ctypes.c_int))


class PathData:
    """The path of one shape in the scene's own units, to be appended to a context as often as the shape is painted.

    ``rows`` is (n, 2) float64, contiguous: cairo_path_data_t as it lies in memory. ``extent`` is the box of its points, handles
    included: left, bottom, right, top.
    """

    __slots__ = ("_argument", "_path", "extent", "rows")

    def __init__(self, rows: Points, extent: Extent = NOWHERE) -> None:
        self.rows = rows
        self.extent = extent
        self._path = _CairoPath(0, rows.__array_interface__["data"][0], len(rows))
        self._argument = ctypes.byref(self._path)

    def append(self, context: Context) -> None:
        """Append the path to ``context`` under its present matrix."""
        append = _append_path()
        if append is None:
            self.append_slowly(context)
        elif len(self.rows):
            append(ctypes.c_void_p.from_address(id(context) + _POINTER_OFFSET), self._argument)

    def append_slowly(self, context: Context) -> None:
        """The same through pycairo alone."""
        at, rows = 0, self.rows
        while at < len(rows):
            kind, length = (int(number) for number in rows[at, :1].view(np.int32))
            if kind == MOVE_TO:
                context.move_to(*rows[at + 1].tolist())
            elif kind == CURVE_TO:
                context.curve_to(*rows[at + 1 : at + 4].ravel().tolist())
            else:
                context.close_path()
            at += length


def paths(shapes: Sequence[Points], tolerances: Sequence[float]) -> list[PathData]:
    """One path for each shape: ``shapes`` are its (n, 3) points, cubic curves of four; ``tolerances`` how near one point is.

    Subpaths split and close exactly where manim's camera has them split and close; a shape with a point that is not finite, or
    without a whole curve, draws nothing.
    """
    counts = [len(points) // 4 for points in shapes]
    if shapes and not np.isfinite(np.concatenate(shapes)).all():
        counts = [count if np.isfinite(points).all() else 0 for points, count in zip(shapes, counts, strict=True)]
    drawn = [number for number, count in enumerate(counts) if count]
    made = [PathData(np.empty((0, 2)))] * len(shapes)
    if not drawn:
        return made
    curves = np.concatenate([shapes[number][: 4 * counts[number], :2] for number in drawn]).reshape(-1, 4, 2)
    sizes = np.array([counts[number] for number in drawn])
    tolerance = np.repeat(np.array([tolerances[number] for number in drawn]), sizes)
    last_points = curves[np.cumsum(sizes) - 1, 3]
    for place, number in enumerate(drawn):
        if len(shapes[number]) % 4:
            last_points[place] = _last_point(shapes[number], counts[number], tolerances[number])
    rows, offsets = _rows(curves, sizes, tolerance, last_points)
    for number, start, end, extent in zip(drawn, offsets, [*offsets[1:], len(rows)], _extents(curves, sizes), strict=True):
        made[number] = PathData(rows[start:end], extent)
    return made


def _extents(curves: Points, sizes: NDArray[np.int64]) -> list[Extent]:
    """The box of each shape's points."""
    starts, points = 4 * (np.cumsum(sizes) - sizes), curves.reshape(-1, 2)
    boxes = np.hstack([np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)]).tolist()
    return [(left, bottom, right, top) for left, bottom, right, top in boxes]


def _last_point(points: Points, curves: int, tolerance: float) -> Points:
    """Where manim ends the last subpath: on a point beyond the last whole curve, if that goes on from it."""
    whole, spare = points[4 * curves - 1 : 4 * curves, :2], points[4 * curves : 4 * curves + 1, :2]
    goes_on = len(spare) > 0 and _near(whole, spare, np.array([tolerance]))[0]
    return points[-1, :2] if goes_on else whole[0]


def _rows(curves: Points, sizes: NDArray[np.int64], tolerance: Points, last_points: Points) -> tuple[Points, list[int]]:
    """The rows of all shapes one after the other, and at which row each shape begins."""
    ends = np.cumsum(sizes)
    breaks = np.ones(len(curves), bool)
    breaks[1:] = ~_near(curves[:-1, 3], curves[1:, 0], tolerance[1:])
    breaks[ends[:-1]] = True
    first = np.flatnonzero(breaks)
    end = np.append(first[1:], len(curves))
    final = curves[end - 1, 3]
    final[np.searchsorted(end, ends)] = last_points
    closed = _near(curves[first, 0], final, tolerance[first])
    lengths = 2 + 4 * (end - first) + closed
    at = np.cumsum(lengths) - lengths
    rows = np.zeros((int(lengths.sum()), 2))
    rows[at, 0] = MOVE_HEADER
    rows[at + 1] = curves[first, 0]
    places = np.repeat(at + 2 - 4 * first, end - first) + 4 * np.arange(len(curves))
    rows[places, 0] = CURVE_HEADER
    for point in (1, 2, 3):
        rows[places + point] = curves[:, point]
    rows[(at + lengths - 1)[closed], 0] = CLOSE_HEADER
    return rows, [int(row) for row in at[np.searchsorted(first, ends - sizes)]]


def _near(first: Points, second: Points, tolerance: Points) -> NDArray[np.bool_]:
    """For each pair of points whether manim counts them as one."""
    near = np.abs(first - second) <= tolerance[:, None] + RELATIVE_TOLERANCE * np.abs(second)
    both: NDArray[np.bool_] = near[:, 0] & near[:, 1]
    return both


_POINTER_OFFSET = object.__basicsize__
"""A pycairo Context is a Python object's head and then the cairo_t pointer: py3cairo.h, PycairoContext_GET."""


@cache
def _append_path() -> Any:
    """cairo_append_path of the library that pycairo itself calls, or None where its names cannot be reached."""
    try:
        append = ctypes.CDLL(sys.modules["cairo._cairo"].__file__).cairo_append_path
    except (AttributeError, KeyError, OSError):
        return None
    append.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    append.restype = None
    return append
