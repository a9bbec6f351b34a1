"""A build with nothing to do, told at once: everything that it reads is as it was, and every file that it would write still stands.

Promise: what is taken for unchanged has been hashed, byte by byte, on both sides: each file that any stage reads, and each file that the
last build made. Anything else is left to the build itself, which finds each shot and each take in the store.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import sysconfig
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from animkit.campaign.project import PACKAGE, Project
from animkit.findings import Finding
from animkit.production.report import Made, Report, Work
from animkit.production.settings import Settings, out_folder, store_at
from animkit.store import Store, key_of, sha256_file

KIND = "whole-build"
READ_FROM = ("storyboards", "locale", "scenes", "assets")
"""The folders of a project, and of the library, that a build reads."""

WHATEVER = ("jobs", "why")
"""What of a build's settings changes nothing that it makes."""

TOOLS = ("mediaconch",)
"""Programs that a gate asks where they are installed."""


def standing(settings: Settings) -> Report | None:
    """The report of the build that stands already, or None where there is something to do."""
    began = time.monotonic()
    project = Project.holding(settings.storyboard)
    store = store_at(project, settings.store)
    if settings.only or not settings.storyboard.is_file() or not (store.root / "keys" / KIND).is_dir():
        return None
    key = everything_read(settings, project)
    entry = store.get(KIND, key) if key else None
    if entry is None or not _stand(entry.facts["outputs"]):
        return None
    report = _of_json(entry.facts["report"])
    why: dict[str, tuple[str, ...]] = dict.fromkeys(entry.facts["shots"], ()) if settings.why else {}
    return replace(report, took_seconds=time.monotonic() - began, why=why)


def remember(settings: Settings, key: str, report: Report, store: Store, shots: tuple[str, ...]) -> None:
    """Keep that the build whose ``key`` was worked out before it began ended in ``report``. One that a gate refused is built again."""
    if not key or settings.only or report.refused:
        return
    made = tuple(replace(one, changed=False) for one in report.made)
    findings = tuple(one for one in report.findings if one.code != "store")
    outputs = {str(path): sha256_file(path) for path in (*(one.path for one in made), *report.papers)}
    kept = replace(report, made=made, findings=findings, work=_nothing_done(report.work), why={})
    store.put(KIND, key, {}, {"report": _as_json(kept), "outputs": outputs, "shots": list(shots)})


def everything_read(settings: Settings, project: Project) -> str:
    """The hash of everything that a build reads: files, settings, the day, what is installed, where its results go.

    Nothing where a file cannot be read: whoever needs that file will say so.
    """
    try:
        files = {str(path): sha256_file(path) for path in _files(project)}
    except OSError:
        return ""
    asked = {name: value for name, value in asdict(settings).items() if name not in WHATEVER}
    return key_of(
        {
            "asked": {name: str(value) for name, value in asked.items()},
            "folder": str(out_folder(project, settings.storyboard, settings.out)),
            "files": files,
            "installed": sorted(_installed()),
            "tools": [shutil.which(tool) or "" for tool in TOOLS],
        }
    )


def _files(project: Project) -> Iterator[Path]:
    for folder in (*(root / name for root in project.roots() for name in READ_FROM), PACKAGE):
        for place, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name != "__pycache__" and not name.startswith("."))
            yield from (path for name in sorted(names) if (path := Path(place, name)).is_file())


def _installed() -> Iterator[str]:
    """Every distribution with its version, as its folder is named, and Python's own."""
    yield sys.version
    yield from (path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _stand(outputs: dict[str, str]) -> bool:
    return all(Path(path).is_file() and sha256_file(Path(path)) == digest for path, digest in outputs.items())


def _nothing_done(work: Work) -> Work:
    return replace(
        work,
        lines_from_store=work.lines_from_store + work.lines_spoken,
        lines_spoken=0,
        shots_from_store=work.shots_from_store + work.shots_drawn,
        shots_drawn=0,
        frames_drawn=0,
        sound_mixed=False,
    )


def _as_json(report: Report) -> dict[str, object]:
    values: dict[str, object] = json.loads(json.dumps(report.as_json(), default=str))
    return values


def _of_json(values: dict[str, object]) -> Report:
    told = dict(values)
    films, papers, findings = told.pop("films"), told.pop("papers"), told.pop("findings")
    assert isinstance(films, list)
    assert isinstance(papers, list)
    assert isinstance(findings, list)
    return Report(
        title=str(told["title"]),
        folder=Path(str(told["folder"])),
        film_seconds=float(str(told["film_seconds"])),
        took_seconds=0.0,
        made=tuple(Made(**{**one, "path": Path(one["path"])}) for one in films),
        papers=tuple(map(Path, papers)),
        work=Work(**_mapping(told["work"])),
        levels=_mapping(told["levels"]),
        voices=_mapping(told["voices"]),
        findings=tuple(map(Finding.from_json, findings)),
        log=Path(str(told["log"])),
    )


def _mapping(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
