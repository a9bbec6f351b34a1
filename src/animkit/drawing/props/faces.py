"""Small faces beside ordinary comments: people of the cast, or company that nobody is meant to know. They do not move."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import numpy as np
from manim import ManimColor

from animkit.drawing.clip import Window, in_short_curves
from animkit.drawing.layout import px
from animkit.drawing.path import Path, arc, joined
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.look import Look
from animkit.drawing.people.rig import Rig
from animkit.drawing.props.line import line_px
from animkit.drawing.props.pictures import picture
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

COMPANY: tuple[Look, ...] = (
    Look(head="short1", skin="skin_fair", clothes="blue"),
    Look(head="turban", skin="skin_brown", accent="violet", clothes="lavender"),
    Look(head="longAfro", skin="skin_deep", clothes="rose"),
    Look(head="bangs", skin="skin_fair", hair="hair_brown", clothes="plum"),
    Look(head="short5", skin="skin_dark", clothes="mustard"),
    Look(head="grayShort", skin="skin_fair", hair="hair_grey", clothes="plum"),
    Look(head="hijab", skin="skin_tan", scarf="violet", accent="lavender", clothes="violet"),
    Look(head="medium2", skin="skin_tan", clothes="aqua"),
    Look(head="dreads2", skin="skin_dark", clothes="aqua"),
    Look(head="mediumBangs2", skin="skin_fair", hair="clay", clothes="blue"),
    Look(head="cornrows2", skin="skin_brown", clothes="aqua", accent="aqua"),
    Look(head="hatBeanie", skin="skin_tan", accent="rose", clothes="violet"),
)
"""Faces of passers-by: all sorts, none of them anybody."""

GROUNDS = ("sand", "aqua", "lavender", "mist", "glow")
HEAD_SIZE = 0.00172
"""A person's size in a disc, for each pixel of its width: hair and chin lie within."""
CUT_PX = 100.0
"""The disc in which a face is cut."""
NECK = (0.02, -0.24)
"""Where the neck is, of the disc's width, from its middle."""


class Face(Puppet):
    """A round picture of a person, cut at the shoulders: a cast member by id, a look, or one of the company by number.

    About the origin. A face is for ordinary comments: one that presses never has a person's (see ``Mask``).
    """

    def __init__(self, who: str | int | Look, size_px: float = 90.0, *, mood: str = "smile", ground: str = "") -> None:
        number = who if isinstance(who, int) else 0
        looks = COMPANY[who % len(COMPANY)] if isinstance(who, int) else _look_of(who) if isinstance(who, str) else who
        disc = shape(arc(size_px / 2), ground or GROUNDS[number % len(GROUNDS)])
        cuts = [Drawn(path * size_px, fill, line, width * size_px) for path, fill, line, width in _cut(looks, mood, _palette())]
        super().__init__(disc, *cuts, shape(arc(size_px / 2), None, "ink", line_px(size_px)))


class Mask(Puppet):
    """The round picture of somebody who presses: a cat, a star, a moon, a grin. Never a person's face. About the origin."""

    def __init__(self, name: str = "cat", size_px: float = 90.0, *, ground: str = "mist") -> None:
        super().__init__(shape(arc(size_px / 2), ground, "ink", line_px(size_px)), picture(name, size_px * 0.66))


Cut = tuple[Path, str | None, str | None, float]
"""Outline, fill, line and its width, for a disc one pixel wide."""


@lru_cache(maxsize=64)
def _cut(looks: Look, mood: str, palette: tuple[tuple[str, str], ...]) -> tuple[Cut, ...]:
    """The parts of a head and shoulders in a disc. Kept: cutting takes 50 ms, and a stream has many faces."""
    del palette
    rig = Rig(looks, mood=mood, size=CUT_PX * HEAD_SIZE)
    rig.put(np.array([px(NECK[0] * CUT_PX), px(NECK[1] * CUT_PX), 0.0]))
    disc = Window.disc(px(CUT_PX / 2 * 0.985))
    arms = {id(part) for arm in rig.parts.arms.values() for part in arm.all()}
    cuts = [_kept(part, disc) for part in rig.drawn() if len(part.points) and id(part) not in arms]
    return tuple(_merged(cuts))


def _kept(part: Drawn, disc: Window) -> Cut:
    path: Path = disc.kept(in_short_curves(part.points[:, :2], px(CUT_PX * 0.06))) / CUT_PX
    if part.line:
        return path, None, ManimColor(part.get_stroke_color()).to_hex(), part.stroke_width / 100 / CUT_PX
    return path, ManimColor(part.get_fill_color()).to_hex(), None, 0.0


def _merged(cuts: list[Cut]) -> list[Cut]:
    """Fills of one colour that lie directly over one another as one: a face is then eight shapes instead of fifteen."""
    merged: list[Cut] = []
    for (fill, line, width), group in groupby(cuts, key=lambda cut: cut[1:]):
        alike = list(group)
        merged += alike if line else [(joined(*(cut[0] for cut in alike)), fill, line, width)]
    return merged


def _palette() -> tuple[tuple[str, str], ...]:
    return tuple(stage().theme.colours.items())


def _look_of(who: str) -> Look:
    up = stage()
    return Look.of(who, up.cast.get(who, {}).get("look", {}), up.theme)
