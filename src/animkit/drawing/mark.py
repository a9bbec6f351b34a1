"""Marks: small pictures as data, to be drawn in a film as a puppet or in a paper as SVG, from the same outlines. Pure.

A mark is drawn in a square of 96 units about the origin, y upward, its ink 4 units wide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

import numpy as np

from animkit.drawing.path import Path, outlines

SIDE = 96.0
INK = 4.0


class Ink(NamedTuple):
    """One painted outline of a mark: filled with a role of the theme, lined with one, or both."""

    path: Path
    fill: str | None = None
    line: str | None = None
    width: float = INK
    cap: Literal["round", "butt"] = "round"


Mark = tuple[Ink, ...]


def inked(path: Path, fill: str | None = "white", width: float = INK) -> Ink:
    """An outline in ink."""
    return Ink(path, fill, "ink", width)


def stroke(path: Path, width: float = INK, colour: str = "ink") -> Ink:
    """A line."""
    return Ink(path, None, colour, width)


def solid(path: Path, fill: str = "ink") -> Ink:
    """A shape without a line."""
    return Ink(path, fill)


def svg(mark: Iterable[Ink], colours: Mapping[str, str], *, size: float = SIDE, title: str = "") -> str:
    """A mark as an SVG element with the theme's colours. ``title`` is its text alternative; without one it is marked as decoration."""
    named = f'role="img" aria-label="{escape(title, {chr(34): "&quot;"})}"' if title else 'aria-hidden="true"'
    body = "".join(_element(ink, colours) for ink in mark)
    half = SIDE / 2
    box = f"{-half:g} {-half:g} {SIDE:g} {SIDE:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{size:g}" height="{size:g}" {named}>{body}</svg>'


def svg_path(path: Path) -> str:
    """An outline as the ``d`` of an SVG path, y downward, in hundredths of a unit."""
    return "".join(_outline(outline) for outline in outlines(path))


def _element(ink: Ink, colours: Mapping[str, str]) -> str:
    paint = f'fill="{colours[ink.fill]}"' if ink.fill else 'fill="none"'
    if ink.line:
        paint += f' stroke="{colours[ink.line]}" stroke-width="{ink.width:g}" stroke-linecap="{ink.cap}" stroke-linejoin="round"'
    return f'<path d="{svg_path(ink.path)}" {paint}/>'


def _outline(outline: Path) -> str:
    flipped = outline * np.array([1.0, -1.0])
    numbers = [" ".join(_number(value) for value in point) for point in flipped]
    text = f"M{numbers[0]}"
    for index in range(0, len(numbers), 4):
        text += "C" + " ".join(numbers[index + 1 : index + 4])
    return text + ("Z" if np.allclose(outline[0], outline[-1]) else "")


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
