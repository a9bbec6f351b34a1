"""Where descriptions are spoken: in the quiet of their own shot, or, in the extended version, while the last picture is held. Pure.

Promise: a description never lies over speech or over the quiet that follows a help route; one that does not fit is told with its excess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from animkit import frames
from animkit.narration.model import SpokenLine, Take
from animkit.timing.facts import Facts
from animkit.timing.timeline import PlacedTake, PlacedWord, Slot, Timeline

BREATH_MS = 120
"""The least quiet between a description and the speech before and after it: two voices follow each other as in talk."""

LATEST_START_MS = 500
"""A description starts while its shot still has so much to show, and may end over the first, wordless moment of the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A description and its take."""

    line: SpokenLine
    take: Take


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A description that does not fit: how long its quickest take is, and the longest quiet that its shot has for it."""

    told: Told
    """At its usual pace, as the extended version speaks it."""
    needs_ms: int
    room_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Descriptions at their places in the film's quiet, and those for which it has none."""

    placed: tuple[PlacedTake, ...]
    short: tuple[Short, ...]


def fit(timeline: Timeline, descriptions: Sequence[Sequence[Told]], facts: Facts) -> Fitted:
    """Every description (in the film's order) in its shot's first quiet that is long enough, clear of sounds if it can be.

    Each comes as the takes to try, the best one first: the usual pace, then the quick one.
    """
    placed: list[PlacedTake] = []
    short: list[Short] = []
    for options in descriptions:
        gaps = list(_gaps(timeline, timeline.slot(options[0].line.shot), facts, placed[-1].end if placed else 0))
        found = next((at for told in options if (at := _first_fit(told, gaps, timeline, facts))), None)
        if found:
            placed.append(found)
        else:
            room = max((end - start for start, end in gaps), default=0)
            needs_ms = min(told.take.duration_ms for told in options)
            short.append(Short(told=options[0], needs_ms=needs_ms, room_ms=max(0, frames.milliseconds(room, facts.fps))))
    return Fitted(placed=tuple(placed), short=tuple(short))


def _first_fit(told: Told, gaps: Sequence[tuple[int, int]], timeline: Timeline, facts: Facts) -> PlacedTake | None:
    need = _frames(told.take, facts.fps)
    clear = _clear(gaps, timeline, told.line.shot)
    at = next((start for start, end in (*clear, *gaps) if start + need <= end), None)
    return None if at is None else placed_at(told, at, facts.fps)


def holds_for(timeline: Timeline, short: Sequence[Short], facts: Facts) -> dict[str, int]:
    """How many frames the picture of each shot must be held at its end, so that its description fits after its last words."""
    found: dict[str, int] = {}
    for one in short:
        slot = timeline.slot(one.told.line.shot)
        end = _tail_start(timeline, slot, facts) + _frames(one.told.take, facts.fps) + facts.frames(BREATH_MS)
        found[slot.shot] = max(1, end - (slot.end - slot.handle_out))
    return found


def placed_in_holds(held: Timeline, short: Sequence[Short], facts: Facts) -> tuple[PlacedTake, ...]:
    """The descriptions that did not fit, after the last words of their shots in the timeline with its holds."""
    return tuple(placed_at(one.told, _tail_start(held, held.slot(one.told.line.shot), facts), facts.fps) for one in short)


def placed_at(told: Told, start: int, fps: int) -> PlacedTake:
    """The description's take with its first sample on frame ``start``."""
    line, take = told.line, told.take
    at_ms = frames.milliseconds(start, fps)
    return PlacedTake(
        line_id=line.line_id,
        shot=line.shot,
        speaker=line.speaker,
        text=line.text,
        start=start,
        end=start + _frames(take, fps),
        audio_sha256=take.audio_sha256,
        source=take.source,
        words=tuple(PlacedWord(text=word.text, start_ms=at_ms + word.start_ms, end_ms=at_ms + word.end_ms) for word in take.words),
    )


def _frames(take: Take, fps: int) -> int:
    return max(1, frames.end_frame(take.duration_ms, fps))


def _gaps(timeline: Timeline, slot: Slot, facts: Facts, free_from: int) -> Iterator[tuple[int, int]]:
    """The quiet in which a description of ``slot`` may lie, first frame and end (exclusive), from frame ``free_from`` on."""
    breath = facts.frames(BREATH_MS)
    opens = [0, *(_opens(take, facts) for take in timeline.takes)]
    closes = [*(take.start - breath for take in timeline.takes), timeline.frames]
    latest = slot.end - facts.frames(LATEST_START_MS)
    for open_from, until in zip(opens, closes, strict=True):
        start = max(open_from, slot.start, free_from + breath if free_from else 0)
        end = min(until, slot.end + facts.timing.speech_after_cut_frames)
        if start <= latest and start < end:
            yield start, end


def _opens(take: PlacedTake, facts: Facts) -> int:
    """The first frame after ``take`` on which somebody else may speak."""
    quiet_ms = facts.timing.quiet_after_route_ms if facts.routes_named(take.text) else BREATH_MS
    return take.end + facts.frames(quiet_ms)


def _clear(gaps: Sequence[tuple[int, int]], timeline: Timeline, shot: str) -> Iterator[tuple[int, int]]:
    """What the shot's captioned sounds leave of ``gaps``."""
    sounds = sorted((sound.frame, sound.frame + sound.caption_frames) for sound in timeline.sounds if sound.shot == shot and sound.caption)
    for start, end in gaps:
        for hit, over in sounds:
            if start < over and hit < end:
                yield start, hit
                start = over
        yield start, end


def _tail_start(timeline: Timeline, slot: Slot, facts: Facts) -> int:
    """The first frame after the shot's last words on which its description may start."""
    after_cut = slot.start + facts.timing.speech_after_cut_frames + facts.frames(BREATH_MS)
    return max((_opens(take, facts) for take in timeline.takes_of(slot.shot)), default=after_cut)
