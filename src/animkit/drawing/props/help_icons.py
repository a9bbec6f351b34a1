"""A wordless picture for each way to get help: a telephone, a shield, a picture that goes, an exclamation mark."""

from __future__ import annotations

from animkit.drawing.path import Path, arc, compose, joined, moved, polyline, rectangle, rounded, shifted, smooth, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.puppet import Puppet

TELEPHONES = ("childline", "nspcc-helpline", "police-101")
DRAWN_PX = 54.0
"""The radius for which the pictures are drawn."""


def route_icon(route: str, radius_px: float = DRAWN_PX) -> Puppet:
    """The round picture of a help route, by its id, about the origin."""
    icon = Puppet(shape(arc(DRAWN_PX), "help_dark"), *_picture(route))
    return icon.scale(radius_px / DRAWN_PX, about_point=[0, 0, 0])


def _picture(route: str) -> list[Drawn]:
    if route in TELEPHONES:
        return [shape(_handset_back(), None, "white", 13), shape(_handset_ends(), "white")]
    if route.startswith("ceop"):
        shield = rounded([(-24, 24), (0, 32), (24, 24), (24, -6), (0, -32), (-24, -6)], [4, 8, 4, 18, 8, 18])
        return [shape(shield, "white"), shape(polyline((-11, 2), (-3, -8), (13, 11)), None, "help_dark", 8)]
    if route == "report-remove":
        hill = rounded([(-24, -16), (-8, 4), (2, -6), (10, 2), (24, -16)], [0, 5, 2, 5, 0])
        return [
            shape(rectangle(60, 48, 6), "white"),
            shape(joined(hill, arc(5, centre=(13, 12))), "help"),
            shape(polyline((-27, -29), (27, 29)), None, "help_dark", 14),
            shape(polyline((-27, -29), (27, 29)), None, "white", 7),
        ]
    return [shape(joined(rounded([(-7, 33), (7, 33), (5, -8), (-5, -8)], 5), arc(7, centre=(0, -24))), "white")]


def _handset_back() -> Path:
    return smooth([(-20, 15), (-15, -1), (-3, -13), (14, -20)])


def _handset_ends() -> Path:
    end = rectangle(24, 19, 6)
    return joined(moved(end, compose(shifted(-18, 19), turned(0.95))), moved(end, compose(shifted(19, -18), turned(0.62))))
