"""One line of words as an outline: Pango's shaping, read back from the SVG that cairo writes.

Manim's own Text goes through a file cache that can go wrong for ever, centres each line on its ink and lays it on a surface that clips
in silence. Here each line is laid on a surface far wider than any picture, in a file that lives a moment; its baseline is at y = 0 and
its pen starts at x = 0, exactly; and every letter is counted.
"""

from __future__ import annotations

import tempfile
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from xml.etree import ElementTree

import manimpango
import numpy as np

from animkit.drawing.fonts import FALLBACK, missing, register_all
from animkit.drawing.path import Path, joined, moved, of_glyph
from animkit.findings import ExitCode, Finding, Refused

SIZE_PT = 144.0
"""Large, so that hinting and rounding of positions cannot be seen once scaled down."""
EM = SIZE_PT * 4 / 3
SURFACE = 200_000
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@dataclass(frozen=True, slots=True)
class Run:
    """A line of words: its outline in ems (baseline at 0, y up), and its ink's left and right edges."""

    path: Path
    left: float
    right: float

    @property
    def width(self) -> float:
        """The ink's width in ems."""
        return self.right - self.left


@lru_cache(maxsize=1024)
def run(text: str, font: str, weight: str) -> Run:
    """``text`` set in one line. Refused if a letter has no shape, or if it holds marks that turn the direction of writing."""
    _check(text, font)
    _check_font(font, weight)
    symbols, uses = _laid(text, font, weight)
    glyphs = [moved(of_glyph(symbols[name]), np.array([[1.0, 0.0, x], [0.0, 1.0, 0.0]])) for name, x in uses if symbols.get(name)]
    _count(text, sum(1 for glyph in glyphs if len(glyph)))
    path = joined(*glyphs) * np.array([1 / EM, -1 / EM])
    if not len(path):
        return Run(path, 0.0, 0.0)
    return Run(path, float(path[:, 0].min()), float(path[:, 0].max()))


@lru_cache(maxsize=64)
def space(font: str, weight: str) -> float:
    """The width of the space between two words, in ems."""
    together, apart = run("nn", font, weight), run("n n", font, weight)
    return apart.width - together.width


def _laid(text: str, font: str, weight: str) -> tuple[dict[str, str], list[tuple[str, float]]]:
    register_all()
    setting = manimpango.TextSetting(0, len(text), f"{font}, {FALLBACK}", "NORMAL", weight.upper(), 0)
    with tempfile.TemporaryDirectory() as folder:
        file = FilePath(folder) / "line.svg"
        manimpango.text2svg([setting], SIZE_PT, SIZE_PT, True, str(file), 0, 0, SURFACE, 1000, text)
        drawing = file.read_text(encoding="utf-8")
    return outlines(drawing)


def outlines(drawing: str) -> tuple[dict[str, str], list[tuple[str, float]]]:
    """The outline of each letter by its name, and which letter stands at which x, in the SVG that cairo writes.

    Cairo 1.16 keeps a letter in a ``symbol``, cairo 1.18 in a ``g``; in both its name begins with "glyph".
    """
    root = ElementTree.fromstring(drawing)
    letters = {element.get("id", ""): element.find(f"{_SVG}path") for element in root.iter() if element.get("id", "").startswith("glyph")}
    uses = [(use.get(_HREF, "").removeprefix("#"), float(use.get("x", "0"))) for use in root.iter(f"{_SVG}use")]
    return {name: "" if path is None else path.get("d", "") for name, path in letters.items()}, uses


@lru_cache(maxsize=64)
def _check_font(font: str, weight: str) -> None:
    """Pango draws a family it does not know in another one, in silence: its H is then the fallback's H."""
    if font != FALLBACK and _laid("H", font, weight)[0] == _laid("H", FALLBACK, weight)[0]:
        what = f"Pango does not find the font {font}, which is installed"
        mend = "let nothing draw words with Pango before animkit does"
        raise Refused(Finding("font-not-found", what, mend=mend, exit_code=ExitCode.ENVIRONMENT))


def _check(text: str, font: str) -> None:
    turning = [letter for letter in text if unicodedata.bidirectional(letter) in _BIDI]
    if turning:
        what = f"“{text}” holds the invisible mark {unicodedata.name(turning[0])}"
        raise Refused(Finding("hidden-mark", what, why="it turns the order of the letters", mend="delete it and type the words anew"))
    lacking = missing(text, font)
    if lacking:
        named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
        what = f"“{text}” has letters that no font of the theme can draw: {named}"
        raise Refused(Finding("no-glyph", what, mend="write it without them, or draw it as a picture"))


def _count(text: str, drawn: int) -> None:
    visible = [letter for letter in text if unicodedata.category(letter)[0] in "LNPS"]
    simple = all(unicodedata.decomposition(letter) == "" or ord(letter) < 0x250 for letter in visible) and all(
        ord(letter) < 0x590 for letter in visible
    )
    if drawn < len(visible) and simple:
        raise Refused(
            Finding("letters-missing", f"only {drawn} of the {len(visible)} letters of “{text}” were drawn", mend="make the words fewer")
        )
