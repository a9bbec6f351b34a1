"""A shot's lines with their takes, ready to be placed. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from animkit import frames
from animkit.findings import Finding
from animkit.narration.model import SpokenLine, Take
from animkit.storyboard.model import Shot
from animkit.storyboard.spoken import words as words_of
from animkit.timing.aligned import caption_words
from animkit.timing.facts import Facts
from animkit.timing.reading import Part
from animkit.timing.split import label_of, parts
from animkit.timing.timeline import PlacedTake, PlacedWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One line of a shot with its take. Times count from the take's first sample."""

    number: int
    """The line's index in the shot, from 0."""
    line: SpokenLine
    take: Take
    frames: int
    """From the first sample to the first frame after the last one."""
    speech_ms: int
    """The end of the last word."""
    parts: tuple[tuple[Part, ...], ...]
    """The caption's parts, for each of the film's readers."""
    speaker_name: str
    routes: tuple[str, ...]
    """The help routes it names: quiet follows them."""
    gap: float | None
    """Seconds of quiet before it, where the storyboard states them."""

    def marks(self, start: int, fps: int) -> dict[str, int]:
        """The frames of its marks, if its take starts on frame ``start``."""
        return {name: start + frames.start_frame(self.take.words[index].start_ms, fps) for name, index in self.line.marks}

    def placed(self, start: int, fps: int) -> PlacedTake:
        """The take with its first sample on frame ``start`` of the film."""
        at_ms = frames.milliseconds(start, fps)
        return PlacedTake(
            line_id=self.line.line_id,
            shot=self.line.shot,
            speaker=self.line.speaker,
            speaker_name=self.speaker_name,
            text=self.line.text,
            start=start,
            end=start + self.frames,
            audio_sha256=self.take.audio_sha256,
            source=self.take.source,
            words=tuple(PlacedWord(text=w.text, start_ms=at_ms + w.start_ms, end_ms=at_ms + w.end_ms) for w in self.take.words),
        )


def spoken(
    shot: Shot, lines: Sequence[SpokenLine], takes: Mapping[str, Take], facts: Facts
) -> tuple[tuple[Spoken, ...], tuple[Finding, ...]]:
    """The shot's ``lines`` with their takes, and a finding for each line that has none or whose marks have no word in its take."""
    found: list[Spoken] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines):
        take = takes.get(line.line_id)
        place = facts.place(shot.id, "lines", number, "text")
        if take is None or not take.words or not words_of(line.text):
            mend = "run `animkit narrate`, or record it"
            findings.append(Finding("no-take", f"line '{line.line_id}' has no take with words", mend=mend, place=place, shot=shot.id))
            continue
        for name, index in line.marks:
            if index >= len(take.words):
                what = f"beat '{name}' stands before word {index + 1} of line '{line.line_id}', whose take has {len(take.words)}"
                mend = "record the take again: its word times do not belong to these words"
                findings.append(Finding("beat-without-word", what, mend=mend, place=place, shot=shot.id))
        marks = tuple((name, min(index, len(take.words) - 1)) for name, index in line.marks)
        labelled = number == 0 or lines[number - 1].speaker != line.speaker
        found.append(_spoken(shot, number, replace(line, marks=marks), take, facts, labelled))
    return tuple(found), tuple(findings)


def _spoken(shot: Shot, number: int, line: SpokenLine, take: Take, facts: Facts, labelled: bool) -> Spoken:
    words = tuple(PlacedWord(text=word.text, start_ms=word.start_ms, end_ms=word.end_ms) for word in take.words)
    shown = caption_words(line.text, words)
    name = facts.name(line.speaker)
    label = len(label_of(name)) if labelled else 0
    speech_ms = max(word.end_ms for word in shown)
    return Spoken(
        number=number,
        line=line,
        take=take,
        frames=max(1, frames.end_frame(max(take.duration_ms, speech_ms), facts.fps)),
        speech_ms=speech_ms,
        parts=tuple(parts(shown, reader, label) for reader in facts.readers),
        speaker_name=name,
        routes=facts.routes_named(line.text),
        gap=shot.lines[number].gap,
    )
