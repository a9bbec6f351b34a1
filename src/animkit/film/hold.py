"""Held clips: the last picture of a stretch, as long as a description needs it. For the extended version of the film.

Promise: everything around a hold is the same packets as in the film itself; a hold is a piece of its own, made once and kept in the store.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from animkit.film.derive import always
from animkit.film.model import Stretch
from animkit.film.recipe import recipe
from animkit.shots.encode import Encoded, Encoder, pictures, tag_bt709

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldTask:
    """A hold of ``place.frames`` frames. ``place`` has its start in the extended film, and the file and hash of the stretch before it."""

    place: Stretch
    width_px: int
    height_px: int
    fps: int
    kind: str = "hold"

    def ingredients(self) -> dict[str, Any]:
        """The hash of the stretch whose last picture is held, and for how long."""
        return {"recipe": recipe("film/hold.py"), "after": self.place.sha256, "frames": self.place.frames}

    def make(self, path: Path, go_on: Callable[[], None] = always) -> Encoded:
        """Decode the last picture and encode it again for each frame."""
        last = deque(pictures(self.place.path), maxlen=1).pop()
        planes = last.to_ndarray().astype(np.uint8, copy=False)
        with Encoder(path, self.width_px, self.height_px, self.fps) as encoder:
            for _ in range(self.place.frames):
                go_on()
                encoder.add_picture(_again(planes))
            return encoder.close()


def hold_tasks(
    picture: Sequence[Stretch], points: Sequence[tuple[int, int]], *, width_px: int, height_px: int, fps: int
) -> tuple[HoldTask, ...]:
    """A task for each of ``points`` (film frame before which is held, how many frames), in the film's order.

    ValueError where no stretch ends on a point: a film is held between two pieces, never inside one.
    """
    by_end = {stretch.end: stretch for stretch in picture}
    tasks = []
    later = 0
    for at, frames in sorted(points):
        if at not in by_end:
            raise ValueError(f"no piece of the film ends on frame {at}, so that it cannot be held there")
        place = replace(by_end[at], start=at + later, frames=frames)
        tasks.append(HoldTask(place=place, width_px=width_px, height_px=height_px, fps=fps))
        later += frames
    return tuple(tasks)


def with_holds(picture: Sequence[Stretch], holds: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The film's stretches with ``holds`` (at their places in the extended film) put in, everything after each moved back."""
    found: list[Stretch] = []
    waiting = sorted(holds, key=lambda hold: hold.start)
    for stretch in picture:
        at = found[-1].end if found else 0
        found.append(replace(stretch, start=at))
        while waiting and waiting[0].start == found[-1].end:
            found.append(waiting.pop(0))
    if waiting:
        raise ValueError(f"a hold at frame {waiting[0].start} follows no piece of the film")
    return tuple(found)


def _again(planes: Any) -> VideoFrame:
    import av

    # A new frame each time, because x264 would obey the type (I, P or B) that the decoder left on the old one.
    return tag_bt709(av.VideoFrame.from_numpy_buffer(planes, format="yuv420p"))
