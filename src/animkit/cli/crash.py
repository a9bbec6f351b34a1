"""The report of a mistake of ours: what a developer needs, in a file that its finder may send on.

Promise: it holds no private path. Folders are named only inside animkit, inside an installed package or inside Python itself; of any
other path the last name is left.
"""

from __future__ import annotations

import platform
import re
import sys
import tempfile
import traceback
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from animkit import __version__
from animkit.cli.options import here
from animkit.store import write_whole

PUBLIC = re.compile(r"(?:.*/)?((?:site-packages|src|python\d\.\d+)/.+)")
"""A path whose first part says where a thing was installed and whose second what it is."""

PATHS = re.compile(r"(?<![\w.])(?:~|[A-Za-z]:)?(?:[/\\]+[^/\\\s'\"<>|:;,()\[\]{}]+)+[/\\]?")
"""Absolute paths as messages hold them."""

QUOTED = re.compile(r"""(['"])((?:~|[A-Za-z]:)?[/\\][^'"]*)\1""")
"""The same between quotes, where a folder's name may have spaces in it."""


def write_report(problem: BaseException) -> Path | None:
    """Write the report beside the store (or with the temporary files, where nobody has a project); None if that cannot be done.

    Equal crashes have one file: it is named by what it says.
    """
    text = report(problem)
    project = here()
    is_project = (project / "storyboards").is_dir() or (project / ".animkit").is_dir()
    folder = project / ".animkit" / "crashes" if is_project else Path(tempfile.gettempdir())
    path = folder / f"animkit-crash-{sha256(text.encode()).hexdigest()[:8]}.txt"
    with suppress(OSError):
        write_whole(path, text.encode())
        return path
    return None


def report(problem: BaseException) -> str:
    """The report's text: versions, and where in whose code it happened."""
    rows = [
        f"animkit {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        *(_links(problem)),
    ]
    return "\n".join(rows) + "\n"


def _links(problem: BaseException) -> list[str]:
    """The error, and those that it came from, the first one first."""
    rows: list[str] = []
    before = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    if before is not None and before is not problem:
        rows += [*_links(before), "", "and then:"]
    rows += ["", f"{type(problem).__name__}: {without_paths(str(problem))}"]
    rows += [f"  {_public(frame.filename)}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(problem.__traceback__)]
    return rows


def without_paths(text: str) -> str:
    """``text`` with every path cut down to its last name."""
    for folder in sorted((str(Path.cwd()), str(Path.home()), tempfile.gettempdir()), key=len, reverse=True):
        text = text.replace(folder.rstrip("/") + "/", "/")  # These may have spaces in them and stand without quotes.
    text = QUOTED.sub(lambda match: f"{match[1]}.../{_last(match[2])}{match[1]}", text)
    return PATHS.sub(lambda match: match[0] if match[0].startswith("...") else f".../{_last(match[0])}", text)


def _last(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _public(filename: str) -> str:
    """Where a line of code is, as far as anybody may know."""
    own = str(Path(sys.modules["animkit"].__file__ or "").parent.parent)
    if filename.startswith(own + "/"):
        return filename[len(own) + 1 :]
    match = PUBLIC.fullmatch(filename)
    return match[1] if match else Path(filename).name
