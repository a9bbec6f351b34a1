"""The house's fonts inside a page: only the letters that the page may show, as WOFF2 in base64.

Promise: equal letters give equal bytes. A letter that a font lacks is left to the reader's own fonts, never a reason to fail: a film in
Urdu has its words in the fonts of the machine it is read on.
"""

from __future__ import annotations

import base64
import io
import string
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from fontpkg import family

from animkit.findings import ExitCode, Finding, Refused
from animkit.store import Store, key_of, sha256_file

KIND = "face"
_KEPT_IN: ContextVar[Store | None] = ContextVar("fonts are kept in", default=None)

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


@contextmanager
def kept_in(store: Store) -> Iterator[None]:
    """Take fonts that were cut before from ``store``, and keep there what is cut, while the block runs: one font takes half a second."""
    before = _KEPT_IN.set(store)
    try:
        yield
    finally:
        _KEPT_IN.reset(before)


def _woff2(face: Face, letters: str) -> bytes:
    store = _KEPT_IN.get()
    if store is None:
        return _cut(face, letters)
    source, version = sha256_file(_file(face)), metadata.version("fonttools")
    key = key_of([asdict(face), letters, source, version, recipe()])
    entry = store.get(KIND, key) or store.put(KIND, key, {"font": _cut(face, letters)})
    return entry.files["font"].read_bytes()


@cache
def recipe() -> str:
    """The hash of this file: whoever edits it need not remember that what it made is kept."""
    return sha256_file(Path(__file__))


def _cut(face: Face, letters: str) -> bytes:
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
