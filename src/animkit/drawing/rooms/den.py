"""The blanket den: two striped blankets over a pole, lit from inside, and at its back the flap that is the green door's arch."""

from __future__ import annotations

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.path import Pair, Path, arc, joined, polyline, rectangle, shifted, smooth
from animkit.drawing.path import moved as placed
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.door import Door
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import Room, at, floor, spots, standing, wall
from animkit.drawing.stage import stage

FLOOR_PX = -300.0
CLASS_SIZE = 0.86
"""How large the den is in a classroom: there is more room about it."""
ROOF: tuple[Pair, ...] = ((1075, -300), (965, -40), (780, 190), (520, 372), (250, 486), (0, 560))
"""The right half of the blankets' outer edge, from the floor to the pole: cloth sags between what holds it."""
MOUTH: tuple[Pair, ...] = ((700, -300), (668, -60), (560, 180), (370, 356), (160, 450), (0, 486))
"""The right half of the opening, where the light is."""
SEATS = {
    "left": (-330.0, -60.0),
    "right": (330.0, -60.0),
    "middle": (0.0, -50.0),
    "far_left": (-560.0, -50.0),
    "far_right": (560.0, -50.0),
    "door": (0.0, 0.0),
}


def den(dim: float = 0.0) -> Room:
    """A blanket den that glows from inside: blankets over a pole, fairy lights, cushions, a flap that is the green door's arch.

    ``dim`` is how far the day outside has gone (0 to 1): wall, floor and blankets grow darker, the light inside does not.
    """
    colour = stage().colour
    flap, tent = _tent("sand", dim)
    back = Puppet(wall(mix(colour("lavender"), colour("dusk"), 0.62 * dim)), *tent.submobjects)
    ground = mix(colour("lilac"), colour("dusk"), 0.4 * dim)
    front = Puppet(*floor(ground, FLOOR_PX, edge="violet"), *_cushions())
    return Room(back=back, front=front, top=at(0, FLOOR_PX)[1], spots=spots(**SEATS), door=flap)


def evening_den() -> Room:
    """The den when it has grown dark outside."""
    return den(1.0)


def class_den() -> Room:
    """The same den in a classroom, by day: drawings pegged to a line, a board, a window."""
    flap, tent = _tent("sand")
    tent.scale(CLASS_SIZE, about_point=at(0, FLOOR_PX))
    back = Puppet(wall("mist"), *_classroom(), tent)
    front = Puppet(*floor("lilac", FLOOR_PX, edge="lavender"), *_cushions())
    return Room(back=back, front=front, top=at(0, FLOOR_PX)[1], spots=spots(**SEATS), door=flap)


def _tent(ground: str, dim: float = 0.0) -> tuple[Door, Puppet]:
    flap = standing(Door(620, state="ajar", ground=ground), 0, -250)
    return flap, Puppet(*_blankets(dim), *_inside(), *_fringe(), *_pole(), flap)


def _classroom() -> list[Drawn]:
    """What hangs on the wall beside the den: paper on a line to the left, a board to the right."""
    colour = stage().colour
    paper, wood = colour("paper"), mix(colour("wood"), colour("mist"), 0.25)
    line = smooth([(-1000, 430), (-760, 396), (-520, 424)])
    sheets = [(-902, 330, "blue"), (-756, 312, "mustard"), (-618, 330, "rose")]
    hung = [shape(rectangle(112, 140, 6, (x, y)), mix(paper, colour(tint), 0.45)) for x, y, tint in sheets]
    drawn = joined(*(arc(26, centre=(x, y + 12)) for x, y, _ in sheets), *(rectangle(60, 12, 6, (x, y - 42)) for x, y, _ in sheets))
    board = [shape(rectangle(430, 300, 16, (800, 300)), wood), shape(rectangle(394, 264, 6, (800, 300)), mix(paper, colour("mist"), 0.3))]
    marks = joined(rectangle(230, 14, 7, (760, 370)), rectangle(170, 14, 7, (730, 326)), arc(38, centre=(900, 262)))
    return [shape(line, None, "lilac", 6), *hung, shape(drawn, colour("white")), *board, shape(marks, "lavender")]


def _whole(half: tuple[Pair, ...], depth: float = FLOOR_PX) -> Path:
    """The outline of both halves, closed along the floor."""
    right = [(x, max(y, depth)) for x, y in half]
    left = [(-x, y) for x, y in right[-2::-1]]
    return joined(smooth([*right, *left]), polyline(left[-1], right[0]))


def _blankets(dim: float) -> list[Drawn]:
    """The cloth from outside: rose, with broad stripes that fall from the pole."""
    rose, paper = stage().colour("rose"), stage().colour("paper")
    stripes = [_between(share, share + 0.085) for share in (0.12, 0.33, 0.54, 0.75, 0.93)]
    cloth, stripe = mix(rose, paper, 0.18), mix(rose, stage().colour("curtain_dark"), 0.3)
    tints = [mix(tint, stage().colour("plum"), 0.42 * dim) for tint in (cloth, stripe)]
    return [shape(_whole(ROOF), tints[0]), shape(joined(*stripes), tints[1])]


def _between(first: float, last: float) -> Path:
    """Stripes on both sides: strips of cloth between two shares of the way from the mouth's edge to the roof's."""
    mouth, roof = np.array(MOUTH), np.array(ROOF)
    one, other = (mouth + (roof - mouth) * share for share in (first, last))
    strip = joined(smooth(one), polyline(tuple(one[-1]), tuple(other[-1])), smooth(other[::-1]), polyline(tuple(other[0]), tuple(one[0])))
    return joined(strip, strip * np.array([-1.0, 1.0]))


def _inside() -> list[Drawn]:
    """The light: warm cloth behind, with folds that fall from the pole, and two discs about the flap."""
    sand, glow = stage().colour("sand"), stage().colour("glow")
    warm = mix(sand, stage().colour("rose"), 0.22)
    folds = joined(*(smooth([(x * 0.16, 430), (x * 0.62, 180), (x, -300)]) for x in (-590, -455, -330, 330, 455, 590)))
    discs = [shape(_within(radius), mix(warm, glow, share)) for radius, share in ((440, 0.45), (335, 1.0))]
    return [shape(_whole(MOUTH), warm), *discs, shape(folds, None, mix(warm, stage().colour("wood"), 0.2), 7)]


def _within(radius: float) -> Path:
    """A disc of light about the flap that ends on the floor."""
    ring = arc((radius * 1.12, radius), centre=(0.0, 30.0))
    return np.column_stack([ring[:, 0], np.maximum(ring[:, 1], FLOOR_PX)])


def _fringe() -> list[Drawn]:
    """A band along the blankets' inner edge, scalloped like a hem, its dots where it is stitched."""
    edge = smooth([*MOUTH, *((-x, y) for x, y in MOUTH[-2::-1])])
    dots = joined(*(arc(15, centre=tuple(point)) for point in _along(edge, 46.0)))
    hem = mix(stage().colour("rose"), stage().colour("plum"), 0.14)
    return [shape(dots, hem), shape(edge, None, hem, 18)]


def _along(path: Path, step: float) -> Path:
    """Points along a curve, a step apart."""
    curves, t = path.reshape(-1, 4, 2), np.linspace(0, 1, 12, endpoint=False)[:, None]
    fine = np.vstack([(1 - t) ** 3 * c[0] + 3 * (1 - t) ** 2 * t * c[1] + 3 * (1 - t) * t**2 * c[2] + t**3 * c[3] for c in curves])
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(fine, axis=0).T))])
    stops = np.arange(step / 2, way[-1], step)
    return np.column_stack([np.interp(stops, way, fine[:, axis]) for axis in (0, 1)])


def _pole() -> list[Drawn]:
    """Fairy lights in two bows under the roof, each with its halo."""
    line = smooth([(-520, 250), (-400, 268), (-250, 330), (0, 452)], tension=0.9)
    both = joined(line, smooth([(0, 452), (250, 330), (400, 268), (520, 250)], tension=0.9))
    bulbs = [(x, y - 20) for x, y in np.vstack([_along(line, 78.0), _along(line, 78.0) * np.array([-1.0, 1.0])])]
    glow, paper = stage().colour("glow"), stage().colour("paper")
    return [
        shape(both, None, "iris", 5),
        shape(joined(*(arc(24, centre=bulb) for bulb in bulbs)), mix(stage().colour("mustard"), glow, 0.6)),
        shape(joined(*(arc(12, centre=bulb) for bulb in bulbs)), paper),
        shape(joined(*(rectangle(9, 12, 3, (x, y + 20)) for x, y in bulbs)), "iris"),
    ]


def _cushions() -> list[Drawn]:
    """Cushions along the floor's edge: two of them in a heap on each side."""
    heap = (
        (-690, -400, 500, 190, -3, "violet"),
        (-575, -322, 350, 150, 5, "blue"),
        (715, -400, 500, 190, 3, "violet"),
        (585, -322, 340, 146, -6, "aqua"),
    )
    return [part for x, y, wide, high, degrees, colour in heap for part in _cushion(x, y, wide, high, degrees, colour)]


def _cushion(x: float, y: float, wide: float, high: float, degrees: float, colour: str) -> list[Drawn]:
    """One plump cushion: four ears, sides that bulge, and creases towards its button."""
    half, tall = wide / 2, high / 2
    corners = ((-1, 1), (1, 1), (1, -1), (-1, -1))
    ears = [(cx * half, cy * tall) for cx, cy in corners]
    sides = [smooth([ears[i], _bulge(ears[i], ears[(i + 1) % 4]), ears[(i + 1) % 4]]) for i in range(4)]
    turn = np.radians(degrees)
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    creases = joined(*(polyline((cx * half * 0.16, cy * tall * 0.2), (cx * half * 0.5, cy * tall * 0.5)) for cx, cy in corners))
    tint = mix(stage().colour(colour), stage().colour("lilac"), 0.18)
    dark = mix(tint, stage().colour("ink"), 0.16)
    body, lines = (placed(path @ spin, shifted(x, y)) for path in (joined(*sides), creases))
    return [shape(body, tint), shape(body, None, tint, 26), shape(lines, None, dark, 7), shape(arc((20, 13), centre=(x, y)), dark)]


def _bulge(start: Pair, end: Pair) -> Pair:
    """The middle of a side that bulges out a little, away from the cushion's middle."""
    return ((start[0] + end[0]) / 2 * 0.93, (start[1] + end[1]) / 2 * 0.9)
