"""The nine pictures of help. Pure."""

from __future__ import annotations

from math import pi, radians

from animkit.drawing.mark import Ink, Mark, inked, solid, stroke
from animkit.drawing.path import Path, arc, arch, backward, joined, moved, polyline, rectangle, rounded, shifted, smooth, star
from animkit.drawing.props.rope import strands


def door() -> Mark:
    """The door, open: light stands in it and falls out of it."""
    frame = joined(arch(52, 82, (-10, -38)), backward(arch(40, 76, (-10, -38))))
    leaf = joined(
        polyline((10, -38), (10, 20)),
        smooth([(10, 20), (14, 36), (24, 42), (34, 34), (37, 16)]),
        polyline((37, 16), (37, -46), (10, -38)),
    )
    beam = polyline((-30, -40), (10, -40), (4, -47), (-44, -47), closed=True)
    return (
        solid(beam, "help_light"),
        solid(arch(41, 77, (-10, -38)), "glow"),
        solid(arch(26, 62, (-10, -38)), "paper"),
        solid(frame, "help_dark"),
        solid(leaf, "help_dark"),
        stroke(leaf, 2.0, "help_dark"),
        solid(arc(2.8, centre=(31, -4)), "white"),
    )


def photo_strip() -> Mark:
    """A strip from a photo booth: two friends, three times."""
    marks: list[Ink] = [inked(rectangle(44, 90, 5), "white")]
    for y, shirts in ((27, ("blue", "mustard")), (0, ("rose", "aqua")), (-27, ("violet", "sand"))):
        marks.append(inked(rectangle(32, 22, 2, (0, y)), "help_light", 3))
        for x, skin, shirt in ((-7, "skin_deep", shirts[0]), (7, "skin_tan", shirts[1])):
            marks.append(
                inked(joined(arc((6.4, 6.5), 0, pi, (x, y - 10.6)), polyline((x - 6.4, y - 10.6), (x + 6.4, y - 10.6))), shirt, 2.2)
            )
            marks.append(inked(arc(5.0, centre=(x, y + 1.6)), skin, 2.6))
    return tuple(marks)


def slack_string() -> Mark:
    """The star again, its string gone slack: nobody pulls any more."""
    string = smooth(
        [
            (-14, 10),
            (-20, -4),
            (-14, -14),
            (-18, -28),
            (-8, -40),
            (6, -38),
            (10, -24),
            (16, -14),
            (28, -20),
            (26, -34),
            (36, -40),
            (44, -38),
        ]
    )
    return (stroke(string), inked(star(5, 25, 12.5, (-14, 21), soft=3), "mustard"))


def knock() -> Mark:
    """A fist that knocks, and the rings that are heard."""
    fist = rectangle(38, 40, 12, (-17, 0))
    fingers = joined(
        *(polyline((x, 20), (x, 5)) for x in (-25, -15)), smooth([(-35, -6), (-20, -7.5), (-6, -6), (-4, 1), (-8, 4.5), (-14, 3)])
    )
    sleeve = rectangle(18, 30, 3, (-36, -2))
    rings = joined(*(arc(r, -radians(44), radians(88), (-7, 0)) for r in (20, 35, 50)))
    return (stroke(rings, 5, "help_dark"), inked(sleeve, "mustard"), inked(fist, "skin_brown"), stroke(fingers, 3.4))


def knotted_bubble() -> Mark:
    """A round bubble with a knot in it: what somebody has to tell."""
    rope, over, gap = (moved(path, shifted(2, 3)) for path in strands(0.0, 45.0))
    circle = arc(39, radians(240), radians(322), (2, 4))
    tail = rounded([tuple(circle[-1]), (-37, -43), tuple(circle[0])], [0, 2, 0], closed=False)
    colour = "help_dark"
    return (inked(joined(circle, tail)), stroke(rope, 5.4, colour), Ink(gap, None, "white", 9.8, "butt"), stroke(over, 5.4, colour))


def chair() -> Mark:
    """A mug, and a chair that is lower than you: an adult who listens."""
    mug = rounded([(-40, 18), (-8, 18), (-10, -14), (-38, -14)], [2, 2, 6, 6])
    handle = smooth([(-9, 12), (2, 12), (4, 2), (0, -6), (-9.5, -6)])
    steam = joined(*(smooth([(x, 26), (x - 4, 32), (x + 2, 37), (x - 2, 43)]) for x in (-30, -18)))
    saucer = polyline((-45, -16), (-3, -16))
    seat, back = rectangle(40, 9, 3, (22, -20)), rectangle(11, 34, 4, (36.5, 0))
    legs = joined(polyline((7, -25), (7, -44)), polyline((37, -25), (37, -44)))
    return (
        stroke(steam, 4),
        stroke(handle, 4),
        inked(mug, "help_light"),
        stroke(saucer, 5),
        stroke(legs, 5),
        inked(back, "wood"),
        inked(seat, "wood"),
    )


def box() -> Mark:
    """A box with a lid, and the messages in it."""
    bubble = rectangle(32, 17, 8.5, (0, -12))
    dots = joined(*(arc(2.3, centre=(x, -12)) for x in (-7, 0, 7)))
    return (
        inked(rounded([(-36, 14), (36, 14), (33, -42), (-33, -42)], [0, 0, 6, 6]), "help_light"),
        inked(bubble, "white"),
        solid(dots),
        inked(rectangle(18, 12, 5, (0, 35)), "white"),
        inked(rectangle(88, 20, 6, (0, 20)), "white"),
    )


def shield() -> Mark:
    """A shield with a tick: blocked."""
    half: list[tuple[float, float]] = [(0, 44), (17, 36), (36, 33)]
    right = joined(smooth(half), smooth([(36, 33), (36, 0), (24, -26), (0, -44)]))
    outline: Path = joined(right, moved(backward(right), _mirrored()))
    return (inked(outline, "help_dark"), stroke(polyline((-15, -1), (-4, -13), (16, 12)), 7, "white"))


def flag() -> Mark:
    """A square flag with an opening in it, put up: reported. It has no swallow's tail: that is the warning sign's."""
    cloth = joined(
        smooth([(-24, 36), (-8, 40), (10, 33), (30, 36), (40, 38)]),
        polyline((40, 38), (40, -4)),
        smooth([(40, -4), (28, -6), (10, -9), (-8, -2), (-24, -6)]),
        polyline((-24, -6), (-24, 36)),
    )
    tick = polyline((-4, 15), (5, 6), (20, 24))
    return (
        inked(cloth, "help_light"),
        stroke(tick, 6, "help_dark"),
        stroke(polyline((-26, 42), (-26, -44)), 7),
        stroke(polyline((-38, -44), (-14, -44)), 5),
    )


def _mirrored() -> Path:
    matrix: Path = shifted(0, 0) * [[-1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]
    return matrix
