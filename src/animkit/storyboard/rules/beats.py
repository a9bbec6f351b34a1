"""Rules for marks, beats and the sounds that hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from animkit.findings import Finding, Severity
from animkit.storyboard.near import choose, closest, quoted, slug
from animkit.storyboard.rules.board import Board, ShotAt
from animkit.storyboard.spoken import MarkProblem, mark_names, mark_problems
from animkit.strict.nodes import Steps


def braces(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A brace is part of a mark that stands before a word."""
    for index, line in enumerate(at.shot.lines):
        for key, text in (("text", line.text), ("say", line.say or "")):
            steps = (*at.steps, "lines", index, key)
            for problem in mark_problems(text):
                code, what, mend = _brace_words(problem)
                yield board.at(code, what, board.marks.inside(steps, problem.offset), steps, mend=mend)


def marks_in_say(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Where the spoken form differs from the text, the marks stand in it too: the picture follows the voice."""
    for index, line in enumerate(at.shot.lines):
        written, said = set(mark_names(line.text)), set(mark_names(line.say or ""))
        steps: Steps = (*at.steps, "lines", index, "say")
        if not line.say or not written:
            continue
        for name in sorted(written - said):
            what = f"the text has the mark {{{name}}}, and say has not"
            mend = f"put {{{name}}} before the word that is spoken then"
            yield board.find("mark-not-in-say", what, steps, why="the picture follows the voice", mend=mend)
        for name in sorted(said - written):
            what = f"say has the mark {{{name}}}, and the text has not"
            yield board.find("mark-only-in-say", what, steps, mend=f"put {{{name}}} into the text too, or leave the text without marks")


def named_twice(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A beat is one moment."""
    seen: dict[str, int] = {}
    for mark in at.marks:
        place = board.marks.inside(mark.steps, mark.offset)
        if mark.name in seen:
            what = f"the mark {{{mark.name}}} stands on line {seen[mark.name]} too"
            yield board.at("mark-twice", what, place, mark.steps, why="a beat is one moment", mend="give this one another name")
        seen.setdefault(mark.name, place.line)
    for name in at.shot.beats:
        if name in seen:
            what = f"the beat {quoted(name)} is a mark in a line too"
            yield board.find("beat-twice", what, (*at.steps, "beats", name), mend="give one of the two another name", key=True)


def unknown_beat(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A sound that hangs on a beat of this shot hangs on one that is there."""
    for index, sound in enumerate(at.shot.sounds):
        if isinstance(sound.at, str) and "." not in sound.at and sound.at not in at.beats:
            mend = choose(sound.at, at.beats) if at.beats else f"put {{{sound.at}}} before a word, or write seconds"
            yield board.find("unknown-beat", f"this shot has no beat {quoted(sound.at)}", (*at.steps, "sounds", index, "at"), mend=mend)


def onsets(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A beat that hangs on a sound finds that sound in its shot, and enough onsets in it."""
    placed = [sound.sound for sound in at.shot.sounds]
    stated: list[tuple[Steps, str | float]] = [((*at.steps, "beats", name), value) for name, value in at.shot.beats.items()]
    stated += [((*at.steps, "sounds", index, "at"), sound.at) for index, sound in enumerate(at.shot.sounds)]
    for steps, value in stated:
        if not isinstance(value, str) or "." not in value:
            continue
        name, _, number = value.partition(".")
        has = board.names.sounds.get(name) if board.names.sounds is not None else None
        if name not in placed:
            mend = choose(name, placed) if placed else f"add {{sound: {name}}} to sounds"
            yield board.find("sound-not-here", f"this shot has no sound {quoted(name)}", steps, mend=mend)
        elif has is not None and int(number) > has * placed.count(name):
            most = has * placed.count(name)
            what = f"{quoted(name)} is heard {most} time{'s' if most != 1 else ''} in this shot"
            yield board.find("no-such-onset", what, steps, mend=f"write {name}.1{f' to {name}.{most}' if most > 1 else ''}")
        elif _hangs_on_itself(at, value, set()):
            yield board.find("beat-in-circle", f"{quoted(value)} hangs on itself", steps, mend="write seconds for one of the two")


def after_the_end(board: Board, at: ShotAt) -> Iterator[Finding]:
    """In a shot without words, whose length is stated, everything happens before its end."""
    if at.shot.lines or at.shot.seconds is None or not at.whole:
        return
    ends = at.shot.seconds + at.shot.hold
    stated: list[tuple[Steps, str | float]] = [((*at.steps, "beats", name), value) for name, value in at.shot.beats.items()]
    stated += [((*at.steps, "sounds", index, "at"), sound.at) for index, sound in enumerate(at.shot.sounds)]
    for steps, value in stated:
        if not isinstance(value, str) and value >= ends:
            what = f"{value:g} s is after the end of this shot"
            yield board.find("after-the-end", what, steps, why=f"it lasts {ends:g} s", mend="move it, or give the shot more seconds")


def nearly_a_beat(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A mark that is nearly a beat on which the scene acts, and that nothing else hangs on, is probably misspelt."""
    acts_on = set((board.scenes or {}).get(at.shot.scene, {}).get("x-animkit-beats", ()))
    used = {sound.at for sound in at.shot.sounds}
    for mark in at.marks:
        near = closest(mark.name, acts_on - at.beats)
        if near and mark.name not in acts_on | used:
            place = board.marks.inside(mark.steps, mark.offset)
            what = f"scene '{at.shot.scene}' does nothing on {{{mark.name}}}"
            found = board.at("mark-unused", what, place, mark.steps, mend=f"did you mean {{{near}}}?")
            yield replace(found, severity=Severity.WARNING)


def _hangs_on_itself(at: ShotAt, value: str | float, seen: set[str | float]) -> bool:
    if value in seen:
        return True
    if not isinstance(value, str):
        return False
    if "." in value:
        following = [sound.at for sound in at.shot.sounds if sound.sound == value.partition(".")[0]]
    else:
        following = [at.shot.beats[value]] if value in at.shot.beats else []
    return any(_hangs_on_itself(at, item, {*seen, value}) for item in following)


def _brace_words(problem: MarkProblem) -> tuple[str, str, str]:
    mark = f"{{{problem.name}}}"
    match problem.fault:
        case "unclosed":
            return "brace-open", "this brace is never closed", "close it right behind the mark's name: {end}"
        case "unopened":
            return "brace-closed", "this brace closes nothing", "open it before the mark's name: {end}"
        case "bad-name":
            name = slug(problem.name) or "end"
            return "odd-mark", f"{mark} is no mark", f"write {{{name}}}: lower-case words joined by hyphens"
        case "inside-word":
            return "mark-in-word", f"{mark} stands inside a word", "put it before the word, behind a space"
        case _:
            return "mark-at-end", f"no word follows {mark}", "put it before the word on which the picture acts"
