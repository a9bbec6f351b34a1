"""A table from above, with a cloth in lamp light; and the wall beyond its far edge, where a camera may look up and doors may appear."""

from __future__ import annotations

from dataclasses import dataclass

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.path import arc, joined, rectangle
from animkit.drawing.pen import shape
from animkit.drawing.props.door import Door
from animkit.drawing.props.tray import MugFromAbove
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import Spot, at, light, wall
from animkit.drawing.stage import stage

EDGE_PX = 560.0
"""The table's far edge, from the picture's middle: just out of the picture, until the camera looks up."""
LOOK_UP_PX = 690.0
"""How far the camera then goes up."""
DOORS_PX = (-360.0, 360.0)
DOOR_PX = 470.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabletop:
    """Add ``wall``, then ``doors`` if they are wanted (behind the edge), then ``table``, ``cloth`` and ``mugs``."""

    wall: Puppet
    doors: tuple[Door, ...]
    table: Puppet
    cloth: Puppet
    mugs: tuple[Puppet, ...]


def tabletop(middle: Spot) -> Tabletop:
    """A table whose cloth and light lie about ``middle`` (pixels from the picture's middle)."""
    colour = stage().colour
    top, seam = (mix(colour("wood"), colour("sand"), share) for share in (0.42, 0.2))
    wide = 3400
    board = shape(rectangle(wide, 1300, 0, (0, EDGE_PX - 650)), top)
    seams = shape(joined(*(rectangle(wide, 7, 3, (0, y)) for y in (330, 40, -250, -520))), seam)
    discs = [
        shape(arc((reach, reach * 0.82), centre=middle), mix(top, colour("glow"), share)) for reach, share in ((540, 0.3), (370, 0.58))
    ]
    rim = shape(rectangle(wide, 16, 0, (0, EDGE_PX)), "clay")
    hems = shape(joined(*(rectangle(600, 16, 0, (0, y)) for y in (-310, -278, 278, 310))), "blue")
    cloth = Puppet(shape(rectangle(600, 720, 18), "paper"), hems)
    cloth.shift(at(middle[0], middle[1]) + at(0, 6)).rotate(-0.05)
    mugs = tuple(MugFromAbove(colour=tint).shift(at(*spot)) for spot, tint in (((-760, 360), "mustard"), ((780, 372), "violet")))
    mugs[0].rotate(2.4)
    doors = tuple(Door(DOOR_PX, state="ajar", ground="sand", floor_light=False).shift((px(x), px(EDGE_PX), 0.0)) for x in DOORS_PX)
    return Tabletop(
        wall=Puppet(wall("sand"), *light((0, EDGE_PX + 340), "sand", "glow", (760, 520, 320))),
        doors=doors,
        table=Puppet(board, *discs, seams, rim),
        cloth=cloth,
        mugs=mugs,
    )
