"""The drawn marks of a pack as SVG text: glyphs of signs and help, icons of help routes, the sign's flag. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from animkit.drawing.glyphs import MARKS, glyph_svg
from animkit.packs.pages.icons import ROUTE_ICONS, shapes

FLAG = "flag-of-a-sign"
"""The mark on the back of a sign's card: the same shape in grey as in colour."""


def art(theme: Mapping[str, Any]) -> dict[str, str]:
    """Every mark by its name, in the theme's colours: ``door``, ``star``, ``icon-phone``, ``flag-of-a-sign``."""
    return dict(_art(tuple(sorted((role, str(colour)) for role, colour in theme["colours"].items()))))


@cache
def _art(colours: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    by_role = dict(colours)
    marks = {name: glyph_svg(name, by_role) for name in MARKS}
    icons = {f"icon-{name}": _icon(path, by_role["white"]) for name, path in shapes().items()}
    return tuple((marks | icons | {FLAG: _flag(by_role)}).items())


def icon_of(route_id: str) -> str:
    """The icon of a help route."""
    return ROUTE_ICONS.get(route_id, "phone")


def _icon(path: str, fill: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="96" height="96">'
        f'<path fill="{fill}" fill-rule="evenodd" d="{path}"/></svg>'
    )


def _flag(colours: Mapping[str, str]) -> str:
    ink, sign = colours["ink"], colours["sign"]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-48 -48 96 96" width="96" height="96">'
        f'<path d="M-22 -34H38L24 -14L38 6H-22Z" fill="{sign}" stroke="{ink}" stroke-width="4.500" stroke-linejoin="round"/>'
        f'<path d="M-24 -36V40" fill="none" stroke="{ink}" stroke-width="8" stroke-linecap="round"/></svg>'
    )
