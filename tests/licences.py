"""Lists the licence of every locked package, as its own metadata states it, and of every asset, and judges each by what is allowed.

    script/licences           the list, worst first; ends with 1 if anything is not allowed

Allowed: licences that ask for no more than a notice, and those (MPL, LGPL) that ask for no more than the source of their own files. A
package that may be had under several is taken under one that is allowed. GPL is allowed for a separate program only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("all", "build", "nodeps", "uv")

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ISC", "LGPL-2.1-only", "MIT",
    "MIT-0", "MIT-CMU", "MPL-1.1", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip
"""SPDX names; ``BSD`` where metadata does not say which of the two."""

SPELT = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "zlib/libpng License": "Zlib",
}
"""What older metadata calls a licence."""

READ = {
    "dicebear-styles": ("CC0-1.0", "open-peeps, the only style that is drawn with; its own licence file"),
    "pyglet": ("BSD-3-Clause", "its LICENSE file"),
    "scipy": ("BSD-3-Clause", "its LICENSE file"),
}
"""Packages whose metadata names no licence: what was read instead, and where."""

ELSEWHERE = {
    "audioop-lts": ("PSF-2.0", "Python 3.13 only"),
    "colorama": ("BSD-3-Clause", "Windows only"),
    "cython": ("Apache-2.0", "to compile with, never installed"),
    "editables": ("MIT", "to build with"),
    "hatchling": ("MIT", "to build with"),
    "meson": ("Apache-2.0", "to compile with, never installed"),
    "meson-python": ("MIT", "to build with"),
    "ninja": ("Apache-2.0", "to compile with, never installed"),
    "pyobjc-core": ("MIT", "macOS only"),
    "pyobjc-framework-cocoa": ("MIT", "macOS only"),
    "pyproject-metadata": ("MIT", "to build with"),
    "tomlkit": ("MIT", "to build with"),
    "uv": ("Apache-2.0", "installs the rest; MIT OR Apache-2.0"),
    "wheel": ("MIT", "to build with"),
}
"""Locked for other machines or for a moment, so that there may be no metadata to read."""

BINARIES = {
    "av": "its wheel holds FFmpeg with x264, which is GPL-2.0-or-later: whoever passes such a wheel on passes GPL code on",
    "imageio-ffmpeg": "its wheel holds an ffmpeg program, GPL, which runs as a program of its own",
}
"""What metadata does not say about the machine code inside a wheel."""


@dataclass(frozen=True)
class Row:
    """One thing, its licence, where that was read, and whether it is allowed."""

    name: str
    version: str
    licence: str
    source: str
    allowed: bool


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    """Every package of every lock, with its version."""
    found: dict[str, str] = {}
    for lock in LOCKS:
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        found |= {plain(name): version for name, version in re.findall(r"(?m)^([A-Za-z][\w.-]*)==([^\s\\;]+)", text)}
    return found


def packages() -> Iterator[Row]:
    """A row for each locked package."""
    there = {plain(found.metadata["Name"]): found for found in distributions()}
    for name, version in sorted(locked().items()):
        licences, source = _of(name, there.get(name))
        yield Row(name, version, " OR ".join(licences) or "unknown", source, bool(licences) and any(map(allowed, licences)))


def _of(name: str, found: Distribution | None) -> tuple[list[str], str]:
    if found is not None:
        licences, source = stated(found)
        if licences:
            return licences, source
    for table in (READ, ELSEWHERE):
        if name in table:
            return [table[name][0]], table[name][1]
    return [], "no metadata"


def stated(found: Distribution) -> tuple[list[str], str]:
    """The alternatives that a distribution's metadata offers, and which field says so."""
    facts = found.metadata
    expression = facts.get("License-Expression")
    if expression:
        return expression.split(" OR "), "License-Expression"
    named = [
        SPELT.get(words, words)
        for row in facts.get_all("Classifier") or []
        if row.startswith("License ::")
        for words in [row.split(" :: ")[-1]]
    ]
    field = (facts.get("License") or "").strip()
    if field and "\n" not in field and len(field) < 60:
        return [SPELT.get(part, part) for part in field.split(" OR ")], "License"
    return [one for one in named if one != "OSI Approved"], "classifiers"


def allowed(expression: str) -> bool:
    """Whether every part of ``A AND B`` is allowed."""
    return all(part.strip(" ()") in ALLOWED for part in expression.split(" AND "))


def assets() -> Iterator[Row]:
    """A row for each thing that CREDITS.md credits in its tables of files."""
    for row in (ROOT / "CREDITS.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if row.startswith("| assets/"):
            licence = next(
                (name for name in sorted(ALLOWED, key=len, reverse=True) if name.replace("-", " ") in row.replace("-", " ")), "unknown"
            )
            yield Row(cells[0], "", licence, "CREDITS.md", licence in ALLOWED)


def main() -> int:
    """Print the list; 1 if anything in it is not allowed."""
    rows = sorted([*packages(), *assets()], key=lambda row: (row.allowed, row.name))
    for row in rows:
        print(f"{'ok ' if row.allowed else 'NOT'} {row.name:<32} {row.version:<14} {row.licence:<46} {row.source}")
    for name, words in BINARIES.items():
        print(f"note: {name}: {words}")
    print(f"{len(rows)} things, {sum(not row.allowed for row in rows)} not allowed")
    return int(any(not row.allowed for row in rows))


if __name__ == "__main__":
    sys.exit(main())
