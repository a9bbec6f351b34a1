"""Which pictures of the film a pack needs: the pauses' own, and those that its words name. Pure."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from animkit.findings import Finding, Refused
from animkit.packs.model import Lesson
from animkit.packs.words.common import Still
from animkit.packs.words.film import Leaf
from animkit.packs.words.parents import ParentWords
from animkit.timing.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A picture: its name in the pack, and the frame (counted from the shot's first) of which shot it is."""

    name: str
    shot: str
    frame: int
    focus: float = 0.5
    """Where across the picture the middle of its 4:3 part lies."""


def of_lesson(lesson: Lesson, timeline: Timeline) -> tuple[Wanted, ...]:
    """The pictures of a school pack: cover, pauses, booklet."""
    return tuple(_of_lesson(lesson, timeline))


def _of_lesson(lesson: Lesson, timeline: Timeline) -> Iterator[Wanted]:
    yield still(lesson.words.cover, "cover", timeline)
    for stop in lesson.stops:
        yield Wanted(name=f"pause-{stop.number}", shot=stop.shot, frame=stop.frame - timeline.slot(stop.shot).start)
    for number, leaf in enumerate(lesson.words.booklet.pages, 1):
        yield still(leaf, f"leaf-{number}", timeline)


def of_home(words: ParentWords, timeline: Timeline) -> tuple[Wanted, ...]:
    """The picture of the parents' guide."""
    return (still(words.guide.picture, "guide", timeline),)


def still(picture: Still | Leaf, name: str, timeline: Timeline) -> Wanted:
    """The picture that a pack's words ask for. Refused for a shot that the film does not have."""
    try:
        slot = timeline.slot(picture.shot)
    except KeyError:
        shots = ", ".join(slot.shot for slot in timeline.slots)
        what = f"the pack's words want a picture of the shot '{picture.shot}', which this film does not have"
        raise Refused(Finding("unknown-shot", what, mend=f"it has {shots}")) from None
    return Wanted(name=name, shot=picture.shot, frame=round(picture.at * (slot.frames - 1)), focus=picture.focus)


def by_shot(wanted: tuple[Wanted, ...]) -> Mapping[str, tuple[int, ...]]:
    """The frames to draw, by shot."""
    return {shot: tuple(sorted({one.frame for one in wanted if one.shot == shot})) for shot in dict.fromkeys(one.shot for one in wanted)}


def cropped(png: bytes, focus: float) -> bytes:
    """The 4:3 part of a wider picture whose middle lies at ``focus`` (a share of its width), as PNG."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        width = min(image.width, round(image.height * 4 / 3))
        left = min(max(round(focus * image.width - width / 2), 0), image.width - width)
        out = io.BytesIO()
        image.convert("RGB").crop((left, 0, left + width, image.height)).save(out, "PNG", optimize=True)
    return out.getvalue()
