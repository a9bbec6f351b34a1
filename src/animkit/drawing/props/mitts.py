"""A card's applause: two white mitts that clap beside it. Nobody's hands: they have no arms, and no skin."""

from __future__ import annotations

from math import pi

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import into, out
from animkit.drawing.path import Matrix, compose, joined, moved, polyline, shifted, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.hand import hand
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.card import Card
from animkit.drawing.puppet import Puppet

OPEN_PX = 46.0


class Mitts(Puppet):
    """Two mitts before a card's foot; they go where the card goes. ``apart`` is 1 (open) to 0 (together).

    self.at(30, mitts.clap())
    """

    def __init__(self, card: Card, *, size: float = 0.72) -> None:
        self.card, self.apart, self.size = card, 1.0, size
        outline = hand("flat")
        self._mitts: list[Drawn] = []
        for _ in range(2):
            self._mitts += [shape(outline.shapes, None, "ink", 22), shape(outline.shapes, "white"), shape(outline.lines, None, "ink", 7)]
        self._marks = shape(joined(*(moved(polyline((0, 72), (0, 100)), turned(a)) for a in (-0.5, 0.0, 0.5))), None, "ink", 8)
        super().__init__(*self._mitts, self._marks)
        self.refresh()

    def clap(self) -> Phased:
        """Claps once: together after 0.12 s, apart again."""
        return Phased(self, phase(0.12, into, apart=0.0), phase(0.2, out, apart=1.0))

    def bones(self) -> object:
        """How far apart they are, and where the card is."""
        return (self.apart, self.card.matrix().tobytes())

    def lay(self, whole: Matrix, factor: float) -> None:
        """Stands them before the card's foot."""
        del whole
        foot = compose(self.card.matrix(), shifted(0, -px(self.card.height_px * 0.24)))
        for side, parts in ((-1, self._mitts[:3]), (1, self._mitts[3:])):
            lean = 0.16 + 0.5 * self.apart
            place = compose(
                foot,
                shifted(px(side * (24 + OPEN_PX * self.apart)), -px(26)),
                turned(pi / 2 - side * lean, scale=(self.size, self.size * -side)),
            )
            for part in parts:
                part.lay(place, factor, self.visible)
        shown = self.visible and self.apart < 0.35 and self.card.visible
        self._marks.lay(compose(foot, shifted(0, px(18))), factor, shown)
