"""What a child does: draw one shot, or a few of its pictures, or tell the scenes' params.

A job is read from job.json in the working folder and answered in result.json; what is made lies beside it.
"""

from __future__ import annotations

import errno
import gc
import importlib
import json
import pkgutil
import traceback
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from animkit import drawing
from animkit.drawing.fonts import register_all
from animkit.findings import ExitCode, Finding, Refused
from animkit.shots import params
from animkit.shots.judging import Samples, Wanted, both_ways
from animkit.shots.loading import load_scene, open_scenes, scene_finding
from animkit.shots.model import ShotTask
from animkit.shots.pieces import PieceReel
from animkit.shots.region import Parts
from animkit.shots.scene import Reel, ShotScene
from animkit.shots.setting import camera_for, manim_set_for
from animkit.shots.studio import JOB, RESULT

Job = Mapping[str, Any]

COLLECT_AFTER = 10_000
"""New objects between two collections: Python's 700 has it look through a scene's thousands of shapes 300 times a shot."""


def work() -> None:
    """Do the job of the working folder; a refusal or an animator's mistake is part of the answer, not a crash."""
    job: Job = json.loads(Path(JOB).read_bytes())
    try:
        open_scenes([Path(folder) for folder in job["scenes_folders"]])
        answer: dict[str, Any] = {"done": ACTIONS[job["action"]](job)}
    except Refused as refusal:
        shot = job.get("task", {}).get("shot", "")
        answer = {"findings": [replace(finding, shot=finding.shot or shot).as_json() for finding in refusal.findings]}
    Path(RESULT).write_text(json.dumps(answer), encoding="utf-8")


def shoot(job: Job) -> dict[str, Any]:
    """Draw a whole shot into its pieces; the log of what was drawn."""
    task = ShotTask.from_json(job["task"])
    reel = PieceReel(task, Path.cwd())
    scene = perform(load_scene(task.scene), task, reel, exact=job["exact"])
    return {
        "pieces": {role: {"frames": made.frames, "sha256": made.sha256} for role, made in reel.encoded.items()},
        "parameters_sha256": next(iter(reel.encoded.values())).parameters_sha256,
        "frames_drawn": reel.converted,
        **logs(scene),
    }


class Stills:
    """A reel that keeps a few frames as PNG files named by their number, in the working folder."""

    def __init__(self, frames: Collection[int]) -> None:
        self._frames = frames

    def wants(self, frame: int) -> bool:
        """Only those."""
        return frame in self._frames

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        """Write it."""
        from PIL import Image

        del changed
        Image.fromarray(np.ascontiguousarray(pixels[:, :, :3])).save(f"{frame}.png")


def stills(job: Job) -> dict[str, Any]:
    """Draw the pictures of a few frames only."""
    task = ShotTask.from_json(job["task"])
    return logs(perform(load_scene(task.scene), task, Stills(job["frames"]), exact=job["exact"]))


def samples(job: Job) -> dict[str, Any]:
    """Draw every ``step``-th picture of a shot, up to the frame ``until``, into one file, to be measured."""
    task = ShotTask.from_json(job["task"])
    reel = Samples(min(task.frames, job["until"]), job["step"])
    scene = perform(load_scene(task.scene), task, reel, exact=job["exact"])
    return {"samples": reel.write(Path.cwd()), **logs(scene)}


def worded(job: Job) -> dict[str, Any]:
    """Draw a few pictures with their words, without them, and the words alone; which words there are."""
    task = ShotTask.from_json(job["task"])
    rows: list[dict[str, Any]] = []
    perform(both_ways(load_scene(task.scene), job["frames"], Path.cwd(), rows), task, Wanted(job["frames"]), exact=job["exact"])
    return {"judged": rows}


def cast(job: Job) -> dict[str, Any]:
    """Draw the cast sheet, as the one frame of a shot that has no scene file."""
    from animkit.drawing.sheet import cast_sheet, sheet_px

    class Cast(ShotScene):
        def construct(self) -> None:
            self.add(*cast_sheet({who: entry["name"] for who, entry in self.task.cast.items()}))

    width, height = sheet_px(len(job["task"]["cast"]))
    task = ShotTask.from_json(job["task"] | {"width_px": width, "height_px": height})
    return logs(perform(Cast, task, Stills([0])))


def schemas(job: Job) -> dict[str, Any]:
    """The schema of each scene; of one that does not load, a schema that allows anything and bears the finding."""
    found: dict[str, Any] = {}
    for name in job["names"]:
        try:
            found[name] = schema_of(load_scene(name))
        except Refused as refusal:
            found[name] = {"type": "object", "x-animkit-broken": refusal.findings[0].as_json()}
        except Exception as error:  # Params that pydantic cannot read: the animator's mistake too.
            finding = scene_finding(error, "scene-does-not-load", ExitCode.REFUSED)
            found[name] = {"type": "object", "x-animkit-broken": finding.as_json()}
    return {"schemas": found}


ACTIONS: dict[str, Callable[[Job], dict[str, Any]]] = {
    "shoot": shoot,
    "stills": stills,
    "samples": samples,
    "worded": worded,
    "cast": cast,
    "schemas": schemas,
}


def perform(scene_class: type[ShotScene], task: ShotTask, reel: Reel, *, exact: bool = False) -> ShotScene:
    """Draw the task's shot into ``reel``. Refused with the animator's words and line if the scene's code fails."""
    with manim_set_for(task, Path.cwd() / "media"):
        scene = scene_class(task, camera_for(exact=exact), reel)
        try:
            scene.perform()
        except (Refused, MemoryError):
            raise
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise Refused(scene_finding(error, "scene-failed", ExitCode.RENDER_FAILED, task.shot)) from error
            full = Finding("disk-full", f"there is no room to draw it: {error.strerror}", shot=task.shot, exit_code=ExitCode.ENVIRONMENT)
            raise Refused(full) from error
        except Exception as error:
            traceback.print_exc()
            raise Refused(scene_finding(error, "scene-failed", ExitCode.RENDER_FAILED, task.shot)) from error
    return scene


def logs(scene: ShotScene) -> dict[str, Any]:
    """What was drawn and what happened, as plain values."""
    return {
        "texts": [asdict(text) for text in scene.texts()],
        "acts": [asdict(act) for act in scene.acts],
        "notes": [note.as_json() for note in scene.notes],
    }


def schema_of(scene_class: type[ShotScene]) -> dict[str, Any]:
    """The schema of a scene's params, with its docstring, the beats it waits for and what else it is given."""
    return {
        **params.schema(scene_class.Params),
        "description": (scene_class.__doc__ or "").strip(),
        "x-animkit-beats": dict(scene_class.beats),
        "x-animkit-needs": list(scene_class.needs),
    }


def prepare() -> None:
    """Load, before the first child is forked, what every child would load by itself, and keep the collector from walking it in each.

    Measured on the main film: 0.11 s less a shot, and 0.5 ms less a frame.
    """
    register_all()  # Pango looks for fonts once; every child inherits what it has found.
    for module in pkgutil.walk_packages(drawing.__path__, f"{drawing.__name__}."):
        with suppress(Exception):  # A scene that needs a broken module says so, at the scene's own line.
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 20)
