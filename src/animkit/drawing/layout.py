"""Places in the picture: pixels to Manim's units, the safe area, the caption band, thirds, the floor.

The picture's shorter side is always 8 units high or wide and counts 1080 pixels, so ``px(n)`` is one length at 16:9, 9:16 and 1:1
and at every size that is rendered. Manim's origin is the middle of the picture, y upward.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from manim import Mobject

from animkit.drawing.theme import Theme
from animkit.findings import Finding, Refused

SHORT_SIDE_PX = 1080
SHORT_SIDE_UNITS = 8.0
UNIT_PX = SHORT_SIDE_PX / SHORT_SIDE_UNITS

AnyMobject = TypeVar("AnyMobject", bound=Mobject)


def px(length: float) -> float:
    """Pixels (of a picture whose shorter side is 1080) as Manim units."""
    return length / UNIT_PX


def stroke(length_px: float) -> float:
    """A line's width in pixels as Manim's ``stroke_width``, which the Cairo camera draws at a hundredth of a unit."""
    return px(length_px) * 100


def picture_px(width_px: int, height_px: int) -> tuple[float, float]:
    """The picture's sides with the shorter one counted as 1080: (1920, 1080), (1080, 1920), (1080, 1080)."""
    unit = min(width_px, height_px) / SHORT_SIDE_PX
    return width_px / unit, height_px / unit


def frame_units(width_px: int, height_px: int) -> tuple[float, float]:
    """Manim's frame width and height for a picture of this size: 14.22 by 8 at 16:9, 8 by 14.22 at 9:16."""
    width, height = picture_px(width_px, height_px)
    return px(width), px(height)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in Manim units."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def at(self, x: float = 0.5, y: float = 0.5) -> np.ndarray:
        """The point at these shares of the box: (0, 0) is bottom left, (1, 1) top right."""
        return np.array([self.left + self.width * x, self.bottom + self.height * y, 0.0])

    def inset(self, by_px: float) -> Box:
        """The box without a border of so many pixels."""
        by = px(by_px)
        return Box(self.left + by, self.right - by, self.bottom + by, self.top - by)

    def holds(self, other: Box, slack: float = 1e-6) -> bool:
        """Whether ``other`` lies within."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.bottom >= self.bottom - slack
            and other.top <= self.top + slack
        )


def box_of(mobject: Mobject) -> Box:
    """The box round everything that ``mobject`` draws."""
    low, high = mobject.get_critical_point(np.array([-1.0, -1.0, 0.0])), mobject.get_critical_point(np.array([1.0, 1.0, 0.0]))
    return Box(float(low[0]), float(high[0]), float(low[1]), float(high[1]))


def slots(theme: Theme, width_px: int, height_px: int) -> dict[str, Box]:
    """The picture's named places. Words belong into ``content``; captions own ``caption_band``; the ``floor`` ends every picture.

    ``picture`` is all of it, ``safe`` without the margins, ``content`` ends above the captions; ``left``, ``middle`` and ``right`` are
    its thirds, ``left_half``, ``right_half``, ``upper`` and ``lower`` its halves. In an upright picture ``safe`` leaves the lowest fifth
    and the right seventh to the buttons of whoever shows it (standards: captions).
    """
    width, height = picture_px(width_px, height_px)
    half_w, half_h = width / 2, height / 2

    def box(left: float, top: float, right: float, bottom: float) -> Box:
        return Box(px(left - half_w), px(right - half_w), px(half_h - bottom), px(half_h - top))

    mx, my = theme.margin_x_px, theme.margin_y_px
    below = SHORT_SIDE_PX
    upright = height > width
    safe_right, safe_bottom = (width * 6 / 7, height * 4 / 5) if upright else (width - mx, height - my)
    if upright:
        band_bottom = safe_bottom
        band_top = band_bottom - (theme.caption_band_px[1] - theme.caption_band_px[0])
        content_bottom = band_top - 12
    else:
        shift = height - below
        band_top, band_bottom = (edge + shift for edge in theme.caption_band_px)
        content_bottom = theme.content_bottom_px + shift
    third, half = (safe_right - mx) / 3, (safe_right + mx) / 2
    middle = (my + content_bottom) / 2
    return {
        "picture": box(0, 0, width, height),
        "safe": box(mx, my, safe_right, safe_bottom),
        "content": box(mx, my, safe_right, content_bottom),
        "caption_band": box(mx, band_top, safe_right, band_bottom),
        "floor": box(0, height * 0.8, width, height),
        "left": box(mx, my, mx + third, content_bottom),
        "middle": box(mx + third, my, mx + 2 * third, content_bottom),
        "right": box(mx + 2 * third, my, safe_right, content_bottom),
        "left_half": box(mx, my, half, content_bottom),
        "right_half": box(half, my, safe_right, content_bottom),
        "upper": box(mx, my, safe_right, middle),
        "lower": box(mx, middle, safe_right, content_bottom),
    }


def place(mobject: AnyMobject, box: Box, x: float = 0.5, y: float = 0.5) -> AnyMobject:
    """Moves ``mobject`` into ``box``: its own point at shares (x, y) onto the box's point at the same shares. Refused if it is larger.

    ``place(title, slot, 0, 1)`` puts it top left, ``place(door, slot, 0.5, 0)`` bottom centre.
    """
    own = box_of(mobject)
    if own.width > box.width + 1e-6 or own.height > box.height + 1e-6:
        size = f"{own.width * UNIT_PX:.0f} x {own.height * UNIT_PX:.0f} px into {box.width * UNIT_PX:.0f} x {box.height * UNIT_PX:.0f} px"
        raise Refused(
            Finding(
                "does-not-fit", f"{type(mobject).__name__} does not fit its place: {size}", mend="make it smaller or give it a larger slot"
            )
        )
    mobject.shift(box.at(x, y) - own.at(x, y))
    return mobject
