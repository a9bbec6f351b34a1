"""Words in the picture, set from the theme and checked before a frame is drawn.

Promise: words that are returned are whole: every letter has a shape, they fit their width, key words are large enough, and they stand out
from the ground they are declared to stand on. Anything else is Refused, with the words and how to mend it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from animkit.drawing import fonts, glyphrun
from animkit.drawing.colour import TEXT_CONTRAST, contrast
from animkit.drawing.layout import SHORT_SIDE_PX, UNIT_PX, Box, px
from animkit.drawing.path import area_scale, joined, moved, shifted
from animkit.drawing.pen import Drawn
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage
from animkit.drawing.theme import TypeStyle
from animkit.findings import Finding, Refused

Align = Literal["left", "centre", "right"]
KEY_SHARE = 1 / 20
"""Key words are at least this share of the picture's shorter side (standards: picture)."""


class Words(Puppet):
    """Words as drawn, with what the scene's text log records of them."""

    def __init__(self, text: str, lines: list[Drawn], *, size_px: float, colour: str, ground: str) -> None:
        super().__init__(*lines)
        self.text = text
        self.lines = lines
        self.colour_hex = colour
        self.ground_hex = ground
        self.set_px = size_px

    @property
    def size_px(self) -> float:
        """The font size as it is drawn now, in pixels of a picture whose shorter side is 1080."""
        return self.set_px * area_scale(self.matrix())

    def ink(self) -> Box | None:
        """The box round the letters as they are drawn now, in units; None while hidden."""
        points = [line.points for line in self.lines if len(line.points)]
        if not points:
            return None
        low = [min(float(line[:, axis].min()) for line in points) for axis in (0, 1)]
        high = [max(float(line[:, axis].max()) for line in points) for axis in (0, 1)]
        return Box(low[0], high[0], low[1], high[1])


def words(
    text: str,
    style: str = "body",
    *,
    colour: str = "ink",
    ground: str = "paper",
    width_px: float | None = None,
    lines: int | None = None,
    size_px: float | None = None,
    align: Align = "left",
) -> Words:
    """``text`` in a style of the theme, wrapped to ``width_px`` (the content slot's where none is given), its first baseline at y = 0.

    Lines break so that they are even in length; a line break in ``text`` stays. ``lines`` is how many there may be, ``size_px`` another
    size than the style's. Left-aligned words have their ink's left edge at x = 0, centred ones their middle.
    """
    set_in = _with_letters(text, stage().theme.style(style))
    size = set_in.size_px if size_px is None else size_px
    inks, grounds = stage().colour(colour), stage().colour(ground)
    wide = stage().slots["content"].width * UNIT_PX if width_px is None else width_px
    _check_size(text, set_in, size)
    _check_contrast(text, inks, grounds)
    broken = [line for paragraph in text.split("\n") for line in wrap(paragraph, set_in, wide / size)]
    if lines is not None and len(broken) > lines:
        allowed = f"{lines} line{'s' * (lines > 1)} of {wide:.0f} px"
        raise Refused(Finding("text-too-long", f"“{text}” needs {len(broken)} lines and has room for {allowed}", mend="use fewer words"))
    drawn = [_line(line, set_in, size, index, inks, align) for index, line in enumerate(broken)]
    return Words(text, drawn, size_px=size, colour=inks, ground=grounds)


def wrap(text: str, style: TypeStyle, width: float) -> list[str]:
    """``text`` in as few lines of ``width`` ems as possible, and these as even as possible. Refused if one word is wider than that."""
    pieces = text.split()
    if not pieces:
        return []
    widths = [glyphrun.run(piece, style.font, style.weight).width for piece in pieces]
    widest = max(range(len(pieces)), key=widths.__getitem__)
    if widths[widest] > width + 1e-9:
        what = f"the word “{pieces[widest]}” is wider than its place"
        raise Refused(Finding("word-too-wide", what, mend="use a shorter word, a smaller style or a wider place"))
    gap = glyphrun.space(style.font, style.weight)
    return _even(pieces, widths, gap, width)


def _even(pieces: list[str], widths: list[float], gap: float, width: float) -> list[str]:
    """Breaks with the fewest lines, then the least sum of squared rests (a small dynamic programme over where the last line starts)."""
    count = len(pieces)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, count + 1):
        options = []
        for start in range(end - 1, -1, -1):
            length = sum(widths[start:end]) + gap * (end - start - 1)
            if length > width and start < end - 1:
                break
            before = best[start]
            options.append((before[0] + 1, before[1] + (width - length) ** 2, start))
        best.append(min(options))
    lines: list[str] = []
    end = count
    while end:
        start = best[end][2]
        lines.insert(0, " ".join(pieces[start:end]))
        end = start
    return lines


def _line(text: str, style: TypeStyle, size: float, index: int, colour: str, align: Align) -> Drawn:
    run = glyphrun.run(text, style.font, style.weight)
    start = {"left": -run.left, "centre": -(run.left + run.right) / 2, "right": -run.right}[align]
    path = moved(joined(run.path), shifted(start, -index * style.leading))
    return Drawn(path * px(size), colour)


def _with_letters(text: str, style: TypeStyle) -> TypeStyle:
    """The style, wholly in the fallback font where its own lacks a letter: words of two fonts look like a fault."""
    return style if set(map(ord, text)) - {10} <= fonts.letters(style.font) else replace(style, font=fonts.FALLBACK)


def _check_size(text: str, style: TypeStyle, size_px: float) -> None:
    least = SHORT_SIDE_PX * KEY_SHARE
    if style.key and size_px < least:
        mend = "use fewer words, or the style 'source' if they carry no meaning"
        raise Refused(Finding("text-too-small", f"“{text}” is set at {size_px:.0f} px; key words need {least:.0f}", mend=mend))


def _check_contrast(text: str, colour: str, ground: str) -> None:
    ratio = contrast(colour, ground)
    if ratio < TEXT_CONTRAST:
        what = f"“{text}” is {colour} on {ground}: contrast {ratio:.1f} to 1, and words need {TEXT_CONTRAST:.0f}"
        raise Refused(Finding("low-contrast", what, mend="use ink on light grounds, white on ink, dusk or help_dark"))
