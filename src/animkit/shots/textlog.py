"""The text log: which words were drawn, where, how large and in which colours, on which frames.

It is looked at on every frame on which the scene's code acted, and on every fifth frame besides: a fifth of a second is too short to
read. Of each text it keeps the box in which it stood still; words on their way in or out are not judged by where they pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from manim import Mobject, MovingCamera

from animkit.drawing.type import Words
from animkit.shots.model import DrawnText

LOOKED_AT_EVERY = 5
SHOWS_FROM = 0.05
"""Words fainter than this are not there yet."""

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class _Seen:
    words: Words
    first: int
    last: int
    box: Box
    size_px: float
    latest: Box
    has_stood: bool = False

    def look(self, box: Box, size_px: float, frame: int) -> None:
        stands = all(abs(one - other) < 0.5 for one, other in zip(box, self.latest, strict=True))
        is_first_stand = stands and not self.has_stood
        counts = stands or not self.has_stood
        if is_first_stand or (counts and _area(box) > _area(self.box)):
            self.box, self.size_px = box, size_px
        self.has_stood |= stands
        self.latest, self.last = box, frame


class TextLog:
    """Collects what `rows` returns, frame by frame."""

    def __init__(self, camera: MovingCamera) -> None:
        self._camera = camera
        self._seen: dict[int, _Seen] = {}

    def look(self, mobjects: Iterable[Mobject], frame: int) -> None:
        """Record the words among ``mobjects`` that show on ``frame``."""
        for words in _words(mobjects):
            ink = words.ink()
            if ink is None or max(line.get_fill_opacity() for line in words.lines) < SHOWS_FROM:
                continue
            box, size_px = self._px(ink.left, ink.top, ink.right, ink.bottom), words.size_px * self._zoom()
            seen = self._seen.get(id(words))
            if seen is None:
                self._seen[id(words)] = _Seen(words, frame, frame, box, size_px, latest=box)
            else:
                seen.look(box, size_px, frame)

    def rows(self) -> tuple[DrawnText, ...]:
        """One row for each text that was ever on screen, in the order of its coming."""
        return tuple(
            DrawnText(
                text=seen.words.text,
                box_px=(round(seen.box[0], 1), round(seen.box[1], 1), round(seen.box[2], 1), round(seen.box[3], 1)),
                size_px=round(seen.size_px, 1),
                colour=seen.words.colour_hex,
                ground=seen.words.ground_hex,
                first=seen.first,
                last=seen.last,
            )
            for seen in self._seen.values()
        )

    def _px(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box of the scene in the film's pixels, from the top left corner."""
        scale = float(self._camera.pixel_height / self._camera.frame_height)
        middle_x, middle_y = (float(number) for number in self._camera.frame_center[:2])
        across, down = self._camera.pixel_width / 2 - middle_x * scale, self._camera.pixel_height / 2 + middle_y * scale
        return (across + left * scale, down - top * scale, across + right * scale, down - bottom * scale)

    def _zoom(self) -> float:
        """Film pixels for one pixel of a picture whose shorter side is 1080 and which shows 8 units."""
        return float(self._camera.pixel_height / self._camera.frame_height * 8 / 1080)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _words(mobjects: Iterable[Mobject]) -> Iterable[Words]:
    for mobject in mobjects:
        if isinstance(mobject, Words):
            yield mobject
        else:
            yield from _words(mobject.submobjects)
