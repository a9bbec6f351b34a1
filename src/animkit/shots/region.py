"""Which part of a picture changed, in tiles: so that only there shapes are painted again and colours converted.

Pure. Extents are boxes of the scene (left, bottom, right, top), y upward; parts are boxes of pixels, y downward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from animkit.shots.cairo_path import Extent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Boxes = NDArray[np.int64]

View = tuple[float, float, float, float, float, float]
"""Scene units to pixels, as cairo's matrix: xx, yx, xy, yy, x0, y0. Nothing is turned: yx and xy are 0."""

TILE = 32
"""Side of a tile in pixels: small enough to follow a person's outline, large enough to be few (60 x 34 of them at 1080p)."""

OPEN_COST = 60_000
"""How many more pixels two parts may take as one: what copying and converting a part of its own costs in time (0.15 ms)."""

EDGE = 1
"""Pixels around an extent that antialiasing may reach."""


class Part(NamedTuple):
    """A part of the picture in pixels, ``right`` and ``bottom`` exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """How many pixels it has."""
        return (self.right - self.left) * (self.bottom - self.top)

    def cut(self, pixels: NDArray[Any]) -> NDArray[Any]:
        """The part of a picture's array, as a view."""
        return pixels[self.top : self.bottom, self.left : self.right]


Parts = tuple[Part, ...]
"""Parts that do not overlap, on the tiles' grid. None of them: nothing changed."""


class Grid:
    """The tiles of a picture of ``width`` x ``height`` pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.whole: Parts = (Part(0, 0, width, height),)
        self._across, self._down = -(-width // TILE), -(-height // TILE)

    def parts(self, extents: Sequence[Extent], view: View) -> Parts:
        """The parts that hold everything in ``extents``."""
        tiles = np.zeros((self._down, self._across), bool)
        for left, top, right, bottom in self._boxes(extents, view).tolist():
            tiles[top:bottom, left:right] = True
        return tuple(
            Part(left * TILE, top * TILE, min(right * TILE, self.width), min(bottom * TILE, self.height))
            for left, top, right, bottom in _rectangles(tiles)
        )

    def touched(self, extents: Sequence[Extent], parts: Parts, view: View) -> NDArray[np.bool_]:
        """For each of ``extents`` whether it reaches into ``parts``."""
        sums = np.zeros((self._down + 1, self._across + 1), np.int64)
        for part in parts:
            sums[part.top // TILE + 1 : -(-part.bottom // TILE) + 1, part.left // TILE + 1 : -(-part.right // TILE) + 1] = 1
        sums = sums.cumsum(axis=0).cumsum(axis=1)
        left, top, right, bottom = self._boxes(extents, view).T
        right, bottom = np.maximum(right, left), np.maximum(bottom, top)
        within: NDArray[np.bool_] = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left] > 0
        return within

    def _boxes(self, extents: Sequence[Extent], view: View) -> Boxes:
        """The tiles under each of ``extents``: left, top, right, bottom. An empty extent has none: its right is not beyond its left."""
        across, _, _, down, x, y = view
        edges = np.array(extents, np.float64).reshape(-1, 4)
        pixels = np.empty_like(edges)
        pixels[:, 0], pixels[:, 2] = edges[:, 0] * across + x - EDGE, edges[:, 2] * across + x + EDGE
        pixels[:, 1], pixels[:, 3] = edges[:, 3] * down + y - EDGE, edges[:, 1] * down + y + EDGE
        tiles = np.floor(pixels / TILE)
        tiles[:, 2:] += 1
        boxes: Boxes = np.clip(tiles, 0, (self._across, self._down, self._across, self._down)).astype(np.int64)
        return boxes


def _rectangles(tiles: NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Rectangles of tiles that cover all that are set, in few pieces: row by row, a run of tiles joins the rectangle above it if that is
    cheaper than to open one of its own. Left, top, right, bottom."""
    done: list[tuple[int, int, int, int]] = []
    growing: list[tuple[int, int, int, int]] = []
    for row, start, end in _runs(tiles):
        best, best_cost = -1, _cost(start, row, end, row + 1)
        for number, (left, top, right, bottom) in enumerate(growing):
            more = _cost(min(left, start), top, max(right, end), row + 1) - _cost(left, top, right, bottom)
            if bottom >= row and more <= best_cost:
                best, best_cost = number, more
        if best < 0:
            growing.append((start, row, end, row + 1))
        else:
            left, top, right, _ = growing[best]
            growing[best] = (min(left, start), top, max(right, end), row + 1)
        finished = [one for one in growing if one[3] < row]
        if finished:
            done += finished
            growing = [one for one in growing if one[3] >= row]
    return _apart([*done, *growing])


def _apart(found: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The rectangles, those that overlap made one."""
    apart: list[tuple[int, int, int, int]] = []
    for one in found:
        grown = one
        while True:
            meeting = [other for other in apart if _overlap(grown, other)]
            if not meeting:
                break
            apart = [other for other in apart if other not in meeting]
            lefts, tops, rights, bottoms = zip(grown, *meeting, strict=True)
            grown = (min(lefts), min(tops), max(rights), max(bottoms))
        apart.append(grown)
    return apart


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cost(left: int, top: int, right: int, bottom: int) -> int:
    return (right - left) * (bottom - top) * TILE * TILE + OPEN_COST


def _runs(tiles: NDArray[np.bool_]) -> Iterator[tuple[int, int, int]]:
    """Every run of set tiles in a row: row, first column, the column after the last."""
    edges = np.zeros((tiles.shape[0], tiles.shape[1] + 2), np.int8)
    edges[:, 1:-1] = tiles
    steps = np.diff(edges, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    yield from zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
