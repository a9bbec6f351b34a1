"""The house's fonts inside a page: only the letters that the page may show, as WOFF2 in base64.

Promise: equal letters give equal bytes. A letter that a font lacks is left to the reader's own fonts, never a reason to fail: a film in
Urdu has its words in the fonts of the machine it is read on.
"""

from __future__ import annotations

import base64
import io
import string
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontpkg import family

from animkit.findings import ExitCode, Finding, Refused

ALWAYS = frozenset(string.ascii_letters + string.digits + string.punctuation + " ") | frozenset("£€é’‘“”–—…·×•→")
"""What any script may put on its page later: times, counts, the campaign's own punctuation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font of a page. ``weight`` is CSS's: one number, or two for a variable font's range."""

    family: str
    weight: str = "400"
    style: str = "normal"


FACES = (
    Face(family="Lexend", weight="500 700"),
    Face(family="Atkinson Hyperlegible"),
    Face(family="Atkinson Hyperlegible", weight="700"),
    Face(family="Atkinson Hyperlegible", style="italic"),
)
"""Lexend for titles, numbers and questions; Atkinson Hyperlegible for all else."""


def face_rules(letters: Collection[str], faces: Sequence[Face] = FACES) -> str:
    """``@font-face`` rules with the fonts inlined, for these letters and the usual ones."""
    wanted = "".join(sorted(ALWAYS | {letter for letter in letters if letter.isprintable()}))
    return "".join(_rule(face, wanted) for face in faces)


@cache
def _rule(face: Face, letters: str) -> str:
    data = base64.b64encode(_woff2(face, letters)).decode()
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};font-display:swap;'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}\n'
    )


def _woff2(face: Face, letters: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(_file(face), recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=["*"], notdef_outline=True, hinting=False, name_IDs=[1, 2, 13, 14]))
    cutter.populate(text=letters)
    cutter.subset(font)
    if "fvar" in font:
        low, *high = (float(weight) for weight in face.weight.split())
        font = instancer.instantiateVariableFont(font, {"wght": (low, high[0]) if high else low})
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def _file(face: Face) -> Path:
    slug = face.family.lower().replace(" ", "-")
    found = [file for file in family(slug).files if file.style == face.style and (file.variable or str(file.weight) == face.weight)]
    if not found:
        what = f"the font {face.family} has no {face.style} file of weight {face.weight}"
        raise Refused(Finding("bad-font", what, mend="install the font package again", exit_code=ExitCode.ENVIRONMENT))
    return Path(found[0].path)
