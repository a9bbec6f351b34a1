"""The eight pictures of pressure. Neutral in colour: on a sorting card a colour would give the answer. Pure."""

from __future__ import annotations

from math import acos, cos, pi, radians, sin

from animkit.drawing.mark import Ink, Mark, inked, solid, stroke
from animkit.drawing.path import (
    Path,
    arc,
    arch,
    backward,
    compose,
    joined,
    moved,
    polyline,
    rectangle,
    rounded,
    shifted,
    smooth,
    star,
    turned,
)


def arrows() -> Mark:
    """A crowd of pointed comments, all with the same arrow in the same direction."""
    marks: list[Ink] = []
    for x, y in ((-30, 32), (10, 32), (-14, 0), (26, 0), (-30, -32), (10, -32)):
        here = shifted(x - 2, y)
        touch = acos(1 / 1.45)
        circle = arc(13.5, touch, 2 * pi - 2 * touch)
        tip = rounded([tuple(circle[-1]), (13.5 * 1.45, 0), tuple(circle[0])], [0, 1, 0], closed=False)
        arrow = joined(polyline((-6, 0), (7, 0)), polyline((2, 5), (7.4, 0), (2, -5)))
        marks += [inked(moved(joined(circle, tip), here), "white", 3.2), stroke(moved(arrow, here), 3.4)]
    return tuple(marks)


def pile() -> Mark:
    """A pile of boxes, each larger than the one before, the largest blank, so high that only eyes look over it."""
    head = joined(arc(15, 0, pi, (0, 22)), polyline((-15, 22), (-15, 16), (15, 16), (15, 22)))
    eyes = joined(arc(2.4, centre=(-5.5, 24)), arc(2.4, centre=(5.5, 24)))
    return (
        inked(head, "sand"),
        solid(eyes),
        inked(rectangle(44, 16, 2, (0, 10)), "white"),
        inked(rectangle(60, 18, 2, (0, -8)), "mustard"),
        inked(rectangle(84, 26, 2, (0, -31)), "white"),
        stroke(joined(smooth([(-5, -25), (-2, -21.5), (3, -22.5), (4.5, -27), (0, -31), (0, -34)])), 3.6),
        solid(arc(2.2, centre=(0, -39.5))),
    )


def star_on_string() -> Mark:
    """A star on a string that is pulled taut, down to the stake that it is tied to."""
    string = polyline((-16, 14), (32, -26))
    stake = polyline((34, -16), (34, -42))
    winding = joined(polyline((29, -24), (39, -28)), polyline((29, -29), (39, -33)))
    ground = polyline((20, -43), (46, -43))
    return (stroke(string), inked(star(5, 25, 12.5, (-20, 20), soft=3), "mustard"), stroke(joined(stake, ground), 5), stroke(winding, 4))


def days() -> Mark:
    """Days of messages, each day's pile higher than the one before, the last one leaning over."""
    marks: list[Ink] = []
    for x, high, lean in ((-33, 26, 0), (-8, 48, -3), (22, 78, 12)):
        place = compose(shifted(x, -40), turned(radians(lean)))
        marks.append(inked(moved(rectangle(22, high, 3, (0, high / 2)), place), "white"))
        head = joined(rectangle(22, 9, [3, 3, 0, 0], (0, high - 4.5)))
        marks.append(inked(moved(head, place), "lilac"))
        rows = [polyline((-5, y), (5 if (y // 8) % 2 else 2, y)) for y in range(7, int(high) - 12, 8)]
        marks.append(stroke(moved(joined(*rows), place), 3.2))
    return tuple(marks)


def curtain() -> Mark:
    """A curtain drawn across a door: only the arch's edge is still to be seen."""
    door = joined(arch(46, 74, (14, -40)))
    cloth = joined(
        polyline((-38, 36), (16, 36)),
        smooth([(16, 36), (18, 4), (24, -36)]),
        smooth([(24, -36), (14, -41), (4, -36), (-6, -41), (-16, -36), (-28, -41), (-38, -36)]),
        polyline((-38, -36), (-38, 36)),
    )
    folds = joined(
        smooth([(-24, 36), (-25, 0), (-27, -38)]), smooth([(-10, 36), (-10, 0), (-7, -39)]), smooth([(4, 36), (5, 0), (10, -37)])
    )
    return (inked(door, "help_light"), inked(cloth, "lilac"), stroke(folds, 3), stroke(polyline((-44, 38), (44, 38)), 7))


def card() -> Mark:
    """A profile card with a cat on it, and the same card from behind: blank."""
    back = compose(shifted(17, -2), turned(radians(-9)))
    return (inked(moved(rectangle(44, 62, 6), back), "lilac"), *_profile(compose(shifted(-14, 3), turned(radians(7)))))


def jagged_bubble() -> Mark:
    """A bubble all jagged: a threat."""
    reach = (44, 37, 45, 39, 42, 45, 36, 44, 38, 45, 40)
    corners: list[tuple[float, float]] = []
    for index, tip in enumerate(reach):
        at = pi / 2 + 2 * pi * index / len(reach)
        between = at + pi / len(reach)
        corners += [(tip * cos(at), tip * 0.88 * sin(at)), (29 * cos(between), 25 * sin(between))]
    mark = rounded([(-4.5, 15), (4.5, 15), (2.4, -5), (-2.4, -5)], 2)
    return (inked(rounded(corners, 1.5)), solid(joined(mark, arc(3.6, centre=(0, -12)))))


def whistle_card() -> Mark:
    """The same profile card, with a whistle: somebody in charge."""
    case = joined(rectangle(31, 12, 3, (23, -14)), backward(arc(14, centre=(17, -22))))
    place = shifted(2, -4)
    hole = arc(4.6, centre=(17, -22))
    cord = smooth([(22, -12), (24, 4), (36, 10), (42, 0)])
    return (
        *_profile(compose(shifted(-15, 5), turned(radians(4)))),
        stroke(moved(cord, place), 3),
        Ink(moved(case, place), "ink", "ink", 8),
        solid(moved(case, place), "blue"),
        inked(moved(hole, place), "white", 3.4),
    )


def _profile(place: Path) -> Mark:
    """A profile card with a cat for a picture, in ``place``."""
    top = rectangle(44, 22, [6, 6, 0, 0], (0, 20))
    cat = rounded([(-13, 23), (-6, 15), (6, 15), (13, 23), (13, 5), (7, -5), (-7, -5), (-13, 5)], [2, 3, 3, 2, 7, 8, 8, 7])
    eyes = joined(arc(1.9, centre=(-5, 7)), arc(1.9, centre=(5, 7)))
    name = polyline((-11, -20), (11, -20))
    return tuple(
        Ink(moved(ink.path, place), *ink[1:])
        for ink in (
            inked(rectangle(44, 62, 6)),
            inked(top, "mustard"),
            inked(cat, "white", 3.4),
            solid(eyes),
            stroke(smooth([(-3.5, 1), (0, -1), (3.5, 1)]), 2.6),
            stroke(name, 3.6),
        )
    )
