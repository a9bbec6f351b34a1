"""Hypothesis strategies: storyboards, their spoken lines, takes of them, timelines, cues.

Everything drawn here is what the parser would let through, so that a property holds for any film an editor can write. Texts have
names, numbers, short and long words and punctuation; takes are spoken fast and slowly, with pauses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from animkit import campaign as campaigns
from animkit.campaign.load import Campaign
from animkit.campaign.project import CHECKOUT, Project
from animkit.captions.cue import Cue
from animkit.narration.lines import spoken_lines as lines_of
from animkit.narration.model import SpokenLine, Take, Word
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.storyboard.model import Band, Chapter, Dissolve, Line, Pause, Shot, Sound, Storyboard
from animkit.storyboard.spoken import strip_marks, words
from animkit.timing.plan import plan
from animkit.timing.timeline import Timeline

BANDS: tuple[Band, ...] = ("8-10", "11-14", "14-18", "adults")

WORDS = (
    "a you and it the stop dare one live end they stream again never friend secret picture comments anyone uncomfortable "
    "Maya Otis CEOP 999 0800 1111 don't it's grown-up It You –"
)


@cache
def campaign() -> Campaign:
    """The project's own campaign, read once."""
    return campaigns.load(Project(CHECKOUT.resolve(), CHECKOUT.resolve()))


@st.composite
def texts(draw: st.DrawFn, marks: Sequence[str] = ()) -> str:
    """A caption of one to three sentences; ``marks`` stand before words of it, in order."""
    sentences = draw(st.lists(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14), min_size=1, max_size=3))
    found = [word for sentence in sentences for word in ("Stop", *sentence[:-1], sentence[-1] + draw(st.sampled_from([".", "?", "!"])))]
    found = [word for word in found if any(letter.isalnum() for letter in word)] or ["Stop."]
    for name in marks:
        index = draw(st.integers(0, len(found) - 1))
        found[index] = "{" + name + "} " + found[index]
    return " ".join(found)


@st.composite
def lines(draw: st.DrawFn, number: int, speakers: Sequence[str]) -> Line:
    """A line; its marks are named after its ``number``, so that they are its shot's own."""
    names = [f"b{number}{letter}" for letter in "xyz"[: draw(st.integers(0, 3))]]
    gap = draw(st.none() | st.floats(0, 2).map(lambda seconds: round(seconds, 2)))
    return Line(text=draw(texts(names)), speaker=draw(st.sampled_from(list(speakers))), gap=gap)


@st.composite
def shots(draw: st.DrawFn, shot_id: str, *, first: bool = False, last: bool = False) -> Shot:
    """A shot with lines, or with stated seconds; its moments lie in its first second, which every shot has."""
    spoken = draw(st.integers(0, 3))
    said = tuple(draw(lines(number, ("narrator", "des", "noor"))) for number in range(spoken))
    marks = [name for line in said for name, _ in strip_marks(line.text)[1]]
    moment = st.floats(0, 0.9).map(lambda seconds: round(seconds, 2))
    at = moment | st.sampled_from(marks) if marks else moment
    sounds = tuple(
        Sound(
            sound=draw(st.sampled_from(["tap", "lid", "breath", "pop"])),
            at=draw(at),
            caption=draw(st.sampled_from([None, "", "a low thud"])),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    beats: dict[str, str | float] = {f"s{index}": draw(moment) for index in range(draw(st.integers(0, 2)))}
    if sounds:
        beats["onset"] = f"{sounds[0].sound}.1"
    stated = st.floats(2.5, 6).map(lambda seconds: round(seconds, 2))
    dissolve = st.floats(0.08, 2).map(lambda seconds: Dissolve(dissolve=round(seconds, 2)))
    return Shot(
        id=shot_id,
        scene="help-card" if last else "stream",
        lines=said,
        seconds=draw(stated | st.none()) if said else draw(stated),
        hold=draw(st.sampled_from([0.0, 0.0, 0.5, 1.37])),
        beats=beats,
        sounds=sounds,
        mood=draw(st.none() | st.sampled_from(["groove", "tick", "none", "hum"])),
        transition="cut" if first else draw(st.just("cut") | dissolve),
        pause=draw(st.none() | st.just(Pause(question="What changed?", minutes=3, who="In pairs"))),
        description=draw(st.none() | st.just("A room.")),
    )


@st.composite
def storyboards(draw: st.DrawFn, most_shots: int = 4) -> Storyboard:
    """A film of one to ``most_shots`` shots in one or two chapters, whose last shot is the help card."""
    count = draw(st.integers(1, most_shots))
    made = [draw(shots(f"shot-{n}", first=n == 1, last=n == count)) for n in range(1, count + 1)]
    split = draw(st.integers(1, count))
    chapters = [Chapter(title=f"Chapter {n}", shots=tuple(run)) for n, run in enumerate((made[:split], made[split:]), 1) if run]
    return Storyboard(version=1, title="Knock", band=draw(st.sampled_from(BANDS)), review_by="2027-05-01", chapters=tuple(chapters))


def spoken_lines(storyboard: Storyboard) -> tuple[SpokenLine, ...]:
    """The storyboard's lines as narrators get them."""
    return lines_of(storyboard, campaign())


@st.composite
def takes(draw: st.DrawFn, line: SpokenLine, fastest_ms: int = 60, slowest_ms: int = 110) -> Take:
    """A take of ``line``; each letter lasts from ``fastest_ms`` to ``slowest_ms``, with a pause after some words."""
    spoken: list[Word] = []
    now = draw(st.integers(0, 20))
    for word in words(line.spoken):
        lasts = len(word) * draw(st.integers(fastest_ms, slowest_ms))
        spoken.append(Word(text=word, start_ms=now, end_ms=now + lasts))
        now += lasts + draw(st.sampled_from([0, 0, 40, 75, 600]))
    return Take(
        line_id=line.line_id,
        text_sha256="0" * 64,
        audio=Path("take.wav"),
        audio_sha256="1" * 64,
        duration_ms=spoken[-1].end_ms + draw(st.integers(0, 30)),
        words=tuple(spoken),
        source="synthetic: silent/none@0",
    )


@st.composite
def takes_of(draw: st.DrawFn, storyboard: Storyboard, fastest_ms: int = 60, slowest_ms: int = 110) -> Mapping[str, Take]:
    """A take for every line of ``storyboard``."""
    return {line.line_id: draw(takes(line, fastest_ms, slowest_ms)) for line in spoken_lines(storyboard)}


@st.composite
def films(draw: st.DrawFn, most_shots: int = 4) -> tuple[Storyboard, Mapping[str, Take]]:
    """A storyboard and its takes."""
    storyboard = draw(storyboards(most_shots))
    return storyboard, draw(takes_of(storyboard))


@st.composite
def timelines(draw: st.DrawFn, most_shots: int = 4) -> Timeline:
    """The timeline of any film."""
    storyboard, found = draw(films(most_shots))
    fps = draw(st.sampled_from([24, 25, 30, 50]))
    return plan(storyboard, found, campaign(), fps=fps, lines=spoken_lines(storyboard), sounds=SOUNDS, moods=MOODS)[0]


@st.composite
def cue_lists(draw: st.DrawFn) -> tuple[Cue, ...]:
    """Cues in order, apart from each other, with any text a caption may have: markup, quotes, other scripts."""
    row = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
    rows = st.lists(st.lists(row, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=2).map(tuple)
    found: list[Cue] = []
    now = 0
    for number in range(draw(st.integers(0, 6))):
        start = now + draw(st.integers(0, 100))
        now = start + draw(st.integers(1, 200))
        speaker = draw(st.sampled_from(["", "Miss Noor", "A & B <C>"]))
        is_sound = not speaker and draw(st.booleans())
        shown = ("[a low hum]",) if is_sound else draw(rows)
        line = "" if is_sound else f"shot.{number}"
        found.append(
            Cue(
                start=start,
                end=now,
                rows=shown,
                shot="shot",
                line_id=line,
                speaker=speaker,
                is_sound=is_sound,
                labelled=bool(speaker) and draw(st.booleans()),
            )
        )
    return tuple(found)
