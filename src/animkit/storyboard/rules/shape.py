"""Rules for a shot's length, its edges, its pause and what it helps with."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.findings import Finding
from animkit.storyboard.model import Dissolve, Shot
from animkit.storyboard.rules.board import Board, ShotAt


def no_length(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Words give a shot its length; without them it is stated."""
    if not at.shot.lines and at.shot.seconds is None:
        mend = "give it lines, or write seconds:"
        yield board.find("no-length", "this shot has neither lines nor seconds", at.steps, why="nothing says how long it lasts", mend=mend)


def dissolve(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A dissolve has a shot before it, and leaves each shot some time of its own."""
    coming_in = at.shot.transition
    if not isinstance(coming_in, Dissolve):
        return
    steps = (*at.steps, "transition")
    if at.number == 0:
        yield board.find("dissolve-first", "no shot stands before this one", steps, mend="take the transition out")
        return
    for each, name in ((board.shots[at.number - 1], "the shot before"), (at, "this shot")):
        lasts, taken = _stated(each.shot), _dissolved(board, each)
        if lasts is not None and taken >= lasts:
            what = f"dissolves take {taken:g} s of {name}"
            mend = "make the shot longer, or the dissolve shorter"
            yield board.find("dissolve-long", what, steps, why=f"it lasts {lasts:g} s", mend=mend)


def pause(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A short runs through."""
    if at.shot.pause and board.storyboard.kind == "short":
        mend = "take the pause out, or write kind: film"
        yield board.find("pause-in-short", "a short has no pauses", (*at.steps, "pause"), mend=mend, key=True)


def helps_nothing(board: Board, at: ShotAt) -> Iterator[Finding]:
    """What helps, helps with something."""
    if at.shot.helps and not at.shot.helps.signs and not at.shot.sign:
        mend = "name the signs it answers: signs: [...]"
        yield board.find("helps-nothing", "this helps with no sign", (*at.steps, "helps"), mend=mend, key=True)


def _stated(shot: Shot) -> float | None:
    """How long a shot without words lasts."""
    return shot.seconds + shot.hold if shot.seconds is not None and not shot.lines else None


def _dissolved(board: Board, at: ShotAt) -> float:
    """How many seconds of the shot's own time are spent in dissolves: half of each, since they are centred on the cut."""
    following = [after.shot.transition for after in board.shots[at.number + 1 : at.number + 2]]
    return sum(edge.dissolve / 2 for edge in (at.shot.transition, *following) if isinstance(edge, Dissolve))
