"""The picture lock: a timeline that the picture keeps. The voice must fit it. Pure.

Promise: whatever the takes are, slots, beats and the starts of takes keep their frames. What does not fit is a finding with its excess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from animkit.findings import Finding
from animkit.storyboard.model import Storyboard
from animkit.timing import runs
from animkit.timing.facts import Facts
from animkit.timing.layout import Laid, quiet_after
from animkit.timing.moments import moments
from animkit.timing.spoken import Spoken
from animkit.timing.timeline import Beat, PlacedSound, PlacedTake, Slot, Timeline

UNLOCK = "put it back, or run `animkit unlock` and then `animkit lock`"


def locked(timeline: Timeline) -> Timeline:
    """The timeline as a picture lock."""
    return replace(timeline, locked=True)


def keep_locked(
    storyboard: Storyboard, laid: Sequence[Laid], lock: Timeline, changes: Mapping[str, tuple[str, str]], facts: Facts
) -> tuple[Timeline, tuple[Finding, ...]]:
    """The locked timeline with today's takes, sounds, music, chapters and pauses, and what does not fit it.

    ``laid`` are the shots as they would be without a lock. Where the storyboard has other shots than the lock, or another frame rate,
    nothing can be placed: the lock itself comes back, with the finding.
    """
    if found := tuple(_other_film(laid, lock, facts)):
        return lock, found
    findings: list[Finding] = []
    takes: list[PlacedTake] = []
    beats: list[Beat] = []
    sounds: list[PlacedSound] = []
    for one, slot in zip(laid, lock.slots, strict=True):
        kept = lock.beats_of(one.shot.id)
        moved = moments(one.shot, one.marks(facts.fps), facts, {name: frame - slot.start for name, frame in kept.items()})
        placed = _takes(one, slot, lock, facts)
        takes += [take for _, take in placed]
        beats += [beat for beat in lock.beats if beat.shot == one.shot.id]
        sounds += runs.sounds_in(moved.sounds, slot)
        findings += [*moved.findings, *_changed(one, slot, lock, facts), *_too_long(one, slot, placed, facts)]
    timeline = replace(
        lock,
        takes=tuple(takes),
        beats=tuple(beats),
        sounds=tuple(sounds),
        moods=runs.moods(changes, lock.slots),
        pauses=runs.pauses(storyboard, lock.slots),
        chapters=runs.chapters(storyboard, lock.slots),
        locked=True,
    )
    return timeline, tuple(findings)


def _other_film(laid: Sequence[Laid], lock: Timeline, facts: Facts) -> Iterator[Finding]:
    if lock.fps != facts.fps:
        what = f"the picture is locked at {lock.fps} frames a second, the film is made at {facts.fps}"
        yield Finding("lock-other-rate", what, mend=UNLOCK)
    has, had = [one.shot.id for one in laid], [slot.shot for slot in lock.slots]
    for shot in has:
        if shot not in had:
            yield Finding("shot-not-locked", "it is not in the picture lock", mend=UNLOCK, place=facts.place(shot), shot=shot)
    for shot in had:
        if shot not in has:
            yield Finding("locked-shot-gone", f"the picture lock has the shot '{shot}', the storyboard has not", mend=UNLOCK)
    if has != had and set(has) == set(had):
        yield Finding("lock-other-order", "the shots have another order than the picture lock", mend=UNLOCK)


def _takes(one: Laid, slot: Slot, lock: Timeline, facts: Facts) -> list[tuple[Spoken, PlacedTake]]:
    """The lines that the lock knows, at their locked starts."""
    starts = {take.line_id: take.start for take in lock.takes if take.shot == slot.shot}
    return [(line, line.placed(starts[line.line.line_id], facts.fps)) for line in one.lines if line.line.line_id in starts]


def _changed(one: Laid, slot: Slot, lock: Timeline, facts: Facts) -> Iterator[Finding]:
    shot = one.shot
    known = {take.line_id for take in lock.takes_of(shot.id)}
    for line in one.lines:
        if line.line.line_id not in known:
            place = facts.place(shot.id, "lines", line.number, "text")
            yield Finding(
                "line-not-locked", f"line '{line.line.line_id}' is not in the picture lock", mend=UNLOCK, place=place, shot=shot.id
            )
    beats = lock.beats_of(shot.id)
    for line in one.lines:
        for name, _ in line.line.marks:
            if name not in beats:
                yield _beat(name, one, ("lines", line.number, "text"), facts)
    for name in shot.beats:
        if name not in beats:
            yield _beat(name, one, ("beats", name), facts)
    if (slot.handle_in, slot.handle_out) != (one.edges.handle_in, one.edges.handle_out):
        what = "its dissolves have changed since the picture was locked"
        yield Finding("transition-not-locked", what, mend=UNLOCK, place=facts.place(shot.id, "transition"), shot=shot.id)


def _beat(name: str, one: Laid, rest: tuple[str | int, ...], facts: Facts) -> Finding:
    return Finding(
        "beat-not-locked", f"beat '{name}' is not in the picture lock", mend=UNLOCK, place=facts.place(one.shot.id, *rest), shot=one.shot.id
    )


def _too_long(one: Laid, slot: Slot, placed: Sequence[tuple[Spoken, PlacedTake]], facts: Facts) -> Iterator[Finding]:
    for index, (line, take) in enumerate(placed):
        last = index == len(placed) - 1
        until = slot.end - slot.handle_out if last else placed[index + 1][1].start
        if last:
            until = min(until, slot.end - quiet_after(line, one.shot.pause is not None, facts))
        else:
            until -= quiet_after(line, False, facts)
        has_ms = (until - take.start) * 1000 / facts.fps
        wants_ms = max(line.take.duration_ms, line.speech_ms)
        if wants_ms > has_ms:
            yield Finding(
                "take-too-long",
                f"the take of line '{line.line.line_id}' is {ceil(wants_ms - has_ms)} ms too long for the locked picture",
                why=f"it lasts {wants_ms / 1000:.2f} s and has {max(0.0, has_ms) / 1000:.2f} s",
                mend="say it with fewer words, record it faster, or run `animkit unlock`",
                place=facts.place(one.shot.id, "lines", line.number, "text"),
                shot=one.shot.id,
                frame=take.start,
            )
