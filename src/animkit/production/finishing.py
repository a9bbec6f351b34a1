"""The end of a build: every film file is written and proved, all of it is judged together, and then named, or set aside with its report.

Promise: a name in the build's folder shows the last film that nothing refused, with its own papers; a refused one lies whole in refused/.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from animkit.film.deliver import REFUSED
from animkit.film.deliverables import Deliverable
from animkit.film.films import Workshop, Written, plan_for, size_of, write
from animkit.findings import Finding, errors
from animkit.gate import Evidence, Verdict, judge
from animkit.gate.evidence import File
from animkit.production.describing import Versions
from animkit.production.gating import told_once, write_report
from animkit.production.papers import write_papers
from animkit.production.prepare import Prepared
from animkit.production.report import Made
from animkit.production.settings import Settings
from animkit.shots.workroom import workroom
from animkit.store import write_whole

OF_FILES = ("delivery", "weight", "mediaconch")
"""What can be asked of a build that makes no file of the film itself, only of its extended version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A build's files: the films, the papers beside them, what was found of them, and where they lie."""

    made: tuple[Made, ...]
    papers: tuple[Path, ...]
    findings: tuple[Finding, ...]
    folder: Path
    refused: bool


def finish(
    settings: Settings,
    specs: Sequence[Deliverable],
    versions: Versions,
    prepared: Prepared,
    evidence: Evidence,
    folder: Path,
    known: tuple[Finding, ...],
) -> Finished:
    """Write, judge and name every deliverable. ``evidence`` lacks only the files; ``known`` was found before them."""
    workshop = versions.workshop
    with ExitStack() as open_files:
        stage = open_files.enter_context(workroom(workshop.store.root / "tmp" / "papers"))
        written = []
        for spec in specs:
            one = _written(spec, versions, prepared, workshop, folder)
            open_files.enter_context(one.file)
            written.append((spec, one))
        papers = write_papers(prepared, versions, stage, [spec.name for spec in specs])
        found = _found(written, versions)
        whole = _whole(evidence, written, papers, prepared, (*known, *found))
        only = () if any(spec.version == "film" for spec in specs) else OF_FILES
        verdict = judge(whole, cheap=settings.draft, only=only, progress=workshop.progress or _quietly)
        refused = not settings.draft and (verdict.refused or bool(errors((*known, *found))))
        place = folder / REFUSED if refused else folder
        reports = write_report(verdict, whole, place, "draft" if settings.draft else "refused" if refused else "released")
        made = tuple(_named(spec, one, refused=refused) for spec, one in written)
        laid = _laid(papers, place)
    if not refused:
        shutil.rmtree(folder / REFUSED, ignore_errors=True)
    return Finished(
        made=made, papers=(*laid, *reports), findings=(*found, *_of_the_gate(verdict, (*known, *found))), folder=place, refused=refused
    )


def _written(spec: Deliverable, versions: Versions, prepared: Prepared, workshop: Workshop, folder: Path) -> Written:
    profile, master = prepared.campaign.profile, versions.of(spec.version).master
    plan = plan_for(master, spec, profile, workshop)
    return write(plan, folder / spec.file_name(prepared.name), profile, size_px=size_of(master, spec, profile), store=workshop.store)


def _found(written: Sequence[tuple[Deliverable, Written]], versions: Versions) -> tuple[Finding, ...]:
    """What the files miss, and what the sound of the described versions does."""
    others = dict.fromkeys(spec.version for spec, _ in written if spec.version != "film")
    heard = [finding for version in others for finding in versions.of(version).sound.findings]
    return (*heard, *(finding for _, one in written for finding in one.findings), *versions.findings)


def _whole(
    evidence: Evidence,
    written: Sequence[tuple[Deliverable, Written]],
    papers: Sequence[Path],
    prepared: Prepared,
    noted: tuple[Finding, ...],
) -> Evidence:
    """The evidence with the files that wait for their names. The web film is watched, or the first that has the film's own picture."""
    watched = next((one for spec, one in sorted(written, key=_watched_first) if spec.version == "film"), written[0][1])
    return replace(
        evidence,
        film=watched.file.part,
        files=tuple(_file(spec, one, prepared) for spec, one in written),
        papers={path.name: path for path in papers},
        noted=noted,
        descriptions_spoken=any(spec.version != "film" for spec, _ in written),
    )


def _watched_first(item: tuple[Deliverable, Written]) -> bool:
    return item[0].name != "web"


def _file(spec: Deliverable, one: Written, prepared: Prepared) -> File:
    picture = one.facts.picture
    size = picture.width_px, picture.height_px
    return File(path=one.file.part, name=spec.name, size_px=size, captions=spec.caption_track, final=spec.file_name(prepared.name))


def _named(spec: Deliverable, one: Written, *, refused: bool) -> Made:
    if refused:
        return Made(name=spec.name, path=one.file.refuse(), purpose=spec.purpose, refused=True)
    changed = one.file.accept()
    return Made(name=spec.name, path=one.file.final, purpose=spec.purpose, changed=changed)


def _laid(papers: Sequence[Path], place: Path) -> tuple[Path, ...]:
    """The papers, moved whole from where they were judged to where they stay."""
    for path in papers:
        write_whole(place / path.name, path.read_bytes())
    return tuple(place / path.name for path in papers)


def _of_the_gate(verdict: Verdict, known: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return told_once(verdict.findings, known)


def _quietly(stage: str, done: int, total: int) -> None:
    del stage, done, total
