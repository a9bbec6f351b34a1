"""Small films for tests: lines are spoken evenly, so that every frame can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from strategies import campaign

from animkit.findings import Finding, Place
from animkit.narration.lines import spoken_lines
from animkit.narration.model import SpokenLine, Take, Word
from animkit.storyboard.model import Chapter, Line, Shot, Storyboard
from animkit.storyboard.spoken import words
from animkit.timing.plan import plan
from animkit.timing.timeline import Timeline


class At:
    """Places that name what they are asked for."""

    def shot(self, shot_id: str, *rest: str | int) -> Place:
        return Place(".".join(map(str, (shot_id, *rest))), 1, 1)


def film(*shots: Shot, **more: Any) -> Storyboard:
    """A film for 11 to 14 of these shots, in one chapter."""
    return Storyboard(
        version=1, title="Knock", band="11-14", review_by="2027-05-01", chapters=(Chapter(title="Live", shots=shots),), **more
    )


def shot(*texts: str | Line, name: str = "stream", scene: str = "stream", **more: Any) -> Shot:
    """A shot with these lines; each is the narrator's where it is only text."""
    lines = tuple(Line(text=text) if isinstance(text, str) else text for text in texts)
    return Shot(id=name, scene=scene, lines=lines, **more)


def take(line: SpokenLine, word_ms: int = 400) -> Take:
    """A take in which every word lasts ``word_ms``, without pauses."""
    said = tuple(Word(text=word, start_ms=i * word_ms, end_ms=(i + 1) * word_ms) for i, word in enumerate(words(line.spoken)))
    return Take(
        line_id=line.line_id,
        text_sha256="0" * 64,
        audio=Path("take.wav"),
        audio_sha256="1" * 64,
        duration_ms=len(said) * word_ms,
        words=said,
        source="synthetic: silent/none@0",
    )


def takes(storyboard: Storyboard, word_ms: int = 400) -> Mapping[str, Take]:
    return {line.line_id: take(line, word_ms) for line in spoken_lines(storyboard, campaign())}


def planned(*shots: Shot, word_ms: int = 400, **more: Any) -> tuple[Timeline, tuple[Finding, ...]]:
    """The plan of a film of these shots."""
    storyboard = film(*shots)
    return plan(storyboard, takes(storyboard, word_ms), campaign(), marks=At(), **more)


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Each finding's code, and where it is."""
    return [(finding.code, finding.place.path) for finding in findings]
