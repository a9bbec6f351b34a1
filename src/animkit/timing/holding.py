"""A timeline in which some shots are held at their end, for the extended version. Pure.

Promise: nothing but holds is added. Every take, sound and beat keeps its distance from the start of its shot; slots, moods and chapters
still tile the film; a pause still stands on the last frame of its shot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from animkit import frames
from animkit.timing.timeline import PlacedChapter, PlacedMood, PlacedTake, Timeline

Spanned = TypeVar("Spanned", PlacedMood, PlacedChapter)


def hold_points(timeline: Timeline, holds: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    """Where the film is held: the frame before which the hold is put in (a shot's end, before its dissolve), and for how many frames."""
    return tuple((slot.end - slot.handle_out, holds[slot.shot]) for slot in timeline.slots if holds.get(slot.shot))


def held(timeline: Timeline, holds: Mapping[str, int]) -> Timeline:
    """``timeline`` with each shot of ``holds`` as many frames longer, its last picture held."""
    points = hold_points(timeline, holds)

    def moved(frame: int) -> int:
        return frame + sum(count for at, count in points if at <= frame)

    def spanned(part: Spanned) -> Spanned:
        start = moved(part.start)
        return replace(part, start=start, frames=moved(part.end) - start)

    slots = tuple(replace(slot, start=moved(slot.start), frames=slot.frames + holds.get(slot.shot, 0)) for slot in timeline.slots)
    ends = {slot.shot: slot.end for slot in slots}
    return replace(
        timeline,
        frames=timeline.frames + sum(count for _, count in points),
        slots=slots,
        takes=tuple(_take(take, moved(take.start), timeline.fps) for take in timeline.takes),
        beats=tuple(replace(beat, frame=moved(beat.frame)) for beat in timeline.beats),
        sounds=tuple(replace(sound, frame=moved(sound.frame)) for sound in timeline.sounds),
        moods=tuple(map(spanned, timeline.moods)),
        pauses=tuple(replace(pause, frame=ends[pause.shot] - 1) for pause in timeline.pauses),
        chapters=tuple(map(spanned, timeline.chapters)),
    )


def _take(take: PlacedTake, start: int, fps: int) -> PlacedTake:
    later_ms = frames.milliseconds(start, fps) - frames.milliseconds(take.start, fps)
    words = tuple(replace(word, start_ms=word.start_ms + later_ms, end_ms=word.end_ms + later_ms) for word in take.words)
    return replace(take, start=start, end=start + take.end - take.start, words=words)
