"""The animatic: panels held for their slots, with the film's sound and a strip that says which shot and which words.

It is a film like any other: one piece from our one encoder, then assembled and verified as films are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from animkit.film.derive import always
from animkit.film.model import Stretch
from animkit.film.recipe import recipe
from animkit.frames import timecode
from animkit.shots.encode import Encoded, Encoder
from animkit.store import key_of, sha256_file
from animkit.timing.timeline import Slot, Timeline

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH_PX, PICTURE_PX, STRIP_PX = 960, 540, 72
INK, PAPER = (25, 18, 49), (255, 255, 255)

Still = tuple[int, Path]
"""A panel: the frame of its shot from which it is held, and its image file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One picture of the animatic: from film frame ``start``, an image, and two rows of words under it."""

    start: int
    image: Path
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnimaticTask:
    """The whole animatic's picture as one piece. ``place`` has no file yet: its hash is that of what is held."""

    place: Stretch
    held: tuple[Held, ...]
    fps: int
    kind: str = "animatic"

    def ingredients(self) -> dict[str, Any]:
        """Every image's hash, and the words under it."""
        rows = [[held.start, sha256_file(held.image), held.label, held.words] for held in self.held]
        return {"recipe": recipe("film/animatic.py"), "held": rows, "frames": self.place.frames, "fps": self.fps}

    def make(self, path: Path, go_on: Callable[[], None] = always) -> Encoded:
        """Draw each picture once and encode it as long as it is held."""
        font = _font()
        ends = [held.start for held in self.held[1:]] + [self.place.frames]
        with Encoder(path, WIDTH_PX, PICTURE_PX + STRIP_PX, self.fps) as encoder:
            for held, end in zip(self.held, ends, strict=True):
                go_on()
                encoder.add(_drawn(held, font))
                encoder.repeat(end - held.start - 1)
            return encoder.close()


def animatic_task(timeline: Timeline, panels: Mapping[str, Sequence[Still]]) -> AnimaticTask:
    """The animatic of ``timeline`` from ``panels``: by shot, in order, the first held from the shot's start.

    KeyError for a shot that has none.
    """
    held = tuple(picture for slot in timeline.slots for picture in _held(slot, panels[slot.shot], timeline))
    digest = key_of([[picture.start, picture.label, picture.words] for picture in held])
    place = Stretch(start=0, frames=timeline.frames, path=held[0].image, sha256=digest, shots=tuple(slot.shot for slot in timeline.slots))
    return AnimaticTask(place=place, held=held, fps=timeline.fps)


def _held(slot: Slot, stills: Sequence[Still], timeline: Timeline) -> list[Held]:
    """What is held during a slot: a new picture wherever the panel or the words under it change."""
    lines = [take for take in timeline.takes if take.shot == slot.shot]
    images = {slot.start if number == 0 else slot.start + frame: path for number, (frame, path) in enumerate(stills)}
    words = {slot.start: ""} | {take.start: f"{take.speaker}: {take.text}" for take in lines}
    moments = sorted({*images, *words, slot.end})
    span = f"{timecode(slot.start, timeline.fps)} to {timecode(slot.end, timeline.fps)}"
    return [
        Held(start=moment, image=_at(images, moment), label=f"{slot.shot}   {span}   {slot.frames} frames", words=_at(words, moment))
        for moment, _ in pairwise(moments)
    ]


def _at(changes: Mapping[int, Any], moment: int) -> Any:
    return changes[max(start for start in changes if start <= moment)]


def _drawn(held: Held, font: FreeTypeFont) -> NDArray[np.uint8]:
    from PIL import Image, ImageDraw

    canvas = Image.new("RGB", (WIDTH_PX, PICTURE_PX + STRIP_PX), PAPER)
    with Image.open(held.image) as image:
        canvas.paste(_fitted(image.convert("RGB")), (0, 0))
    pen = ImageDraw.Draw(canvas)
    pen.text((16, PICTURE_PX + 8), held.label, fill=INK, font=font)
    pen.text((16, PICTURE_PX + 38), _shortened(held.words, font), fill=INK, font=font)
    return np.asarray(canvas)


def _fitted(image: Image.Image) -> Image.Image:
    from PIL import Image, ImageOps

    return ImageOps.pad(image, (WIDTH_PX, PICTURE_PX), Image.Resampling.LANCZOS, color=INK)


def _shortened(words: str, font: FreeTypeFont) -> str:
    if font.getlength(words) <= WIDTH_PX - 32:
        return words
    while words and font.getlength(words + "…") > WIDTH_PX - 32:
        words = words.rpartition(" ")[0]
    return words + "…"


def _font() -> FreeTypeFont:
    import fontpkg
    from PIL import ImageFont

    return ImageFont.truetype(str(fontpkg.path("atkinson-hyperlegible", weight=400)), 22)
