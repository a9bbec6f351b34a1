"""The cast sheet: everyone there is, in all moods, on the stage that is up. What `animkit cast` draws."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import VMobject

from animkit.drawing.layout import px
from animkit.drawing.people.avatar import Avatar
from animkit.drawing.people.face import MOODS
from animkit.drawing.people.person import Person
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage
from animkit.drawing.type import words

CELL_PX, NAME_PX, HEAD_PX = 130.0, 330.0, 70.0
"""A mood's cell, the column of names and busts, the row of mood names; in pixels of a sheet that is as large as ``sheet_px`` says."""


def sheet_px(people: int) -> tuple[int, int]:
    """The sheet's width and height for so many people."""
    return round(NAME_PX + CELL_PX * (len(MOODS) + 0.3)), round(HEAD_PX + CELL_PX * 1.16 * people + 30)


def cast_sheet(names: Mapping[str, str]) -> list[VMobject]:
    """Everyone of ``names`` (id to name, in order), a row each: name and bust, then each mood. The stage must be ``sheet_px`` large."""
    up = stage()
    unit = min(up.width_px, up.height_px) / 1080
    left, top = -up.width_px / 2, up.height_px / 2

    def at(x: float, y: float) -> np.ndarray:
        return np.array([px((left + x) / unit), px((top - y) / unit), 0.0])

    def label(text: str, size: float, x: float, y: float) -> Puppet:
        written = words(text, "source", size_px=size / unit)
        written.shift(at(x, y) - written.get_center())
        return written

    drawn: list[VMobject] = [label(mood, 24, NAME_PX + CELL_PX * (column + 0.5), HEAD_PX / 2) for column, mood in enumerate(MOODS)]
    for row, (who, name) in enumerate(names.items()):
        y = HEAD_PX + CELL_PX * 1.16 * (row + 0.5)
        drawn.append(label(name, 28, NAME_PX * 0.33, y))
        bust = Person(who, size=0.19 / unit)
        bust.seat(at(NAME_PX * 0.82, y + CELL_PX * 0.5))
        drawn.append(bust)
        for column, mood in enumerate(MOODS):
            face = Avatar(who, size_px=CELL_PX * 0.86 / unit, ground="white", mood=mood)
            face.shift(at(NAME_PX + CELL_PX * (column + 0.5), y))
            drawn.append(face)
    return drawn
