"""The picture of an open caption: white words on a dark box, for one cue at one frame size.

Promise: every letter is drawn, inside the safe area, at least 1/22 of the picture's shorter side high; otherwise the caption is Refused.
The same cue, theme, size and fonts give the same pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any

import fontpkg
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw, ImageFont

from animkit.captions.cue import Cue
from animkit.findings import ExitCode, Finding, Refused
from animkit.timing.direction import right_to_left

SHORT_SIDE_PX = 1080
"""The lengths of themes, and those below, are pixels of a picture whose shorter side is this long."""

SMALLEST_PARTS = 22
SAFE_AREA_SHARE = 0.05
PORTRAIT_FREE_BOTTOM_SHARE = 0.2
PORTRAIT_FREE_RIGHT_SHARE = 1 / 7
"""The profile's numbers (captions.size_parts and the following); a test keeps the two equal."""

BOX_OPACITY = 0.94
"""Near opaque, so that the contrast of the words does not depend on the picture; not wholly, so that the box belongs to it."""

PAD_X_PX, PAD_Y_PX = 28, 14
SMOOTHING = 4
"""Round corners are drawn this many times larger and scaled down, since Pillow draws them with steps."""

FALLBACK_FONTS = ("noto-sans",)
"""Where the theme's font lacks a letter of a cue, the cue is set in the first of these that has all, or in another Noto Sans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where captions' words may stand in a picture of this size, in its pixels. ``bottom`` is where the box ends."""

    left: int
    right: int
    bottom: int
    scale: float
    """The picture's pixels for each pixel of the theme."""

    @classmethod
    def of(cls, theme: Mapping[str, Any], width: int, height: int) -> Room:
        """The caption band at 16:9; on narrower pictures the lowest part that feeds and projectors leave free."""
        scale = min(width, height) / SHORT_SIDE_PX
        left, right = ceil(width * SAFE_AREA_SHARE), int(width * (1 - SAFE_AREA_SHARE))
        bottom = int(theme["caption_band_px"][1] * scale)
        if height > width:
            right = int(width * (1 - PORTRAIT_FREE_RIGHT_SHARE))
            bottom = int(height * (1 - PORTRAIT_FREE_BOTTOM_SHARE))
        return cls(left=left, right=right, bottom=min(bottom, int(height * (1 - SAFE_AREA_SHARE))), scale=scale)


def cue_picture(
    cue: Cue, theme: Mapping[str, Any], width: int, height: int, *, language: str = "en-GB"
) -> tuple[NDArray[np.uint8], int, int]:
    """The cue's box with its words: (height, width, 4) uint8, sRGB with straight alpha; and its left and top in the frame.

    The frame has ``width`` x ``height`` pixels. The box's place and size are even numbers, so that it covers whole pixels of 4:2:0
    colour. Refused if a letter has no glyph or a row no room.
    """
    room = Room.of(theme, width, height)
    font, size = _fitting(cue, theme, room, language)
    rows = (cue.label + cue.rows[0], *cue.rows[1:])
    reversed_ = right_to_left(language)
    row_px = round(theme["type"]["caption"]["leading"] * size)
    pad_x, pad_y = (round(pad * room.scale) for pad in (PAD_X_PX, PAD_Y_PX))
    wide = _even(max(ceil(font.getlength(row)) for row in rows) + 2 * pad_x)
    high = _even(row_px * len(rows) + 2 * pad_y)
    box = _box(wide, high, round(theme["caption_radius_px"] * room.scale), theme["colours"]["caption_box"])
    pen = ImageDraw.Draw(box)
    for number, row in enumerate(rows):
        x = (wide - font.getlength(row)) / 2
        y = pad_y + number * row_px + (row_px + _capital_px(font)) / 2 - size / 24
        if number == 0 and cue.label and not reversed_:
            _write(pen, x, y, cue.label, font, theme["colours"]["mustard"], reversed_)
            x, row = x + font.getlength(cue.label), cue.rows[0]
        _write(pen, x, y, row, font, theme["colours"]["white"], reversed_)
    left = (room.left + room.right - wide) // 2 // 2 * 2
    return np.asarray(box, dtype=np.uint8), left, (room.bottom - high) // 2 * 2


def _fitting(cue: Cue, theme: Mapping[str, Any], room: Room, language: str) -> tuple[ImageFont.FreeTypeFont, int]:
    """The font in the largest size, from the theme's down to the smallest allowed, in which every row has room."""
    wanted = round(theme["type"]["caption"]["size_px"] * room.scale)
    smallest = ceil(SHORT_SIDE_PX * room.scale / SMALLEST_PARTS)
    text = cue.label + " ".join(cue.rows)
    family = str(theme["type"]["caption"]["font"])
    room_px = room.right - room.left  # Words stay in the safe area; the box may leave it.
    rows = (cue.label + cue.rows[0], *cue.rows[1:])
    for size in range(max(wanted, smallest), smallest - 1, -1):
        font = _font_with(text, family, size, language)
        if max(font.getlength(row) for row in rows) <= room_px:
            return font, size
    mend = "use shorter words"
    raise Refused(_finding(cue, "caption-too-wide", f"the caption row '{max(rows, key=len)}' is wider than the picture's safe area", mend))


def _font_with(text: str, family: str, size: int, language: str) -> ImageFont.FreeTypeFont:
    slug = family.lower().replace(" ", "-")
    others = sorted(name for name in fontpkg.families() if name.startswith("noto-sans"))
    lacking: dict[str, str] = {}
    for name in dict.fromkeys([slug, *FALLBACK_FONTS, *others]):
        font = _font(name, size)
        lacking[name] = "".join(letter for letter in dict.fromkeys(text) if not _has(font, letter))
        if not lacking[name]:
            return font
    letters = ", ".join(f"'{letter}' (U+{ord(letter):04X})" for letter in lacking[slug])
    mend = f"write it another way, or install a font package for this language ({language}), such as fontpkg-noto-sans-arabic"
    raise Refused(
        Finding("caption-glyph", f"no font at hand draws {letters} of the caption '{text}'", mend=mend, exit_code=ExitCode.REFUSED)
    )


@lru_cache(maxsize=64)
def _font(family: str, size: int) -> ImageFont.FreeTypeFont:
    """The family's bold at ``size`` pixels. Refused if its package is missing."""
    try:
        path = fontpkg.path(family, weight=700)
    except fontpkg.FontpkgError as problem:
        raise Refused(
            Finding("no-font", f"the font {family} is missing: {problem}", mend="run script/film", exit_code=ExitCode.ENVIRONMENT)
        ) from None
    font = ImageFont.truetype(str(path), size)
    if any(file.path == path and file.variable for file in fontpkg.families()[family].files):
        axes = font.get_variation_axes()
        font.set_variation_by_axes([700 if axis["name"] == b"Weight" else float(axis["default"] or 0) for axis in axes])
    return font


@lru_cache(maxsize=4096)
def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Whether the font has a shape of its own for ``letter``, and not the box that stands for every letter it lacks."""
    if letter.isspace():
        return True
    drawn, box = font.getmask(letter), font.getmask("\U0010ffff")
    return drawn.size != box.size or bytes(drawn) != bytes(box)


def _capital_px(font: ImageFont.FreeTypeFont) -> float:
    _, top, _, bottom = font.getbbox("H", anchor="ls")
    return float(bottom - top)


def _write(pen: ImageDraw.ImageDraw, x: float, y: float, text: str, font: ImageFont.FreeTypeFont, colour: str, reversed_: bool) -> None:
    pen.text((x, y), text, font=font, fill=(*ImageColor.getrgb(colour)[:3], 255), anchor="ls", direction="rtl" if reversed_ else None)


def _box(wide: int, high: int, radius: int, colour: str) -> Image.Image:
    mask = Image.new("L", (wide * SMOOTHING, high * SMOOTHING), 0)
    corner = (wide * SMOOTHING - 1, high * SMOOTHING - 1)
    ImageDraw.Draw(mask).rounded_rectangle(((0, 0), corner), radius=radius * SMOOTHING, fill=round(255 * BOX_OPACITY))
    box = Image.new("RGBA", (wide, high), (*ImageColor.getrgb(colour)[:3], 0))
    box.putalpha(mask.resize((wide, high), Image.Resampling.BOX))
    return box


def _even(length: int) -> int:
    return length + length % 2


def _finding(cue: Cue, code: str, what: str, mend: str) -> Finding:
    return Finding(code, what, mend=mend, exit_code=ExitCode.REFUSED, shot=cue.shot, frame=cue.start)
