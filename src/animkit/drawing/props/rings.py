"""The knock, drawn: a ring for each tap that runs out from where it is heard, and thins until it is gone."""

from __future__ import annotations

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import out
from animkit.drawing.motion.moves import Change
from animkit.drawing.path import EMPTY, Matrix, arc
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet

FIRST_SHARE = 0.14
"""How large a ring is when it is struck, of its reach."""


class Rings(Puppet):
    """Rings about the origin. Each ``tap`` sends one out as far as ``reach_px``; its line keeps its width where it is struck and thins.

    ``flat`` (0 to 1) presses them: rings on a table that is seen from its edge.

        self.at("tap", rings.tap())
        self.at("tap2", rings.tap(0.7))
    """

    def __init__(self, *, rings: int = 6, reach_px: float = 420.0, line_px: float = 20.0, colour: str = "help", flat: float = 0.0) -> None:
        self.reach_px, self.line_px, self._flat = reach_px, line_px, 1.0 - flat
        self.out = [(0.0, 0.0)] * rings
        self._next = 0
        self._lines = [shape(EMPTY, None, colour, line_px) for _ in range(rings)]
        super().__init__(*self._lines)
        self.refresh()

    def tap(self, strength: float = 1.0, seconds: float = 1.1) -> Change:
        """One ring. Weaker taps make smaller and thinner ones."""
        number = self._next % len(self.out)
        self._next += 1

        def run(share: float) -> None:
            self.out[number] = (share, strength) if 0 < share < 1 else (0.0, 0.0)
            self.refresh()

        return Change(self, run, 0.0, 1.0, seconds, ease=lambda share: share)

    def bones(self) -> object:
        """How far out each ring is, and how strong."""
        return tuple(self.out)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Draws each ring where it is, as thin as it has become."""
        for line, (share, strength) in zip(self._lines, self.out, strict=True):
            radius = self.reach_px * strength * (FIRST_SHARE + (1 - FIRST_SHARE) * out(share))
            line.rest = arc((radius, radius * self._flat)) * px(1) if share else EMPTY
            line.line = px(self.line_px) * strength * (1 - share) ** 0.8
            line.lay(whole, factor, self.visible and share > 0)
