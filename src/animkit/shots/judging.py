"""Pictures drawn to be judged, not to be shown: small samples of a whole shot, and frames with their words, without them, and words alone.

Runs in a child, beside the film's own drawing and with the same scene code; nothing here reaches a clip.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from manim import Mobject

from animkit.drawing.path import EMPTY
from animkit.drawing.pen import Drawn, in_space
from animkit.drawing.type import Words
from animkit.shots.region import Parts
from animkit.shots.scene import ShotScene

SAMPLES = "samples.npy"
SHOWS_FROM = 0.95
"""Words that are still on their way in or out are not judged: nobody is asked to read them yet."""


class Samples:
    """A reel that keeps every ``step``-th frame of the slot, (count, height, width, 3) uint8, in one file."""

    def __init__(self, frames: int, step: int) -> None:
        self._frames, self._step = frames, step
        self._kept: list[np.ndarray] = []

    def wants(self, frame: int) -> bool:
        """Each ``step``-th frame of the slot; handles are no part of it."""
        return 0 <= frame < self._frames and frame % self._step == 0

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        """Keep it."""
        del frame, changed
        self._kept.append(pixels[:, :, :3].copy())

    def write(self, folder: Path) -> int:
        """Write what was kept; returns how many frames there are."""
        np.save(folder / SAMPLES, np.stack(self._kept))
        return len(self._kept)


class Wanted:
    """A reel that only says which frames are wanted: `both_ways` writes them itself."""

    def __init__(self, frames: Collection[int]) -> None:
        self._frames = frames

    def wants(self, frame: int) -> bool:
        """Those frames."""
        return frame in self._frames

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        """Keep nothing."""


def both_ways(scene_class: type[ShotScene], frames: Collection[int], folder: Path, rows: list[dict[str, Any]]) -> type[ShotScene]:
    """The scene, which writes each of ``frames`` as FRAME-with.png, FRAME-bare.png and FRAME-words.png, and adds its words to ``rows``."""

    # Its own methods have two underscores, so that no scene's method takes their place.
    class BothWays(scene_class):  # type: ignore[valid-type, misc]  # The class is known only now.
        def _show(self, frame: int) -> None:
            super()._show(frame)
            if frame not in frames:
                return
            shown = [words for words in words_in(self.mobjects) if _shows(words)]
            rows.extend(self.__row(words, frame) for words in shown)
            if shown:
                self.__write(f"{frame}-with", self.mobjects)
                with hidden(words_in(self.mobjects)):
                    self.__write(f"{frame}-bare", self.mobjects)
                self.__write(f"{frame}-words", shown)
                self._camera.draw(self.mobjects)

        def __write(self, name: str, mobjects: Sequence[Mobject]) -> None:
            from PIL import Image

            self._camera.draw(mobjects)
            Image.fromarray(np.ascontiguousarray(self._camera.pixel_array[:, :, :3])).save(folder / f"{name}.png", compress_level=1)

        def __row(self, words: Words, frame: int) -> dict[str, Any]:
            ink = words.ink()
            assert ink is not None
            return {
                "text": words.text,
                "frame": frame,
                "box_px": [float(edge) for edge in self._texts._px(ink.left, ink.top, ink.right, ink.bottom)],
                "size_px": float(words.size_px * self._texts._zoom()),
                "set_px": float(words.set_px),
                "colour": words.colour_hex,
            }

    return BothWays


def words_in(mobjects: Iterable[Mobject]) -> Iterator[Words]:
    """All words among ``mobjects``."""
    for mobject in mobjects:
        if isinstance(mobject, Words):
            yield mobject
        else:
            yield from words_in(mobject.submobjects)


@contextmanager
def hidden(words: Iterable[Words]) -> Iterator[None]:
    """Takes the letters away while the block runs, and nothing else."""
    lines: list[Drawn] = [line for each in words for line in each.lines]
    before = [line.points for line in lines]
    for line in lines:
        line.points = in_space(EMPTY)
    try:
        yield
    finally:
        for line, points in zip(lines, before, strict=True):
            line.points = points


def _shows(words: Words) -> bool:
    return words.ink() is not None and bool(min(line.get_fill_opacity() for line in words.lines) >= SHOWS_FROM)
