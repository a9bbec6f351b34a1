"""The pictures of docs/for-animators.md, drawn by the code they explain: `python -m animkit.drawing.specimens docs/pictures`.

A test draws them again and compares, so that the document shows what the code does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from manim import MovingCamera, VMobject, tempconfig
from PIL import Image

from animkit import campaign
from animkit.campaign.project import Project, library_root
from animkit.drawing.layout import box_of, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.moves import Enter, Leave, Press
from animkit.drawing.path import arc, polyline, rectangle, star
from animkit.drawing.pen import shape
from animkit.drawing.people.avatar import Avatar
from animkit.drawing.people.face import MOODS
from animkit.drawing.people.hand import HANDS, hand
from animkit.drawing.people.person import Person
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import Stage, on_stage, stage
from animkit.drawing.theme import Theme
from animkit.drawing.type import Words, words

WIDTH_PX = 1120
COLOURS = 96
"""Flat pictures lose nothing in a palette, and stay small."""


def draw(name: str) -> Image.Image:
    """A specimen by name, ``WIDTH_PX`` wide, in RGB."""
    make, height = SPECIMENS[name]
    shared = campaign.load(Project(library_root(), library_root()))
    people = {who: {"look": person.look, "name": person.name} for who, person in shared.cast.items() if person.look}
    with on_stage(Stage(theme=Theme.of(shared.theme), width_px=1920, height_px=height, cast=people, shot="specimen", still_life=True)):
        return _picture(make(), 1920, height)


def _picture(drawn: list[VMobject], width: int, height: int) -> Image.Image:
    high = round(WIDTH_PX * height / width)
    across = px(1920)
    size = {"pixel_width": WIDTH_PX, "pixel_height": high, "frame_width": across, "frame_height": across * height / width}
    with tempconfig(size | {"background_color": stage().colour("paper")}):
        camera = MovingCamera(background_color=stage().colour("paper"))
        for mobject in drawn:
            mobject.update()
        camera.capture_mobjects(drawn)
        return Image.fromarray(camera.pixel_array[:, :, :3].copy())


def at(x: float, y: float) -> np.ndarray:
    """A point in pixels from the picture's middle, y up."""
    return np.array([px(x), px(y), 0.0])


def _note(text: str, x: float, y: float, size: float = 40) -> Words:
    written = words(text, "source", size_px=size)
    written.shift(at(x, y) - box_of(written).at())
    return written


def _planes() -> list[VMobject]:
    wall = Puppet(shape(rectangle(1920, 820), "sand"), shape(arc(560, centre=(0, 60)), "glow"), shape(arc(390, centre=(0, 60)), "paper"))
    table = Puppet(shape(rectangle(1920, 200, 0, (0, -310)), "wood"), shape(rectangle(1960, 34, 17, (0, -225)), "#ECB58C"))
    otis, des = Person("otis", mood="concerned", size=0.74), Person("des", facing="left", mood="calm", size=0.74)
    otis.seat(at(-250, -225))
    des.seat(at(240, -225))
    _now(des.lean(5), des.reach(otis.point(20, -390), hand="flat"), des.look(otis), otis.look("down"))
    return [wall, table, otis, des]


def _cast() -> list[VMobject]:
    drawn: list[VMobject] = []
    for index, (who, entry) in enumerate(stage().cast.items()):
        x = -790 + 316 * (index % 6) + (158 if index >= 6 else 0)
        y = 120 - 500 * (index // 6)
        person = Person(who, size=0.5)
        drawn += [person.seat(at(x, y)), _note(str(entry["name"]), x, y - 60, 34)]
    return drawn


def _moods() -> list[VMobject]:
    drawn: list[VMobject] = []
    for index, mood in enumerate(MOODS):
        x, y = -800 + 266 * (index % 7), 150 - 320 * (index // 7)
        face = Avatar("maya", size_px=200, ground="white", mood=mood)
        drawn += [face.shift(at(x, y)), _note(mood, x, y - 140, 34)]
    return drawn


def _hands() -> list[VMobject]:
    drawn: list[VMobject] = []
    for index, name in enumerate(HANDS):
        x, made = -800 + 380 * index, hand(name)
        around, skin, creases = (path * 1.5 for path in (made.shapes, made.shapes, made.lines))
        parts = (shape(around, "ink", "ink", 38), shape(skin, "skin_tan"), shape(creases, None, "ink", 18))
        drawn += [Puppet(*parts).by_px(x - 40, 40), _note(name, x, -130)]
    return drawn


def _type() -> list[VMobject]:
    drawn: list[VMobject] = []
    rows = (("title", 0), ("headline", 190), ("card", 310), ("body", 410), ("label", 500), ("source", 580))
    for style, down in rows:
        set_in = stage().theme.style(style)
        written = words("You can stop.", style)
        written.shift(at(-850, 210 - down))
        label = words(f"{style}: {set_in.font}\n{set_in.weight}, {set_in.size_px:.0f} px", "source", size_px=34)
        label.shift(at(560, 230 - down))
        drawn += [written, label]
    return drawn


def _motion() -> list[VMobject]:
    rows: tuple[tuple[str, Callable[[Puppet], Motion], tuple[int, ...]], ...] = (
        ("Enter", Enter, (1, 2, 3, 4, 6, 8)),
        ("Press", Press, (0, 2, 4, 6, 8, 13)),
        ("Leave", Leave, (0, 2, 4, 6, 8, 10)),
    )
    drawn: list[VMobject] = []
    for row, (name, make, frames) in enumerate(rows):
        y = 210 - 230 * row
        drawn.append(_note(name, -790, y))
        drawn.append(Puppet(shape(polyline((-620, y - 85), (900, y - 85)), None, "lavender", 4)))
        for column, frame in enumerate(frames):
            figure = Puppet(shape(star(5, 62, 30, soft=7), "mustard", "ink")).by_px(-510 + 265 * column, y)
            motion = make(figure)
            motion.begin()
            motion.interpolate(frame / 25 / motion.run_time)
            drawn += [figure, _note(f"{frame}", -510 + 265 * column + 95, y - 55, 30)]
    return drawn


def _now(*motions: Motion) -> None:
    """Tells people what to do, and lets a second pass."""
    for motion in motions:
        motion.begin()
    stage().now += 25


SPECIMENS: Mapping[str, tuple[Callable[[], list[VMobject]], int]] = {
    "planes": (_planes, 820),
    "cast": (_cast, 1130),
    "moods": (_moods, 690),
    "hands": (_hands, 400),
    "type": (_type, 820),
    "motion": (_motion, 760),
}
"""Each picture and its height for a width of 1920."""


def main(folder: Path) -> None:
    """Draws all of them into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SPECIMENS:
        picture = draw(name).quantize(COLOURS, dither=Image.Dither.NONE)
        picture.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
