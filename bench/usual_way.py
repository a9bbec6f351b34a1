"""The usual way, run and measured: plain manim for each shot of the excerpt, then MoviePy for the film."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Measured, run
from bench.project import HERE, Excerpt


@dataclass(frozen=True, slots=True)
class Parts:
    """What the usual way is given: the shots' tasks, and where captions and voices go, all worked out beforehand and not measured."""

    tasks: tuple[Mapping[str, Any], ...]
    cues: tuple[Mapping[str, Any], ...]
    takes: tuple[Mapping[str, Any], ...]
    font: str


def parts_of(excerpt: Excerpt) -> Parts:
    """The parts of an excerpt that has been built."""
    from datetime import date

    from animkit.captions.cue import cues
    from animkit.drawing.fonts import font_files
    from animkit.production import pictures
    from animkit.production.prepare import prepare
    from animkit.production.settings import store_at
    from animkit.production.timetable import timetable
    from animkit.production.voices import voices

    project_store = store_at(_project(excerpt), None)
    prepared = prepare(excerpt.storyboard, project_store, date.today())
    narration = voices(prepared, project_store, draft=False, progress=lambda *_: None)
    timeline, _ = timetable(prepared, narration)
    tasks = pictures.tasks_of(prepared, timeline, pictures.size_of(prepared, draft=False))
    made = cues(timeline, prepared.campaign.profile, prepared.storyboard.band)
    fps = timeline.fps
    return Parts(
        tasks=tuple(task.as_json() for task in tasks),
        cues=tuple({"start_s": cue.start / fps, "end_s": cue.end / fps, "text": "\n".join(cue.rows)} for cue in made),
        takes=tuple({"start_s": take.start / fps, "path": str(narration.takes[take.line_id].audio)} for take in timeline.takes),
        font=str(font_files(("Lexend",))[0]),
    )


def _project(excerpt: Excerpt) -> Any:
    from animkit.campaign.project import Project

    return Project.holding(excerpt.storyboard)


def shots(parts: Parts, folder: Path) -> tuple[Measured, list[Path]]:
    """Every shot by plain manim, one command each, and the files."""
    whole: Measured | None = None
    made = []
    for task in parts.tasks:
        told = folder / f"{task['shot']}.json"
        told.write_text(json.dumps(task), encoding="utf-8")
        media = folder / task["shot"]
        command = [sys.executable, "-m", "manim", "render", "--disable_caching", "--resolution", "1920,1080", "--frame_rate", "25"]
        command += ["--progress_bar", "none", "--media_dir", str(media), str(HERE / "usual" / "scenes.py"), "Shot"]
        one = _well(run(command, cwd=folder, environment={"BENCH_TASK": str(told)}))
        whole = whole.and_then(one) if whole else one
        made.append(next(path for path in media.rglob("Shot.mp4") if "partial" not in str(path)))
    assert whole is not None
    return whole, made


def film(parts: Parts, made: list[Path], folder: Path, *, preset: str) -> Measured:
    """The film by MoviePy."""
    told = folder / "film.json"
    values = {"shots": [str(path) for path in made], "cues": parts.cues, "takes": parts.takes, "font": parts.font}
    told.write_text(json.dumps(values), encoding="utf-8")
    command = [sys.executable, str(HERE / "usual" / "film.py"), str(told), str(folder / f"film-{preset}.mp4"), "--preset", preset]
    return _well(run(command, cwd=folder))


def _well(measured: Measured) -> Measured:
    if measured.status:
        raise RuntimeError(f"the usual way failed:\n{measured.complaints[-3000:]}")
    return measured
