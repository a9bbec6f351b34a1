"""Fonts from packages, never from the machine: registered with Pango, and asked which letters they have.

Promise: a letter that no packaged font has is refused; it is never drawn as a box or in whatever font the machine happens to own.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import manimpango
from fontpkg import FontpkgError, families, family

from animkit.findings import ExitCode, Finding, Refused

FALLBACK = "Noto Sans"
"""Where letters are looked for that a style's own font lacks."""


@cache
def register_all() -> None:
    """Makes every packaged font family known to Pango. Once, before the first word: Pango does not look again after that.

    All upright files are registered: a family of static files (Atkinson Hyperlegible) needs each weight, a variable one its single file.
    """
    for name in sorted(families()):
        for path in _upright(name):
            if not manimpango.register_font(str(path)):
                what = f"the font file {path.name} cannot be registered"
                raise Refused(Finding("bad-font", what, mend="install the font package again", exit_code=ExitCode.ENVIRONMENT))


@cache
def letters(name: str) -> frozenset[int]:
    """The code points a packaged font family has. Refused if there is no such package."""
    return frozenset(code for path in _upright(name) for code in code_points(path.read_bytes()))


def missing(text: str, font: str) -> tuple[str, ...]:
    """The letters of ``text`` that neither ``font`` nor the fallback has, each once."""
    lacking = sorted({letter for letter in text if not letter.isspace() and ord(letter) not in letters(font)})
    return tuple(letter for letter in lacking if ord(letter) not in letters(FALLBACK))


def code_points(font: bytes) -> set[int]:
    """The code points in the ``cmap`` table of an OpenType file (its formats 4 and 12; ISO/IEC 14496-22, 5.2.1)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for index in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if tag == b"cmap":
            return _of_cmap(font, offset)
    return set()


def _of_cmap(font: bytes, start: int) -> set[int]:
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:
            found |= _of_segments(font, start + offset)
        elif form == 12:
            found |= _of_groups(font, start + offset)
    return found


def _of_segments(font: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + double)
    return {code for first, last in zip(starts, ends, strict=True) if first != 0xFFFF for code in range(first, last + 1)}


def _of_groups(font: bytes, at: int) -> set[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    groups = (struct.unpack_from(">II", font, at + 16 + 12 * index) for index in range(count))
    return {code for first, last in groups for code in range(first, last + 1)}


def font_files(names: tuple[str, ...]) -> tuple[Path, ...]:
    """The files of these families, for a fingerprint of what a picture depends on."""
    return tuple(sorted(file.path for name in names for file in family(name).files))


def _upright(name: str) -> list[Path]:
    try:
        return [file.path for file in family(name).files if file.style == "normal"]
    except FontpkgError as error:
        mend = f"install fontpkg-{name.lower().replace(' ', '-')}, or name a font the theme already uses"
        raise Refused(Finding("unknown-font", f"there is no packaged font '{name}'", mend=mend)) from error
