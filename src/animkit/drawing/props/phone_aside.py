"""Phones that are not looked at: from behind, on a stand or in a hand, and lying on a table."""

from __future__ import annotations

from math import radians
from typing import Literal

from animkit.drawing.layout import px
from animkit.drawing.path import arc, joined, moved, polyline, rectangle, shifted, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.line import line_px
from animkit.drawing.puppet import Puppet

Face = Literal["up", "down"]


class PhoneBack(Puppet):
    """A phone from behind: somebody looks into it and is seen by us. About the middle of the phone.

    On a ``stand`` it stands on three legs (``foot()`` is where they touch the table) and leans back a little. Without one it can be held:
    ``grip`` puts its origin where a hand takes it, at its edge, so that ``maya.hold(phone)`` holds it there. With another ``ratio``
    (width by height) it is a tablet.
    """

    def __init__(
        self,
        height_px: float = 340.0,
        *,
        colour: str = "iris",
        stand: bool = True,
        degrees: float = -6.0,
        grip: Literal["", "left", "right"] = "",
        ratio: float = 0.5,
    ) -> None:
        h, w = height_px, height_px * ratio
        self._foot = -h * 0.66
        side = {"": 0.0, "left": w * 0.44, "right": -w * 0.44}[grip]
        tilt, line = turned(radians(degrees)), line_px(h * 0.7)
        eyes = [(-w * 0.29, h * 0.372), (-w * 0.18, h * 0.318)]
        parts: list[Drawn] = []
        if stand:
            legs = joined(*(polyline((0, -h * 0.46), (dx, self._foot)) for dx in (-w * 0.3, 0.0, w * 0.3)))
            parts.append(shape(legs, None, "ink", line * 1.25))
        parts += [
            shape(moved(rectangle(w, h, w * 0.17), tilt), colour, "ink", line),
            shape(moved(rectangle(w * 0.34, w * 0.34, w * 0.09, (-w * 0.235, h * 0.345)), tilt), colour, "ink", line * 0.75),
            shape(moved(joined(*(arc(w * 0.062, centre=eye) for eye in eyes)), tilt), "ink"),
        ]
        if grip:
            for part in parts:
                part.rest = moved(part.rest, shifted(px(side), px(h * 0.16)))
        super().__init__(*parts)
        self.refresh()

    def foot(self) -> float:
        """How far below the phone's middle the stand's feet are, in Manim's units."""
        return px(self._foot)


class LyingPhone(Puppet):
    """A phone lying on a table, seen from the table's edge: its origin is the middle of what touches the table.

    Face down it shows its back and its camera; face up a strip of light.
    """

    def __init__(self, width_px: float = 190.0, *, face: Face = "down", colour: str = "iris") -> None:
        w, h = width_px, width_px * 0.17
        line = line_px(w)
        bump = [shape(rectangle(w * 0.2, h * 0.5, h * 0.16, (-w * 0.27, h)), colour, "ink", line * 0.8)] if face == "down" else []
        light = [shape(rectangle(w * 0.8, h * 0.24, h * 0.12, (0, h * 0.72)), "glow")] if face == "up" else []
        super().__init__(*bump, shape(rectangle(w, h, h * 0.42, (0, h / 2)), colour, "ink", line), *light)
