"""Furniture and light. Walls and furniture have no ink line; what a person touches has."""

from __future__ import annotations

from math import pi

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out
from animkit.drawing.motion.moves import Change
from animkit.drawing.path import Matrix, arc, arch, backward, compose, joined, moved, polyline, rectangle, rounded, shifted, smooth, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage


class Table(Puppet):
    """A table or desk across the picture, its top's edge at the origin's height: captions sit on its front."""

    def __init__(self, *, width_px: float = 2000.0, depth_px: float = 420.0, drawers: bool = False, colour: str = "wood") -> None:
        wood = stage().colour(colour)
        top, edge, panel = (
            mix(wood, stage().colour("paper"), 0.32),
            mix(wood, stage().colour("ink"), 0.18),
            mix(wood, stage().colour("ink"), 0.07),
        )
        parts = [
            shape(rectangle(width_px, depth_px, 0, (0, -depth_px / 2)), wood),
            shape(rectangle(width_px + (0 if width_px > 1920 else 60), 36, 18, (0, -10)), top),
            shape(rectangle(width_px, 10, 0, (0, -32)), edge),
        ]
        if drawers:
            for side in (-1, 1):
                parts.append(shape(rectangle(510, 150, 16, (side * 620, -156)), panel))
                parts.append(shape(rectangle(100, 18, 9, (side * 620, -110)), edge))
        super().__init__(*parts)


class Lamp(Puppet):
    """A table lamp, its foot at the origin."""

    def __init__(self, *, height_px: float = 340.0, shade: str = "paper") -> None:
        h = height_px
        super().__init__(
            shape(arc((h * 0.2, h * 0.06), 0, pi), "ink"),
            shape(polyline((0, 6), (0, h * 0.64)), None, "ink", 14),
            shape(rounded([(-h * 0.2, h), (h * 0.2, h), (h * 0.33, h * 0.62), (-h * 0.33, h * 0.62)], 5), shade, "ink"),
        )


class HangingLamp(Puppet):
    """A lamp over a table, the middle of its shade's rim at the origin."""

    def __init__(self, *, width_px: float = 220.0, shade: str = "iris", cord_px: float = 300.0) -> None:
        half = width_px / 2
        bell = joined(
            polyline((-half, 0), (half, 0)),
            smooth([(half, 0), (half * 0.8, half * 0.7), (0, half * 0.94), (-half * 0.8, half * 0.7), (-half, 0)]),
        )
        super().__init__(
            shape(polyline((0, half * 0.9), (0, half * 0.9 + cord_px)), None, "ink", 10),
            shape(bell, shade, "ink"),
            shape(arc((half * 0.54, half * 0.15)), "paper"),
        )


class Window(Puppet):
    """A round-arched window with a white frame, its sill's middle at the origin: night, dusk or day in it."""

    def __init__(
        self, *, width_px: float = 330.0, height_px: float = 480.0, sky: str = "night", moon: bool = True, frame: str = "paper"
    ) -> None:
        border, sill = 26.0, 26.0
        pane = arch(width_px - 2 * border, height_px - border - sill, (0, sill))
        bars = joined(
            rectangle(12, height_px - border, 0, (0, height_px / 2)), rectangle(width_px - 2 * border, 12, 0, (0, height_px * 0.48))
        )
        parts = [shape(arch(width_px, height_px), frame), shape(pane, sky)]
        if sky in ("night", "dusk"):
            dice = stage().chance("sky", width_px)
            spots = [
                arc(dice.choice((3.5, 4.5)), centre=(dice.uniform(-0.34, 0.34) * width_px, dice.uniform(0.2, 0.78) * height_px))
                for _ in range(5)
            ]
            parts.append(shape(joined(*spots), "white"))
            if moon:
                parts.append(shape(arc(width_px * 0.1, centre=(width_px * 0.2, height_px * 0.66)), "glow"))
        super().__init__(*parts, shape(bars, frame), shape(rectangle(width_px + 70, sill, 6, (0, sill / 2)), frame))


class Curtains(Puppet):
    """A pair of curtains on a rail round a window, the rail's middle at the origin."""

    def __init__(self, *, width_px: float = 560.0, height_px: float = 620.0, colour: str = "curtain", rail: str = "iris") -> None:
        folds, parts = f"{colour}_dark", list[Drawn]()
        for side in (-1, 1):
            out, inner = side * width_px * 0.48, side * width_px * 0.2
            cloth = joined(
                polyline((out, 0), (inner, 0)),
                smooth([(inner, 0), (inner + side * width_px * 0.03, -height_px * 0.4), (out - side * width_px * 0.05, -height_px * 0.72)]),
                smooth(
                    [
                        (out - side * width_px * 0.05, -height_px * 0.72),
                        (out - side * width_px * 0.08, -height_px * 0.82),
                        (inner + side * width_px * 0.14, -height_px),
                    ]
                ),
                polyline((inner + side * width_px * 0.14, -height_px), (out + side * width_px * 0.03, -height_px), (out, 0)),
            )
            lines = joined(
                smooth([(out - side * 40, 0), (out - side * 36, -height_px * 0.4), (out - side * 8, -height_px * 0.7)]),
                smooth([(out - side * 96, 0), (out - side * 84, -height_px * 0.36), (out - side * 20, -height_px * 0.68)]),
            )
            parts += [shape(cloth, colour), shape(lines, None, folds, 6)]
        super().__init__(*parts, shape(rectangle(width_px, 20, 10), rail))


class Drape(Puppet):
    """The secrecy curtain: one cloth that slides across something, its rail's left end at the origin. ``drawn`` is 0 (open) to 1."""

    def __init__(self, *, width_px: float = 460.0, height_px: float = 720.0, colour: str = "iris", drawn: float = 0.0) -> None:
        self.width_px, self.height_px = width_px, height_px
        cloth = stage().colour(colour)
        self._cloth = shape(np.zeros((0, 2)), colour, "ink")
        self._folds = shape(np.zeros((0, 2)), None, mix(cloth, stage().colour("ink"), 0.3), 8)
        self._rings = shape(np.zeros((0, 2)), "ink")
        rail = shape(rectangle(width_px + 60, 22, 11, (width_px / 2, 10)), "ink")
        super().__init__(self._cloth, self._folds, rail, self._rings)
        self.drawn_share = drawn
        self.set_drawn(drawn)

    def draw_across(self, share: float = 1.0, seconds: float = 0.9) -> Change:
        """Slides it shut, or open (0)."""
        return Change(self, self.set_drawn, self.drawn_share, share, seconds, ease=in_out)

    def set_drawn(self, share: float) -> None:
        """How far it is drawn."""
        self.drawn_share = share
        width, height, pleats = self.width_px * (0.2 + 0.8 * share), self.height_px, 7
        deep = 26 * (1.4 - share)
        xs = np.linspace(0, width, 2 * pleats + 1)
        hem = [(x, -height - (deep if index % 2 else 0)) for index, x in enumerate(xs)]
        outline = joined(polyline((0, 0), (width, 0)), polyline((width, 0), hem[-1]), smooth(hem[::-1]), polyline(hem[0], (0, 0)))
        folds = joined(*(smooth([(x, -24), (x + deep * 0.2, -height * 0.5), (x, -height + 14)]) for x in xs[2:-1:2]))
        rings = joined(*(arc(9, centre=(x, 8)) for x in xs[::2]))
        for part, path in ((self._cloth, outline), (self._folds, folds), (self._rings, rings)):
            part.rest = path * px(1)
        self._last = None
        self.refresh()


class Shelf(Puppet):
    """A shelf with books, a plant and a small picture, its board's middle at the origin."""

    def __init__(self, *, width_px: float = 500.0, books: int = 5, plant: bool = True) -> None:
        dice = stage().chance("shelf", width_px, books)
        wood = mix(stage().colour("wood"), stage().colour("ink"), 0.18)
        x, parts, colours = -width_px / 2 + 36, list[Drawn](), ("iris", "rose", "mustard", "blue", "plum", "aqua")
        for index in range(books):
            wide, high = dice.uniform(26, 42), dice.uniform(96, 142)
            colour = stage().colour(colours[index % len(colours)])
            parts.append(shape(rectangle(wide, high, 3, (x + wide / 2, high / 2)), colour))
            parts.append(shape(rectangle(wide, 9, 0, (x + wide / 2, high * 0.78)), mix(colour, "#FFFFFF", 0.5)))
            x += wide + 3
        super().__init__(*parts, shape(rectangle(width_px, 24, 5, (0, -12)), wood))
        if plant:
            self.add(Plant(height_px=160).by_px(width_px * 0.14, 0))


class Plant(Puppet):
    """A plant in a pot, its foot at the origin."""

    def __init__(self, *, height_px: float = 180.0, pot: str = "clay") -> None:
        h = height_px
        leaf = joined(smooth([(0, 0), (-h * 0.07, h * 0.3), (0, h * 0.62)]), smooth([(0, h * 0.62), (h * 0.07, h * 0.3), (0, 0)]))
        angles = ((68, 0.8, 1), (-68, 0.8, 1), (40, 0.95, 0), (-40, 0.95, 0), (14, 1.08, 1), (-14, 1.08, 1))
        leaves = [shape(moved(leaf, _at(0, h * 0.34, angle, size)), "leaf_dark" if dark else "leaf") for angle, size, dark in angles]
        vessel = rounded([(-h * 0.2, h * 0.34), (h * 0.2, h * 0.34), (h * 0.14, 0), (-h * 0.14, 0)], 5)
        super().__init__(*leaves, shape(vessel, pot), shape(rectangle(h * 0.46, h * 0.1, 5, (0, h * 0.33)), pot))


class Chair(Puppet):
    """A plain chair seen from the side, its feet at the origin's height; ``low`` is for sitting lower than a child."""

    def __init__(self, *, height_px: float = 420.0, low: bool = False, facing: str = "left", colour: str = "mustard") -> None:
        h, side = height_px, (1 if facing == "left" else -1)
        seat = h * (0.36 if low else 0.46)
        back = rounded([(side * h * 0.2, seat), (side * h * 0.3, h), (side * h * 0.2, h), (side * h * 0.11, seat)], [6, 14, 14, 6])
        legs = joined(*(polyline((x * side, seat), (x * side * 1.25, 8)) for x in (-h * 0.2, h * 0.17)))
        super().__init__(
            shape(legs, None, "ink", 14),
            shape(back, colour, "ink"),
            shape(rectangle(h * 0.54, h * 0.09, h * 0.045, (-side * h * 0.02, seat)), colour, "ink"),
        )


class Mug(Puppet):
    """A mug, its foot at the origin's height."""

    def __init__(self, *, height_px: float = 100.0, colour: str = "blue", handle: str = "right") -> None:
        h, side = height_px, (1 if handle == "right" else -1)
        ring = joined(
            arc((h * 0.3, h * 0.34), centre=(side * h * 0.5, h * 0.52)),
            backward(arc((h * 0.14, h * 0.18), centre=(side * h * 0.5, h * 0.52))),
        )
        body = rounded([(-h * 0.48, h), (h * 0.48, h), (h * 0.42, 0), (-h * 0.42, 0)], [4, 4, 20, 20])
        super().__init__(shape(ring, colour, "ink"), shape(body, colour, "ink"))


class Books(Puppet):
    """A few books lying on a table, the lowest one's foot at the origin's height."""

    def __init__(self, *, width_px: float = 170.0) -> None:
        super().__init__(
            shape(rectangle(width_px, 32, 5, (0, 16)), "plum", "ink"),
            shape(rectangle(width_px * 0.86, 30, 5, (width_px * 0.03, 47)), "paper", "ink"),
        )


def _at(x: float, y: float, degrees: float, size: float) -> Matrix:
    return compose(shifted(x, y), turned(-degrees * pi / 180, scale=size))
