"""What a grown-up puts aside to listen: a carrot and its peeler, a radio, a lecture."""

from __future__ import annotations

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out
from animkit.drawing.path import Matrix, arc, joined, polyline, rectangle, rounded, smooth
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.puppet import Puppet


class Carrot(Puppet):
    """A carrot, held or lying with its point to the left; the middle of its thick end is at the origin."""

    def __init__(self, *, length_px: float = 210.0) -> None:
        w = length_px
        body = rounded([(0, w * 0.13), (-w, 0), (0, -w * 0.13)], [w * 0.1, w * 0.06, w * 0.1])
        leaves = joined(*(smooth([(w * 0.02, 0), (w * 0.16, y * 0.7), (w * 0.34, y)]) for y in (w * 0.14, w * 0.02, -w * 0.1)))
        rings = joined(*(polyline((x * w, w * y), (x * w + w * 0.02, 0)) for x, y in ((-0.26, 0.085), (-0.52, 0.055))))
        super().__init__(shape(leaves, None, "leaf", w * 0.085), shape(body, "clay", "ink", 9), shape(rings, None, "ink", 6))


class Lecture(Puppet):
    """A scroll full of things to say, hanging from its rod at the origin. ``length`` (0 to 1) is how much of it has unrolled.

    self.at(6, lecture.unroll())
    self.at("wait", lecture.roll_up())      # the lesson can wait
    """

    def __init__(self, *, width_px: float = 190.0, height_px: float = 520.0) -> None:
        self.length = 0.0
        self._size = (width_px, height_px)
        self._sheet = shape(np.zeros((0, 2)), "paper", "ink", 9)
        self._lines = shape(np.zeros((0, 2)), None, "lilac", 11)
        self._roll = shape(np.zeros((0, 2)), "glow", "ink", 9)
        rod = shape(rectangle(width_px * 1.16, 26, 13), "wood", "ink", 9)
        super().__init__(self._sheet, self._lines, self._roll, rod)
        self.refresh()

    def unroll(self, seconds: float = 1.3) -> Phased:
        """Runs out downward, on and on."""
        return Phased(self, phase(seconds, in_out, length=1.0))

    def roll_up(self, seconds: float = 0.8) -> Phased:
        """Rolls itself up again."""
        return Phased(self, phase(seconds, in_out, length=0.0))

    def bones(self) -> object:
        """How long it is."""
        return self.length

    def lay(self, whole: Matrix, factor: float) -> None:
        """Hangs as much of the sheet as has unrolled, the rest of it rolled up at its end."""
        w, h = self._size
        down = 14 + (h - 14) * self.length
        radius = 15 + 15 * (1 - self.length)
        self._sheet.rest = rectangle(w, down, 0, (0, -down / 2)) * px(1)
        rows = [y for y in range(56, int(h), 46) if y < down - radius - 8]
        ends = (0.36, 0.28, 0.36, 0.12)
        lines = joined(*(polyline((-w * 0.36, -y), (w * ends[index % 4], -y)) for index, y in enumerate(rows)))
        self._lines.rest = lines * px(1)
        self._roll.rest = rectangle(w * 1.06, 2 * radius, radius, (0, -down)) * px(1)
        super().lay(whole, factor)


class Notes(Puppet):
    """Two notes in the air over something that plays, about the origin."""

    def __init__(self, *, size_px: float = 70.0, colour: str = "iris") -> None:
        s = size_px
        stem = joined(polyline((s * 0.2, 0), (s * 0.2, s * 0.8), (s * 0.55, s * 0.62)), polyline((-s * 0.8, -s * 0.5), (-s * 0.8, s * 0.2)))
        heads = joined(arc((s * 0.2, s * 0.15), centre=(s * 0.02, 0)), arc((s * 0.2, s * 0.15), centre=(-s * 0.98, -s * 0.5)))
        super().__init__(shape(stem, None, colour, 9), shape(heads, colour))
