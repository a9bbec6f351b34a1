"""Runs the stages in order, one function for each command. The only package that knows the whole way.

In: what a command was asked for. Out: the films, papers and answers. Each function imports its stages when it is called, so that a
command loads no more than it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from animkit.findings import Finding
from animkit.production.settings import Progress, Settings, in_silence

if TYPE_CHECKING:
    from animkit.production.bundling import PackReport
    from animkit.production.gating import Judged
    from animkit.production.keeping import StoreSize, Verified
    from animkit.production.prepare import Checked, Prepared
    from animkit.production.report import Report
    from animkit.production.timetable import Sheet
    from animkit.production.voices import Spoken
    from animkit.store import Store
    from animkit.timing.timeline import Timeline

__all__ = [
    "Settings",
    "animatic",
    "build",
    "cast_sheet",
    "check",
    "exposure_sheet",
    "judge_film",
    "lock_picture",
    "narrate",
    "pack",
    "panels",
    "schema",
    "store_size",
    "unlock_picture",
    "verify",
    "write_starter",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """What ``animkit panels`` answers."""

    sheet: Path
    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many panels there are."""
        return len(self.paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class Animatic:
    """What ``animkit animatic`` answers."""

    path: Path
    seconds: float
    findings: tuple[Finding, ...]


def write_starter(folder: Path, name: str, band: Any, *, today: date) -> Path:
    """Write a storyboard to start from, and the schema beside it. Refused if there is one of that name already."""
    from animkit.findings import Place, Refused
    from animkit.store import write_whole
    from animkit.storyboard.starter import starter

    path = folder / "storyboards" / f"{name}.yaml"
    text = starter(name, band, today=today)
    if path.exists():
        mend = "choose another name, or remove it yourself"
        place = Place(str(path.relative_to(folder)))
        raise Refused(Finding("already-there", f"there is a storyboard '{name}' already", mend=mend, place=place))
    write_whole(path, text.encode())
    beside = path.with_name("storyboard.schema.json")
    write_whole(beside, _as_text(schema(folder)).encode())
    return path.relative_to(folder)


def check(storyboard: Path, *, store_root: Path | None, today: date, release: bool = False) -> Checked:
    """Everything that is wrong with a storyboard."""
    from animkit.production.prepare import check as answer

    return answer(storyboard, _store(storyboard, store_root), today, release=release)


def schema(folder: Path, *, store_root: Path | None = None) -> dict[str, Any]:
    """The JSON Schema of the storyboards of the project in ``folder``, with its scenes, people, sounds and all else that has a name."""
    from animkit.campaign.load import load
    from animkit.campaign.project import Project, library_root
    from animkit.production.names import names_in
    from animkit.production.settings import store_at
    from animkit.shots.schemas import scene_schemas
    from animkit.storyboard.schema import storyboard_schema

    project = Project(folder.resolve(), library_root().resolve())
    shared = load(project)
    scenes = scene_schemas(project, store_at(project, store_root))
    return storyboard_schema(scenes, campaign=shared, names=names_in(project, shared))


def narrate(
    storyboard: Path, *, store_root: Path | None, draft: bool, commit: bool, descriptions: bool = False, progress: Progress = in_silence
) -> Spoken:
    """The take of every line, or of every description."""
    from animkit.production.voices import speak

    prepared, store = _prepared(storyboard, store_root)
    with store.in_use():
        return speak(prepared, store, draft=draft, commit=commit, descriptions=descriptions, progress=progress)


def exposure_sheet(storyboard: Path, *, store_root: Path | None, draft: bool, html: Path | None, progress: Progress = in_silence) -> Sheet:
    """The exposure sheet."""
    from animkit.production.timetable import sheet

    prepared, store = _prepared(storyboard, store_root)
    timeline, findings = _timed(prepared, store, draft=draft, progress=progress)
    return sheet(prepared, timeline, findings, html)


def lock_picture(storyboard: Path, *, store_root: Path | None, progress: Progress = in_silence) -> Path:
    """Lock the picture as it is timed now."""
    from animkit.production.timetable import write_lock

    prepared, store = _prepared(storyboard, store_root)
    timeline, _ = _timed(prepared, store, draft=False, progress=progress)
    return write_lock(prepared, timeline)


def unlock_picture(storyboard: Path) -> Path | None:
    """Remove the picture lock; None if there was none."""
    from animkit.production.timetable import remove_lock

    return remove_lock(storyboard)


def cast_sheet(folder: Path, out: Path) -> Path:
    """Draw everyone in all moods."""
    from animkit.campaign.project import Project, library_root
    from animkit.production.settings import store_at
    from animkit.production.stills import draw_cast

    project = Project(folder.resolve(), library_root().resolve())
    return draw_cast(project, store_at(project, None), out)


def panels(
    storyboard: Path,
    *,
    moments: int,
    only: Sequence[str],
    out: Path | None,
    store_root: Path | None,
    jobs: int,
    draft: bool,
    progress: Progress = in_silence,
) -> Panels:
    """Stills of every shot, and a contact sheet."""
    from animkit.production.pictures import require_shots
    from animkit.production.settings import out_folder
    from animkit.production.stills import contact_sheets

    prepared, store = _prepared(storyboard, store_root)
    require_shots(prepared, only)
    timeline, findings = _timed(prepared, store, draft=draft, progress=progress)
    folder = out_folder(prepared.project, storyboard, out)
    sheet, paths = contact_sheets(prepared, timeline, store, folder, moments=moments, only=only, jobs=jobs, draft=draft, progress=progress)
    return Panels(sheet=sheet, paths=paths, findings=findings)


def animatic(
    storyboard: Path, *, out: Path | None, store_root: Path | None, jobs: int, draft: bool, progress: Progress = in_silence
) -> Animatic:
    """Panels held for their slots, with the film's sound."""
    from animkit.production.settings import out_folder
    from animkit.production.stills import make_animatic
    from animkit.production.voices import voices

    prepared, store = _prepared(storyboard, store_root)
    with store.in_use():
        narration = voices(prepared, store, draft=draft, progress=progress)
        folder = out_folder(prepared.project, storyboard, out)
        path, timeline, findings = make_animatic(prepared, narration, store, folder, jobs=jobs, progress=progress)
    return Animatic(path=path, seconds=timeline.frames / timeline.fps, findings=findings)


def build(settings: Settings, progress: Progress = in_silence) -> Report:
    """The film and its papers; at once, where everything is as it was."""
    from animkit.production.unchanged import standing

    report = standing(settings)
    if report is not None:
        return report
    from animkit.production.filming import build as make

    return make(settings, progress)


def pack(settings: Settings, progress: Progress = in_silence) -> PackReport:
    """The film, and the pack around it."""
    from animkit.production.bundling import pack as make

    return make(settings, progress)


def judge_film(
    target: Path,
    *,
    store_root: Path | None,
    out: Path | None,
    today: date,
    jobs: int,
    release: bool = False,
    progress: Progress = in_silence,
) -> Judged:
    """A finished build, or a film file, judged by the gate."""
    from animkit.production.gating import judge_film as answer

    return answer(target, store_root=store_root, out=out, today=today, jobs=jobs, release=release, progress=progress)


def verify(folder: Path) -> Verified:
    """A build against its manifest."""
    from animkit.production.keeping import verified

    return verified(folder)


def store_size(root: Path | None, *, prune_days: int | None = None) -> StoreSize:
    """The size of the store of the project in the working folder, pruned if asked."""
    from animkit.production.keeping import store_size as answer
    from animkit.store import Store

    return answer(Store((root or Path(".animkit")).resolve()), prune_days=prune_days)


def _store(storyboard: Path, root: Path | None) -> Store:
    from animkit.campaign.project import Project
    from animkit.production.settings import store_at

    return store_at(Project.holding(storyboard), root)


def _prepared(storyboard: Path, root: Path | None) -> tuple[Prepared, Store]:
    from animkit.production.prepare import prepare

    store = _store(storyboard, root)
    return prepare(storyboard, store, date.today()), store


def _timed(prepared: Prepared, store: Store, *, draft: bool, progress: Progress) -> tuple[Timeline, tuple[Finding, ...]]:
    from animkit.production.timetable import timetable
    from animkit.production.voices import voices

    with store.in_use():
        narration = voices(prepared, store, draft=draft, progress=progress)
    timeline, findings = timetable(prepared, narration)
    return timeline, (*prepared.findings, *narration.findings, *findings)


def _as_text(value: Any) -> str:
    import json

    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
