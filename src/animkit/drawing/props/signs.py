"""The pair: a sign is a swallow-tailed flag or banner in coral, help an open green arch. Shape first, colour second."""

from __future__ import annotations

import numpy as np
from manim import VMobject

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out
from animkit.drawing.motion.moves import Change
from animkit.drawing.path import arch, joined, polyline, rectangle, rounded
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet
from animkit.drawing.type import Words, words


class SignFlag(Puppet):
    """A swallow-tailed flag on an ink pole, the pole's foot at the origin."""

    def __init__(self, *, height_px: float = 220.0, pole: str = "ink") -> None:
        h = height_px
        cloth = rounded([(0, h), (h * 0.7, h), (h * 0.5, h * 0.68), (h * 0.7, h * 0.36), (0, h * 0.36)], [0, 6, 4, 6, 0])
        super().__init__(shape(cloth, "sign"), shape(polyline((0, 0), (0, h)), None, pole, max(8, h * 0.09)))


class Banner(Puppet):
    """A sign's card: a hanging banner with its rail's middle at the origin. ``glyph`` hangs in its upper half, words below it."""

    def __init__(
        self, said: str, glyph: VMobject | None = None, *, heading: str = "", width_px: float = 740.0, height_px: float = 960.0
    ) -> None:
        half, tail = width_px / 2, height_px * 0.12
        cloth = polyline((-half, 0), (half, 0), (half, -height_px), (0, -height_px + tail), (-half, -height_px), closed=True)
        head, text = _lettering(said, heading, width_px, "ink", "sign")
        parts: list[VMobject] = [shape(cloth, "sign"), *_hung(head, glyph, text, -px(height_px * 0.09), -px(height_px - tail) + px(60))]
        super().__init__(*parts, shape(rectangle(width_px + 88, 30, 15), "ink"))
        self.words = text

    def unroll(self, seconds: float = 0.5) -> Change:
        """Falls open from its rail."""
        return _grow(self, 1.0, seconds)


class HelpArch(Puppet):
    """What helps: a dark green arch, its foot's middle at the origin. ``glyph`` stands in its upper half, words below it."""

    def __init__(
        self, said: str, glyph: VMobject | None = None, *, heading: str = "", width_px: float = 740.0, height_px: float = 960.0
    ) -> None:
        head, text = _lettering(said, heading, width_px, "white", "help_dark")
        parts = _hung(head, glyph, text, px(height_px * 0.91), px(height_px * 0.16))
        super().__init__(shape(arch(width_px, height_px, corner=34), "help_dark"), *parts)
        self.words = text

    def rise(self, seconds: float = 0.5) -> Change:
        """Comes up from its foot."""
        return _grow(self, 0.0, seconds)


class PausePlate(Puppet):
    """The round pause mark, about the origin."""

    def __init__(self, *, size_px: float = 180.0) -> None:
        s = size_px
        bars = joined(*(rectangle(s * 0.14, s * 0.5, s * 0.05, (x * s, 0)) for x in (-0.13, 0.13)))
        super().__init__(shape(rectangle(s, s, s / 2), "ink"), shape(bars, "white"))


def open_door(height_px: float = 320.0, light: str = "#3C8A80") -> Puppet:
    """The open door as a picture of its own, its foot's middle at the origin: light falls out of it."""
    h = height_px
    w = h * 0.62
    frame = joined(arch(w, h), arch(w * 0.84, h * 0.91, (w * 0.08, 0))[::-1])
    leaf = rounded(
        [(w * 0.5, 0), (w * 0.5, h * 0.62), (w * 0.6, h * 0.86), (w * 0.76, h * 0.84), (w * 0.9, h * 0.58), (w * 0.9, -h * 0.1)],
        [0, 20, 30, 30, 50, 0],
    )
    beam = polyline((-w * 0.34, 0), (w * 0.5, 0), (w * 0.28, -h * 0.16), (-w * 0.8, -h * 0.16), closed=True)
    opening = arch(w * 0.84, h * 0.91, (w * 0.08, 0))
    knob = rectangle(w * 0.09, w * 0.09, w * 0.045, (w * 0.78, h * 0.3))
    return Puppet(shape(beam, light), shape(opening, "paper"), shape(frame, "help"), shape(leaf, "#0C8275"), shape(knob, "paper"))


def _lettering(said: str, heading: str, width_px: float, colour: str, ground: str) -> tuple[Words | None, Words]:
    head = words(heading, "label", colour=colour, ground=ground, width_px=width_px * 0.86, align="centre") if heading else None
    return head, words(said, "card", colour=colour, ground=ground, width_px=width_px * 0.9, align="centre")


def _hung(head: Words | None, glyph: VMobject | None, text: Words, top: float, bottom: float) -> list[VMobject]:
    """Heading, picture and words, spread between two heights."""
    parts: list[VMobject] = []
    if head is not None:
        head.shift(np.array([-head.get_center()[0], top - head.get_top()[1], 0.0]))
        parts.append(head)
        top = float(head.get_bottom()[1]) - px(30)
    text.shift(np.array([-text.get_center()[0], bottom - text.get_bottom()[1], 0.0]))
    parts.append(text)
    if glyph is not None:
        room = top - float(text.get_top()[1]) - px(56)
        glyph.scale(min(room / glyph.height, px(520) / glyph.width))
        glyph.shift(np.array([-glyph.get_center()[0], (top + text.get_top()[1]) / 2 - glyph.get_center()[1], 0.0]))
        parts.append(glyph)
    return parts


def _grow(puppet: Puppet, pivot: float, seconds: float) -> Change:
    channel = puppet.channel("grow")
    channel.pivot = puppet.pivot(0.5, pivot)
    puppet.hide()

    def to(share: float) -> None:
        channel.sy = max(share, 0.001)
        if share > 0:
            puppet.reveal()
        puppet.refresh()

    return Change(puppet, to, 0.0, 1.0, seconds, ease=in_out)
