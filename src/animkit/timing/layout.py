"""One shot laid out in time: where its lines start and how long it lasts. Frames count from the slot's first one. Pure.

Promise: speech never stands close to a cut; every caption can be read inside the slot and ends on the cut or well before it; quiet
follows every help route. The timeline gives way, never the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from animkit import frames
from animkit.storyboard.model import Shot
from animkit.timing.facts import HELP_CARD, Facts
from animkit.timing.moments import Moments, moments
from animkit.timing.reading import SOUND_LATE_MS, Span, spans
from animkit.timing.spoken import Spoken
from animkit.timing.timeline import PlacedSound


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """What surrounds a shot: the frames of its dissolves beyond the cut on each side, and the caption of music that begins with it."""

    handle_in: int = 0
    handle_out: int = 0
    mood_caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A shot laid out: its lines with the frames on which they start, its moments, and its length."""

    shot: Shot
    lines: tuple[Spoken, ...]
    at: tuple[int, ...]
    moments: Moments
    frames: int
    edges: Edges

    def marks(self, fps: int) -> dict[str, int]:
        """The frames of all its lines' marks."""
        return marks(self.lines, self.at, fps)


def lay_out(shot: Shot, lines: tuple[Spoken, ...], edges: Edges, facts: Facts) -> Laid:
    """The shot in time, by itself: nothing in it depends on its neighbours but its edges."""
    at = starts(shot, lines, edges, facts)
    found = moments(shot, marks(lines, at, facts.fps), facts)
    lasts = length(shot, lines, at, found.sounds, edges, facts)
    return Laid(shot=shot, lines=lines, at=at, moments=found, frames=lasts, edges=edges)


def marks(lines: Sequence[Spoken], at: Sequence[int], fps: int) -> dict[str, int]:
    """The frames of all the lines' marks."""
    return {name: frame for line, start in zip(lines, at, strict=True) for name, frame in line.marks(start, fps).items()}


def starts(shot: Shot, lines: Sequence[Spoken], edges: Edges, facts: Facts) -> tuple[int, ...]:
    """The frame on which each line's take starts."""
    found: list[int] = []
    for index, line in enumerate(lines):
        if not found:
            found.append(_first(shot, line, edges, facts))
            continue
        before = lines[index - 1]
        end = found[-1] + before.frames
        gap = facts.frames(facts.timing.line_gap_ms) if line.gap is None else frames.frames_for(line.gap, facts.fps)
        if before.routes:
            gap = max(gap, facts.frames(facts.timing.quiet_after_route_ms))
        read = max(span[-1].enough for span in _spans(lines[:index], found, facts)) + facts.captions.lead_frames
        found.append(max(end + gap, read))
    return tuple(found)


def _first(shot: Shot, line: Spoken, edges: Edges, facts: Facts) -> int:
    """The first line waits for the eye, for the end of a dissolve, and for what is heard and captioned before it."""
    lead = facts.captions.lead_frames
    earliest = max(facts.timing.speech_after_cut_frames, edges.handle_in + lead)
    if line.gap is not None:
        return max(earliest, frames.frames_for(line.gap, facts.fps))
    captioned = edges.handle_in + facts.caption_need(edges.mood_caption)
    for hit, need in sorted(_stated_sounds(shot, facts)):
        if hit < max(earliest, captioned + lead):
            captioned = max(captioned, hit) + need
    return max(earliest, captioned + lead if captioned > edges.handle_in else 0)


def _stated_sounds(shot: Shot, facts: Facts) -> Iterator[tuple[int, int]]:
    """The frames of the captioned sounds that hang on no beat, and how long their captions want to be read."""
    for sound in shot.sounds:
        need = facts.caption_need(facts.sound_caption(sound.sound, sound.caption))
        if not isinstance(sound.at, str) and need:
            yield frames.frame_at(sound.at, facts.fps), need


def _spans(lines: Sequence[Spoken], at: Sequence[int], facts: Facts) -> list[tuple[Span, ...]]:
    """When the captions of ``lines`` may be shown, for each reader."""
    return [
        spans([(start, part) for line, start in zip(lines, at, strict=True) for part in line.parts[number]], reader)
        for number, reader in enumerate(facts.readers)
    ]


def length(shot: Shot, lines: Sequence[Spoken], at: Sequence[int], sounds: Sequence[PlacedSound], edges: Edges, facts: Facts) -> int:
    """How many frames the shot lasts. ``at`` are its lines' starts; ``sounds`` lie in it, frames from its first one."""
    least = max(
        acted(shot, lines, at, facts),
        frames.frames_for(shot.seconds or 0.0, facts.fps) if lines else 0,
        facts.frames(facts.timing.cuts_apart_ms),
        facts.frames(facts.timing.help_card_shortest_ms) if shot.scene == HELP_CARD else 0,
        edges.handle_in + edges.handle_out + 1,
        at[-1] + lines[-1].frames + edges.handle_out if lines else 0,
    )
    if not lines:
        return least
    ends = [_last_caption(span, at[-1], sounds, facts) for span in _spans(lines, at, facts)]
    clear = max(facts.captions.cut_clear_frames, edges.handle_out)
    for frame in count(least):
        if all(frame >= enough + clear or (not edges.handle_out and enough <= frame <= latest) for enough, latest in ends):
            return frame
    raise AssertionError("a later frame is always clear")


def acted(shot: Shot, lines: Sequence[Spoken], at: Sequence[int], facts: Facts) -> int:
    """The shot without rounding up: what is said, or the stated seconds, then the holds."""
    hold = frames.frames_for(shot.hold, facts.fps)
    pause = facts.frames(facts.timing.pause_hold_ms) if shot.pause else 0
    if not lines:
        return frames.frames_for(shot.seconds or 0.0, facts.fps) + max(hold, pause)
    last, start = lines[-1], at[-1]
    quiet = facts.frames(facts.timing.quiet_after_route_ms) if last.routes else 0
    tail = start + frames.end_frame(last.speech_ms + facts.timing.after_speech_ms, facts.fps)
    return max(tail, start + last.frames + max(quiet, pause)) + hold


def _last_caption(span: Sequence[Span], last_line: int, sounds: Sequence[PlacedSound], facts: Facts) -> tuple[int, int]:
    """When the shot's last caption is read, and until when it may stay.

    It is the last words', or that of a sound that is heard during or after the line that starts on frame ``last_line``, and may still
    be captioned when those words have been read.
    """
    enough, latest = span[-1].enough, span[-1].latest
    for sound in sounds:
        begins = max(enough, sound.frame)
        if sound.caption and sound.frame >= last_line and begins - sound.frame <= facts.frames(SOUND_LATE_MS):
            enough = begins + facts.caption_need(sound.caption)
            latest = begins + max(sound.caption_frames, facts.caption_need(sound.caption))
    return enough, latest


def quiet_after(line: Spoken, pause: bool, facts: Facts) -> int:
    """The frames without speech that must follow ``line``'s take: after a help route, and at the end of a pause's shot."""
    quiet = facts.timing.quiet_after_route_ms if line.routes else 0
    return facts.frames(max(quiet, facts.timing.pause_hold_ms if pause else 0))
