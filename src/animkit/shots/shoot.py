"""Shots become clips: those in the store are taken from it, the rest are drawn, each in a bounded child, longest first.

Promise: the same clips whatever the number of jobs; a shot that fails does not stop the others, and what they made is kept; nothing
runs or lies about afterwards, however this ends.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from animkit.campaign.project import Project
from animkit.findings import ExitCode, Finding, Refused
from animkit.shots.dependencies import dependencies
from animkit.shots.ended import done_by
from animkit.shots.fingerprint import fingerprint
from animkit.shots.model import Acted, Clip, DrawnText, Piece, ShotTask
from animkit.shots.parallel import each
from animkit.shots.studio import Studio
from animkit.store import Entry, Store

Progress = Callable[[str, int, int], None]
"""Told the stage's name, the frames that are done and the frames in all; always from the thread that called `shoot`."""

KIND = "clip"
SECONDS_AT_LEAST = 60.0
SECONDS_A_FRAME = 1.0
"""The deadline of a shot: a hundred times what a busy frame takes at 1080p."""


def shoot(
    tasks: Sequence[ShotTask],
    *,
    project: Project,
    store: Store,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
    exact: bool = False,
    within: Studio | None = None,
) -> dict[str, Clip]:
    """The clip of each task by its shot, in the tasks' order; `Clip.from_store` tells which were drawn already.

    ``jobs`` children draw at once, ``within`` a studio that is open already; ``exact`` has manim's own camera draw. Refused with every
    finding of every shot that cannot be drawn.
    """
    keys = keys_of(tasks, project, exact=exact)
    clips: dict[str, Clip] = {}
    for task in tasks:
        entry = store.get(KIND, keys[task.shot])
        if entry is not None:
            clips[task.shot] = replace(clip_of(task, entry), from_store=True)
    missing = sorted((task for task in tasks if task.shot not in clips), key=lambda task: (-length(task), task.shot))
    total, done = sum(map(length, tasks)), sum(length(task) for task in tasks if task.shot in clips)
    progress("shots", done, total)
    if missing:
        with nullcontext(within) if within else open_studio(store) as opened:

            def draw(task: ShotTask) -> Clip:
                return draw_one(task, keys[task.shot], opened, project, store, exact=exact)

            for task, clip in each(draw, missing, min(jobs, len(missing))):
                clips[task.shot] = clip
                done += length(task)
                progress("shots", done, total)
    return {task.shot: clips[task.shot] for task in tasks}


def open_studio(store: Store) -> Studio:
    """A studio that works beside the store, so that what it makes is on the same disk."""
    return Studio(store.root / "tmp" / "shots")


def keys_of(tasks: Sequence[ShotTask], project: Project, *, exact: bool = False) -> dict[str, str]:
    """The fingerprint of each task by its shot. Refused with one finding for each shot whose scene has no file."""
    lacking = [task for task in tasks if project.scene(task.scene) is None]
    if lacking:
        raise Refused(*(Finding("unknown-scene", f"there is no scene '{task.scene}'", shot=task.shot) for task in lacking))
    known = dependencies(project, {task.scene for task in tasks})
    return {task.shot: fingerprint(task, known[task.scene], exact=exact) for task in tasks}


def length(task: ShotTask) -> int:
    """All frames of a shot, handles included."""
    return task.handle_in + task.frames + task.handle_out


def draw_one(task: ShotTask, key: str, opened: Studio, project: Project, store: Store, *, exact: bool) -> Clip:
    """Draw a shot in a child and keep its clip. Refused if it cannot be drawn."""
    job = {"action": "shoot", "task": task.as_json(), "exact": exact, "scenes_folders": scenes_folders(project)}
    folder, ended = opened.run(job, SECONDS_AT_LEAST + SECONDS_A_FRAME * length(task))
    facts = done_by(ended, task.shot, project)
    try:
        entry = store.put(KIND, key, {role: folder / f"{role}.mp4" for role in facts["pieces"]}, facts)
    except OSError as error:
        raise Refused(
            Finding("not-kept", f"the clip could not be stored: {error}", shot=task.shot, exit_code=ExitCode.ENVIRONMENT)
        ) from error
    shutil.rmtree(folder)
    return clip_of(task, entry)


def scenes_folders(project: Project) -> list[str]:
    """The folders that hold scenes, the project's own first."""
    return [str(root / "scenes") for root in project.roots()]


def clip_of(task: ShotTask, entry: Entry) -> Clip:
    """The clip that the store holds under a task's key."""
    facts: Mapping[str, Any] = entry.facts
    return Clip(
        shot=task.shot,
        key=entry.key,
        pieces=tuple(
            Piece(role=role, path=entry.files[role], sha256=entry.hashes[role], frames=facts["pieces"][role]["frames"])
            for role in ("head", "body", "tail")
            if role in entry.files
        ),
        texts=tuple(DrawnText(**{**row, "box_px": tuple(row["box_px"])}) for row in facts["texts"]),
        acts=tuple(Acted(**row) for row in facts["acts"]),
        notes=tuple(Finding.from_json(row) for row in facts["notes"]),
        frames_drawn=facts["frames_drawn"],
        parameters_sha256=facts["parameters_sha256"],
    )
