"""Two houses on both sides of a road in the evening, each with a lit window to look into and a green door; a camera pans between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.path import Path, arc, arch, backward, joined, polyline, rectangle, rounded
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.door import Door
from animkit.drawing.props.home import Curtains, Plant
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import BLEED_PX, at, standing
from animkit.drawing.stage import stage

HOUSE_PX = 960.0
"""How far each house's part of the picture lies from the middle: a picture's width apart."""
WINDOW_PX, WIDTH_PX, HEIGHT_PX, SILL_PX = 900.0, 860.0, 790.0, -262.0
"""Where a window's middle is, its size, and its sill's height."""
GROUND_PX, TREE_PX = -330.0, -190.0


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Add ``inside``, then who is seen in the window, then ``front``, then ``sill``: what stands on it and before it."""

    inside: Puppet
    front: Puppet
    sill: Puppet
    door: Door
    top: float
    """The height of the sill, in units: what people in the window are seen from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """Add ``sky``, ``far`` (part of the way with the camera), the houses, then ``ground``."""

    sky: Puppet
    far: Puppet
    left: House
    right: House
    ground: Puppet


def opposite() -> Road:
    """The road, with its two houses."""
    colour = stage().colour
    evening = mix(colour("lavender"), colour("iris"), 0.34)
    wide = 2 * (1920 + BLEED_PX)
    moon = [
        shape(arc(size, centre=(0, 300)), mix(evening, colour("glow"), share)) for size, share in ((330, 0.14), (210, 0.34), (92, 0.95))
    ]
    sky = Puppet(shape(rectangle(wide, 1080 + 2 * BLEED_PX), evening), *moon)
    pavement = mix(colour("lilac"), colour("iris"), 0.3)
    road = shape(rectangle(wide, 900, 0, (0, GROUND_PX - 450)), pavement)
    kerb = shape(rectangle(wide, 14, 0, (0, GROUND_PX)), mix(pavement, colour("ink"), 0.18))
    return Road(
        sky=sky,
        far=Puppet(*_roofs(evening)),
        left=_house(-1, mix(colour("blue"), colour("iris"), 0.4)),
        right=_house(1, mix(colour("rose"), colour("plum"), 0.42)),
        ground=Puppet(road, kerb, *_tree(evening)),
    )


def _house(side: Literal[-1, 1], front_colour: str) -> House:
    """A front with a window cut out of it, and the room behind."""
    colour, x = stage().colour, side * WINDOW_PX
    glass = arch(WIDTH_PX, HEIGHT_PX, (x, SILL_PX))
    near, end = side * 330.0, side * (2 * 1920.0)
    wall_path = joined(rectangle(abs(end - near), 1500, 0, ((near + end) / 2, GROUND_PX + 750)), glass)
    discs = [shape(arc(radius, centre=(x, 80)), mix(colour("sand"), colour("glow"), share)) for radius, share in ((360, 0.6), (250, 1.0))]
    inside = Puppet(shape(rectangle(WIDTH_PX + 60, HEIGHT_PX + 60, 0, (x, SILL_PX + HEIGHT_PX / 2)), "sand"), *discs)
    inside.add(standing(Curtains(width_px=WIDTH_PX + 260, height_px=HEIGHT_PX + 40), x, SILL_PX + HEIGHT_PX + 30))
    bricks = shape(_bricks(side), mix(front_colour, colour("ink"), 0.12))
    frame = shape(joined(arch(WIDTH_PX + 76, HEIGHT_PX + 38, (x, SILL_PX)), backward(glass)), "paper")
    door = standing(Door(520, state="ajar", ground="lilac", hinge="right" if side < 0 else "left"), x + side * 705, GROUND_PX + 8)
    sill = Puppet(
        shape(rectangle(WIDTH_PX + 170, 46, 10, (x, SILL_PX - 10)), "paper"),
        shape(rectangle(WIDTH_PX + 170, 12, 6, (x, SILL_PX - 36)), "lavender"),
    )
    front = Puppet(shape(wall_path, front_colour), bricks, frame, door)
    plant = standing(Plant(height_px=190), x - side * 330, SILL_PX + 10)
    sill.add(plant)
    return House(inside=inside, front=front, sill=sill, door=door, top=at(0, SILL_PX + 10)[1])


def _bricks(side: int) -> Path:
    """A few bricks here and there, clear of the window and of the door."""
    dice, found = stage().chance("bricks", side), list[Path]()
    for row in range(9):
        for column in range(7):
            x, y = side * (420 + 186 * column + (93 if row % 2 else 0)), 470 - 84 * row
            clear = abs(x - side * WINDOW_PX) > WIDTH_PX / 2 + 110 and abs(x - side * (WINDOW_PX + 705)) > 280
            if clear and dice.random() < 0.5 and y > GROUND_PX + 60:
                found += [rectangle(120, 40, 8, (x, y)), rectangle(70, 40, 8, (x + 106, y))]
    return joined(*found)


def _roofs(evening: str) -> list[Drawn]:
    """Houses further off, each with a lit window or two: all of us."""
    colour = stage().colour
    dark = mix(evening, colour("dusk"), 0.42)
    rows = ((-620, 250, 190), (-300, 320, 230), (40, 270, 200), (350, 330, 240), (650, 250, 190))
    fronts = [rounded([(x - w, -400), (x - w, y - 120), (x, y), (x + w, y - 120), (x + w, -400)], [0, 8, 14, 8, 0]) for x, y, w in rows]
    panes = joined(*(arch(64, 92, (x + dx, y - 300)) for x, y, _ in rows for dx in (-76, 76)))
    return [shape(joined(*fronts[::2]), mix(evening, dark, 0.6)), shape(joined(*fronts[1::2]), dark), shape(panes, "glow")]


def _tree(evening: str) -> list[Drawn]:
    """A tree at the kerb, between the houses."""
    leaf = mix(stage().colour("leaf_dark"), evening, 0.3)
    crown = joined(arc((140, 160), centre=(TREE_PX, 30)), arc(100, centre=(TREE_PX - 90, -40)), arc(100, centre=(TREE_PX + 96, -30)))
    bark = mix(stage().colour("clay"), stage().colour("ink"), 0.3)
    return [shape(polyline((TREE_PX, GROUND_PX + 4), (TREE_PX, 0)), None, bark, 40, cap="butt"), shape(crown, leaf)]


def kettle(colour: str = "mustard") -> Puppet:
    """A kettle, its foot at the origin's height, its spout to the left."""
    body = rounded([(-96, 0), (96, 0), (74, 128), (-74, 128)], [30, 30, 56, 56])
    spout = rounded([(-74, 44), (-150, 104), (-132, 122), (-60, 92)], [8, 6, 6, 8])
    handle = arc((84, 84), 0.25, float(np.pi) - 0.5, (4, 112))
    return Puppet(
        shape(handle, None, "ink", 20),
        shape(spout, colour, "ink"),
        shape(body, colour, "ink"),
        shape(rectangle(84, 18, 9, (0, 132)), "ink"),
        shape(arc(14, centre=(0, 148)), "ink"),
    )
