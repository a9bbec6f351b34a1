"""Where a project's files lie, and the library that animkit brings along.

A project is the folder that holds ``storyboards/``; its own scenes/ and assets/ come first, then the library's.
Promise: an asset is a regular file inside the project or the library, whatever links or dots its name has (promise 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent


def library_root() -> Path:
    """The folder with the scenes/ and assets/ that animkit brings: inside the installed package, or the checkout itself."""
    installed = PACKAGE / "library"
    return installed if installed.is_dir() else CHECKOUT


@dataclass(frozen=True, slots=True)
class Project:
    """A project's root folder and the library behind it. Both are resolved paths."""

    root: Path
    library: Path

    @classmethod
    def holding(cls, storyboard: Path) -> Project:
        """The project that ``storyboard`` (a path, existing or not) belongs to."""
        folder = storyboard.resolve().parent
        return cls(folder.parent if folder.name == "storyboards" else folder, library_root().resolve())

    def roots(self) -> tuple[Path, ...]:
        """Where to look, in order: the project, then the library."""
        return (self.root,) if self.root == self.library else (self.root, self.library)

    def asset(self, name: str) -> Path | None:
        """The file ``assets/NAME``, the project's own before the library's; None if there is none or it lies outside."""
        return self._find(Path("assets") / name)

    def scene(self, name: str) -> Path | None:
        """The file that draws scene ``name``, its hyphens as underscores (``help-card``: scenes/help_card.py); None if there is none."""
        return self._find(Path("scenes") / f"{name.replace('-', '_')}.py")

    def scenes(self) -> dict[str, Path]:
        """Every scene by the name a storyboard uses (scenes/help_card.py: ``help-card``), the project's own before the library's."""
        found: dict[str, Path] = {}
        for root in self.roots():
            for path in sorted((root / "scenes").glob("*.py")):
                if not path.name.startswith("_") and self._inside(path, root):
                    found.setdefault(path.stem.replace("_", "-"), path)
        return found

    def assets(self, pattern: str) -> Iterator[Path]:
        """Files under assets/ that match the glob ``pattern``: the project's own shadow the library's of the same name."""
        seen: set[Path] = set()
        for root in self.roots():
            base = root / "assets"
            for path in sorted(base.glob(pattern)):
                relative = path.relative_to(base)
                if relative not in seen and self._inside(path, root):
                    seen.add(relative)
                    yield path

    def shown(self, path: Path) -> str:
        """``path`` as messages show it: relative to the working folder or the project where that is shorter."""
        for base in (Path.cwd(), self.root):
            if path.is_relative_to(base):
                return str(path.relative_to(base))
        return str(path)

    def _find(self, relative: Path) -> Path | None:
        for root in self.roots():
            path = root / relative
            if path.is_file() and self._inside(path, root):
                return path
        return None

    @staticmethod
    def _inside(path: Path, root: Path) -> bool:
        return path.resolve().is_relative_to(root) and path.resolve().is_file()
