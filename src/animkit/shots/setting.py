"""manim, told explicitly what it would otherwise pick up from files, folders and the terminal.

manim obeys a stray manim.cfg in the working folder and keeps caches that trust names. A shot is drawn in an empty folder with every
setting that matters stated here, and none of manim's own files is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from manim import MovingCamera, config

from animkit.drawing.layout import frame_units
from animkit.shots.camera import ExactCamera, FastCamera
from animkit.shots.model import ShotTask


@contextmanager
def manim_set_for(task: ShotTask, folder: Path) -> Iterator[None]:
    """manim's settings for the size and rate of ``task``, its files (the cache of its Text) in ``folder``; put back afterwards."""
    before = config.copy()
    width, height = frame_units(task.width_px, task.height_px)
    try:
        config.pixel_width, config.pixel_height = task.width_px, task.height_px
        config.frame_width, config.frame_height = width, height
        config.frame_rate = task.fps
        config.background_color = task.theme["colours"]["paper"]
        config.media_dir = str(folder)
        config.disable_caching = True
        config.progress_bar = "none"
        config.verbosity = "ERROR"
        yield
    finally:
        config.update(before)


def camera_for(*, exact: bool) -> MovingCamera:
    """The camera that draws a shot: ours, or manim's own."""
    return ExactCamera() if exact else FastCamera()
