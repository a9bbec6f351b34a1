"""The glyphs: one picture for each warning sign and each thing that helps; also the pictures of the sorting cards.

Shape first, colour second: each is told from the others in grey. Drawn in a square of 96 units with 4 units of ink (``mark``). As puppets
for films (``glyph``, ``GLYPHS``), as SVG text for pages and papers (``glyph_svg``): the same outlines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from animkit.drawing import glyph_help, glyph_pressure
from animkit.drawing.mark import SIDE, Mark, svg
from animkit.findings import Finding, Refused

if TYPE_CHECKING:
    from animkit.drawing.puppet import Puppet

PRESSURE: Mapping[str, Callable[[], Mark]] = {
    "arrows": glyph_pressure.arrows,
    "pile": glyph_pressure.pile,
    "star": glyph_pressure.star_on_string,
    "days": glyph_pressure.days,
    "curtain": glyph_pressure.curtain,
    "card": glyph_pressure.card,
    "jagged-bubble": glyph_pressure.jagged_bubble,
    "whistle-card": glyph_pressure.whistle_card,
}
HELP: Mapping[str, Callable[[], Mark]] = {
    "door": glyph_help.door,
    "photo-strip": glyph_help.photo_strip,
    "slack-string": glyph_help.slack_string,
    "knock": glyph_help.knock,
    "knotted-bubble": glyph_help.knotted_bubble,
    "chair": glyph_help.chair,
    "box": glyph_help.box,
    "shield": glyph_help.shield,
    "flag": glyph_help.flag,
}
MARKS: Mapping[str, Callable[[], Mark]] = {**PRESSURE, **HELP}
"""Every glyph's outlines by the names that assets/signs.yaml uses."""


def mark_of(name: str) -> Mark:
    """A glyph's outlines. Refused with the name that was meant."""
    if name not in MARKS:
        near = get_close_matches(name, MARKS, n=1)
        mend = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(MARKS)}"
        raise Refused(Finding("unknown-glyph", f"there is no glyph '{name}'", mend=mend))
    return MARKS[name]()


def glyph(name: str, size_px: float = 240.0) -> Puppet:
    """A glyph as a puppet about the origin, ``size_px`` wide and high with its margin. Refused if there is none of this name."""
    from animkit.drawing.layout import px
    from animkit.drawing.pen import Drawn
    from animkit.drawing.puppet import Puppet
    from animkit.drawing.stage import stage

    unit, colour = px(size_px) / SIDE, stage().colour
    parts = [
        Drawn(ink.path * unit, ink.fill and colour(ink.fill), ink.line and colour(ink.line), ink.width * unit, ink.cap)
        for ink in mark_of(name)
    ]
    return Puppet(*parts)


def glyph_svg(name: str, colours: Mapping[str, str], *, size: float = SIDE, title: str = "") -> str:
    """A glyph as an SVG element, in the theme's ``colours`` by role. ``title`` is its text alternative; without one it is decoration."""
    return svg(mark_of(name), colours, size=size, title=title)


GLYPHS: Mapping[str, Callable[..., Puppet]] = {name: partial(glyph, name) for name in MARKS}
"""Puppets by name: ``GLYPHS["door"](size_px=200)``."""
