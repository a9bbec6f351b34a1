"""One shot of animkit as a plain manim scene: drawn, timed and encoded by manim's own code.

    BENCH_TASK=shot.json manim render --disable_caching --resolution 1920,1080 --frame_rate 25 bench/usual/scenes.py Shot

The picture is worked out by the same scene code, one step a frame, inside manim's ``play``. Everything that manim does for a frame is
manim's: its camera draws what it counts as moving over a kept picture of what stands still, its writer converts and encodes. A ``play``
ends where an animation begins or ends, as it would if the scene had been written for manim.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from manim import Animation, Mobject, MovingCameraScene, config

from animkit.campaign.project import library_root
from animkit.drawing.fonts import register_all
from animkit.shots.loading import load_scene, open_scenes
from animkit.shots.model import ShotTask
from animkit.shots.region import Parts

TASK = ShotTask.from_json(json.loads(Path(os.environ["BENCH_TASK"]).read_text(encoding="utf-8")))
config.background_color = TASK.theme["colours"]["paper"]


class Nowhere:
    """A reel for frames that manim itself takes."""

    def wants(self, frame: int) -> bool:
        """None."""
        del frame
        return False

    def take(self, frame: int, pixels: Any, changed: Parts) -> None:
        """Never called."""


class Step(Animation):
    """A stretch of a shot, one of its frames each time that manim asks."""

    def __init__(self, step: Callable[[], None], frames: int) -> None:
        super().__init__(Mobject(), run_time=(frames - 0.5) / TASK.fps)
        self._step, self._left = step, frames

    def interpolate(self, alpha: float) -> None:
        """The next frame."""
        del alpha
        if self._left:
            self._left -= 1
            self._step()

    def begin(self) -> None:
        """Nothing is shown before the first frame."""

    def finish(self) -> None:
        """The last frame has been shown."""


class Shot(MovingCameraScene):
    """What manim is asked to render."""

    def construct(self) -> None:
        """The whole shot."""
        register_all()
        open_scenes([library_root() / "scenes"])
        outer, scene_class = self, load_scene(TASK.scene)

        class Plain(scene_class):  # type: ignore[valid-type, misc]  # The class is known only now.
            def _run_to(self, end: int, stop: Callable[[], bool] | None = None) -> None:
                while self.now < end:
                    moments = [frame for frame, _, _ in self._due] + [running.end for running in self._running]
                    until = min([moment for moment in moments if self.now < moment < end] + [end])
                    outer.mobjects = self.mobjects
                    outer.play(Step(self._step, until - self.now))
                    if stop is not None and stop():
                        break
                self._finish_due()

            def _step(self) -> None:
                self._draw_one()
                outer.mobjects = self.mobjects

        Plain(TASK, self.renderer.camera, Nowhere()).perform()

    def update_mobjects(self, dt: float) -> None:
        """The shot has run its updaters itself: they are not run twice."""
