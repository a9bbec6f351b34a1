"""Otis's desk, nearer than his whole room: for two who talk there, and for what happens on its wall."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import arc, rectangle, smooth
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.door import Door
from animkit.drawing.props.home import Lamp, Table
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.indoors import SEATS, TABLE_PX
from animkit.drawing.rooms.room import Room, at, light, spots, standing, wall
from animkit.drawing.stage import stage


def desk() -> Room:
    """The same desk as the bedroom's, its door at the left edge, drawings in the middle of the wall, the lamp's discs on the right."""
    door = standing(Door(540, state="ajar", ground="lavender", hinge="left"), -812, TABLE_PX)
    lamp = standing(Lamp(height_px=300), 770, TABLE_PX)
    back = Puppet(wall("lavender"), *light((640, 60), "lavender", "glow", (600, 460, 330)), *_drawings(), door)
    front = Puppet(Table(drawers=True).by_px(0, TABLE_PX), lamp)
    places = dict(SEATS) | spots(left=(-420, 0), right=(420, 0), door=(-812, 40))
    return Room(back=back, front=front, top=at(0, TABLE_PX)[1], spots=places, door=door, extras={"lamp": lamp})


def _drawings() -> list[Drawn]:
    """Three sheets of paper pinned to the wall."""
    paper = stage().colour("paper")
    return [
        shape(rectangle(150, 186, 6, (-150, 330)), paper),
        shape(smooth([(-196, 306), (-164, 352), (-140, 296), (-104, 346)]), None, "iris", 8),
        shape(rectangle(150, 124, 6, (24, 356)), mix(paper, stage().colour("blue"), 0.35)),
        shape(arc(34, centre=(24, 356)), None, "iris", 8),
        shape(rectangle(124, 124, 6, (6, 206)), mix(paper, stage().colour("rose"), 0.35)),
    ]
