"""What a scene's pictures depend on besides their task: read from the files, without importing any of them.

Imports are followed as they are written (``ast``), inside animkit and the scenes' own folder; whatever else is imported is installed,
and stands for its version. Data files beside the drawing package's modules count as its source.
"""

from __future__ import annotations

import ast
import ctypes
import importlib.machinery
import importlib.metadata
import importlib.util
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from animkit.campaign.project import PACKAGE, Project
from animkit.shots.fingerprint import Dependencies
from animkit.store import Store, key_of, sha256_file

ENGINE = ("animkit.shots.scene", "animkit.shots.camera", "animkit.shots.pieces", "animkit.shots.setting")
"""The modules that draw and encode every shot, whatever its scene imports."""

KIND, VERSION = "imports", 1

INSTALLED = (
    "manim",
    "numpy",
    "scipy",
    "pillow",
    "av",
    "pycairo",
    "manimpango",
    "svgelements",
    "skia-pathops",
    "fontpkg",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-lexend",
    "fontpkg-noto-sans",
    "dicebear-styles",
)
"""Distributions that can change a pixel or a byte. av's wheel brings its own x264."""


def dependencies(project: Project, scenes: Iterable[str]) -> dict[str, Dependencies]:
    """What each of ``scenes`` (by name; all must exist) depends on."""
    reader = Sources([root / "scenes" for root in project.roots()])
    return {name: Dependencies(reader.reached(name), versions()) for name in sorted(set(scenes))}


def changed_since(project: Project, sources: Mapping[str, str]) -> str:
    """The first module of ``sources`` (as `Sources.reached` gives them) whose file is another one by now; empty if there is none."""
    reader = Sources([root / "scenes" for root in project.roots()])
    for name, digest in sources.items():
        if "/" in name:  # A data file of ours: an editor saves none of those.
            continue
        path = reader.path(name)
        if path is None or sha256_file(path) != digest:
            return name
    return ""


class Sources:
    """Reads modules of animkit and of the scenes' folders, each once."""

    def __init__(self, scenes_folders: Sequence[Path]) -> None:
        self._folders = scenes_folders
        self._paths: dict[str, Path | None] = {}
        self._hashes: dict[str, str] = {}
        self._imports: dict[str, tuple[str, ...]] = {}

    def reached(self, scene: str) -> dict[str, str]:
        """The hash of every file that drawing ``scene`` reads, by module name. KeyError if there is no such scene."""
        module = f"scenes.{scene.replace('-', '_')}"
        if self.path(module) is None:
            raise KeyError(scene)
        found: set[str] = set()
        waiting = [module, *ENGINE]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._imported_by(name)
        return {name: self._hash(name) for name in sorted(found)} | _drawing_data()

    def path(self, module: str) -> Path | None:
        """The file of ``module``, if it is one of ours."""
        if module not in self._paths:
            self._paths[module] = self._find(module)
        return self._paths[module]

    def _find(self, module: str) -> Path | None:
        first, *rest = module.split(".")
        roots = [PACKAGE] if first == "animkit" else list(self._folders) if first == "scenes" else []
        for root in roots:
            for path in (root.joinpath(*rest).with_suffix(".py"), root.joinpath(*rest, "__init__.py")):
                if path.is_file() and (rest or path.name == "__init__.py"):
                    return path
        return None

    def _hash(self, module: str) -> str:
        if module not in self._hashes:
            path = self.path(module)
            assert path is not None
            self._hashes[module] = sha256_file(path)
        return self._hashes[module]

    def _imported_by(self, module: str) -> tuple[str, ...]:
        """The modules of ours that ``module`` imports, and those that it lies in."""
        if module not in self._imports:
            path = self.path(module)
            assert path is not None
            package = module if path.name == "__init__.py" else module.rpartition(".")[0]
            names = dict.fromkeys((*_imports_in(path, self._hash(module), package), *_parents(module)))
            self._imports[module] = tuple(name for name in names if self.path(name) is not None)
        return self._imports[module]


_READ: dict[str, tuple[str, ...]] = {}
"""What files import, by their package and hash: true for ever, so it may outlive whoever asked."""


_USED: set[str] = set()
"""Which of them were asked for: the store keeps no others."""


def _imports_in(path: Path, digest: str, package: str) -> tuple[str, ...]:
    key = f"{package} {digest}"
    _USED.add(key)
    if key not in _READ:
        _READ[key] = tuple(name for name in imports(path.read_bytes(), package) if name.startswith(("animkit", "scenes")))
    return _READ[key]


def recall(store: Store) -> None:
    """Take over what the store holds of files that were read before: to read them all anew takes half a second."""
    entry = store.get(KIND, key_of(VERSION))
    if entry is not None:
        _READ.update({key: tuple(names) for key, names in entry.facts["imports"].items()})


def remember(store: Store) -> None:
    """Keep what has been read, if the store has not all of it."""
    entry = store.get(KIND, key_of(VERSION))
    if entry is None or not entry.facts["imports"].keys() >= _USED:
        store.put(KIND, key_of(VERSION), {}, {"imports": {key: list(_READ[key]) for key in sorted(_USED)}})


def imports(source: bytes, package: str) -> Iterator[str]:
    """Every module that ``source`` may import, names taken from a module included: some of these are modules, the others no file.

    Nothing for a file that is no Python: it will be refused when it is loaded.
    """
    with suppress(SyntaxError, ValueError):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = _absolute(node, package)
                yield base
                yield from (f"{base}.{name.name}" for name in node.names)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def _parents(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


@cache
def _drawing_data() -> dict[str, str]:
    folder = PACKAGE / "drawing"
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc"))
    return {str(path.relative_to(PACKAGE)): sha256_file(path) for path in sorted(files)}


@cache
def versions() -> Mapping[str, str]:
    """The versions of everything installed that can change a picture: Python, distributions, the system's drawing libraries."""
    found = {"python": ".".join(platform.python_version_tuple()[:2])}
    for name in INSTALLED:
        with suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found | system_versions()


def system_versions() -> dict[str, str]:
    """The versions of cairo, pango, harfbuzz and freetype that pycairo and manimpango are bound to (or ``unknown``)."""
    return {
        "cairo": _text(_library("cairo._cairo"), "cairo_version_string"),
        "pango": _text(_library("manimpango.cmanimpango"), "pango_version_string"),
        "harfbuzz": _text(_library("manimpango.cmanimpango"), "hb_version_string"),
        "freetype": _freetype(_library("manimpango.cmanimpango")),
    }


def _library(module: str) -> ctypes.CDLL | None:
    """The shared library of an extension module: through it, those that it is bound to can be asked."""
    package = importlib.util.find_spec(module.rpartition(".")[0])
    for folder in (package.submodule_search_locations or []) if package else []:
        for suffix in importlib.machinery.EXTENSION_SUFFIXES:
            path = Path(folder) / (module.rpartition(".")[2] + suffix)
            if path.is_file():
                return ctypes.CDLL(str(path))
    return None


def _text(library: ctypes.CDLL | None, function: str) -> str:
    try:
        call = getattr(library, function)
    except AttributeError:
        return "unknown"
    call.restype = ctypes.c_char_p
    return bytes(call()).decode()


def _freetype(library: ctypes.CDLL | None) -> str:
    handle, numbers = ctypes.c_void_p(), (ctypes.c_int * 3)()
    try:
        if library is None or library.FT_Init_FreeType(ctypes.byref(handle)):
            return "unknown"
        library.FT_Library_Version(handle, *(ctypes.byref(numbers, 4 * place) for place in range(3)))
        library.FT_Done_FreeType(handle)
    except AttributeError:
        return "unknown"
    return ".".join(map(str, numbers))
