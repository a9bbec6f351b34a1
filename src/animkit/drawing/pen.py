"""From outlines to Manim's mobjects, in the house's lines: round ends, round joints, widths in pixels."""

from __future__ import annotations

from typing import Literal

import numpy as np
from manim import CapStyleType, LineJointType, ManimColor, VGroup, VMobject

from animkit.drawing.layout import px
from animkit.drawing.path import EMPTY, Matrix, Path
from animkit.drawing.stage import stage

Cap = Literal["round", "butt"]
_CAPS = {"round": CapStyleType.ROUND, "butt": CapStyleType.BUTT}


class Drawn(VMobject):
    """One painted outline at rest. ``rest`` is its path, ``line`` the width of its line, both in Manim units at rest."""

    def __init__(
        self, rest: Path = EMPTY, fill: str | None = None, line: str | None = None, width: float = 0.0, cap: Cap = "round"
    ) -> None:
        super().__init__(
            fill_color=fill or "#000000",
            fill_opacity=1.0 if fill else 0.0,
            stroke_color=line or "#000000",
            stroke_opacity=1.0 if line else 0.0,
            stroke_width=width * 100 if line else 0.0,
            joint_type=LineJointType.ROUND,
            cap_style=_CAPS[cap],
        )
        self.rest = rest
        self.line = width if line else 0.0
        self.points = in_space(rest)

    def lay(self, matrix: Matrix, factor: float, visible: bool = True) -> None:
        """Draws the resting path under ``matrix``, its line ``factor`` times as wide; or nothing."""
        self.points = laid(self.rest, matrix) if visible else in_space(EMPTY)
        if self.line:
            self.stroke_width = self.line * 100 * factor

    def redraw(self, rest: Path) -> None:
        """Gives it another resting outline, and draws that."""
        self.rest = rest
        self.points = in_space(rest)

    def paint(self, fill: str) -> None:
        """Changes the colour it is filled with; a role or #RRGGBB."""
        self.set_fill(stage().colour(fill), family=False)


def in_space(path: Path) -> np.ndarray:
    """A flat path as Manim's (n, 3) points."""
    points = np.zeros((len(path), 3))
    points[:, :2] = path
    return points


def laid(path: Path, matrix: Matrix) -> np.ndarray:
    """A flat path under ``matrix`` as Manim's (n, 3) points, in one product: a frame has hundreds of them."""
    spatial = np.zeros((3, 3))
    spatial[:, :2] = matrix.T
    points: np.ndarray = path @ spatial[:2] + spatial[2]
    return points


def shape(
    path: Path,
    fill: str | None = None,
    line: str | None = None,
    width_px: float | None = None,
    *,
    cap: Cap = "round",
    unit: float | None = None,
) -> Drawn:
    """A path in pixels (y up), filled, lined or both, in colours by role.

    ``width_px`` is the theme's ink line where none is given. ``unit`` is the length of one unit of ``path`` in Manim's units: a pixel.
    """
    theme = stage().theme
    width = theme.line_px if width_px is None else width_px
    scale = px(1) if unit is None else unit
    return Drawn(path * scale, theme.colour(fill) if fill else None, theme.colour(line) if line else None, px(width), cap)


def adopted(mobject: VMobject, keep: tuple[type[VMobject], ...] = ()) -> VMobject:
    """``mobject`` as outlines of this package. Manim's own shapes are replaced by outlines that look the same; classes in ``keep`` stay."""
    if isinstance(mobject, (Drawn, *keep)):
        return mobject
    parts = [adopted(part, keep) for part in mobject.submobjects]
    if isinstance(mobject, VGroup) and all(new is old for new, old in zip(parts, mobject.submobjects, strict=True)):
        return mobject
    return VGroup(*([_outline(mobject)] if len(mobject.points) else []), *parts)


def _outline(mobject: VMobject) -> Drawn:
    fill, line = mobject.get_fill_opacity(), mobject.get_stroke_opacity()
    width = mobject.get_stroke_width() / 100
    drawn = Drawn(
        mobject.points[:, :2].copy(),
        _hex(mobject.get_fill_color()) if fill else None,
        _hex(mobject.get_stroke_color()) if line and width else None,
        width,
    )
    drawn.set_fill(opacity=fill).set_stroke(opacity=line)
    drawn.joint_type, drawn.cap_style = mobject.joint_type, mobject.cap_style
    return drawn


def _hex(colour: ManimColor | None) -> str | None:
    return colour.to_hex() if colour else None
