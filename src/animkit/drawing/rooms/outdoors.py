"""Rooms without walls: the school yard, the street, and the stream's own ground."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import arc, joined, polyline, rectangle, rounded
from animkit.drawing.pen import shape
from animkit.drawing.props.door import Door
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.indoors import SEATS
from animkit.drawing.rooms.room import Room, at, floor, light, spots, standing, wall
from animkit.drawing.stage import stage


def yard() -> Room:
    """A school yard in the morning: a low building, a green gate that stands open, sky."""
    sky = "mist"
    gate = standing(Door(560, state="open", ground="mist"), 0, -250)
    wall_colour = mix(stage().colour("sand"), stage().colour("wood"), 0.25)
    building = [
        shape(rectangle(640, 420, 0, (-740, -60)), wall_colour),
        shape(rectangle(640, 420, 0, (740, -60)), wall_colour),
        shape(joined(*(rectangle(110, 130, 8, (x, 20)) for x in (-900, -740, -580, 580, 740, 900))), "lavender"),
    ]
    rail = shape(joined(rectangle(560, 16, 8, (-300, -120)), rectangle(560, 16, 8, (300, -120))), "dusk")
    posts = shape(joined(*(polyline((x, -120), (x, -280)) for x in (-540, -420, -300, 300, 420, 540))), None, "dusk", 14)
    cloud = mix(stage().colour("mist"), stage().colour("white"), 0.7)
    clouds = shape(joined(*(arc((150, 42), centre=place) for place in ((-420, 400), (-330, 425), (500, 380), (590, 410)))), cloud)
    back = Puppet(wall(sky), *light((0, 160), sky, "glow", (560, 400, 260)), clouds, *building, posts, rail, gate)
    front = Puppet(*floor("lilac", -290, edge="lavender"))
    places = dict(SEATS) | spots(left=(-430, -30), right=(430, -30), far_left=(-730, -10), far_right=(730, -10), door=(0, 40))
    return Room(back=back, front=front, top=at(0, -290)[1], spots=places, door=gate)


def street() -> Room:
    """A bench in a street with trees: where grown-ups talk."""
    leaf = mix(stage().colour("leaf"), stage().colour("mist"), 0.35)
    trees = [
        part
        for x, y, size in ((-700, 180, 190), (720, 220, 220))
        for part in (shape(rectangle(34, 420, 8, (x, y - 260)), "clay"), shape(arc((size, size * 1.05), centre=(x, y)), leaf))
    ]
    bench = shape(rounded([(-620, -20), (620, -20), (620, -150), (-620, -150)], 26), "wood")
    back = Puppet(wall("mist"), *light((0, 120), "mist", "glow", (620, 440)), *trees, bench)
    seat = shape(rectangle(1320, 70, 24, (0, -318)), mix(stage().colour("wood"), stage().colour("ink"), 0.15))
    front = Puppet(*floor("lilac", -330, edge="lavender"), seat)
    places = dict(SEATS) | spots(left=(-330, 10), middle=(0, 20), right=(330, 10))
    return Room(back=back, front=front, top=at(0, -240)[1], spots=places)


def stream() -> Room:
    """The stream's own ground: iris with discs of light, and far comments as tints without letters."""
    ground = stage().colour("iris")
    dice = stage().chance("far comments")
    far_light, far_dark = mix(ground, stage().colour("white"), 0.14), mix(ground, stage().colour("night"), 0.35)
    chips: dict[str, list[object]] = {far_light: [], far_dark: []}
    for column in (-820, -560, 560, 820):
        for row in range(6):
            x, y = column + dice.uniform(-60, 60), 440 - row * 165 + dice.uniform(-30, 30)
            width = dice.uniform(110, 190)
            colour = far_light if dice.random() < 0.55 else far_dark
            chips[colour] += [rectangle(width, 54, 27, (x + 40 + width / 2, y)), arc(27, centre=(x, y))]
    far = Puppet(*(shape(joined(*paths), colour) for colour, paths in chips.items() if paths))  # type: ignore[arg-type]  # paths are arrays
    back = Puppet(wall("iris"), *light((0, 0), "iris", "violet", (760, 560, 380)))
    front = Puppet(*floor("dusk", -330))
    places = dict(SEATS) | spots(middle=(0, 0))
    return Room(back=back, front=front, top=at(0, -330)[1], spots=places, far=far)
