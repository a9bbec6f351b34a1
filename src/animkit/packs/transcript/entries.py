"""What a transcript holds, in the film's order. Pure.

Promise: every line, captioned sound, description and pause is there once, under its chapter, at the frame where it is heard or seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from animkit import frames
from animkit.captions.described import quiet
from animkit.storyboard.model import Chapter, Shot, Storyboard
from animkit.timing.timeline import Timeline

Kind = Literal["heard", "seen", "said", "pause"]
ORDER: tuple[Kind, ...] = ("heard", "seen", "said", "pause")
"""What comes first where several begin on one frame."""

SEEN, PAUSE = "Seen", "Pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of the transcript, at its frame. ``who`` is its speaker, or its kind in words."""

    frame: int
    kind: Kind
    who: str
    text: str
    narrated: bool = False
    """Whether the narrator says it, whom the player need not name each time."""

    def plain(self) -> str:
        """The entry as a line of text."""
        return f"[{self.text}]" if self.kind == "heard" else f"{self.who}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter's part of the transcript. ``at`` is when it starts, as people read it: ``1:07``."""

    title: str
    at: str
    entries: tuple[Entry, ...]


def sections(timeline: Timeline, storyboard: Storyboard, described: Mapping[str, int] | None = None) -> tuple[Section, ...]:
    """The whole transcript. ``described`` is the frame on which the description of each shot is spoken, where one is; else it stands in
    the shot's longest quiet.
    """
    return tuple(
        Section(title=chapter.title, at=clock(placed.start, timeline.fps), entries=_entries(timeline, chapter, described or {}))
        for chapter, placed in zip(storyboard.chapters, timeline.chapters, strict=True)
    )


def clock(frame: int, fps: int) -> str:
    """``frame`` in minutes and seconds: ``1:07``."""
    return frames.timecode(frame, fps).rsplit(":", 1)[0]


def _entries(timeline: Timeline, chapter: Chapter, described: Mapping[str, int]) -> tuple[Entry, ...]:
    found = [entry for shot in chapter.shots for entry in _shot(timeline, shot, described)]
    return tuple(sorted(found, key=lambda entry: (entry.frame, ORDER.index(entry.kind))))


def _shot(timeline: Timeline, shot: Shot, described: Mapping[str, int]) -> Iterator[Entry]:
    slot = timeline.slot(shot.id)
    if shot.description:
        at = described.get(shot.id, quiet(timeline, shot.id)[0])
        yield Entry(frame=at, kind="seen", who=SEEN, text=" ".join(shot.description.split()))
    for mood in timeline.moods:
        if mood.caption and slot.start <= mood.start < slot.end:
            yield Entry(frame=mood.start, kind="heard", who="", text=mood.caption)
    for sound in timeline.sounds:
        if sound.caption and sound.shot == shot.id:
            yield Entry(frame=sound.frame, kind="heard", who="", text=sound.caption)
    for take in timeline.takes_of(shot.id):
        who = take.speaker_name or take.speaker.capitalize()
        yield Entry(frame=take.start, kind="said", who=who, text=take.text, narrated=not take.speaker_name)
    for pause in timeline.pauses:
        if pause.shot == shot.id:
            minutes = f"{pause.minutes} minute{'s' if pause.minutes > 1 else ''}"
            yield Entry(frame=pause.frame, kind="pause", who=PAUSE, text=f"{pause.question} ({minutes}. {pause.who}.)")
