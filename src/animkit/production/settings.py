"""What a build is asked for, and where its things lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from animkit.campaign.project import Project
from animkit.findings import ExitCode, Finding, Refused
from animkit.store import Store

DRAFT_HEIGHT_PX = 480
"""A draft's picture: large enough to judge a composition, a fifth of the pixels."""


class Progress(Protocol):
    """What stages report to: ``done`` of ``total`` pieces of work in ``stage``."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of it."""
        ...


def in_silence(stage: str, done: int, total: int) -> None:
    """A Progress that says nothing."""
    del stage, done, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One run of ``animkit build``."""

    storyboard: Path
    today: date
    out: Path | None = None
    store: Path | None = None
    jobs: int = 1
    draft: bool = False
    only: tuple[str, ...] = ()
    deliverables: tuple[str, ...] = ()
    release: bool = False
    exact_manim: bool = False
    why: bool = False


def store_at(project: Project, root: Path | None) -> Store:
    """The store in ``root``, or the project's own beside its storyboards/."""
    return Store((root or project.root / ".animkit").resolve())


def out_folder(project: Project, storyboard: Path, out: Path | None) -> Path:
    """Where a storyboard's results go: ``out``, or build/NAME/ in the project."""
    return (out or project.root / "build" / storyboard.stem).resolve()


def require_rights(*folders: Path) -> None:
    """Refused, before any work is done, where a folder may not be written or made."""
    for folder in folders:
        place = next(parent for parent in (folder, *folder.parents) if parent.exists())
        what = ""
        if not place.is_dir():
            what = f"{place} is a file, where a folder is needed"
        elif not os.access(place, os.W_OK | os.X_OK):
            what = f"no right to write in {place}"
        if what:
            mend = "choose other folders with --out and --store"
            raise Refused(Finding("no-right", what, mend=mend, exit_code=ExitCode.ENVIRONMENT))
