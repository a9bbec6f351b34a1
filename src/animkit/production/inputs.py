"""The files that a film is made from, each with its hash, as they were when they were read.

Promise: a manifest names the bytes that the film was made from, even if somebody saves a file while it is being made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from animkit.campaign.project import Project
from animkit.film.manifest import LIBRARY
from animkit.findings import ExitCode, Finding, Severity
from animkit.store import sha256_file
from animkit.storyboard.model import Storyboard

__all__ = ["LIBRARY", "changed_since", "inputs_of"]


def inputs_of(path: Path, board: Storyboard, project: Project) -> dict[str, str]:
    """The hash of every file that the film is made from, by its name in the project (or ``library:NAME``)."""
    return {name: sha256_file(one) for name, one in _files(path, board, project)}


def changed_since(before: Mapping[str, str], path: Path, board: Storyboard, project: Project) -> tuple[Finding, ...]:
    """A warning for each file that is another one than when it was read."""
    return tuple(_changed(name) for name, one in _files(path, board, project) if before.get(name) != _hash(one))


def _changed(name: str) -> Finding:
    what = f"'{name}' was saved while the film was being made, which is still the film of what it said before"
    return Finding("changed-meanwhile", what, mend="build it again", severity=Severity.WARNING, exit_code=ExitCode.OK)


def _hash(path: Path) -> str:
    try:
        return sha256_file(path)
    except OSError:
        return ""


def _files(path: Path, board: Storyboard, project: Project) -> Iterator[tuple[str, Path]]:
    paths = [path.resolve(), *(project.scene(shot.scene) for shot in board.shots())]
    names = ["help-routes.yaml", "signs.yaml", "cast/cast.yaml", "profiles/uk-schools.yaml", f"themes/{board.theme}.yaml"]
    names += [f"scores/{board.score}.yaml"] if board.score else []
    paths += [project.asset(name) for name in names]
    for one in dict.fromkeys(one for one in paths if one is not None):
        if one.is_relative_to(project.root):
            yield str(one.relative_to(project.root)), one
        else:
            yield f"{LIBRARY}{one.relative_to(project.library)}", one
