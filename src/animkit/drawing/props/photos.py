"""Photos with people of the cast in them: what a friend of four autumns looks like on a strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from manim import ManimColor, VMobject

from animkit.drawing.clip import Window, in_short_curves
from animkit.drawing.layout import px
from animkit.drawing.path import moved, rectangle
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.look import Look
from animkit.drawing.people.rig import Rig, look_of
from animkit.drawing.puppet import Puppet

JUMPERS = ("mustard", "rose", "aqua", "violet", "plum", "blue", "lavender", "white")
GROUNDS = ("sand", "aqua", "lavender", "glow")
MOODS = ("smile", "glad", "cheeky", "glad")


class Photo(Puppet):
    """A photo about the origin: one or two people, cut at its edges. ``jumpers`` are the clothes' colours, so that years can pass."""

    def __init__(
        self,
        people: Sequence[str],
        *,
        width_px: float = 180.0,
        height_px: float = 150.0,
        ground: str = "sand",
        jumpers: Sequence[str] = (),
        mood: str = "smile",
    ) -> None:
        w, h = width_px, height_px
        frame = Window(-px(w / 2), px(w / 2), -px(h / 2), px(h / 2), px(4))
        parts: list[VMobject] = [shape(rectangle(w, h, 4), ground)]
        places = (0.02,) if len(people) == 1 else (-0.21, 0.24)
        for index, (who, x) in enumerate(zip(people, places, strict=False)):
            look = look_of(who)[1]
            if jumpers:
                look = replace(look, clothes=jumpers[index % len(jumpers)])
            facing = "right" if index == 0 else "left"
            parts += _cut(look, facing, mood, h * (0.00168 if len(people) == 2 else 0.00185), (x * w, -h * 0.29), frame)
        super().__init__(*parts)


class FriendStrip(Puppet):
    """Four photos of two friends in a strip, about the origin: four autumns, four jumpers. ``at(n)`` is the middle of one of them."""

    def __init__(self, people: Sequence[str] = ("maya", "otis"), *, height_px: float = 600.0) -> None:
        each = height_px / 4.16
        self._each, self._height = each, height_px
        width = each * 1.34
        self.photos: list[Photo] = []
        for index in range(4):
            jumpers = (JUMPERS[index], JUMPERS[(index + 4) % len(JUMPERS)])
            photo = Photo(people, width_px=width * 0.84, height_px=each * 0.88, ground=GROUNDS[index], jumpers=jumpers, mood=MOODS[index])
            self.photos.append(photo.by_px(0, self._y(index)))
        super().__init__(shape(rectangle(width, height_px, 8), "white", "ink"), *self.photos)

    def at(self, index: int, x: float = 0.0) -> np.ndarray:
        """The middle of a photo in the scene; ``x`` (-1 to 1) goes towards its sides: the first of the people is on the left."""
        point = np.array([[px(self._each * 0.5 * x), px(self._y(index))]])
        return np.array([*moved(point, self.matrix())[0], 0.0])

    def _y(self, index: int) -> float:
        return self._height / 2 - self._each * (index + 0.58)


def _cut(look: Look, facing: str, mood: str, size: float, neck: tuple[float, float], frame: Window) -> list[Drawn]:
    """A person's parts, as they stand still, kept within a frame."""
    rig = Rig(look, facing="left" if facing == "left" else "right", mood=mood, size=size)
    rig.put(np.array([px(neck[0]), px(neck[1]), 0.0]))
    arms = {id(part) for arm in rig.parts.arms.values() for part in arm.all()}
    cuts = []
    for part in rig.drawn():
        if not len(part.points) or id(part) in arms:
            continue
        fine = in_short_curves(part.points[:, :2], px(6))
        if part.line:
            path, colour = frame.kept_line(fine), ManimColor(part.get_stroke_color()).to_hex()
            cuts.append(Drawn(path, None, colour, part.stroke_width / 100))
        else:
            cuts.append(Drawn(frame.kept(fine), ManimColor(part.get_fill_color()).to_hex()))
    return cuts
