"""Dissolves: the tail of one clip melts into the head of the next, composited by MoviePy, encoded by our one encoder.

Promise: 2n frames centred on the cut, weights (i + 1/2) / 2n, so that no frame repeats its neighbour outside. MoviePy is given the
frames' own luma and colour as if they were red, green and blue: a mix is the same in both, and a pixel that does not change keeps its value
(a way over RGB made every flat area two steps darker while the dissolve lasted).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from numpy.typing import NDArray

from animkit.film.colour import planes_of
from animkit.film.conform import piece
from animkit.film.derive import always
from animkit.film.model import Stretch
from animkit.film.recipe import recipe
from animkit.shots.encode import Encoded, Encoder, pictures, tag_bt709
from animkit.shots.model import Clip, Piece
from animkit.timing.timeline import Timeline

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from moviepy import VideoClip


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveTask:
    """Two pieces of equal length that become one. ``place`` stands for both: its shots are theirs, its hash is the tail's."""

    place: Stretch
    tail: Piece
    head: Piece
    width_px: int
    height_px: int
    fps: int
    kind: str = "dissolve"

    def ingredients(self) -> dict[str, Any]:
        """Both pieces' hashes."""
        return {
            "recipe": recipe("film/dissolve.py", "film/colour.py"),
            "moviepy": version("moviepy"),
            "tail": self.tail.sha256,
            "head": self.head.sha256,
        }

    def make(self, path: Path, go_on: Callable[[], None] = always) -> Encoded:
        """Composite and encode. ValueError where the pieces are not equally long."""
        with Encoder(path, self.width_px, self.height_px, self.fps) as encoder:
            for frame in self._frames():
                go_on()
                encoder.add_picture(tag_bt709(av.VideoFrame.from_numpy_buffer(unpacked(frame), format="yuv420p")))
            return encoder.close()

    def _frames(self) -> Iterator[NDArray[np.uint8]]:
        from moviepy import CompositeVideoClip
        from moviepy.video.fx import CrossFadeIn

        count = self.place.frames
        if self.tail.frames != count or self.head.frames != count:
            raise ValueError(f"a dissolve of {count} frames from pieces of {self.tail.frames} and {self.head.frames}")
        seconds = count / self.fps
        going = _clip(self.tail.path, seconds, self.fps)
        coming = _clip(self.head.path, seconds, self.fps).with_effects([CrossFadeIn(seconds)])
        both = CompositeVideoClip([going, coming], size=(self.width_px, self.height_px))
        for number in range(count):
            # The middle of a frame: MoviePy asks for times, and on a frame's edge rounding would decide which one it gets.
            yield both.get_frame((number + 0.5) / self.fps).astype(np.uint8)


def dissolve_tasks(timeline: Timeline, clips: Mapping[str, Clip], *, width_px: int, height_px: int) -> tuple[DissolveTask, ...]:
    """A task for every shot that begins with a dissolve. KeyError where a clip lacks its head or tail: conform first."""
    tasks = []
    for before, after in zip(timeline.slots, timeline.slots[1:], strict=False):
        if after.handle_in:
            tail, head = piece(clips[before.shot], "tail"), piece(clips[after.shot], "head")
            if tail is None or head is None:
                raise KeyError(f"{before.shot}/{after.shot}: no tail or no head")
            start, frames, shots = after.start - after.handle_in, 2 * after.handle_in, (before.shot, after.shot)
            place = Stretch(start=start, frames=frames, path=tail.path, sha256=tail.sha256, shots=shots)
            task = DissolveTask(place=place, tail=tail, head=head, width_px=width_px, height_px=height_px, fps=timeline.fps)
            tasks.append(task)
    return tuple(tasks)


def as_pieces(dissolves: Sequence[Stretch]) -> dict[str, Piece]:
    """Finished dissolves by the shot that they lead into, as ``conform.stretches`` takes them."""
    return {done.shots[-1]: Piece(role="dissolve", path=done.path, sha256=done.sha256, frames=done.frames) for done in dissolves}


def packed(picture: VideoFrame) -> NDArray[np.uint8]:
    """A yuv420p frame as (height, width, 3) uint8, each colour sample standing for its four pixels."""
    luma, blue, red = planes_of(picture.to_ndarray().astype(np.uint8, copy=False), picture.width, picture.height)
    return np.dstack((luma, *(plane.repeat(2, axis=0).repeat(2, axis=1) for plane in (blue, red))))


def unpacked(frame: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The way back: (height * 3 / 2, width) uint8, as PyAV lays a yuv420p frame out."""
    height, width = frame.shape[:2]
    parts = (frame[..., 0].reshape(-1), frame[::2, ::2, 1].reshape(-1), frame[::2, ::2, 2].reshape(-1))
    return np.concatenate(parts).reshape(height * 3 // 2, width)


def _clip(path: Path, seconds: float, fps: int) -> VideoClip:
    from moviepy import VideoClip

    return VideoClip(frame_function=_reader(path, fps), duration=seconds)


def _reader(path: Path, fps: int) -> Callable[[float], NDArray[Any]]:
    """A function from time to frame that reads ``path`` onwards: MoviePy asks for each frame in order, some of them twice."""
    source = pictures(path)
    at, frame = -1, np.zeros((0, 0, 3), np.uint8)

    def frame_at(seconds: float) -> NDArray[Any]:
        nonlocal at, frame
        while at < int(seconds * fps):
            frame = packed(next(source))
            at += 1
        return frame

    return frame_at
