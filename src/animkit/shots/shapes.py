"""What a camera draws: shapes as they were last drawn, and how a change of one is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import cairo
import numpy as np
from manim import Mobject, VMobject
from manim.utils.iterables import remove_list_redundancies

from animkit.shots.cairo_path import NOWHERE, Extent, PathData

if TYPE_CHECKING:
    Context = cairo.Context[Any]


def drawn_family(mobjects: Iterable[Mobject]) -> list[Mobject]:
    """All members with points, in the order in which manim draws them: by z-index, a member met twice where it is met last."""
    members: list[Mobject] = []
    stack = list(mobjects)[::-1]
    while stack:
        mobject = stack.pop()
        if len(mobject.points):
            members.append(mobject)
        stack.extend(mobject.submobjects[::-1])
    if len(set(map(id, members))) != len(members):
        members = remove_list_redundancies(members)
    if any(member.z_index for member in members):
        members.sort(key=lambda member: member.z_index)
    return members


State = tuple[Any, ...]


def state_of(mobject: VMobject) -> State:
    """Everything but the points that the look of ``mobject`` depends on, cheap to make and to compare."""
    try:
        fill, stroke, behind = mobject.fill_rgbas, mobject.stroke_rgbas, mobject.background_stroke_rgbas
    except AttributeError:  # A mobject that was never given that colour: manim's own getters know what it is then.
        fill, stroke, behind = mobject.get_fill_rgbas(), mobject.get_stroke_rgbas(), mobject.get_stroke_rgbas(background=True)
    return (
        fill.tobytes(),
        stroke.tobytes(),
        mobject.stroke_width,
        behind.tobytes(),
        mobject.background_stroke_width,
        mobject.joint_type,
        mobject.cap_style,
        tuple(mobject.sheen_direction),
    )


class Line(NamedTuple):
    """How a stroke is drawn; ``width`` in scene units."""

    width: float
    join: cairo.LineJoin
    cap: cairo.LineCap

    @property
    def reach(self) -> float:
        """How far from its path it can paint: a mitre up to cairo's limit of ten line widths, otherwise a square cap's corner."""
        return self.width * (5 if self.join == cairo.LineJoin.MITER else 0.75)


class Paint(NamedTuple):
    """One fill (``line`` is None) or one stroke."""

    source: cairo.Pattern
    line: Line | None


class Shape:
    """One VMobject as it was drawn: the bytes by which a change is seen, its path and its paints.

    ``extent`` is the box of all that it can paint, in scene units: its points and the reach of its pen.
    """

    __slots__ = ("extent", "paints", "path", "points", "state")

    def __init__(self, points: bytes, state: State, path: PathData, paints: tuple[Paint, ...]) -> None:
        self.points, self.state, self.path, self.paints = points, state, path, paints
        self.extent = _extent(path, paints)

    @property
    def is_plain(self) -> bool:
        """Whether its paints stay right wherever its points go: a gradient lies between its edges."""
        return all(isinstance(paint.source, cairo.SolidPattern) for paint in self.paints)

    def draw(self, context: Context) -> None:
        """Paint it under the matrix of ``context``."""
        if not self.paints:
            return
        context.new_path()
        self.path.append(context)
        for source, line in self.paints:
            context.set_source(source)
            if line is None:
                context.fill_preserve()
            else:
                context.set_line_width(line.width)
                context.set_line_join(line.join)
                context.set_line_cap(line.cap)
                context.stroke_preserve()


def _extent(path: PathData, paints: tuple[Paint, ...]) -> Extent:
    if not paints:
        return NOWHERE
    reach = max((line.reach for _, line in paints if line), default=0.0)
    left, bottom, right, top = path.extent
    return (left - reach, bottom - reach, right + reach, top + reach)


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """What is drawn by manim's own code (images, point clouds, shapes coloured by an image), anew on every frame."""

    mobject: Mobject
    kind: type[Mobject]


Item = Shape | Foreign
NOTHING = Shape(b"", (), PathData(np.empty((0, 2))), ())
