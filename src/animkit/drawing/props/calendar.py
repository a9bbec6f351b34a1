"""A calendar whose pages turn: one page is one day. No figures: seven dots, and today's is full."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out, linear
from animkit.drawing.path import EMPTY, Matrix, Path, arc, joined, moved, rectangle, turned
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.line import line_px
from animkit.drawing.puppet import Puppet

BEHIND = 0.42
"""How high a page stands that has gone over the top, of its height."""


class Calendar(Puppet):
    """A calendar on a desk, its foot at the origin's height. ``turned`` counts the pages that have gone.

    self.at("fast", calendar.turn_page(0.4))
    self.at("hurry", calendar.stop())
    """

    def __init__(self, *, width_px: float = 240.0, turned: float = 0.0, header: str = "blue") -> None:
        w, h = width_px, width_px * 0.98
        self.width_px, self.height_px, self.turned = w, h, turned
        line = line_px(w)
        self._hinge, self._page = h * 0.76, (w, h * 0.76)
        self._sheet, self._gone = shape(EMPTY, "white", "ink", line), shape(EMPTY, "mist", "ink", line)
        self._dots, self._today = shape(EMPTY, "lavender"), shape(EMPTY, "mustard")
        self._next_dots, self._next_today = shape(EMPTY, "lavender"), shape(EMPTY, "mustard")
        rings = joined(*(rectangle(w * 0.05, h * 0.2, w * 0.025, (x * w, h)) for x in (-0.26, 0.26)))
        head = rectangle(w, h * 0.25, [w * 0.05, w * 0.05, 0, 0], (0, h * 0.88))
        super().__init__(
            shape(rectangle(w, h, w * 0.05, (0, h / 2)), "white", "ink", line),
            self._next_dots,
            self._next_today,
            self._gone,
            self._sheet,
            self._dots,
            self._today,
            shape(head, header, "ink", line),
            shape(rings, "ink"),
        )
        self.refresh()

    def turn_page(self, seconds: float = 0.4, pages: int = 1) -> Phased:
        """Turns a page, or several one after the other, each in ``seconds``."""
        ease = in_out if pages == 1 else linear
        return Phased(self, phase(seconds * pages, ease, turned=lambda: float(round(self.turned)) + pages))

    def hurry(self, lengths: Sequence[float]) -> Phased:
        """Turns one page after the other, each in its own time."""
        start = round(self.turned)
        return Phased(self, *(phase(seconds, linear, turned=float(start + index + 1)) for index, seconds in enumerate(lengths)))

    def at(self, x: float = 0.5, y: float = 0.4) -> np.ndarray:
        """A point of its page in the scene, as shares of its box."""
        point = np.array([[self.width_px * (x - 0.5), self.height_px * y]]) * px(1)
        return np.array([*moved(point, self.matrix())[0], 0.0])

    def bones(self) -> object:
        """How many pages have gone."""
        return self.turned

    def lay(self, whole: Matrix, factor: float) -> None:
        """Turns the sheet on top about the upper edge, and shows the next below it."""
        share, today = self.turned % 1.0, int(self.turned)
        w, h = self._page
        tall = cos(pi * share)
        page = rectangle(w, h, [0, 0, w * 0.05, w * 0.05], (0, -h / 2))
        there = turned(0.0, scale=(1.0 - 0.06 * (1 - abs(tall)), tall if tall > 0 else tall * BEHIND))
        up = (0.0, self._hinge)
        dots, full = _week(w, h, today)
        self._sheet.rest = (moved(page, there) + up) * px(1) if 0 <= tall < 1.0 and share else EMPTY
        self._gone.rest = (moved(page, there) + up + (0.0, self.height_px * 0.24)) * px(1) if tall < 0 else EMPTY
        self._dots.rest, self._today.rest = ((moved(each, there) + up) * px(1) if tall > 0 else EMPTY for each in (dots, full))
        dots, full = _week(w, h, today + 1)
        shown = bool(share)
        self._next_dots.rest, self._next_today.rest = ((each + up) * px(1) if shown else EMPTY for each in (dots, full))
        super().lay(whole, factor)


def _week(w: float, h: float, today: int) -> tuple[Path, Path]:
    """Seven dots of a week in two rows, below the hinge: the others, and today's."""
    places = [((column - 1.5) * w * 0.22, -h * 0.33) for column in range(4)] + [
        ((column - 1.5) * w * 0.22, -h * 0.68) for column in range(3)
    ]
    others = [arc(w * 0.065, centre=place) for index, place in enumerate(places) if index != today % 7]
    return joined(*others), arc(w * 0.105, centre=places[today % 7])
