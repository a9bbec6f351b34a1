"""Things on a table seen from above: arms that come in from the picture's edge, a box and its lid, a mug, a cloth."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out, out
from animkit.drawing.path import EMPTY, Matrix, arc, compose, joined, moved, polyline, rectangle, shifted, smooth, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.hand import hand
from animkit.drawing.people.rig import look_of
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

SLEEVE_PX = 74.0
"""Half a sleeve's width at its wrist."""
HAND_SIZE = 1.7
"""Pixels for one of the hand's units: seen from near."""


class ArmAbove(Puppet):
    """An arm from beyond the picture's edge (``start``, pixels from the middle) whose hand's tip is at (``x``, ``y``).

    ``thing`` is carried by the hand: it keeps the distance that it has when it is taken.

        self.at("keep", arm.go((540, 40)))
        self.at(20, arm.make("point"))
    """

    def __init__(self, who: str, start: tuple[float, float], tip: tuple[float, float], *, hand: str = "flat", thumb: int = 1) -> None:
        looks = look_of(who)[1]
        grown = {"child": 0.8, "teen": 0.92}.get(looks.build, 1.0)
        self.start, self.x, self.y, self.size = start, *tip, grown
        self.hand_name, self.thumb = hand, thumb
        wide = SLEEVE_PX * grown
        self._edge = shape(EMPTY, None, "ink", 2 * wide + 24, cap="butt")
        self._sleeve = shape(EMPTY, None, looks.clothes, 2 * wide, cap="butt")
        self._cuff = shape(EMPTY, None, "ink", 12)
        self._hand = [shape(EMPTY, None, "ink", 24), shape(EMPTY, looks.skin), shape(EMPTY, None, "ink", 9)]
        super().__init__(*self._hand, self._edge, self._sleeve, self._cuff)
        self.refresh()

    def go(self, to: tuple[float, float], seconds: float = 0.7) -> Phased:
        """Moves the hand's tip there."""
        return Phased(self, phase(seconds, in_out, x=to[0], y=to[1]))

    def press(self) -> Phased:
        """Presses what is under the finger: away from it a little, down, and back."""
        x, y = self.x, self.y
        return Phased(self, phase(0.16, in_out, y=y - 14), phase(0.1, out, y=y + 8), phase(0.24, out, x=x, y=y))

    def make(self, name: str) -> None:
        """Another hand from now on: point, flat, hold, open."""
        self.hand_name = name

    def bones(self) -> object:
        """Where the hand is, and which."""
        return (self.x, self.y, self.hand_name)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Runs the sleeve from the edge to the wrist, in a slight bow, and sets the hand on."""
        shown, unit = hand(self.hand_name), HAND_SIZE * self.size
        (sx, sy), tip_x = self.start, shown.tip[0] * unit
        angle = atan2(self.y - sy, self.x - sx)
        wrist = (self.x - cos(angle) * tip_x, self.y - sin(angle) * tip_x)
        far = hypot(wrist[0] - sx, wrist[1] - sy)
        bow = self.thumb * 0.06 * far
        middle = ((sx + wrist[0]) / 2 + sin(angle) * bow, (sy + wrist[1]) / 2 - cos(angle) * bow)
        line = smooth([self.start, middle, wrist]) * px(1)
        turn = atan2(wrist[1] - middle[1], wrist[0] - middle[0])
        place = compose(shifted(px(wrist[0]), px(wrist[1])), turned(turn, scale=(px(unit), px(unit * self.thumb))))
        for part, path in zip(self._hand, (shown.shapes, shown.shapes, shown.lines), strict=True):
            part.rest = moved(path, place)
        self._edge.rest, self._sleeve.rest = line, line
        across = np.array([-sin(turn), cos(turn)]) * (SLEEVE_PX * self.size)
        end = np.array(wrist)
        self._cuff.rest = polyline(end - across, end + across) * px(1)
        super().lay(whole, factor)


class BoxAbove(Puppet):
    """The box messages are kept in, seen from above, about the origin, and its lid, which is a puppet of its own (``lid``)."""

    def __init__(self, *, width_px: float = 420.0, height_px: float = 400.0, colour: str = "aqua") -> None:
        w, h = width_px, height_px
        ground = stage().colour(colour)
        inside = mix(ground, stage().colour("ink"), 0.28)
        label = shape(rectangle(w * 0.4, h * 0.18, 10), "white", "ink", 8)
        self.lid = Puppet(shape(rectangle(w + 30, h + 30, 34), mix(ground, "#FFFFFF", 0.35), "ink"), label)
        super().__init__(shape(rectangle(w, h, 30), ground, "ink"), shape(rectangle(w - 70, h - 70, 16), inside, "ink", 8))


class MugAbove(Puppet):
    """A mug from above, about the origin; ``turn`` degrees its handle points to."""

    def __init__(self, *, size_px: float = 170.0, colour: str = "blue", turn: float = 20.0, drink: str = "clay") -> None:
        r = size_px / 2
        angle = turn * pi / 180
        handle = shape(
            polyline((r * 0.7 * cos(angle), r * 0.7 * sin(angle)), (r * 1.5 * cos(angle), r * 1.5 * sin(angle))), None, "ink", 50
        )
        grip = shape(
            polyline((r * 0.7 * cos(angle), r * 0.7 * sin(angle)), (r * 1.46 * cos(angle), r * 1.46 * sin(angle))), None, colour, 26
        )
        super().__init__(handle, grip, shape(arc(r), colour, "ink"), shape(arc(r * 0.74), drink, "ink", 7))


def cloth(width_px: float = 760.0, height_px: float = 620.0) -> Puppet:
    """A tea towel, about the origin."""
    w, h = width_px, height_px
    stripes = joined(*(polyline((x * w, -h / 2 + 6), (x * w, h / 2 - 6)) for x in (-0.4, -0.35, 0.35, 0.4)))
    return Puppet(shape(rectangle(w, h, 18), "paper"), shape(stripes, None, "blue", 14))


def table_top(light: tuple[float, float] = (0.0, 60.0)) -> Puppet:
    """A table from above: boards, and the discs of a lamp that hangs over it."""
    wood, glow = stage().colour("wood"), stage().colour("glow")
    ground = mix(wood, stage().colour("sand"), 0.45)
    parts: list[Drawn] = [shape(rectangle(2400, 1600), ground)]
    for index, radius in enumerate((860, 640, 430)):
        parts.append(shape(arc(radius, centre=light), mix(ground, glow, 0.26 + 0.26 * index)))
    seams = joined(*(polyline((-1200, y), (1200, y)) for y in (-330, -30, 270)))
    parts.append(shape(seams, None, mix(ground, stage().colour("wood"), 0.5), 5))
    return Puppet(*parts)
