"""The excerpt as a project of its own in a temporary folder: built, edited and built again without touching anything else."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Measured, run

HERE = Path(__file__).resolve().parent
NAME = "excerpt"
GATE = 4
"""The exit code of a film that was made whole and that a gate refuses to name: the excerpt lacks what a lesson needs."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A copy of the excerpt's project in ``folder``."""

    folder: Path

    @classmethod
    def fresh(cls, folder: Path) -> Excerpt:
        """A copy with nothing built."""
        for part in ("storyboards", "assets"):
            shutil.copytree(HERE / part, folder / part)
        return cls(folder)

    @property
    def storyboard(self) -> Path:
        """Its storyboard."""
        return self.folder / "storyboards" / f"{NAME}.yaml"

    def edited(self, old: str, new: str) -> None:
        """Replace words of the storyboard. ValueError where they do not stand there."""
        text = self.storyboard.read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"the excerpt has no '{old}'")
        self.storyboard.write_text(text.replace(old, new), encoding="utf-8")

    def animkit(self, *arguments: str, command: str = "build") -> Built:
        """Run animkit on it; a gate may refuse the film. RuntimeError, with what it said, where anything else fails."""
        measured = animkit("--json", command, NAME, *arguments, cwd=self.folder)
        if measured.status not in (0, GATE):
            raise RuntimeError(f"animkit {command} {' '.join(arguments)} ended with {measured.status}:\n{measured.complaints[-3000:]}")
        return Built(measured, json.loads(measured.said))

    def taken_to(self, folder: Path) -> Excerpt:
        """A copy, with everything that was built."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return Excerpt(folder)


@dataclass(frozen=True, slots=True)
class Built:
    """A run of animkit and its answer."""

    measured: Measured
    answer: dict[str, object]

    @property
    def work(self) -> str:
        """What it did, counted."""
        work = self.answer.get("work")
        if not isinstance(work, dict):
            return ""
        mixed = ", mixed" if work["sound_mixed"] else ""
        return f"{work['shots_drawn']} shots, {work['lines_spoken']} lines{mixed}"


def animkit(*arguments: str, cwd: Path) -> Measured:
    """Run one animkit command in ``cwd``."""
    return run([sys.executable, "-m", "animkit", *arguments], cwd=cwd)
