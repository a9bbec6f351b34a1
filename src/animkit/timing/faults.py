"""What cannot be timed as a storyboard states it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from animkit import frames
from animkit.findings import Finding, Severity
from animkit.storyboard.model import Dissolve, Shot, Storyboard
from animkit.timing.facts import Facts
from animkit.timing.layout import Laid, acted
from animkit.timing.spoken import Spoken


def dissolve_into_first(storyboard: Storyboard, facts: Facts) -> Iterator[Finding]:
    """A finding where the film's first shot dissolves from nothing."""
    first = next(storyboard.shots())
    if isinstance(first.transition, Dissolve):
        place = facts.place(first.id, "transition")
        yield Finding(
            "dissolve-from-nothing", "the first shot has no shot before it", mend="write transition: cut", place=place, shot=first.id
        )


def faults(laid: Laid, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the time of one shot."""
    shot = laid.shot
    if not laid.lines and not shot.lines:
        yield from _stated(laid, facts)
    length = f"the shot lasts {_seconds(laid.frames, facts.fps)} s"
    for name, frame in sorted(laid.moments.beats.items()):
        if frame >= laid.frames:
            what = f"beat '{name}' would fall at {_seconds(frame, facts.fps)} s, after the end of its shot"
            place = facts.place(shot.id, "beats", name)
            yield Finding("beat-outside", what, why=length, mend="move it, or write seconds: or hold:", place=place, shot=shot.id)
    for sound in laid.moments.sounds:
        if sound.frame >= laid.frames:
            what = f"the sound '{sound.sound}' would be heard at {_seconds(sound.frame, facts.fps)} s, after the end of its shot"
            yield Finding(
                "sound-outside",
                what,
                why=length,
                mend="move it, or write seconds: or hold:",
                place=facts.place(shot.id, "sounds"),
                shot=shot.id,
            )
    for line in laid.lines:
        if len(line.routes) > 1:
            yield _routes_together(shot, line, facts)


def _stated(laid: Laid, facts: Facts) -> Iterator[Finding]:
    shot, edges = laid.shot, laid.edges
    if shot.seconds is None:
        mend = "write seconds:, or give it a line"
        yield Finding("no-length", "it has no words and no seconds", mend=mend, place=facts.place(shot.id), shot=shot.id)
        return
    place = facts.place(shot.id, "seconds")
    has = acted(shot, (), (), facts)
    apart = facts.frames(facts.timing.cuts_apart_ms)
    dissolves = edges.handle_in + edges.handle_out
    if has < apart:
        mend = f"write seconds: {_seconds(apart, facts.fps)} or more"
        yield Finding(
            "shot-too-short",
            f"it lasts {shot.seconds} s",
            why="calm cutting: cuts stand at least 1 s apart",
            mend=mend,
            place=place,
            shot=shot.id,
        )
    elif has <= dissolves:
        what = f"its dissolves take {_seconds(dissolves, facts.fps)} s of it, and it lasts {_seconds(has, facts.fps)} s"
        yield Finding("dissolve-too-long", what, mend="make it longer, or the dissolves shorter", place=place, shot=shot.id)


def _routes_together(shot: Shot, line: Spoken, facts: Facts) -> Finding:
    return Finding(
        "routes-in-one-line",
        f"line '{line.line.line_id}' names {len(line.routes)} help routes: {', '.join(line.routes)}",
        why="quiet to note each one can only follow a line",
        mend="give each help route a line of its own",
        place=facts.place(shot.id, "lines", line.number, "text"),
        severity=Severity.WARNING,
        shot=shot.id,
    )


def _seconds(count: int, fps: int) -> str:
    return f"{frames.milliseconds(count, fps) / 1000:.2f}".rstrip("0").rstrip(".")
