"""Shots become clips: those in the store are taken from it, the rest are drawn, each in a bounded child, longest first.

Promise: the same clips whatever the number of jobs; a shot that fails does not stop the others, and what they made is kept; nothing
runs or lies about afterwards, however this ends.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from animkit.campaign.project import Project
from animkit.findings import ExitCode, Finding, Refused
from animkit.shots import costs
from animkit.shots.dependencies import changed_since, dependencies
from animkit.shots.ended import done_by
from animkit.shots.fingerprint import ingredients
from animkit.shots.model import Acted, Clip, DrawnText, Piece, ShotTask
from animkit.shots.parallel import each
from animkit.shots.studio import Studio
from animkit.shots.why import reasons
from animkit.store import Entry, Store, key_of

Progress = Callable[[str, int, int], None]
"""Told the stage's name, the frames that are done and the frames in all; always from the thread that called `shoot`."""

KIND, LAST_DRAWN = "clip", "last-drawn"
SECONDS_AT_LEAST = 60.0
SECONDS_A_FRAME = 1.0
"""The deadline of a shot: a hundred times what a busy frame takes at 1080p."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shot as it was drawn, not kept yet: its pieces by role in a ``folder`` of their own, what is known of them, what it took."""

    folder: Path
    facts: Mapping[str, Any]
    took_ms: float


Draw = Callable[[ShotTask], Drawn]
"""Where shots are drawn: in a studio of this machine, or on a cluster. Refused if one cannot be drawn."""


def shoot(
    tasks: Sequence[ShotTask],
    *,
    project: Project,
    store: Store,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
    exact: bool = False,
    within: Studio | None = None,
    draw: Draw | None = None,
    film: str = "",
) -> dict[str, Clip]:
    """The clip of each task by its shot, in the tasks' order; `Clip.from_store` tells which were drawn already, `Clip.why` why not.

    ``jobs`` are drawn at once, ``within`` a studio that is open already, or wherever ``draw`` has them drawn; ``exact`` has manim's own
    camera draw. ``film`` keeps apart what is remembered of films with shots of the same name. Refused with every finding of every shot
    that cannot be drawn.
    """
    made_of = ingredients_of(tasks, project, exact=exact)
    keys = {shot: key_of(values) for shot, values in made_of.items()}
    clips: dict[str, Clip] = {}
    for task in tasks:
        entry = store.get(KIND, keys[task.shot])
        if entry is not None:
            clips[task.shot] = replace(clip_of(task, entry), from_store=True)
    missing = [task for task in tasks if task.shot not in clips]
    total, done = sum(map(length, tasks)), sum(length(task) for task in tasks if task.shot in clips)
    progress("shots", done, total)
    if missing:
        size = (missing[0].width_px, missing[0].height_px)
        learning = costs.known(store, size)
        order = sorted(missing, key=lambda task: (-costs.estimate(task, learning), task.shot))
        with _drawing(draw, within, project, store, exact=exact) as draw_it:

            def make(task: ShotTask) -> tuple[Clip, float]:
                drawn = draw_it(task)
                _require_unchanged(task, project, made_of[task.shot])
                why = reasons(_last_drawn(store, film, task), made_of[task.shot])
                clip = replace(keep(task, keys[task.shot], drawn, store), why=why)
                _remember_drawn(store, film, task, made_of[task.shot])
                return clip, drawn.took_ms

            try:
                for task, (clip, took_ms) in each(make, order, min(jobs, len(order))):
                    clips[task.shot] = clip
                    learning = costs.learnt(learning, task, took_ms)
                    done += length(task)
                    progress("shots", done, total)
            finally:
                costs.remember(store, size, learning)
    return {task.shot: clips[task.shot] for task in tasks}


def _require_unchanged(task: ShotTask, project: Project, made_of: Mapping[str, Any]) -> None:
    """Refused where code was saved since the shot's key was made: what was drawn may not be what the key says, and is not kept."""
    changed = changed_since(project, made_of["sources"])
    if changed:
        what = f"{changed} was saved while the shot was drawn"
        mend = "run the same command again: it draws this shot anew"
        raise Refused(Finding("changed-meanwhile", what, mend=mend, shot=task.shot, exit_code=ExitCode.RENDER_FAILED))


@contextmanager
def _drawing(draw: Draw | None, within: Studio | None, project: Project, store: Store, *, exact: bool) -> Iterator[Draw]:
    if draw is not None:
        yield draw
        return
    with nullcontext(within) if within else open_studio(store) as opened:
        yield lambda task: draw_in(opened, task, project, exact=exact)


def open_studio(store: Store) -> Studio:
    """A studio that works beside the store, so that what it makes is on the same disk."""
    return Studio(store.root / "tmp" / "shots")


def keys_of(tasks: Sequence[ShotTask], project: Project, *, exact: bool = False) -> dict[str, str]:
    """The fingerprint of each task by its shot. Refused with one finding for each shot whose scene has no file."""
    return {shot: key_of(values) for shot, values in ingredients_of(tasks, project, exact=exact).items()}


def ingredients_of(tasks: Sequence[ShotTask], project: Project, *, exact: bool = False) -> dict[str, dict[str, Any]]:
    """What each task's fingerprint is the hash of, by its shot. Refused like `keys_of`."""
    lacking = [task for task in tasks if project.scene(task.scene) is None]
    if lacking:
        raise Refused(*(Finding("unknown-scene", f"there is no scene '{task.scene}'", shot=task.shot) for task in lacking))
    known = dependencies(project, {task.scene for task in tasks})
    return {task.shot: ingredients(task, known[task.scene], exact=exact) for task in tasks}


def draw_in(opened: Studio, task: ShotTask, project: Project, *, exact: bool = False) -> Drawn:
    """Draw a shot in a child of the studio. Refused if it cannot be drawn."""
    job = {"action": "shoot", "task": task.as_json(), "exact": exact, "scenes_folders": scenes_folders(project)}
    folder, ended = opened.run(job, deadline_s(task))
    return Drawn(folder, done_by(ended, task.shot, project), ended.cpu_s * 1000)


def keep(task: ShotTask, key: str, drawn: Drawn, store: Store) -> Clip:
    """Keep what was drawn, and take its folder away. Refused if the store has no room."""
    try:
        entry = store.put(KIND, key, {role: drawn.folder / f"{role}.mp4" for role in drawn.facts["pieces"]}, drawn.facts)
    except OSError as error:
        raise Refused(
            Finding("not-kept", f"the clip could not be stored: {error}", shot=task.shot, exit_code=ExitCode.ENVIRONMENT)
        ) from error
    shutil.rmtree(drawn.folder)
    return clip_of(task, entry)


def length(task: ShotTask) -> int:
    """All frames of a shot, handles included."""
    return task.all_frames


def deadline_s(task: ShotTask) -> float:
    """How many seconds a shot may take."""
    return SECONDS_AT_LEAST + SECONDS_A_FRAME * length(task)


def _last_drawn(store: Store, film: str, task: ShotTask) -> Mapping[str, Any] | None:
    entry = store.get(LAST_DRAWN, _name_of(film, task))
    return entry.facts if entry else None


def _remember_drawn(store: Store, film: str, task: ShotTask, values: Mapping[str, Any]) -> None:
    store.put(LAST_DRAWN, _name_of(film, task), {}, values)


def _name_of(film: str, task: ShotTask) -> str:
    """What the store calls a shot, whatever it depends on: films and sizes apart."""
    return key_of([film, task.shot, task.width_px, task.height_px])


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
