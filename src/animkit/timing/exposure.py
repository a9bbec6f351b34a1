"""What happens on which frame: the Timeline for people, shot by shot, as the rows of an exposure sheet. Pure.

A row is a frame on which something happens. An animator finds when to act, a producer how long things last, an editor where the
words fall.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from animkit import frames
from animkit.storyboard.model import Dissolve, Shot, Storyboard
from animkit.timing.timeline import PlacedTake, Slot, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One frame of a shot on which something happens. ``frame`` counts from the film's first one."""

    frame: int
    speaker: str = ""
    """Who begins to speak: a name, or Narrator."""
    words: str = ""
    """What is said from here on."""
    until: int = 0
    """The frame before which that is over; 0 where nobody begins to speak."""
    beats: tuple[str, ...] = ()
    on_word: str = ""
    """The word on which the beats fall, if they fall on one."""
    sounds: tuple[str, ...] = ()
    mood: str = ""
    """The music that begins."""
    note: str = ""
    """The way the shot begins, or the pause at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One shot's rows, in order; the first is on its slot's first frame."""

    shot: Shot
    slot: Slot
    chapter: str
    """The title of the chapter that begins with this shot; empty inside a chapter."""
    mood: str
    """The music at its start."""
    rows: tuple[Row, ...]


def sheets(timeline: Timeline, storyboard: Storyboard) -> tuple[Sheet, ...]:
    """The exposure sheet of every shot."""
    titles = {chapter.shots[0].id: chapter.title for chapter in storyboard.chapters}
    found: list[Sheet] = []
    mood = ""
    for shot, slot in zip(storyboard.shots(), timeline.slots, strict=True):
        rows: dict[int, Row] = {}
        for row in _happenings(shot, slot, timeline):
            rows[row.frame] = _merged(rows[row.frame], row) if row.frame in rows else row
        mood = rows[slot.start].mood or mood
        in_order = tuple(rows[frame] for frame in sorted(rows))
        found.append(Sheet(shot=shot, slot=slot, chapter=titles.get(shot.id, ""), mood=mood, rows=in_order))
    return tuple(found)


def _happenings(shot: Shot, slot: Slot, timeline: Timeline) -> Iterator[Row]:
    yield Row(frame=slot.start, note=_begins(shot, slot, timeline.fps))
    for mood in timeline.moods:
        if mood.start == slot.start:
            yield Row(frame=slot.start, mood=mood.mood)
    takes = timeline.takes_of(shot.id)
    for take in takes:
        yield Row(frame=take.start, speaker=take.speaker_name or take.speaker.capitalize(), words=take.text, until=take.end)
    for beat in timeline.beats:
        if beat.shot == shot.id:
            yield Row(frame=beat.frame, beats=(beat.name,), on_word=_word_at(beat.frame, takes, timeline.fps))
    for sound in timeline.sounds:
        if sound.shot == shot.id:
            yield Row(frame=sound.frame, sounds=(sound.sound + (f" [{sound.caption}]" if sound.caption else ""),))
    for pause in timeline.pauses:
        if pause.shot == shot.id:
            minutes = f"{pause.minutes} minute{'s' if pause.minutes > 1 else ''}"
            yield Row(frame=pause.frame, note=f"Pause, {minutes}, {pause.who[0].lower()}{pause.who[1:]}: {pause.question}")


def _begins(shot: Shot, slot: Slot, fps: int) -> str:
    if isinstance(shot.transition, Dissolve):
        return f"Dissolve of {2 * slot.handle_in} frames ({2 * slot.handle_in / fps:.2f} s)"
    return "Cut" if slot.start else "The film begins"


def _word_at(frame: int, takes: tuple[PlacedTake, ...], fps: int) -> str:
    for take in takes:
        at_ms = frames.milliseconds(take.start, fps)
        for word in take.words:
            if take.start + frames.start_frame(word.start_ms - at_ms, fps) == frame:
                return word.text
    return ""


def _merged(one: Row, other: Row) -> Row:
    return replace(
        one,
        speaker=one.speaker or other.speaker,
        words=one.words or other.words,
        until=one.until or other.until,
        beats=one.beats + other.beats,
        on_word=one.on_word or other.on_word,
        sounds=one.sounds + other.sounds,
        mood=one.mood or other.mood,
        note="; ".join(note for note in (one.note, other.note) if note),
    )


def summary(timeline: Timeline) -> str:
    """The film's length in a sentence's worth of words."""
    locked = ", picture locked" if timeline.locked else ""
    lasts = frames.timecode(timeline.frames, timeline.fps)
    return f"{lasts} (minutes, seconds, frames), {timeline.frames} frames at {timeline.fps} a second, {len(timeline.slots)} shots{locked}"
