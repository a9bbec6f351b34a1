"""Rooms of homes and schools. Warm where help is, cooler where the stream is."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import arc, rectangle, rounded, smooth
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.door import Door
from animkit.drawing.props.home import Curtains, HangingLamp, Lamp, Plant, Shelf, Table, Window
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import Room, at, floor, light, spots, standing, wall
from animkit.drawing.stage import stage

TABLE_PX = -236.0
"""A table's edge: two thirds down the picture, so that captions sit on its front."""
SEATS = spots(
    left=(-300, 10), right=(300, 10), middle=(0, 20), far_left=(-560, 10), far_right=(560, 10), low_right=(300, -70), low_left=(-300, -70)
)


def bedroom() -> Room:
    """Otis's desk in the evening: window with the night in it, a lamp's discs, drawings on the wall, a green door on the far left."""
    window = standing(Window(width_px=300, height_px=430, sky="night"), -170, 20)
    door = standing(Door(520, state="ajar", ground="lavender", hinge="left"), -720, -236)
    lamp = standing(Lamp(height_px=300), 730, TABLE_PX)
    paper = stage().colour("paper")
    sheets = [
        shape(rectangle(130, 160, 6, (340, 330)), paper),
        shape(rectangle(150, 120, 6, (505, 350)), mix(paper, stage().colour("blue"), 0.35)),
        shape(rectangle(120, 120, 6, (350, 170)), mix(paper, stage().colour("rose"), 0.35)),
        shape(smooth([(300, 320), (330, 360), (350, 310), (380, 350)]), None, "iris", 7),
        shape(arc(30, centre=(505, 350)), None, "iris", 7),
    ]
    back = Puppet(wall("lavender"), *light((680, 60), "lavender", "glow", (520, 380, 240)), window, *sheets, door)
    front = Puppet(Table(drawers=True).by_px(0, TABLE_PX), lamp)
    places = dict(SEATS) | spots(left=(-330, 0), middle=(60, 10), right=(420, 0), door=(-720, 40))
    return Room(back=back, front=front, top=at(0, TABLE_PX)[1], spots=places, door=door, extras={"lamp": lamp})


def kitchen() -> Room:
    """The kitchen at home: sand, a hanging lamp, a window, jars on a shelf, a long table."""
    lamp = standing(HangingLamp(cord_px=260), 0, 350)
    window = standing(Window(width_px=330, height_px=480, sky="dusk"), -680, -60)
    shelf = standing(Shelf(width_px=400, books=0, plant=True), 700, 200)
    jars = [
        part
        for x, colour in ((560, "blue"), (660, "paper"))
        for part in (shape(rectangle(76, 84, 14, (x, 242)), colour), shape(rectangle(58, 20, 6, (x, 290)), "clay"))
    ]
    back = Puppet(wall("sand"), *light((0, 240), "sand", "glow", (900, 660, 420)), window, shelf, *jars, lamp)
    front = Puppet(Table(width_px=1660).by_px(0, TABLE_PX))
    ground = [*floor("sand", -480)]
    back.add(*ground)
    return Room(back=back, front=front, top=at(0, TABLE_PX)[1], spots=SEATS, extras={"lamp": lamp})


def tutor() -> Room:
    """A tutor's room at school: mist walls, bookshelves, two chairs' height, the green door propped open."""
    door = standing(Door(600, state="open", ground="mist"), 690, -250)
    shelf = standing(Shelf(width_px=440, books=7), -744, 190)
    board = _pinboard(-30, 310)
    back = Puppet(wall("mist"), *light((60, 60), "mist", "paper", (640, 480, 330)), shelf, *board, door)
    front = Puppet(*floor("lilac", -290, edge="lavender"))
    places = dict(SEATS) | spots(left=(-330, -20), right=(220, -20), door=(690, 60), low_right=(220, -90))
    return Room(back=back, front=front, top=at(0, -290)[1], spots=places, door=door)


def _pinboard(x: float, y: float) -> list[Drawn]:
    """A board with notes pinned to it."""
    paper, colour = stage().colour("paper"), stage().colour
    notes = ((-104, 28, 96, 110, "blue"), (10, 34, 92, 76, "mustard"), (14, -58, 104, 70, "rose"), (118, 10, 84, 124, "aqua"))
    sheets = [shape(rectangle(w, h, 5, (x + dx, y + dy)), mix(paper, colour(tint), 0.4)) for dx, dy, w, h, tint in notes]
    return [
        shape(rectangle(396, 256, 14, (x, y)), mix(colour("wood"), colour("sand"), 0.55)),
        shape(rectangle(364, 224, 6, (x, y)), mix(colour("sand"), colour("paper"), 0.3)),
        *sheets,
    ]


def hall(dim: float = 0.0) -> Room:
    """The hall of a home: sand, coats on pegs, a plant, the child's green door in the middle of the picture's right half.

    ``dim`` is how dark it has grown (0 to 1).
    """
    door = standing(Door(640, state="closed", ground="sand"), 420, -270)
    colour = stage().colour
    ground, boards = mix(colour("sand"), colour("lavender"), 0.8 * dim), mix(colour("wood"), colour("violet"), 0.5 * dim)
    pegs = shape(rectangle(360, 22, 11, (-760, 300)), "wood")
    coats = [
        shape(rounded([(x - 50, 285), (x + 50, 285), (x + 78, -30), (x - 78, -30)], [40, 40, 20, 20]), tint)
        for x, tint in ((-846, "blue"), (-690, "rose"))
    ]
    plant = standing(Plant(height_px=240), 830, -270)
    discs = [
        shape(arc(radius, centre=(420, 60)), mix(ground, colour("glow"), share * (1 - 0.4 * dim)))
        for radius, share in ((640, 0.5), (470, 1.0))
    ]
    back = Puppet(wall(ground), *discs, *coats, pegs, door, plant)
    front = Puppet(*floor(boards, -280, edge="clay"))
    places = dict(SEATS) | spots(left=(-200, -20), middle=(0, -20), door=(420, 60), right=(560, -20))
    return Room(back=back, front=front, top=at(0, -280)[1], spots=places, door=door)


def evening_hall() -> Room:
    """The hall when it has grown dark and nobody has put the light on."""
    return hall(1.0)


def living() -> Room:
    """A sofa in the evening light: for a talk side by side."""
    lamp = standing(Lamp(height_px=420), 760, -180)
    curtains = standing(Curtains(width_px=520, height_px=560), -640, 430)
    window = standing(Window(width_px=300, height_px=430, sky="dusk"), -640, -30)
    sofa = shape(rounded([(-700, -40), (700, -40), (760, -560), (-760, -560)], [90, 90, 20, 20]), "violet")
    back = Puppet(wall("sand"), *light((720, 160), "sand", "glow", (700, 500, 320)), window, curtains, lamp, sofa)
    seat = [shape(rectangle(1400, 330, 60, (0, -440)), mix(stage().colour("violet"), stage().colour("ink"), 0.18))]
    front = Puppet(*seat, *floor("wood", -500))
    places = dict(SEATS) | spots(left=(-290, 0), right=(290, 0))
    return Room(back=back, front=front, top=at(0, -275)[1], spots=places)
