"""People in small: a face in a disc, and a shape without a face. They stand still: no breath, no blink."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from animkit.drawing.clip import Window, in_short_curves
from animkit.drawing.layout import px
from animkit.drawing.path import EMPTY, arc
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.body import body
from animkit.drawing.people.face import MOODS
from animkit.drawing.people.look import BUILDS, Look
from animkit.drawing.people.parts import TONGUE, Parts, parts_of
from animkit.drawing.people.rig import UNIT_PX, look_of
from animkit.drawing.puppet import Puppet

MIDDLE = (42.0, 196.0)
"""The point of the rig in the middle of an avatar's disc."""
ACROSS = 640.0
"""How much of the rig an avatar's disc is wide."""

EXTRAS: tuple[Look, ...] = (
    Look(head="short1", skin="skin_fair", clothes="blue"),
    Look(head="cornrows2", skin="skin_dark", clothes="aqua"),
    Look(head="mediumBangs", skin="skin_tan", clothes="rose"),
    Look(head="afro", skin="skin_deep", clothes="mustard"),
    Look(head="longBangs", skin="skin_fair", clothes="violet"),
    Look(head="shaved2", skin="skin_tan", clothes="plum"),
    Look(head="hijab", skin="skin_brown", scarf="iris", accent="lavender", clothes="lavender"),
    Look(head="grayShort", skin="skin_fair", hair="hair_grey", clothes="blue", glasses="glasses2"),
    Look(head="dreads1", skin="skin_dark", clothes="rose"),
    Look(head="pomp", skin="skin_brown", clothes="aqua"),
    Look(head="bantuKnots", skin="skin_deep", clothes="violet"),
    Look(head="medium3", skin="skin_tan", clothes="mustard", glasses="glasses3"),
)
"""Nobody in particular: whoever else watches, joins in or walks by. Ordinary comments may have these faces, pressing ones never."""


class Avatar(Puppet):
    """A face in a disc, about the origin. The disc cuts the shoulders; hair may leave it."""

    def __init__(self, who: str | Look, *, size_px: float = 120.0, ground: str = "sand", mood: str = "smile") -> None:
        _, look = look_of(who)
        unit = px(size_px) / ACROSS
        parts = parts_of(look, body(BUILDS[look.build][1]), unit)
        away = np.array(MIDDLE) * unit
        disc = Window.disc(px(size_px) / 2)
        for drawn in _standing(parts, mood):
            drawn.redraw(drawn.rest - away)
        for drawn in parts.trunk:
            kept = disc.kept_line if drawn.line else disc.kept
            drawn.redraw(kept(in_short_curves(drawn.rest, px(size_px) / 40)))
        super().__init__(shape(arc(size_px / 2), ground), *_standing(parts, mood))


class Silhouette(Puppet):
    """A bust in one tint, without a face: anybody. Its origin is the neck."""

    def __init__(self, who: str | Look, tint: str, *, size: float = 1.0) -> None:
        _, look = look_of(who)
        scale, broad = BUILDS[look.build]
        parts = parts_of(look, body(broad), px(UNIT_PX * scale * size))
        shown = [drawn for drawn in (*parts.trunk, *parts.head) if len(drawn.rest)]
        for drawn in shown:
            if drawn.line:
                drawn.set_stroke(shape(EMPTY, tint).get_fill_color(), family=False)
            else:
                drawn.paint(tint)
        super().__init__(*shown)


def _standing(parts: Parts, mood: str) -> Iterator[Drawn]:
    """The parts of a still face, back to front, each with its outline."""
    looks = MOODS[mood]
    for drawn, kind, name, paint in (
        (parts.brows, "brows", looks.brows, "ink"),
        (parts.eyes, "eyes", looks.eyes, "ink"),
        (parts.mouth, "mouth", looks.mouth, "ink"),
        (parts.tongue, "mouth", looks.mouth, TONGUE),
    ):
        if not len(drawn.rest):
            drawn.redraw(parts.face(kind, name, paint))
    yield from (*parts.trunk, *parts.head, parts.nose, parts.brows, parts.eyes, *parts.beard, parts.mouth, parts.tongue, *parts.glasses)
