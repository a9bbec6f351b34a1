"""The jagged bubble: a threat. It is empty: there is nothing in it to read, to copy or to answer."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out
from animkit.drawing.path import Matrix, Path, backward, joined, rounded
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.bubbles import Bubble
from animkit.drawing.props.line import line_px
from animkit.drawing.stage import stage

RIM = 0.84
"""The empty inside, of the whole: so the sign's colour stays under a fifth of the picture when the bubble fills two thirds of it."""
UNREST_S, UNREST = 3.2, 0.025
"""Its spikes stir slowly and a little, each in its own time; nothing trembles."""


class JaggedBubble(Bubble):
    """A threat, about the origin: jagged, in the sign's colour round an empty middle.

    ``size`` is how many times its first size it is; lines do not grow with it.

        self.at("threat", bubble.swell(2.4))        # gently: no sting, no jump
        self.at("never", bubble.shrink())
    """

    def __init__(self, width_px: float = 520.0, height_px: float = 0.0, *, spikes: int = 13, middle: str = "paper") -> None:
        dice = stage().chance("jagged", width_px, spikes)
        self.size = 1.0
        self._half = (width_px / 2, (height_px or width_px * 0.72) / 2)
        self._at = np.array([2 * pi * (k + dice.uniform(-0.14, 0.14)) / spikes for k in range(spikes)])
        self._reach = np.array([dice.uniform(0.82, 1.12) for _ in range(spikes)])
        self._phase = np.array([dice.uniform(0, 2 * pi) for _ in range(spikes)])
        self._rim, self._edge = shape(self._ring(), "sign"), shape(self._ring(), None, "ink", line_px(width_px * 0.5))
        self._hole = shape(self._ring(RIM), middle)
        super().__init__(self._rim, self._hole, self._edge)
        self.refresh()

    def swell(self, size: float = 2.0, seconds: float = 2.2) -> Phased:
        """Grows to ``size`` times its first size, softly."""
        return Phased(self, phase(seconds, in_out, size=size))

    def shrink(self, size: float = 0.3, seconds: float = 1.2) -> Phased:
        """Loses its size again."""
        return Phased(self, phase(seconds, in_out, size=size))

    def bones(self) -> object:
        """Its size, and the frame while it stirs."""
        return (self.size, 0 if stage().still_life else stage().now)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Draws its spikes as they are on this frame."""
        outer, inner = self._ring(), self._ring(RIM)
        self._rim.rest = joined(outer, backward(inner)) * px(1)
        self._edge.rest, self._hole.rest = outer * px(1), inner * px(1)
        super().lay(whole, factor)

    def _ring(self, share: float = 1.0) -> Path:
        up = stage()
        time = 0.0 if up.still_life else 2 * pi * up.now / up.fps / UNREST_S
        tips = self._reach * (1 + UNREST * np.sin(time + self._phase))
        between = (self._at + np.roll(self._at, -1) + np.where(np.roll(self._at, -1) < self._at, 2 * pi, 0)) / 2
        notch = 0.7 * (1 + 0.5 * UNREST * np.sin(time * 0.8 + self._phase * 2))
        points: list[tuple[float, float]] = []
        half_w, half_h = (half * self.size for half in self._half)
        for tip, low, a, b in zip(tips * share, notch * share, self._at, between, strict=True):
            points += [(half_w * tip * cos(a), half_h * tip * sin(a)), (half_w * low * cos(b), half_h * low * sin(b))]
        return rounded(points, 5.0)
