"""The knotted bubble: what somebody has to tell. When it is heard, the knot comes loose."""

from __future__ import annotations

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out
from animkit.drawing.path import EMPTY, Matrix
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.bubbles import Bubble, round_path
from animkit.drawing.props.line import line_px
from animkit.drawing.props.rope import strands

ROPE = 0.95
"""The rope's width, of the bubble's line."""
GAP = 1.9
"""The gap beside a strand that lies on top, of the rope's width."""


class KnottedBubble(Bubble):
    """What somebody has to tell, about the origin: a round bubble with a knot in it. ``loose`` is 0 (tied) to 1 (a calm line).

    self.at("believe", bubble.untie())
    """

    def __init__(
        self, *, size_px: float = 180.0, fill: str = "white", rope: str = "help_dark", tail: float = 225.0, loose: float = 0.0
    ) -> None:
        self.loose = loose
        self._radius = size_px / 2
        line = line_px(size_px)
        self._rope, self._gap, self._over = (
            shape(EMPTY, None, rope, line * ROPE),
            shape(EMPTY, None, fill, line * ROPE * GAP, cap="butt"),
            shape(EMPTY, None, rope, line * ROPE),
        )
        super().__init__(shape(round_path(self._radius, tail), fill, "ink", line), self._rope, self._gap, self._over)
        self.refresh()

    def untie(self, seconds: float = 1.8) -> Phased:
        """The knot gives a little, opens, slips out and lies still."""
        return Phased(self, phase(seconds, in_out, loose=1.0))

    def loosen(self, loose: float = 0.35, seconds: float = 0.8) -> Phased:
        """The knot gives a little: it begins to be told."""
        return Phased(self, phase(seconds, in_out, loose=loose))

    def bones(self) -> object:
        """How loose the knot is."""
        return self.loose

    def lay(self, whole: Matrix, factor: float) -> None:
        """Draws the rope, and over it the strands that lie on top."""
        self._gap.line = self._over.line * (GAP if self.loose < 0.4 else max(1.0, GAP - (self.loose - 0.4) * 4))
        lines = strands(self.loose, px(self._radius))
        for part, line in zip((self._rope, self._over, self._gap), lines, strict=True):
            part.rest = line
        super().lay(whole, factor)
