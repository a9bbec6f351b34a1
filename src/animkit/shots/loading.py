"""Scene files, loaded in a child: ``scenes`` is a package of the project's folder and then the library's.

Nothing compiled is kept or read (an edit within one second would go unseen), and a scene may import its neighbours:
``from scenes._rooms import Room``.
"""

from __future__ import annotations

import importlib
import inspect
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from animkit.findings import ExitCode, Finding, Place, Refused
from animkit.shots.scene import ShotScene


def open_scenes(folders: Sequence[Path]) -> None:
    """Make ``scenes`` the package of ``folders``, the first before the second."""
    sys.dont_write_bytecode = True
    sys.pycache_prefix = str(Path.cwd() / "no-bytecode")
    package = ModuleType("scenes")
    package.__path__ = [str(folder) for folder in folders]
    sys.modules["scenes"] = package
    importlib.invalidate_caches()


def load_scene(name: str) -> type[ShotScene]:
    """The scene of this name (``help-card``: scenes/help_card.py). Refused, with the line, if its file does not load or holds none."""
    module_name = f"scenes.{name.replace('-', '_')}"
    try:
        module = importlib.import_module(module_name)
    except Exception as error:
        raise Refused(scene_finding(error, "scene-does-not-load", ExitCode.REFUSED)) from error
    found = [
        thing
        for thing in vars(module).values()
        if inspect.isclass(thing)
        and issubclass(thing, ShotScene)
        and thing.__module__ == module_name
        and not thing.__name__.startswith("_")
    ]
    if len(found) != 1:
        what = f"a scene file holds one ShotScene; this has {', '.join(scene.__name__ for scene in found) or 'none'}"
        raise Refused(Finding("not-one-scene", what, place=Place(str(module.__file__), 1, 1)))
    return found[0]


def scene_finding(error: BaseException, code: str, exit_code: ExitCode, shot: str = "") -> Finding:
    """What went wrong in an animator's code: the error's own words, at the innermost line that is in scenes/."""
    frames = traceback.extract_tb(error.__traceback__)
    here = [frame for frame in frames if Path(frame.filename).parent.name == "scenes"]
    place = Place()
    if isinstance(error, SyntaxError) and error.filename:
        place = Place(error.filename, error.lineno or 0, error.offset or 0)
    elif here:
        place = Place(here[-1].filename, here[-1].lineno or 0, (here[-1].colno or 0) + 1)
    words = " ".join((error.msg if isinstance(error, SyntaxError) else str(error)).split())
    return Finding(code, f"{type(error).__name__}: {words}" if words else type(error).__name__, place=place, shot=shot, exit_code=exit_code)
