"""The whole way, in order: storyboard, voices, timing, captions, shots, sound, films, papers, manifest."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from animkit.campaign.project import Project
from animkit.captions.check import check as check_captions
from animkit.captions.cue import Cue, cues
from animkit.film.deliver import pending
from animkit.film.deliverables import DELIVERABLES, Deliverable
from animkit.film.films import Master, Workshop, bind
from animkit.findings import ExitCode, Finding, Refused, Severity, errors
from animkit.narration.session import Narration
from animkit.packs.pages.faces import kept_in
from animkit.production import pictures
from animkit.production.describing import Versioned, Versions
from animkit.production.descriptions import require_descriptions
from animkit.production.evidence import of_build
from animkit.production.finishing import finish
from animkit.production.inputs import changed_since
from animkit.production.logbook import Logbook
from animkit.production.manifest import write_manifest
from animkit.production.prepare import Prepared, at_their_lines, located, prepare
from animkit.production.report import Made, Report, Work
from animkit.production.settings import Progress, Settings, in_silence, out_folder, require_rights, store_at
from animkit.production.sound import film_sound
from animkit.production.timetable import timetable
from animkit.production.unchanged import everything_read, remember
from animkit.production.voices import voices
from animkit.shots.model import Clip
from animkit.shots.shoot import shoot
from animkit.shots.workroom import sweep_all
from animkit.store import Store
from animkit.storyboard.near import choose
from animkit.timing.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Shooting:
    """A film on its way: everything up to its clips."""

    prepared: Prepared
    narration: Narration
    timeline: Timeline
    cues: tuple[Cue, ...]
    size: tuple[int, int]
    clips: Mapping[str, Clip]
    findings: tuple[Finding, ...]


def build(settings: Settings, progress: Progress = in_silence) -> Report:
    """Make the film of a storyboard. Refused, with nothing at the films' names, if any stage finds an error."""
    began = time.monotonic()
    project = Project.holding(settings.storyboard)
    store = store_at(project, settings.store)
    folder = out_folder(project, settings.storyboard, settings.out)
    require_rights(store.root, folder)
    key = everything_read(settings, project)
    with store.in_use(), kept_in(store), Logbook(store.root, settings, progress) as log:
        sweep_all(store.root / "tmp")
        done = _shoot(settings, store, log)
        report = _single_shots(done, folder, log.path) if settings.only else _films(settings, done, store, folder, log)
        why = {shot: clip.why for shot, clip in done.clips.items()} if settings.why else {}
        found = (*report.findings, *_meanwhile(done), *_of_the_store(store))  # Not in the manifest: equal films have equal ones.
        report = replace(report, took_seconds=time.monotonic() - began, findings=found, why=why)
        remember(settings, key, report, store, tuple(done.clips))
        log.end(report.as_text())
    return report


def _shoot(settings: Settings, store: Store, log: Logbook) -> Shooting:
    prepared = prepare(settings.storyboard, store, settings.today, release=settings.release)
    _wanted(prepared, settings.deliverables)
    pictures.require_shots(prepared, settings.only)
    narration = voices(prepared, store, draft=settings.draft, progress=log)
    timeline, timed = timetable(prepared, narration)
    captions, captioned = _captions(prepared, timeline)
    size = pictures.size_of(prepared, draft=settings.draft)
    tasks = pictures.tasks_of(prepared, timeline, size, settings.only)
    with at_their_lines(prepared):
        clips = shoot(
            tasks,
            project=prepared.project,
            store=store,
            jobs=settings.jobs,
            progress=log,
            exact=settings.exact_manim,
            film=prepared.name,
        )
    notes = located((note for clip in clips.values() for note in clip.notes), prepared)
    return Shooting(
        prepared=prepared,
        narration=narration,
        timeline=timeline,
        cues=captions,
        size=size,
        clips=clips,
        findings=(*prepared.findings, *narration.findings, *timed, *captioned, *notes),
    )


def _films(settings: Settings, done: Shooting, store: Store, folder: Path, log: Logbook) -> Report:
    prepared = done.prepared
    workshop = Workshop(store=store, jobs=settings.jobs, progress=log)
    sound, mixed = film_sound(prepared, done.timeline, done.narration, store)
    width_px, height_px = done.size
    master = Master(
        title=prepared.storyboard.title,
        language=prepared.storyboard.language,
        timeline=done.timeline,
        picture=bind(done.timeline, done.clips, workshop, width_px=width_px, height_px=height_px),
        sound=sound.path,
        cues=done.cues,
        draw=pictures.caption_drawer(prepared),
        width_px=width_px,
        height_px=height_px,
    )
    versions = Versions(
        prepared=prepared,
        narration=done.narration,
        film=Versioned(master=master, sound=sound),
        workshop=workshop,
        draft=settings.draft,
        progress=log,
    )
    known = (*done.findings, *sound.findings)
    evidence = of_build(prepared, done.timeline, done.clips, sound, settings, store)
    wanted = tuple(spec for spec in _wanted(prepared, settings.deliverables) if versions.tells(spec.version))
    finished = finish(settings, wanted, versions, prepared, evidence, folder, known)
    findings = (*known, *finished.findings)
    levels = {name: getattr(sound, name) for name in ("loudness_lufs", "true_peak_dbtp", "range_lu", "over_bed_lu")}
    papers = (*finished.papers, write_manifest(prepared, done.timeline, done.clips, sound, finished, findings))
    return replace(_report(done, folder, log.path, finished.made, papers, levels, mixed, findings), voices=dict(versions.voices))


def _single_shots(done: Shooting, folder: Path, log: Path) -> Report:
    """The clips of some shots, each at shots/ID.mp4, and never the film."""
    made = []
    for shot, clip in done.clips.items():
        body = next(piece for piece in clip.pieces if piece.role == "body")
        with pending(folder / "shots" / f"{shot}.mp4", _copier(body.path)) as file:
            changed = file.accept()
        made.append(Made(name=shot, path=file.final, purpose="one shot's clean clip", changed=changed))
    return _report(done, folder, log, made, (), {}, False, done.findings)


def _copier(source: Path) -> Any:
    return lambda part: part.write_bytes(source.read_bytes()) and None


def _wanted(prepared: Prepared, asked: Sequence[str]) -> tuple[Deliverable, ...]:
    """The deliverables that are asked for, else those that the storyboard lists. Refused where there is none of that name."""
    names = tuple(asked) or prepared.storyboard.deliverables
    unknown = [name for name in names if name not in DELIVERABLES]
    if unknown:
        raise Refused(
            *(Finding("unknown-deliverable", f"there is no deliverable '{name}'", mend=choose(name, DELIVERABLES)) for name in unknown)
        )
    found = tuple(DELIVERABLES[name] for name in names)
    if any(spec.version != "film" for spec in found):
        require_descriptions(prepared)
    return found


def _captions(prepared: Prepared, timeline: Timeline) -> tuple[tuple[Cue, ...], tuple[Finding, ...]]:
    """The film's cues, which keep the rules of captions. Refused where they do not."""
    profile, band = prepared.campaign.profile, prepared.storyboard.band
    made = cues(timeline, profile, band)
    found = check_captions(made, profile, band, fps=timeline.fps, timeline=timeline)
    if errors(found):
        raise Refused(*prepared.findings, *found)
    return made, tuple(found)


def _report(
    done: Shooting,
    folder: Path,
    log: Path,
    made: Sequence[Made],
    papers: tuple[Path, ...],
    levels: dict[str, Any],
    mixed: bool,
    findings: tuple[Finding, ...],
) -> Report:
    frames = sum(done.timeline.slot(shot).frames for shot in done.clips)
    return Report(
        title=done.prepared.storyboard.title,
        folder=folder,
        film_seconds=frames / done.timeline.fps,
        took_seconds=0.0,
        made=tuple(made),
        papers=papers,
        work=_work(done, mixed),
        levels=levels,
        voices=dict(Counter(take.source.split("@")[0] for take in done.narration.takes.values())),
        findings=findings,
        log=log,
    )


def _work(done: Shooting, mixed: bool) -> Work:
    narration = done.narration
    drawn = [clip for clip in done.clips.values() if not clip.from_store]
    return Work(
        lines_recorded=narration.recorded,
        lines_from_store=narration.from_store,
        lines_spoken=narration.spoken,
        shots_from_store=len(done.clips) - len(drawn),
        shots_drawn=len(drawn),
        frames_drawn=sum(clip.frames_drawn for clip in drawn),
        sound_mixed=mixed,
    )


def _meanwhile(done: Shooting) -> tuple[Finding, ...]:
    return changed_since(done.prepared.inputs, done.prepared.path, done.prepared.storyboard, done.prepared.project)


def _of_the_store(store: Store) -> tuple[Finding, ...]:
    return tuple(Finding("store", note, severity=Severity.WARNING, exit_code=ExitCode.OK) for note in store.notes)
