"""What a phone shows over its picture: that it is live, how many watch, and the tiny door that ends it. Pictures, not words."""

from __future__ import annotations

from math import pi

from animkit.drawing import glyphrun
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out, in_out
from animkit.drawing.motion.moves import Press
from animkit.drawing.path import EMPTY, Matrix, Path, arc, backward, joined, moved, rectangle, shifted, smooth
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.door import Door
from animkit.drawing.props.line import line_px
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

CHIP_PX = 66.0
"""A chip's height on a phone 900 px high."""


class LiveChip(Puppet):
    """The dot that sends: two arcs on each side, in the live ring's rose. About the origin."""

    def __init__(self, height_px: float = CHIP_PX) -> None:
        h = height_px
        waves = joined(*(arc(h * r, side - pi / 4, pi / 2) for r in (0.25, 0.4) for side in (0.0, pi)))
        dot = arc(h * 0.12)
        super().__init__(shape(rectangle(h * 1.42, h, h / 2), "rose"), shape(waves, None, "ink", h * 0.085), shape(dot, "ink"))


class ViewerChip(Puppet):
    """An eye and how many are watching; it can count. Its right edge is at the origin: it grows to the left with the number."""

    def __init__(self, number: int = 1, height_px: float = CHIP_PX, fill: str = "white") -> None:
        h = self._height = height_px
        self.number = float(number)
        self._figures = _figures()
        self._body, self._digits = shape(EMPTY, fill), shape(EMPTY, "ink")
        self._white = shape(_eye(h), None, "ink", h * 0.085)
        self._pupil = shape(joined(arc(h * 0.135), backward(arc(h * 0.05, centre=(h * 0.045, h * 0.045)))), "ink")
        self._eye_rest = (self._white.rest, self._pupil.rest)
        super().__init__(self._body, self._digits, self._white, self._pupil)
        self.refresh()

    def count(self, to: int, seconds: float = 1.4) -> Phased:
        """Counts up or down to another number."""
        return Phased(self, phase(seconds, in_out, number=float(to)))

    def bones(self) -> object:
        """The number as it is shown."""
        return round(self.number)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Sets the number, and makes the chip as wide as it needs."""
        h = self._height
        digits, width = self._set(f"{round(self.number):,}")
        full = h * (0.3 + 0.72 + 0.13 + 0.32) + width
        self._body.rest = rectangle(full, h, h / 2, (-full / 2, 0)) * px(1)
        self._digits.rest = moved(digits, shifted(-h * 0.32 - width, -h * 0.225)) * px(1)
        for part, rest in zip((self._white, self._pupil), self._eye_rest, strict=True):
            part.rest = moved(rest, shifted(px(-full + h * 0.66), 0.0))
        super().lay(whole, factor)

    def _set(self, text: str) -> tuple[Path, float]:
        size, at = self._height * 0.64, 0.0
        outlines = []
        for letter in text:
            outline, width = self._figures[letter]
            outlines.append(moved(outline * size, shifted(at, 0)))
            at += width * size
        return joined(*outlines), at - size * GAP


GAP = 0.07
"""Between two figures, in ems."""


def _figures() -> dict[str, tuple[Path, float]]:
    """Figures, all equally wide so that a number does not tremble while it counts, and the comma."""
    font = stage().theme.style("number")
    runs = {letter: glyphrun.run(letter, font.font, font.weight) for letter in "0123456789,"}
    wide = max(runs[letter].width for letter in "023456789")
    figures = {}
    for letter, run in runs.items():
        slot = run.width if letter == "," else wide
        figures[letter] = (moved(run.path, shifted((slot - run.left - run.right) / 2, 0)), slot + GAP)
    return figures


def _eye(h: float) -> Path:
    half = h * 0.36
    lid = [(-half, 0), (-half * 0.45, h * 0.2), (half * 0.45, h * 0.2), (half, 0)]
    return joined(smooth(lid), smooth([(x, -y) for x, y in lid[::-1]]))


class PressDoor(Press):
    """The button is pressed: it swells 7 %, sinks 13 %, and as it comes back its door swings open."""

    def __init__(self, button: DoorButton, seconds: float = 1.0) -> None:
        self._door = button.door
        super().__init__(button, seconds)

    def start(self) -> None:
        """Looks how far the door stands open."""
        super().start()
        self._from = self._door.swing

    def step(self, share: float) -> None:
        """Swell, sink, rise; then the door."""
        super().step(share)
        way = (share * self.run_time - self.DOWN_S) / (self.run_time - self.DOWN_S)
        self._door.swing = self._from + (self._door.widest - self._from) * (back_out(way) if way > 0 else 0.0)
        self._door.refresh()


class DoorButton(Puppet):
    """The button that ends a stream: the films' door, tiny, ajar, always there. About the origin.

    self.at("end", button.press())      # the door opens; it is down 0.26 s after the beat
    """

    def __init__(self, size_px: float = 120.0) -> None:
        half = size_px / 2
        self.door = Door(size_px * 0.6, ground="white", floor_light=False).shift((-px(size_px * 0.05), -px(size_px * 0.29), 0.0))
        super().__init__(shape(arc(half), "white", "ink", line_px(size_px)), self.door)

    def press(self, seconds: float = 1.0) -> PressDoor:
        """Swells, sinks, comes back, and its door opens."""
        return PressDoor(self, seconds)
