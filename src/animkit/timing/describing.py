"""Where descriptions are spoken: in the quiet of their own shot, or, in the extended version, while the last picture is held. Pure.

Promise: a description never lies over speech or over the quiet that follows a help route; one that does not fit is told with its excess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from animkit import frames
from animkit.narration.model import SpokenLine, Take
from animkit.timing.facts import Facts
from animkit.timing.holding import held
from animkit.timing.timeline import PlacedTake, PlacedWord, Slot, Timeline

BREATH_MS = 120
"""The least quiet between a description and the speech before and after it: two voices follow each other as in talk."""

LATEST_START_MS = 500
"""A description starts while its shot still has so much to show."""

REACH_MS = 1500
"""Where its own shot is too short, a description may begin so long before it or end so long after it, as describers do; never over a
pause, at which the film stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A description and its take."""

    line: SpokenLine
    take: Take


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A description that does not fit, and the longest quiet that its shot has for it."""

    told: Told
    room_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Descriptions at their places in the film's quiet, and those for which it has none."""

    placed: tuple[PlacedTake, ...]
    short: tuple[Short, ...]


def fit(timeline: Timeline, descriptions: Sequence[Told], facts: Facts, *, beside: Sequence[PlacedTake] = ()) -> Fitted:
    """Every description (in the film's order) in a quiet that is long enough for it, clear of sounds if it can be.

    All that fit into their own shots are placed there before any other reaches out of its shot. ``beside`` are descriptions that have
    their places already.
    """
    placed: dict[int, PlacedTake] = {}
    for reach in (0, facts.frames(REACH_MS)):
        for number, told in enumerate(descriptions):
            if number not in placed:
                room = _free(list(_gaps(timeline, timeline.slot(told.line.shot), facts, reach)), (*beside, *placed.values()), facts)
                found = _first_fit(told, room, timeline, facts)
                if found:
                    placed[number] = found
    short = []
    for number, told in enumerate(descriptions):
        if number not in placed:
            gaps = _gaps(timeline, timeline.slot(told.line.shot), facts, facts.frames(REACH_MS))
            longest = max((end - start for start, end in _free(list(gaps), (*beside, *placed.values()), facts)), default=0)
            short.append(Short(told=told, room_ms=frames.milliseconds(longest, facts.fps)))
    return Fitted(placed=tuple(placed[number] for number in sorted(placed, key=lambda number: placed[number].start)), short=tuple(short))


def _free(gaps: Sequence[tuple[int, int]], taken: Iterable[PlacedTake], facts: Facts) -> list[tuple[int, int]]:
    """What other descriptions leave of ``gaps``."""
    breath = facts.frames(BREATH_MS)
    found = list(gaps)
    for other in taken:
        start, end = other.start - breath, other.end + breath
        found = [
            part
            for first, last in found
            for part in ([(first, last)] if last <= start or end <= first else [(first, start), (end, last)])
            if part[0] < part[1]
        ]
    return found


def _first_fit(told: Told, gaps: Sequence[tuple[int, int]], timeline: Timeline, facts: Facts) -> PlacedTake | None:
    need = _frames(told.take, facts.fps)
    clear = _clear(gaps, timeline, told.line.shot)
    at = next((start for start, end in (*clear, *gaps) if start + need <= end), None)
    return None if at is None else placed_at(told, at, facts.fps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """The film with holds, so that every description has its place: ``holds`` are frames by shot, ``placed`` in the order of the film."""

    timeline: Timeline
    holds: Mapping[str, int]
    placed: tuple[PlacedTake, ...]


def extend(timeline: Timeline, descriptions: Sequence[Told], facts: Facts) -> Extended:
    """The film held at the end of each shot whose description fits nowhere else.

    A hold may take the place of a neighbour's description, which then gets a hold of its own: so it is tried again until all have a place.
    """
    late: list[Told] = [short.told for short in fit(timeline, descriptions, facts).short]
    while True:
        holds = {told.line.shot: _hold(timeline, told, facts) for told in late}
        longer = held(timeline, holds)
        waiting = [placed_at(told, _tail_start(longer, longer.slot(told.line.shot), facts), facts.fps) for told in late]
        fitted = fit(longer, [told for told in descriptions if told not in late], facts, beside=waiting)
        if not fitted.short:
            placed = sorted((*waiting, *fitted.placed), key=lambda take: take.start)
            return Extended(timeline=longer, holds=holds, placed=tuple(placed))
        late += [short.told for short in fitted.short]


def _hold(timeline: Timeline, told: Told, facts: Facts) -> int:
    """How many frames the picture of the description's shot must be held at its end, so that it fits after the last words."""
    slot = timeline.slot(told.line.shot)
    end = _tail_start(timeline, slot, facts) + _frames(told.take, facts.fps) + facts.frames(BREATH_MS)
    return max(1, end - (slot.end - slot.handle_out))


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


def _gaps(timeline: Timeline, slot: Slot, facts: Facts, reach: int) -> Iterator[tuple[int, int]]:
    """The quiet in which a description of ``slot`` may lie: first frame, and end (exclusive).

    ``reach`` is how many frames it may lie outside of its slot, where no pause stands at that end.
    """
    breath = facts.frames(BREATH_MS)
    stops = {pause.frame + 1 for pause in timeline.pauses}
    first = slot.start - (0 if slot.start in stops else reach)
    last = slot.end if slot.end in stops else slot.end + max(reach, facts.timing.speech_after_cut_frames)
    opens = [0, *(_opens(take, facts) for take in timeline.takes)]
    closes = [*(take.start - breath for take in timeline.takes), timeline.frames]
    latest = slot.end - facts.frames(LATEST_START_MS)
    for open_from, until in zip(opens, closes, strict=True):
        start = max(open_from, first)
        end = min(until, last)
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
