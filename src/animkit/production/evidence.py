"""What the gate is given: of a film that is being built, from what the build holds; of a finished one, from what lies in its folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from animkit import campaign
from animkit.campaign import Campaign
from animkit.campaign.project import Project, library_root
from animkit.captions.cue import cues
from animkit.film.deliverables import DELIVERABLES
from animkit.film.manifest import MANIFEST
from animkit.film.probe import probe
from animkit.film.quiet import quiet_lines
from animkit.film.soundtrack import SoundTrack
from animkit.findings import Finding, Place, Refused
from animkit.gate.evidence import Evidence, File
from animkit.narration.lines import spoken_lines
from animkit.narration.shelf import human_lines
from animkit.production import pictures
from animkit.production.prepare import Prepared, read_and_check
from animkit.production.settings import Settings, store_at
from animkit.production.sound import kept_sound
from animkit.shots.model import Clip, ShotTask
from animkit.shots.shoot import clip_of, keys_of
from animkit.store import Store, sha256_file
from animkit.timing import files
from animkit.timing.timeline import Timeline

KIND = "clip"


def of_file(path: Path, *, today: date, jobs: int, release: bool = False) -> Evidence:
    """A bare film file, judged by this project's profile and nothing else."""
    shared = campaign.load(Project(Path.cwd().resolve(), library_root().resolve()))
    facts = probe(path)
    size = facts.picture.width_px, facts.picture.height_px
    file = File(path=path, name="file", size_px=size, captions=False, chapters=False)
    return Evidence(
        film=path,
        name=path.stem,
        title=facts.title or path.stem,
        language="und",
        profile=shared.profile,
        today=today,
        files=(file,),
        jobs=jobs,
        release=release,
    )


def of_folder(folder: Path, *, store_root: Path | None, today: date, jobs: int, release: bool = False) -> Evidence:
    """A finished build, as its folder, its storyboard and the store still tell it. Refused where the folder is no build."""
    manifest = _manifest(folder)
    name = str(manifest["film"])
    project = _project(folder, name)
    shared = campaign.load(project)
    timeline = files.from_text((folder / "timeline.json").read_text(encoding="utf-8"), "timeline.json")
    store = store_at(project, store_root)
    prepared = _prepared(project, name, manifest, store, today)
    evidence = Evidence(
        film=_watched(folder, name),
        name=name,
        title=str(manifest["title"]),
        language=str(manifest["language"]),
        profile=shared.profile,
        today=today,
        files=_files(folder, name),
        timeline=timeline,
        papers=_papers(folder, manifest),
        noted=tuple(Finding.from_json(found) for found in manifest["findings"]),
        descriptions_spoken=any(f"{name}-{version}.mp4" in manifest["outputs"] for version in ("described", "extended")),
        store=store,
        jobs=jobs,
        release=release,
    )
    if prepared is None:
        return evidence
    whole = with_storyboard(evidence, prepared, timeline, _clips(timeline, manifest, store), _sound(prepared, timeline, store))
    return whole if _still_drawn_so(whole, manifest) else replace(whole, tasks=None)


def of_build(
    prepared: Prepared, timeline: Timeline, clips: Mapping[str, Clip], sound: SoundTrack, settings: Settings, store: Store
) -> Evidence:
    """A film that is being built: everything but its files, which are not there yet."""
    evidence = Evidence(
        film=Path(),
        name=prepared.name,
        title=prepared.storyboard.title,
        language=prepared.storyboard.language,
        profile=prepared.campaign.profile,
        today=settings.today,
        timeline=timeline,
        store=store,
        jobs=settings.jobs,
        release=settings.release,
    )
    return with_storyboard(evidence, prepared, timeline, clips, sound)


def with_storyboard(
    evidence: Evidence, prepared: Prepared, timeline: Timeline, clips: Mapping[str, Clip] | None, sound: SoundTrack | None
) -> Evidence:
    """The evidence with all that a storyboard, the clips' logs and the stems add to it."""
    board, shared = prepared.storyboard, prepared.campaign
    return replace(
        evidence,
        cues=cues(timeline, shared.profile, board.band),
        storyboard=board,
        campaign=shared,
        marks=prepared.marks,
        project=prepared.project,
        tasks=_tasks(prepared, timeline),
        clips=clips,
        sound_track=sound,
        recorded=frozenset(human_lines(spoken_lines(board, shared), prepared.project, prepared.name)),
    )


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest: Mapping[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as problem:
        mend = "build it, or give the path of a film file"
        raise Refused(Finding("no-build", f"{folder} holds no finished build: {problem}", mend=mend, place=Place(str(folder)))) from None
    return manifest


def _project(folder: Path, name: str) -> Project:
    """The project that the build belongs to: the one around its folder, or else the one worked in."""
    library = library_root().resolve()
    roots = [folder.resolve().parent.parent, Path.cwd().resolve()]
    return Project(next((root for root in roots if (root / "storyboards" / f"{name}.yaml").is_file()), roots[-1]), library)


def _prepared(project: Project, name: str, manifest: Mapping[str, Any], store: Store, today: date) -> Prepared | None:
    """The storyboard, if it is still the one that the film was made from."""
    path = project.root / "storyboards" / f"{name}.yaml"
    known = [sha for shown, sha in manifest["inputs"].items() if Path(shown).name == path.name]
    if not path.is_file() or sha256_file(path) not in known:
        return None
    prepared, _ = read_and_check(path, store, today)
    return prepared


def _files(folder: Path, name: str) -> tuple[File, ...]:
    found = []
    for spec in DELIVERABLES.values():
        path = folder / spec.file_name(name)
        if path.is_file():
            facts = probe(path).picture
            found.append(File(path=path, name=spec.name, size_px=(facts.width_px, facts.height_px), captions=spec.caption_track))
    return tuple(found)


def _watched(folder: Path, name: str) -> Path:
    """The web film, or whichever film of the build there is. Refused where there is none."""
    found = [path for spec in DELIVERABLES.values() if (path := folder / spec.file_name(name)).is_file()]
    if not found:
        what = f"{folder} holds no film of '{name}'"
        raise Refused(Finding("no-film", what, mend="build it again", place=Place(str(folder))))
    return found[0]


def _papers(folder: Path, manifest: Mapping[str, Any]) -> dict[str, Path]:
    return {name: folder / name for name in manifest["outputs"] if not name.endswith(".mp4")}


def _clips(timeline: Timeline, manifest: Mapping[str, Any], store: Store) -> dict[str, Clip] | None:
    clips = {}
    for slot in timeline.slots:
        entry = store.get(KIND, str(manifest["clips"].get(slot.shot, "")))
        if entry is None:
            return None
        task = ShotTask(shot=slot.shot, scene="", params={}, frames=slot.frames, fps=timeline.fps, width_px=0, height_px=0)
        clips[slot.shot] = clip_of(task, entry)
    return clips


def _sound(prepared: Prepared, timeline: Timeline, store: Store) -> SoundTrack | None:
    shared: Campaign = prepared.campaign
    quiet = quiet_lines(timeline, (route.value for route in shared.help_routes))
    return kept_sound(prepared, timeline, store, quiet)


def _still_drawn_so(evidence: Evidence, manifest: Mapping[str, Any]) -> bool:
    """Whether the scenes, drawn again, would be those of the film: nothing that they are made of has changed since."""
    assert evidence.tasks is not None
    assert evidence.project is not None
    picture = evidence.facts.picture
    tasks = [replace(task, width_px=picture.width_px, height_px=picture.height_px) for task in evidence.tasks]
    return dict(keys_of(tasks, evidence.project)) == dict(manifest["clips"])


def _tasks(prepared: Prepared, timeline: Timeline) -> tuple[ShotTask, ...]:
    return pictures.tasks_of(prepared, timeline, pictures.size_of(prepared, draft=False))
