"""What people play, keep and tell with. All take the cast's ink line."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out, out
from animkit.drawing.motion.moves import Change
from animkit.drawing.path import arc, joined, moved, polyline, rectangle, rounded, smooth, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.pictures import picture
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage


class Bucket(Puppet):
    """A bucket turned over: a drum, or one more dare in the pile. Its foot is at the origin's height. ``blank`` has no picture."""

    def __init__(self, *, width_px: float = 240.0, colour: str = "blue", mark: str = "") -> None:
        w, h = width_px, width_px * 0.86
        tint = mix(stage().colour(colour), "#FFFFFF", 0.35)
        body = joined(
            polyline((-w * 0.36, h), (-w * 0.5, 0)),
            smooth([(-w * 0.5, 0), (0, -h * 0.13), (w * 0.5, 0)]),
            polyline((w * 0.5, 0), (w * 0.36, h), (-w * 0.36, h)),
        )
        rim = smooth([(-w * 0.49, h * 0.12), (0, -h * 0.01), (w * 0.49, h * 0.12)])
        parts: list[Drawn | Puppet] = [
            shape(body, colour, "ink"),
            shape(rim, None, "ink", 8),
            shape(arc((w * 0.36, h * 0.1), centre=(0, h)), tint, "ink"),
        ]
        if mark:
            parts.append(picture(mark, w * 0.44).by_px(0, h * 0.52))
        super().__init__(*parts)


class Sticks(Puppet):
    """One drum stick, held at the origin, pointing right and a little up."""

    def __init__(self, *, length_px: float = 220.0) -> None:
        tilt = turned(pi * 0.06)
        rod = moved(rectangle(length_px, 13, 6, (length_px * 0.34, 0)), tilt)
        tip = moved(arc((15, 10), centre=(length_px * 0.86, 0)), tilt)
        super().__init__(shape(rod, "sand", "ink", 8), shape(tip, "sand", "ink", 8))


class Box(Puppet):
    """The box messages are kept in, its foot at the origin's height. ``open_share`` lifts the lid."""

    def __init__(self, *, width_px: float = 300.0, colour: str = "aqua", open_share: float = 0.0) -> None:
        w, h = width_px, width_px * 0.6
        self._hinge, self.open_share = (-w * 0.53, h), open_share
        body = rounded([(-w * 0.48, h), (w * 0.48, h), (w * 0.45, 0), (-w * 0.45, 0)], [2, 2, 16, 16])
        self.body = Puppet(shape(body, colour, "ink"), shape(rectangle(w * 0.36, h * 0.3, 8, (0, h * 0.46)), "white", "ink", 7))
        tint = mix(stage().colour(colour), "#FFFFFF", 0.3)
        self.lid = Puppet(shape(rectangle(w * 1.08, h * 0.24, 14, (0, h * 1.1)), tint, "ink"))
        super().__init__(self.body, self.lid)
        self.set_open(open_share)

    def close(self, seconds: float = 0.45) -> Change:
        """Puts the lid on: down on the last frame."""
        return Change(self, self.set_open, self.open_share, 0.0, seconds, ease=out)

    def open(self, seconds: float = 0.5) -> Change:
        """Takes the lid off."""
        return Change(self, self.set_open, self.open_share, 1.0, seconds)

    def set_open(self, share: float) -> None:
        """How far the lid is lifted."""
        self.open_share = share
        channel = self.lid.channel("lid")
        channel.pivot = (px(self._hinge[0]), px(self._hinge[1]))
        channel.turn, channel.dx, channel.dy = 1.05 * share, -px(18) * share, px(34) * share
        self.lid.refresh()


class Shield(Puppet):
    """Block: a shield with a tick, about the origin."""

    def __init__(self, *, size_px: float = 200.0, fill: str = "white", tick: bool = True) -> None:
        s = size_px / 2
        right = smooth([(0, s), (s * 0.36, s * 0.86), (s * 0.82, s * 0.72), (s * 0.8, -s * 0.05), (s * 0.48, -s * 0.62), (0, -s)])
        left = smooth([(0, -s), (-s * 0.48, -s * 0.62), (-s * 0.8, -s * 0.05), (-s * 0.82, s * 0.72), (-s * 0.36, s * 0.86), (0, s)])
        width = max(7.0, size_px * 0.062)
        parts = [shape(joined(right, left), fill, "ink", width)]
        if tick:
            parts.append(
                shape(
                    rounded([(-s * 0.36, s * 0.02), (-s * 0.08, -s * 0.28), (s * 0.4, s * 0.32)], 4, closed=False),
                    None,
                    "help_dark",
                    width * 1.7,
                )
            )
        super().__init__(*parts)


class ReportFlag(Puppet):
    """Report: a flag going up its pole, in white: what helps never wears the sign's colour. The pole's foot is at the origin."""

    def __init__(self, *, height_px: float = 260.0, fill: str = "white") -> None:
        h = height_px
        self._height = h
        cloth = rounded([(0, 0), (h * 0.5, 0), (h * 0.5, -h * 0.34), (0, -h * 0.34)], [2, 8, 8, 2])
        bang = joined(
            rectangle(h * 0.055, h * 0.13, h * 0.027, (h * 0.25, -h * 0.13)),
            rectangle(h * 0.055, h * 0.055, h * 0.027, (h * 0.25, -h * 0.25)),
        )
        self.cloth = Puppet(shape(cloth, fill, "ink", max(7, h * 0.04)), shape(bang, "help_dark")).by_px(0, h * 0.97)
        super().__init__(shape(polyline((0, 0), (0, h)), None, "ink", max(10, h * 0.055)), self.cloth)

    def lower(self) -> ReportFlag:
        """Starts at the foot of its pole."""
        self.cloth.channel("up").dy = -px(self._height * 0.6)
        self.cloth.refresh()
        return self

    def rise(self, seconds: float = 0.7) -> Change:
        """Goes up."""
        channel = self.cloth.channel("up")
        start = channel.dy

        def climb(to: float) -> None:
            channel.dy = to
            self.cloth.refresh()

        return Change(self, climb, start, 0.0, seconds, ease=in_out)


class PhotoStrip(Puppet):
    """Four photos in a strip, about the origin: a friend of four autumns. Each holds a picture."""

    def __init__(self, names: Sequence[str] = ("drum", "dog", "sun", "pencil"), *, height_px: float = 560.0) -> None:
        each = height_px / (len(names) + 0.2)
        width = each * 1.12
        parts: list[Drawn | Puppet] = [shape(rectangle(width, height_px, 10), "white", "ink")]
        for index, name in enumerate(names):
            y = height_px / 2 - each * (index + 0.6)
            ground = ("sand", "aqua", "lavender", "rose")[index % 4]
            parts.append(shape(rectangle(width * 0.8, each * 0.84, 6, (0, y)), ground))
            parts.append(picture(name, each * 0.7).by_px(0, y))
        super().__init__(*parts)


class Days(Puppet):
    """A page of a wall calendar with so many message bars on it, its foot at the origin's height; the piles lean as they grow."""

    def __init__(self, messages: int, *, width_px: float = 210.0, pressing: int = 0, lean: float = 0.0) -> None:
        bar = width_px * 0.2
        page = rectangle(width_px, width_px * 0.34, 8, (0, width_px * 0.17))
        holes = joined(*(arc(7, centre=(x * width_px, width_px * 0.34)) for x in (-0.28, 0.28)))
        parts = [
            shape(page, "white", "ink", 9),
            shape(rectangle(width_px, width_px * 0.1, [8, 8, 0, 0], (0, width_px * 0.29)), "blue"),
            shape(holes, "ink"),
        ]
        for index in range(messages):
            y = width_px * 0.34 + bar * (0.75 + 1.14 * index)
            tint = "sign" if index >= messages - pressing else "white"
            wide = width_px * (0.86 if index % 3 else 0.7)
            x = lean * (index / 6) ** 1.6 * bar
            parts.append(shape(rectangle(wide, bar, bar / 2, (x - (width_px * 0.86 - wide) / 2, y)), tint))
            dash = joined(*(polyline((x + at * wide, y), (x + at * wide + wide * 0.1, y)) for at in (-0.3, -0.08, 0.14)))
            parts.append(shape(dash, None, "ink" if tint == "sign" else "lilac", bar * 0.2))
        super().__init__(*parts)


class Knock(Puppet):
    """The knock, drawn: rings that grow from a point and fade, one for each tap. Add it once; ``tap`` is played on each onset."""

    def __init__(self, *, rings: int = 5, reach_px: float = 210.0, colour: str = "ink") -> None:
        self.rings = [Puppet(shape(arc(reach_px), None, colour, 11)).hide() for _ in range(rings)]
        self._next = 0
        super().__init__(*self.rings)

    def tap(self, strength: float = 1.0, seconds: float = 0.8) -> Change:
        """One ring. Weaker taps make smaller ones."""
        ring = self.rings[self._next % len(self.rings)]
        self._next += 1
        ring.hide()

        def grow(share: float) -> None:
            channel = ring.channel("grow")
            channel.sx = channel.sy = (0.12 + 0.88 * out(share)) * strength
            channel.opacity = 1 - share**2
            if share < 1:
                ring.reveal()
            else:
                ring.hide()
            ring.refresh()

        return Change(ring, grow, 0.0, 1.0, seconds, ease=lambda share: share)


class Radio(Puppet):
    """A kitchen radio, its foot at the origin's height."""

    def __init__(self, *, width_px: float = 220.0) -> None:
        w, h = width_px, width_px * 0.56
        slots = joined(*(polyline((-w * 0.36, h * y), (-w * 0.08, h * y)) for y in (0.36, 0.5, 0.64)))
        super().__init__(
            shape(polyline((w * 0.3, h), (w * 0.5, h * 1.6)), None, "ink", 8),
            shape(rectangle(w, h, 18, (0, h / 2)), "mustard", "ink"),
            shape(slots, None, "ink", 8),
            shape(arc(h * 0.22, centre=(w * 0.22, h * 0.5)), "paper", "ink", 8),
            shape(polyline((w * 0.22, h * 0.5), (w * 0.26, h * 0.62)), None, "ink", 7),
        )


class Purse(Puppet):
    """A purse that snaps shut, its foot at the origin's height."""

    def __init__(self, *, width_px: float = 190.0, open_share: float = 0.0) -> None:
        w, h = width_px, width_px * 0.7
        self.open_share = open_share
        bag = smooth([(-w * 0.36, h * 0.74), (-w * 0.5, h * 0.3), (-w * 0.3, 0), (w * 0.3, 0), (w * 0.5, h * 0.3), (w * 0.36, h * 0.74)])
        self.flap = Puppet(
            shape(rectangle(w * 0.8, h * 0.16, h * 0.08, (0, h * 0.78)), "plum", "ink"),
            shape(joined(arc(h * 0.07, centre=(-w * 0.06, h * 0.92)), arc(h * 0.07, centre=(w * 0.06, h * 0.92))), "mustard", "ink", 7),
        )
        super().__init__(shape(joined(bag, polyline((w * 0.36, h * 0.74), (-w * 0.36, h * 0.74))), "rose", "ink"), self.flap)
        self._pivot = (px(-w * 0.38), px(h * 0.78))
        self.set_open(open_share)

    def snap(self, seconds: float = 0.3) -> Change:
        """Snaps shut."""
        return Change(self, self.set_open, self.open_share, 0.0, seconds, ease=out)

    def set_open(self, share: float) -> None:
        """How far it is open."""
        self.open_share = share
        channel = self.flap.channel("flap")
        channel.pivot, channel.turn = self._pivot, 0.7 * share
        self.flap.refresh()


class Gift(Puppet):
    """A present with a bow, its foot at the origin's height."""

    def __init__(self, *, width_px: float = 240.0, fill: str = "paper") -> None:
        w, h = width_px, width_px * 0.72
        bow = joined(
            *(smooth([(0, h), (s * w * 0.16, h * 1.34), (s * w * 0.36, h * 1.3), (s * w * 0.3, h * 1.06), (0, h)]) for s in (-1, 1))
        )
        super().__init__(
            shape(rectangle(w * 0.86, h * 0.78, 14, (0, h * 0.39)), fill, "ink"),
            shape(rectangle(w, h * 0.28, 14, (0, h * 0.86)), fill, "ink"),
            shape(rectangle(w * 0.17, h, 2, (0, h * 0.5)), "ink"),
            shape(bow, None, "ink", w * 0.075),
        )


class Cushion(Puppet):
    """A cushion, about the origin: a dare in the younger children's film."""

    def __init__(self, *, width_px: float = 260.0, colour: str = "rose", mark: str = "") -> None:
        w, h = width_px / 2, width_px * 0.34
        ring = [(-w, h), (0, h * 0.84), (w, h), (w * 0.92, 0), (w, -h), (0, -h * 0.84), (-w, -h), (-w * 0.92, 0)]
        parts: list[Drawn | Puppet] = [shape(smooth(ring, closed=True, tension=0.7), colour, "ink")]
        if mark:
            parts.append(picture(mark, h * 1.3))
        super().__init__(*parts)


class Crown(Puppet):
    """A paper crown, the middle of its rim at the origin: flattery, piling up."""

    def __init__(self, *, width_px: float = 220.0, fill: str = "mustard") -> None:
        w, h = width_px / 2, width_px * 0.5
        points = [(-w, 0), (-w * 1.06, h * 0.86), (-w * 0.5, h * 0.4), (0, h), (w * 0.5, h * 0.4), (w * 1.06, h * 0.86), (w, 0)]
        super().__init__(
            shape(rounded(points, [6, 10, 6, 10, 6, 10, 6]), fill, "ink"),
            shape(polyline((-w * 0.97, h * 0.2), (w * 0.97, h * 0.2)), None, "ink", 7),
        )


class Sandwich(Puppet):
    """Half a sandwich, about the origin: a gift without a string. The side that can be looked under is its foot."""

    def __init__(self, *, width_px: float = 190.0) -> None:
        w, h = width_px / 2, width_px * 0.3
        bread = rounded([(-w, -h * 0.2), (w, -h * 0.2), (w * 0.1, h * 1.5)], [14, 14, 20])
        low = rectangle(2 * w, h * 0.34, 10, (0, -h * 0.86))
        leaf = smooth([(-w * 1.02, -h * 0.5), (-w * 0.5, -h * 0.34), (0, -h * 0.56), (w * 0.5, -h * 0.34), (w * 1.02, -h * 0.5)])
        super().__init__(shape(low, "sand", "ink"), shape(leaf, None, "leaf", 16), shape(bread, "sand", "ink"))
