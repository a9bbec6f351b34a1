"""Keeping a moving figure inside a phone's screen or a disc without a mask. Pure numpy.

Manim's camera cannot clip. A path whose curves are short, each point outside moved to the nearest point of the shape, looks the same
as the clipped one: that map leaves the inside alone, and what lay outside runs along the edge, under its ink. Several times
cheaper than cutting outlines with a geometry library every frame, and it costs nothing while nothing moves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from animkit.drawing.path import Path


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle with round corners, or a disc (no width, no height: all radius), in the path's units."""

    left: float
    right: float
    bottom: float
    top: float
    radius: float = 0.0
    square_foot: bool = False
    """Whether only the upper corners are round: an arch."""

    @classmethod
    def disc(cls, radius: float, x: float = 0.0, y: float = 0.0) -> Window:
        """A disc."""
        return cls(x - radius, x + radius, y - radius, y + radius, radius)

    def kept(self, path: Path) -> Path:
        """``path`` with every point outside moved to the nearest point of the window."""
        floor = self.bottom - 1e3 if self.square_foot else self.bottom
        low = np.array([self.left + self.radius, floor + self.radius])
        high = np.array([self.right - self.radius, self.top - self.radius])
        core: Path = np.minimum(np.maximum(path, low), high)
        if not self.radius:
            return core
        away = path - core
        distance = np.hypot(away[:, 0], away[:, 1])
        share = np.where(distance > self.radius, self.radius / np.maximum(distance, 1e-12), 1.0)
        result: Path = core + away * share[:, None]
        if self.square_foot:
            result[:, 1] = np.maximum(result[:, 1], self.bottom)
        return result

    def kept_line(self, path: Path) -> Path:
        """``path`` without its curves that lie outside: for lines, which would show where they ran along the edge."""
        curves = path.reshape(-1, 4, 2)
        ends = curves[:, [0, 3]].reshape(-1, 2)
        inside = (np.abs(self.kept(ends) - ends).max(axis=1) < 1e-9).reshape(-1, 2).all(axis=1)
        line: Path = curves[inside].reshape(-1, 2)
        return line


def in_short_curves(path: Path, longest: float) -> Path:
    """The same outlines in curves no longer than ``longest`` (by their handles), so that ``Window.kept`` bends none visibly."""
    curves = path.reshape(-1, 4, 2)
    lengths = np.hypot(*np.diff(curves, axis=1).transpose(2, 0, 1)).sum(axis=1)
    pieces = np.maximum(1, np.ceil(lengths / longest)).astype(int)
    return np.concatenate([_split(curve, count) for curve, count in zip(curves, pieces, strict=True)]) if len(curves) else path


def _split(curve: Path, count: int) -> Path:
    if count == 1:
        return curve
    p0, p1, p2, p3 = curve
    t = np.linspace(0, 1, count + 1)[:, None]
    on = (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t**2 * p2 + t**3 * p3
    slope = 3 * ((1 - t) ** 2 * (p1 - p0) + 2 * (1 - t) * t * (p2 - p1) + t**2 * (p3 - p2)) / (3 * count)
    split: Path = np.stack([on[:-1], on[:-1] + slope[:-1], on[1:] - slope[1:], on[1:]], axis=1).reshape(-1, 2)
    return split
