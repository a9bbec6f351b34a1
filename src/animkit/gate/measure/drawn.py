"""Shots drawn again in order to be judged: without breath and blinks, and with their words and without them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from animkit.campaign.profile import PictureRules
from animkit.campaign.project import Project
from animkit.film.recipe import recipe
from animkit.gate.measure.kept import KIND
from animkit.gate.measure.letters import measured
from animkit.gate.measure.still import still_stretches
from animkit.shots.ended import done_by
from animkit.shots.model import Clip, DrawnText, ShotTask
from animkit.shots.parallel import each
from animkit.shots.shoot import SECONDS_A_FRAME, SECONDS_AT_LEAST, keys_of, length, open_studio, scenes_folders
from animkit.shots.studio import Studio
from animkit.store import Store, key_of

STEP = 5
"""Stillness is looked at five times a second: a stretch is told a fifth of a second too short at most, never too long."""

SMALL_PX = (320, 180)
"""A share of the pixels is a share of the pixels: the everyday gate looks at a small picture."""

WORDS_PX = (960, 540)
"""Large enough for the thinnest stem of a key word (three pixels), a quarter of the paint."""

CODE = (*(f"gate/measure/{name}.py" for name in ("drawn", "letters", "still")), "shots/judging.py")

NEAR = 10
"""Frames that lie closer together show the same words: only the first of them is looked at."""

Measure = Callable[[Path, Mapping[str, Any]], dict[str, Any]]


def stillness(
    tasks: Mapping[str, tuple[ShotTask, int]], rules: PictureRules, project: Project, store: Store, *, jobs: int
) -> dict[str, dict[str, Any]]:
    """By shot: ``stretches`` ((first, last) frame of the shot in which nothing moves for too long) and ``longest`` in frames.

    ``tasks`` are by shot, each with the frame up to which it is judged.
    """
    quiet = [replace(task, width_px=SMALL_PX[0], height_px=SMALL_PX[1], still_life=True) for task, _ in tasks.values()]
    least = rules.still_longest_ms * quiet[0].fps // 1000 // STEP if quiet else 0

    def measure(folder: Path, _: Mapping[str, Any]) -> dict[str, Any]:
        samples: NDArray[np.uint8] = np.load(folder / "samples.npy")
        found, longest = still_stretches(samples, share=rules.moving_pixels_share, levels=rules.moving_levels, least=least)
        return {"stretches": [[first * STEP, last * STEP] for first, last in found], "longest": longest * STEP}

    job = {shot: {"action": "samples", "step": STEP, "until": until} for shot, (_, until) in tasks.items()}
    return _drawn(quiet, job, asdict(rules), measure, project, store, jobs)


def words(
    tasks: Sequence[ShotTask], clips: Mapping[str, Clip], project: Project, store: Store, *, jobs: int, size_px: tuple[int, int] = WORDS_PX
) -> dict[str, list[dict[str, Any]]]:
    """By shot: a row for each text on each frame looked at (text, frame, box_px, size_px, set_px, contrast, shown_share, colours).

    Sizes are those of a picture of ``size_px``.
    """
    worded = [replace(task, width_px=size_px[0], height_px=size_px[1]) for task in tasks if clips[task.shot].texts]
    jobs_of = {task.shot: {"action": "worded", "frames": frames_for(clips[task.shot].texts)} for task in worded}

    def measure(folder: Path, done: Mapping[str, Any]) -> dict[str, Any]:
        read = cache(_picture)
        rows = []
        for row in done["judged"]:
            shown, bare, alone = (read(folder / f"{row['frame']}-{way}.png") for way in ("with", "bare", "words"))
            rows.append({**row, **asdict(measured(shown, bare, alone, row))})
        return {"rows": rows}

    return {shot: facts["rows"] for shot, facts in _drawn(worded, jobs_of, {}, measure, project, store, jobs).items()}


def frames_for(texts: Sequence[DrawnText]) -> list[int]:
    """Where to look at a shot's words: in the middle of each text's stay and at three quarters of it, as few frames as there are."""
    wanted = sorted({text.first + (text.last - text.first) * quarters // 4 for text in texts for quarters in (2, 3)})
    kept: list[int] = []
    for frame in wanted:
        if not kept or frame - kept[-1] >= NEAR:
            kept.append(frame)
    return kept


def _drawn(
    tasks: Sequence[ShotTask],
    jobs_of: Mapping[str, Mapping[str, Any]],
    rules: Mapping[str, Any],
    measure: Measure,
    project: Project,
    store: Store,
    jobs: int,
    within: Studio | None = None,
) -> dict[str, dict[str, Any]]:
    prints = keys_of(tasks, project)
    keys = {task.shot: key_of([prints[task.shot], jobs_of[task.shot], rules, recipe(*CODE)]) for task in tasks}
    found = {task.shot: dict(entry.facts) for task in tasks if (entry := store.get(KIND, keys[task.shot]))}
    missing = sorted((task for task in tasks if task.shot not in found), key=lambda task: (-length(task), task.shot))
    if missing:
        with nullcontext(within) if within else open_studio(store) as studio:

            def judge(task: ShotTask) -> dict[str, Any]:
                job = {**jobs_of[task.shot], "task": task.as_json(), "exact": False, "scenes_folders": scenes_folders(project)}
                folder, ended = studio.run(job, SECONDS_AT_LEAST + SECONDS_A_FRAME * length(task))
                facts = measure(folder, done_by(ended, task.shot, project))
                shutil.rmtree(folder)
                return dict(store.put(KIND, keys[task.shot], {}, facts).facts)

            found |= {task.shot: facts for task, facts in each(judge, missing, jobs)}
    return {task.shot: found[task.shot] for task in tasks}


def _picture(path: Path) -> NDArray[np.uint8]:
    from PIL import Image

    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))
