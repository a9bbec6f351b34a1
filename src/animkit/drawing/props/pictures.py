"""Small wordless pictures, for cards, bubbles and photos: things one likes, never a face that could be somebody's.

Each is drawn about the origin in a square of 100 pixels, its line 6 of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import pi

from animkit.drawing.path import Path, arc, backward, joined, moved, polyline, rectangle, rounded, shifted, smooth, star, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.puppet import Puppet
from animkit.findings import Finding, Refused

LINE = 6.0


def _inked(path: Path, fill: str | None, width: float = LINE) -> Drawn:
    return shape(path, fill, "ink", width)


def _dots(*points: tuple[float, float], size: float = 4.0) -> Drawn:
    return shape(joined(*(arc(size, centre=point) for point in points)), "ink")


def _cat() -> list[Drawn]:
    head = rounded([(-36, 44), (-16, 24), (16, 24), (36, 44), (38, -6), (22, -38), (-22, -38), (-38, -6)], [7, 10, 10, 7, 22, 26, 26, 22])
    mouth = joined(smooth([(-12, -20), (-6, -25), (0, -18)]), smooth([(0, -18), (6, -25), (12, -20)]))
    nose = rounded([(-5, -8), (5, -8), (0, -14)], 2)
    return [_inked(head, "white"), _dots((-15, 2), (15, 2), size=5), shape(nose, "ink"), shape(mouth, None, "ink", 4.5)]


def _dog() -> list[Drawn]:
    head = smooth([(-26, 30), (0, 38), (26, 30), (33, 0), (22, -32), (0, -40), (-22, -32), (-33, 0)], closed=True)
    ears = [smooth([(s * 22, 34), (s * 44, 26), (s * 46, -6), (s * 34, -12), (s * 28, 12)], closed=True) for s in (-1, 1)]
    muzzle = arc((15, 12), centre=(0, -18))
    return [
        _inked(head, "sand"),
        *(_inked(ear, "wood") for ear in ears),
        shape(muzzle, "paper"),
        _dots((-13, 4), (13, 4), size=5),
        shape(arc((6, 4.5), centre=(0, -12)), "ink"),
        shape(joined(polyline((0, -14), (0, -22)), smooth([(-8, -24), (0, -28), (8, -24)])), None, "ink", 4.5),
    ]


def _robot() -> list[Drawn]:
    return [
        shape(polyline((0, 22), (0, 38)), None, "ink", LINE),
        shape(arc(6, centre=(0, 40)), "ink"),
        _inked(rectangle(66, 52, 12, (0, -4)), "aqua"),
        _inked(joined(rectangle(10, 20, 4, (-38, -4)), rectangle(10, 20, 4, (38, -4))), "aqua", 5),
        _dots((-15, 4), (15, 4), size=7),
        shape(polyline((-14, -18), (14, -18)), None, "ink", 5),
    ]


def _guitar() -> list[Drawn]:
    tilt = turned(-pi / 4)
    body = smooth([(-14, 4), (-20, -12), (-26, -30), (0, -46), (26, -30), (20, -12), (14, 4), (0, 10)], closed=True)
    neck, head = rectangle(9, 46, 2, (0, 26)), rectangle(18, 16, 3, (0, 52))
    hole = arc(8, centre=(0, -14))
    return [
        _inked(moved(neck, tilt), "wood", 5),
        _inked(moved(head, tilt), "wood", 5),
        _inked(moved(body, tilt), "mustard"),
        shape(moved(hole, tilt), "ink"),
    ]


def _football() -> list[Drawn]:
    lines = joined(*(moved(polyline((0, 17), (0, 38)), turned(2 * pi * k / 5)) for k in range(5)))
    return [_inked(arc(40), "white"), shape(star(5, 18, 14.6), "ink"), shape(lines, None, "ink", 5)]


def _grin() -> list[Drawn]:
    return [
        _inked(arc(40), "mustard"),
        _dots((-14, 10), (14, 10), size=5.5),
        shape(smooth([(-20, -8), (-10, -19), (0, -22), (10, -19), (20, -8)]), None, "ink", LINE),
    ]


def _star() -> list[Drawn]:
    return [_inked(star(5, 44, 21, soft=6), "mustard")]


def _moon() -> list[Drawn]:
    outer = arc(38, pi * 0.32, pi * 1.42, (2, 0))
    start, end = outer[-1], outer[0]
    inner = smooth([tuple(start), (4, -14), (-8, 6), tuple(end)])
    return [_inked(joined(outer, inner), "sand")]


def _heart() -> list[Drawn]:
    return [_inked(heart_path(40), "rose")]


def heart_path(size: float) -> Path:
    """A heart about the origin, ``size`` from middle to side."""
    ring = [(0, 0.46), (0.24, 0.82), (0.66, 0.88), (0.98, 0.56), (0.92, 0.1), (0.5, -0.46), (0, -0.92)]
    right = smooth([(x * size, y * size) for x, y in ring])
    left = smooth([(-x * size, y * size) for x, y in ring[::-1]])
    return joined(right, left)


def _note() -> list[Drawn]:
    stem = rounded([(-18, -24), (-18, 34), (26, 42), (26, -16)], 3, closed=False)
    return [
        shape(stem, None, "ink", LINE),
        shape(polyline((-18, 20), (26, 28)), None, "ink", LINE),
        _inked(moved(arc((13, 10)), shifted(-28, -26)), "violet", 5),
        _inked(moved(arc((13, 10)), shifted(16, -18)), "violet", 5),
    ]


def _flower() -> list[Drawn]:
    petals = joined(*(moved(arc((13, 17), centre=(0, 24)), turned(2 * pi * k / 6)) for k in range(6)))
    return [shape(petals, "ink", "ink", 2 * LINE), shape(petals, "rose"), _inked(arc(13), "mustard", 5)]


def _sun() -> list[Drawn]:
    rays = joined(*(moved(polyline((31, 0), (42, 0)), turned(2 * pi * k / 8)) for k in range(8)))
    return [shape(rays, None, "ink", LINE), _inked(arc(22), "mustard")]


def _thumb() -> list[Drawn]:
    fist = rounded([(-10, 6), (-2, 10), (6, 38), (20, 38), (18, 10), (38, 10), (36, -34), (-10, -34)], [2, 8, 8, 9, 4, 12, 14, 2])
    return [_inked(fist, "sand"), _inked(rectangle(18, 44, 5, (-26, -14)), "blue")]


def _drum() -> list[Drawn]:
    side = joined(polyline((-34, 14), (-34, -22)), smooth([(-34, -22), (0, -38), (34, -22)]), polyline((34, -22), (34, 14), (-34, 14)))
    zigzag = polyline((-32, -18), (-18, 4), (-4, -30), (10, 2), (22, -26), (33, 6))
    return [
        _inked(side, "rose"),
        shape(zigzag, None, "ink", 4),
        _inked(arc((34, 13), centre=(0, 14)), "paper"),
        shape(joined(polyline((8, 20), (38, 44)), polyline((-12, 20), (-40, 42))), None, "ink", LINE),
    ]


def _pencil() -> list[Drawn]:
    tilt = turned(pi / 4)
    shaft = rounded([(-10, 40), (10, 40), (10, -22), (0, -44), (-10, -22)], [4, 4, 2, 2, 2])
    return [
        _inked(moved(shaft, tilt), "mustard"),
        shape(moved(polyline((-10, -20), (10, -20)), tilt), None, "ink", 4),
        shape(moved(rounded([(-4.5, -34), (4.5, -34), (0, -44)], 1), tilt), "ink"),
    ]


def _whistle() -> list[Drawn]:
    case = joined(rectangle(60, 22, 5, (-12, 10)), backward(arc(23, centre=(14, -8))))
    return [
        shape(smooth([(14, 16), (24, 40), (44, 34)]), None, "ink", 5),
        shape(case, "ink", "ink", 2 * LINE),
        shape(case, "lilac"),
        _inked(arc(9, centre=(14, -8)), "white", 5),
        shape(polyline((-22, 21), (-22, 8)), None, "ink", 7),
    ]


PICTURES: Mapping[str, Callable[[], list[Drawn]]] = {
    "cat": _cat,
    "dog": _dog,
    "robot": _robot,
    "guitar": _guitar,
    "football": _football,
    "grin": _grin,
    "star": _star,
    "moon": _moon,
    "heart": _heart,
    "note": _note,
    "flower": _flower,
    "sun": _sun,
    "thumb": _thumb,
    "drum": _drum,
    "pencil": _pencil,
    "whistle": _whistle,
}
"""All pictures by name."""


def picture(name: str, size_px: float = 100.0) -> Puppet:
    """A picture by name, ``size_px`` high and wide with its margin. Refused with the names there are."""
    if name not in PICTURES:
        raise Refused(Finding("unknown-picture", f"there is no picture '{name}'", mend=f"choose one of {', '.join(PICTURES)}"))
    drawn = Puppet(*PICTURES[name]())
    return drawn.scale(size_px / 100, about_point=[0, 0, 0]) if size_px != 100 else drawn
