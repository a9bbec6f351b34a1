"""The string: what a gift has on it that wants something back. Strings tie stars to the card, never to a child."""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sin
from typing import Literal, TypeAlias

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out, into, linear, out, settle
from animkit.drawing.path import EMPTY, Matrix, Path, compose, inverse, joined, moved, smooth, turned
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

End: TypeAlias = "np.ndarray | Puppet | Callable[[], np.ndarray]"
"""A point of the scene, a puppet (its ``hook()``, or its middle), or a function that tells the point on each frame (``otis.hand_at``)."""
Tie = Literal["start", "end", "both", "none"]

POINTS = 33
QUIVERS_A_SECOND = 5.5
QUIVER_PX = 16.0
SOFT_PX = 50.0
"""How softly a string comes to lie on a floor."""
BELLY = 0.4
"""How far the loop of a slack string that hangs steeply opens sideways, of its length, at slack 1."""


class String(Puppet):
    """A string from ``start`` to ``end``; it follows both on every frame. Draw it behind what it is tied to.

    ``slack`` is how far it sags, of the way between its ends: 0 is taut, 0.3 hangs, 0.8 lies about. It never falls below ``floor_y``.
    ``tie`` says at which end there is a bow. ``length`` (0 to 1) is how much of it is drawn, from its start.

        thread = String(star, card, slack=0.35)
        self.at("back", thread.tighten())           # taut, past it and back, and quivers
        self.at("threat", thread.tug())
        self.at("believe", thread.slacken(0.7))
    """

    def __init__(
        self,
        start: End,
        end: End,
        *,
        slack: float = 0.3,
        width_px: float = 6.0,
        colour: str = "ink",
        tie: Tie = "end",
        floor_y: float | None = None,
        length: float = 1.0,
    ) -> None:
        self.ends = (start, end)
        self.slack, self.quiver, self.length = slack, 0.0, length
        self._floor, self._tied = floor_y, tie
        self._line, self._bows = (shape(EMPTY, None, colour, width_px) for _ in range(2))
        super().__init__(self._line, self._bows)
        self.refresh()

    # --- What it does ---------------------------------------------------------------------------------------------------------

    def tighten(self, seconds: float = 0.5) -> Phased:
        """Is pulled taut: past straight and back, and quivers."""
        return Phased(self, phase(seconds, settle, slack=0.0), phase(0.0, quiver=0.6), phase(0.7, out, quiver=0.0))

    def slacken(self, slack: float = 0.5, seconds: float = 1.1) -> Phased:
        """Goes slack: nobody pulls any more."""
        return Phased(self, phase(seconds, settle, slack=slack, quiver=0.0))

    def tug(self, seconds: float = 1.0) -> Phased:
        """Is tugged: it gives for a moment, snaps taut and quivers."""
        give = phase(0.14, slack=lambda: self.slack + 0.04)
        return Phased(self, give, phase(0.1, into, slack=0.0), phase(0.0, quiver=1.0), phase(max(seconds - 0.24, 0.1), out, quiver=0.0))

    def draw_on(self, seconds: float = 0.8) -> Phased:
        """Runs from its start to its end: we see where it leads."""
        self.length = 0.0
        return Phased(self, phase(seconds, in_out, length=1.0))

    def draw_off(self, seconds: float = 0.6) -> Phased:
        """Runs back to its start, and is gone."""
        return Phased(self, phase(seconds, linear, length=0.0))

    # --- Where it is ----------------------------------------------------------------------------------------------------------

    def from_to(self) -> tuple[np.ndarray, np.ndarray]:
        """Where its ends are, in the scene."""
        start, end = (_point(end) for end in self.ends)
        return start, end

    def at(self, share: float) -> np.ndarray:
        """A point of it, from its start (0) to its end (1): for a camera that rides along."""
        line = self._sampled()
        index = min(max(share, 0.0), 1.0) * (len(line) - 1)
        places = np.arange(len(line))
        return np.array([*(np.interp(index, places, line[:, axis]) for axis in (0, 1)), 0.0])

    # --- How it is drawn ------------------------------------------------------------------------------------------------------

    def bones(self) -> object:
        """Its ends, how it hangs, and the frame while it quivers."""
        start, end = self.from_to()
        return (start.tobytes(), end.tobytes(), self.slack, self.length, self.quiver, stage().now if self.quiver else 0)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Hangs it between its ends. They are points of the scene: only its own motions move it away from them."""
        del whole, factor
        outside, local = self.pose()
        placement = self.placement()
        own = compose(outside, placement, local, inverse(placement))
        line = self._sampled()
        if self.length < 1:
            line = line[: max(2, round(self.length * (len(line) - 1)) + 1)] if self.length > 0 else line[:0]
        self._line.rest = smooth(line) if len(line) else EMPTY
        bows = []
        if len(line) and self._tied in ("start", "both"):
            bows.append(_bow(line[0], line[1] - line[0]))
        if self.length >= 1 and self._tied in ("end", "both"):
            bows.append(_bow(line[-1], line[-2] - line[-1]))
        self._bows.rest = joined(*bows)
        for part in (self._line, self._bows):
            part.lay(own, 1.0, self.visible)

    def _sampled(self) -> Path:
        start, end = (point[:2] for point in self.from_to())
        way = end - start
        span = float(np.hypot(*way)) or 1e-6
        t = np.linspace(0, 1, POINTS)
        hang = 4 * t * (1 - t)
        line = start + np.outer(t, way)
        line[:, 1] -= self.slack * span * hang
        quiver = self.quiver * px(QUIVER_PX) * sin(2 * pi * QUIVERS_A_SECOND * stage().now / stage().fps) * np.sin(pi * t)
        normal = np.array([-way[1], way[0]]) / span
        line = line + np.outer(quiver, normal)
        line[:, 0] += self._belly(way, t, span)
        if self._floor is not None:
            over = line[:, 1] - self._floor
            line[:, 1] = self._floor + (over + np.hypot(over, px(SOFT_PX) * hang)) / 2
        return line

    def _belly(self, way: Path, t: Path, span: float) -> Path:
        """Opens the loop of a string that hangs steeply, near its lower end, so that it does not fold to a crease."""
        steep = abs(float(way[1])) / span
        low = t if way[1] < 0 else 1 - t
        side = np.sign(way[0] or 1.0) * (1 if way[1] < 0 else -1)
        belly: Path = side * BELLY * max(self.slack, 0.0) * steep * span * 6.75 * low**2 * (1 - low)
        return belly


def _point(end: End) -> np.ndarray:
    if isinstance(end, Puppet):
        hook = getattr(end, "hook", None)
        if hook is not None:
            return np.asarray(hook())
        return np.array([*moved(np.array([end.pivot()]), end.matrix())[0], 0.0])
    return np.asarray(end() if callable(end) else end)


_LOOPS = np.array([(0, 0), (13, 15), (27, 14), (28, 2), (14, -2), (0, 0), (-13, 15), (-27, 14), (-28, 2), (-14, -2), (0, 0)]) * 1.0
_TAILS = (np.array([(0.0, 0), (8, -14), (20, -24)]), np.array([(0.0, 0), (-8, -14), (-18, -26)]))


def _bow(at: Path, along: Path) -> Path:
    """A small bow whose tails hang away from the string."""
    angle = float(np.arctan2(along[1], along[0])) - pi / 2
    angle = 0.35 * ((angle + pi) % (2 * pi) - pi)
    bow = joined(smooth(_LOOPS), *(smooth(tail) for tail in _TAILS)) * px(1)
    return moved(bow, compose(np.array([[1.0, 0, at[0]], [0, 1.0, at[1]]]), turned(angle)))
