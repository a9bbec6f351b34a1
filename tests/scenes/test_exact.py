"""Every scene, as the shipped films tell it, has the same pixels by the fast camera and by manim's own (`--exact-manim`)."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from small_films import takes
from strategies import campaign

from animkit.drawing.fonts import register_all
from animkit.shots.model import ShotTask
from animkit.shots.region import Parts
from animkit.shots.tasks import shot_tasks
from animkit.storyboard.parse import read
from animkit.timing.plan import plan

ROOT = Path(__file__).parents[2]
FILMS = ("live-streaming-11-14", "live-streaming-8-10", "parents-and-carers")
SIZE = (320, 180)

Hashes = Mapping[int, str]


class Hashed:
    """A reel that keeps the hash of every ``step``-th picture."""

    def __init__(self, step: int) -> None:
        self._step = step
        self.hashes: dict[int, str] = {}

    def wants(self, frame: int) -> bool:
        return frame % self._step == 0

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        del changed
        self.hashes[frame] = hashlib.sha256(np.ascontiguousarray(pixels)).hexdigest()


@cache
def tasks() -> dict[str, ShotTask]:
    """One shot of each scene, the first that a film has, with voices that speak evenly."""
    from animkit.shots.child import schema_of
    from animkit.shots.loading import load_scene, open_scenes

    open_scenes([ROOT / "scenes"])
    schemas = {path.stem.replace("_", "-"): path.stem for path in (ROOT / "scenes").glob("*.py")}
    scenes = {name: schema_of(load_scene(name)) for name in schemas}
    found: dict[str, ShotTask] = {}
    for film in FILMS:
        path = ROOT / "storyboards" / f"{film}.yaml"
        parsed = read(path, path.name, campaign=campaign())
        assert parsed.storyboard is not None, parsed.findings
        timeline, _ = plan(parsed.storyboard, takes(parsed.storyboard), campaign(), marks=parsed.marks)
        for task in shot_tasks(parsed.storyboard, timeline, campaign(), scenes=scenes, size=SIZE):
            found.setdefault(task.scene, task)
    return found


@pytest.fixture
def hashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[ShotTask, bool, int], Hashes]]:
    """Draws a task by one camera or the other."""
    from animkit.shots.loading import load_scene, open_scenes
    from animkit.shots.setting import camera_for, manim_set_for

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.chdir(tmp_path)
    register_all()

    def draw(task: ShotTask, exact: bool, step: int) -> Hashes:
        reel = Hashed(step)
        with manim_set_for(task, tmp_path / "media"):
            open_scenes([ROOT / "scenes"])
            load_scene(task.scene)(task, camera_for(exact=exact), reel).perform()
        return reel.hashes

    yield draw
    for name in [name for name in sys.modules if name == "scenes" or name.startswith("scenes.")]:
        monkeypatch.delitem(sys.modules, name)


def differing(task: ShotTask, draw: Callable[..., Any], step: int) -> Sequence[int]:
    fast, exact = draw(task, False, step), draw(task, True, step)
    assert len(fast) == len(exact) == -(-task.frames // step)
    assert len(set(fast.values())) > 1, "nothing moved, so nothing was compared"
    return [frame for frame in fast if fast[frame] != exact[frame]]


@pytest.mark.parametrize("scene", ["stream", "telling"])
def test_a_busy_scene_has_manims_pixels(scene: str, hashes: Callable[..., Any]) -> None:
    assert differing(tasks()[scene], hashes, 9) == []


@pytest.mark.slow
@pytest.mark.parametrize("scene", sorted(path.stem.replace("_", "-") for path in (ROOT / "scenes").glob("*.py")))
def test_every_frame_of_every_scene_has_manims_pixels(scene: str, hashes: Callable[..., Any]) -> None:
    if scene not in tasks():
        pytest.skip("no shipped film shows it")
    assert differing(tasks()[scene], hashes, 1) == []
