"""Smaller pieces: the same frames at fewer pixels, for slow machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from av.video.reformatter import Interpolation, VideoReformatter

from animkit.film.derive import always
from animkit.film.model import Stretch
from animkit.film.recipe import recipe
from animkit.shots.encode import Encoded, Encoder, pictures, tag_bt709


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTask:
    """A piece and the size it is wanted in."""

    place: Stretch
    width_px: int
    height_px: int
    fps: int
    kind: str = "small"

    def ingredients(self) -> dict[str, Any]:
        """The large piece's hash and the new size."""
        return {"recipe": recipe("film/small.py"), "large": self.place.sha256, "width": self.width_px, "height": self.height_px}

    def make(self, path: Path, go_on: Callable[[], None] = always) -> Encoded:
        """Decode, scale in YUV (bicubic, which scales its filter with the factor), encode."""
        scaler = VideoReformatter()
        with Encoder(path, self.width_px, self.height_px, self.fps) as encoder:
            for picture in pictures(self.place.path):
                go_on()
                scaled = scaler.reformat(
                    picture, width=self.width_px, height=self.height_px, format="yuv420p", interpolation=Interpolation.BICUBIC, threads=1
                )
                # x264 would obey the type (I, P or B) that the decoder left on the picture.
                scaled.pict_type = 0
                encoder.add_picture(tag_bt709(scaled))
            return encoder.close()


def small_tasks(stretches: Iterable[Stretch], *, width_px: int, height_px: int, fps: int) -> tuple[SmallTask, ...]:
    """A task for every stretch."""
    return tuple(SmallTask(place=stretch, width_px=width_px, height_px=height_px, fps=fps) for stretch in stretches)


def width_at(height_px: int, full_width_px: int, full_height_px: int) -> int:
    """The even width that keeps the picture's shape at ``height_px``: 854 for 480 at 16:9."""
    return 2 * round(height_px * full_width_px / full_height_px / 2)
