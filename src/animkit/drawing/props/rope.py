"""A knot that comes loose: how the rope lies from tied to calm, and where it crosses itself. Pure numpy."""

from __future__ import annotations

import numpy as np

from animkit.drawing.path import Path, joined, smooth

STEPS = 5
"""Points between two of the rope's corners."""
OVER = 3
"""How many points to each side of a crossing the upper strand is drawn anew."""

KNOT = np.array(
    [
        (-0.76, -0.12, 0),
        (-0.58, 0.0, 0.5),
        (-0.36, 0.02, 1),
        (-0.14, -0.08, 0),
        (0.06, -0.08, -1),
        (0.26, 0.04, 0),
        (0.34, 0.28, 1),
        (0.12, 0.5, 0),
        (-0.18, 0.44, 0),
        (-0.34, 0.18, -0.5),
        (-0.36, -0.14, -1),
        (-0.2, -0.44, 0),
        (-0.04, -0.4, 0.5),
        (0.02, -0.1, 1),
        (0.08, 0.12, 0),
        (0.4, 0.22, -1),
        (0.78, 0.06, 0),
    ]
)
"""An overhand knot: the rope's corners (x, y) in shares of the bubble's radius, and how high each lies over the others."""
LOOP = np.array(
    [
        (-0.7, -0.2, 0.0),
        (-0.48, -0.2, 0.0),
        (-0.26, -0.18, 0.5),
        (0.0, -0.14, 0.5),
        (0.2, -0.02, 0.5),
        (0.32, 0.14, 0.5),
        (0.28, 0.34, 0.0),
        (0.12, 0.46, 0.0),
        (-0.1, 0.44, 0.0),
        (-0.26, 0.28, 0.0),
        (-0.26, 0.08, -0.5),
        (-0.14, -0.06, -0.5),
        (0.02, -0.14, -0.5),
        (0.2, -0.18, -0.5),
        (0.38, -0.2, 0.0),
        (0.54, -0.2, 0.0),
        (0.7, -0.2, 0.0),
    ]
)
"""One open loop."""
CALM = np.array([(0.66 * s, 0.3 * s * s - 0.16, 0.0) for s in np.linspace(-1, 1, len(KNOT))])
"""A line that hangs, softly, like a smile."""


def rope(loose: float) -> Path:
    """The rope's (x, y, height) in shares of the bubble's radius, from tied (0) to calm (1)."""
    stages, shapes = (0.0, 0.4, 0.7, 1.0), (KNOT * [0.95, 0.92, 1.0], KNOT * [1.02, 1.16, 1.0], LOOP, CALM)
    place = min(max(int(np.searchsorted(stages, loose, side="right")) - 1, 0), len(stages) - 2)
    way = (loose - stages[place]) / (stages[place + 1] - stages[place])
    corners = shapes[place] + (shapes[place + 1] - shapes[place]) * (way * way * (3 - 2 * way))
    flat = smooth(corners[:, :2]).reshape(-1, 4, 2)
    t = np.linspace(0, 1, STEPS, endpoint=False)[None, :, None]
    p0, p1, p2, p3 = (flat[:, None, k] for k in range(4))
    on = ((1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t**2 * p2 + t**3 * p3).reshape(-1, 2)
    on = np.vstack([on, corners[-1:, :2]])
    heights = np.interp(np.linspace(0, len(corners) - 1, len(on)), np.arange(len(corners)), corners[:, 2])
    return np.column_stack([on, heights])


def strands(loose: float, size: float) -> tuple[Path, Path, Path]:
    """What to draw of the rope in a bubble of radius ``size``: all of it, the strands on top, and where a gap is left beside these.

    All three are open lines; gaps are drawn wider, in the ground's colour, between the first and the second.
    """
    points = rope(loose)
    line = points[:, :2] * size
    tops = [line[max(at - OVER, 0) : at + OVER + 1] for at in crossings(points)]
    return smooth(line), joined(*(smooth(top) for top in tops)), joined(*(smooth(top[1:-1]) for top in tops))


def crossings(points: Path) -> list[int]:
    """The points of the upper strand nearest to where the rope crosses itself."""
    a, b = points[:-1, :2], points[1:, :2]
    step = b - a
    between = a[None, :] - a[:, None]
    turn = step[:, None, 0] * step[None, :, 1] - step[:, None, 1] * step[None, :, 0]
    safe = np.where(np.abs(turn) < 1e-12, np.inf, turn)
    first = (between[..., 0] * step[None, :, 1] - between[..., 1] * step[None, :, 0]) / safe
    second = (between[..., 0] * step[:, None, 1] - between[..., 1] * step[:, None, 0]) / safe
    meets = (first >= 0) & (first < 1) & (second >= 0) & (second < 1) & np.isfinite(safe)
    apart = np.subtract.outer(np.arange(len(a)), np.arange(len(a)))
    pairs = np.argwhere(meets & (apart < -2 * OVER))
    return [int(i if points[i, 2] >= points[j, 2] else j) for i, j in pairs]
