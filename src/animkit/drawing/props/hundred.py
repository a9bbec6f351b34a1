"""A hundred people, each a head and shoulders: what so many in a hundred are, is seen and not only said."""

from __future__ import annotations

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out, hump, linear
from animkit.drawing.path import EMPTY, Matrix, Path, arc, joined, rounded
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.puppet import Puppet

ACROSS, DOWN = 20, 5
COUNT = ACROSS * DOWN
SPREAD, JUMP = 14.0, 6.0
"""Over how many people a wave of coming, or of standing out, is spread."""


class Hundred(Puppet):
    """Five rows of twenty people in a box of ``width_px`` by ``height_px`` about the origin. They fill from the left, column by column.

    ``here`` are as many as have come (0 to 100), ``marked`` as many as stand out.

        self.at(6, people.arrive(2.4))
        self.at("talked", people.mark(30))
    """

    def __init__(
        self, *, width_px: float = 820.0, height_px: float = 380.0, colour: str = "lavender", mark: str = "dusk", here: float = 0.0
    ) -> None:
        self.here, self.marked, self.wave = here, 0.0, 0.0
        self._who, self._rises = 0, True
        self._step = (width_px / ACROSS, height_px / DOWN)
        self._one = _person(min(self._step[0] * 0.86, self._step[1] * 0.64))
        self._spots = np.array(
            [
                ((column - (ACROSS - 1) / 2) * self._step[0], ((DOWN - 1) / 2 - row) * self._step[1])
                for column in range(ACROSS)
                for row in range(DOWN)
            ]
        )
        self._plain, self._marked = shape(EMPTY, colour), shape(EMPTY, mark)
        super().__init__(self._plain, self._marked)
        self.refresh()

    def arrive(self, seconds: float = 2.4) -> Phased:
        """They come, from the left."""
        return Phased(self, phase(seconds, linear, here=float(COUNT)))

    def mark(self, count: int, seconds: float = 1.2) -> Phased:
        """So many stand out, one after the other, each with a little jump; or step back, one after the other, where more did before."""
        more = count > self._who
        self._who = max(count, self._who)

        def goal() -> float:
            self._rises = more
            self._who = count if more else self._who
            return count + JUMP if more else float(count)

        return Phased(self, phase(seconds, linear, marked=goal))

    def stir(self, seconds: float = 1.8) -> Phased:
        """A small wave goes through all of them."""
        return Phased(self, phase(seconds, linear, wave=float(COUNT) + 2 * SPREAD), phase(0.04, wave=0.0))

    def bones(self) -> object:
        """How many are here, how many stand out, and how far a wave has come."""
        return (self.here, self.marked, self.wave)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Stands everybody in their place."""
        plain: list[Path] = []
        marked: list[Path] = []
        come = self.here / COUNT * (COUNT + SPREAD)
        for index, spot in enumerate(self._spots):
            size = back_out(min(max((come - index) / SPREAD, 0.0), 1.0)) if self.here < COUNT else 1.0
            if size <= 0:
                continue
            since = self.marked - index
            stands_out = since > 0 and index < self._who
            jump = 9.0 * hump(min(since / JUMP, 1.0)) if stands_out and self._rises else 0.0
            since_wave = (self.wave - index) / (2 * SPREAD)
            jump += 7.0 * hump(since_wave) if 0 < since_wave < 1 else 0.0
            (marked if stands_out else plain).append(self._one * size + spot + np.array([0.0, jump]))
        for part, paths in ((self._plain, plain), (self._marked, marked)):
            part.rest = joined(*paths) * px(1) if paths else EMPTY
        super().lay(whole, factor)


def _person(width: float) -> Path:
    """A head, and shoulders round at the top."""
    w = width
    corners = [(-w / 2, -w * 0.72), (-w / 2, w * 0.12), (w / 2, w * 0.12), (w / 2, -w * 0.72)]
    body = rounded(corners, [w * 0.06, w * 0.46, w * 0.46, w * 0.06])
    return joined(arc(w * 0.31, centre=(0.0, w * 0.5)), body)
