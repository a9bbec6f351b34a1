"""Captioned pieces: a clean piece and the pictures of its cues -> the same frames with open captions.

Promise: only the caption's rectangle differs from the clean picture before the encode (see ``blend``); a caption edit makes its own piece
anew and never draws a shot again; a piece without a caption is the clean piece itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from numpy.typing import NDArray

from animkit.captions.cue import Cue
from animkit.film.blend import Overlay, lay
from animkit.film.colour import planes_of
from animkit.film.derive import always
from animkit.film.model import Stretch
from animkit.film.recipe import recipe
from animkit.shots.encode import Encoded, Encoder, pictures, tag_bt709
from animkit.store import sha256_bytes

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

Drawn = tuple[NDArray[np.uint8], int, int]
"""A cue's picture as ``captions.picture.cue_picture`` draws it: RGBA, left, top."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CuePicture:
    """A cue's picture: (height, width, 4) uint8 at ``left``, ``top`` px, on the frames of its stretch from ``start`` up to ``end``."""

    start: int
    end: int
    rgba: NDArray[np.uint8]
    left: int
    top: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CaptionedTask:
    """A clean piece and what is to be laid on it."""

    place: Stretch
    cues: tuple[CuePicture, ...]
    width_px: int
    height_px: int
    fps: int
    kind: str = "captioned"

    def ingredients(self) -> dict[str, Any]:
        """The clean piece's hash and every cue's pixels, place and frames."""
        cues = [[cue.start, cue.end, cue.left, cue.top, *cue.rgba.shape[:2], sha256_bytes(cue.rgba.tobytes())] for cue in self.cues]
        return {"recipe": recipe("film/captioned.py", "film/blend.py", "film/colour.py"), "clean": self.place.sha256, "cues": cues}

    def make(self, path: Path, go_on: Callable[[], None] = always) -> Encoded:
        """Decode the clean piece, blend, encode."""
        overlays = [(cue.start, cue.end, Overlay.of(cue.rgba, cue.left, cue.top)) for cue in self.cues]
        with Encoder(path, self.width_px, self.height_px, self.fps) as encoder:
            for number, picture in enumerate(pictures(self.place.path)):
                go_on()
                laid = [overlay for start, end, overlay in overlays if start <= number < end]
                encoder.add_picture(self._blended(picture, laid))
            return encoder.close()

    def _blended(self, picture: VideoFrame, overlays: Sequence[Overlay]) -> VideoFrame:
        # A copy, because the decoder still refers to this frame; a new frame, because x264 would obey the old one's type (I, P or B).
        frame = picture.to_ndarray().astype(np.uint8, copy=False)
        for overlay in overlays:
            lay(overlay, planes_of(frame, self.width_px, self.height_px))
        return tag_bt709(av.VideoFrame.from_numpy_buffer(frame, format="yuv420p"))


def captioned_tasks(
    stretches: Iterable[Stretch], cues: Sequence[Cue], draw: Callable[[Cue], Drawn], *, width_px: int, height_px: int, fps: int
) -> tuple[CaptionedTask, ...]:
    """A task for every stretch that has a caption. ``draw`` gives a cue's picture at this frame size; each cue is drawn once."""
    drawn = {number: draw(cue) for number, cue in enumerate(cues)}
    tasks = []
    for stretch in stretches:
        here = tuple(
            _placed(drawn[number], cue, stretch) for number, cue in enumerate(cues) if cue.start < stretch.end and cue.end > stretch.start
        )
        if here:
            tasks.append(CaptionedTask(place=stretch, cues=here, width_px=width_px, height_px=height_px, fps=fps))
    return tuple(tasks)


def with_captions(clean: Sequence[Stretch], captioned: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The clean stretches, those that were captioned replaced."""
    by_start = {stretch.start: stretch for stretch in captioned}
    return tuple(by_start.get(stretch.start, stretch) for stretch in clean)


def _placed(drawn: Drawn, cue: Cue, stretch: Stretch) -> CuePicture:
    rgba, left, top = drawn
    start, end = max(0, cue.start - stretch.start), min(stretch.frames, cue.end - stretch.start)
    return CuePicture(start=start, end=end, rgba=rgba, left=left, top=top)
