"""Where two friends drum: a school's practice room by day."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import arc, joined, polyline, rectangle, smooth
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.door import Door
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.indoors import SEATS
from animkit.drawing.rooms.room import Room, at, floor, light, spots, standing, wall
from animkit.drawing.stage import stage

_TAPS_DRAWN = ((-36.0, 72.0, 25.0), (-40.0, 10.0, 15.0), (2.0, 10.0, 15.0), (-36.0, -56.0, 25.0), (34.0, -56.0, 25.0))
"""The poster's dots: across, up, radius. One, two short ones, two: the knock."""


def practice() -> Room:
    """A practice room by day: lavender wall, foam on it, a poster of five taps, two tall drums, the green door ajar on the right."""
    door = standing(Door(620, state="ajar", ground="lavender"), 690, -250)
    poster = standing(_five_taps(), -856, 190)
    back = Puppet(wall("lavender"), *_foam(), *light((-60, 60), "lavender", "mist", (620, 470, 320)), poster, *_tall_drums(), door)
    front = Puppet(*floor("lilac", -300, edge="iris"))
    places = dict(SEATS) | spots(left=(-420, -30), middle=(-80, -20), right=(230, -30), door=(690, 60))
    return Room(back=back, front=front, top=at(0, -300)[1], spots=places, door=door, extras={"poster": poster})


def _foam() -> list[Drawn]:
    """Two rows of sound foam along the top of the wall, half out of the picture."""
    ground, dark = stage().colour("lavender"), stage().colour("lilac")
    tiles = [rectangle(150, 150, 20, (x, y)) for y in (545, 381) for x in range(-1302, 1360, 164)]
    ribs = [rectangle(6, 92, 3, (x + side, y)) for y in (545, 381) for x in range(-1302, 1360, 164) for side in (-38, 0, 38)]
    return [shape(joined(*tiles), mix(ground, dark, 0.55)), shape(joined(*ribs), mix(ground, dark, 0.28))]


def _five_taps() -> Puppet:
    """A poster: the knock as five dots, long and short."""
    paper, iris = stage().colour("paper"), stage().colour("iris")
    dots = joined(*(arc(radius, centre=(x, y)) for x, y, radius in _TAPS_DRAWN))
    return Puppet(shape(rectangle(176, 250, 8), mix(paper, stage().colour("mist"), 0.5)), shape(dots, mix(iris, paper, 0.25)))


def _tall_drums() -> list[Drawn]:
    """Two tall drums in the far left corner, their feet behind the floor's edge."""
    violet, dark = mix(stage().colour("lilac"), stage().colour("violet"), 0.45), mix(stage().colour("lilac"), stage().colour("iris"), 0.6)
    parts: list[Drawn] = []
    for x, top, half in ((-950.0, -40.0, 84.0), (-812.0, -110.0, 72.0)):
        foot = half * 0.62
        body = joined(
            polyline((x - half, top), (x + half, top)),
            smooth([(x + half, top), (x + half * 1.08, top - 70), (x + foot, -320)]),
            polyline((x + foot, -320), (x - foot, -320)),
            smooth([(x - foot, -320), (x - half * 1.08, top - 70), (x - half, top)]),
        )
        parts += [shape(body, violet), shape(rectangle(2 * half + 18, 30, 12, (x, top)), dark)]
    return parts
