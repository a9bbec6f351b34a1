"""The children's booklet read aloud: which lines a voice says on each page, and when. Pure.

Every page is a chapter, so that a child can go back to one. A help route is followed by quiet, as in the films.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from animkit.campaign import Campaign
from animkit.frames import end_frame
from animkit.narration.model import SpokenLine, Take
from animkit.packs.model import Lesson
from animkit.packs.words.rich import plain
from animkit.storyboard.model import NARRATOR
from animkit.storyboard.spoken import route_words, spoken_form
from animkit.timing.timeline import PlacedChapter, PlacedTake, Slot, Timeline

NOT_READ_CPS = 1000.0
"""Nobody reads captions here, so that no reading speed slows the voice."""
LINE_GAP_MS, PAGE_GAP_MS, ROUTE_GAP_MS = 450, 1500, 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A page as it is read: its title, and what is said. ``routes`` says that quiet follows each line."""

    id: str
    title: str
    says: tuple[str, ...]
    routes: bool = False


def spreads(lesson: Lesson) -> tuple[Spread, ...]:
    """The booklet's pages in order."""
    return tuple(_spreads(lesson))


def _spreads(lesson: Lesson) -> Iterator[Spread]:
    words, always = lesson.words.booklet, lesson.school.always
    opening = always.booklet_opening
    yield Spread(id="cover", title=words.title, says=(words.title, words.subtitle))
    yield Spread(id="opening", title=opening.title, says=(" ".join(map(plain, opening.points)),))
    for number, leaf in enumerate(words.pages, 1):
        said = (leaf.title, " ".join(map(plain, leaf.says)), leaf.strong)
        yield Spread(id=f"leaf-{number}", title=leaf.title, says=tuple(text for text in said if text))
    yield Spread(id="people", title=always.people_title, says=(*lesson.words.adults, f"{always.start_title} {always.start}"))
    yield Spread(id="help", title=always.headline, says=(always.headline, always.line))
    yield Spread(
        id="routes", title="Help", says=tuple(f"{post.name}: {post.value}. {post.note}".strip() for post in lesson.routes), routes=True
    )


def aloud_lines(lesson: Lesson, campaign: Campaign) -> tuple[SpokenLine, ...]:
    """Every line of the booklet, for the narrator's voice, at the pace of its band."""
    said = route_words(campaign.help_routes)
    pace = next(rules.pace_wpm for band, rules in campaign.profile.bands.items() if band == lesson.facts.band)
    return tuple(
        SpokenLine(
            line_id=f"{spread.id}.{number}",
            shot=spread.id,
            speaker=NARRATOR,
            voice=campaign.cast[NARRATOR].voice,
            text=text,
            spoken=spoken_form(_stopped(text.replace("’", "'")), said, lesson.facts.language),
            language=lesson.facts.language,
            pace_wpm=pace,
            captions_cps=NOT_READ_CPS,
        )
        for spread in spreads(lesson)
        for number, text in enumerate(spread.says, 1)
    )


def aloud_timeline(lesson: Lesson, takes: Mapping[str, Take], fps: int) -> Timeline:
    """When each line is heard: a page is a slot and a chapter."""
    at = 0
    slots: list[Slot] = []
    placed: list[PlacedTake] = []
    chapters: list[PlacedChapter] = []
    for spread in spreads(lesson):
        start, at = at, at + end_frame(LINE_GAP_MS, fps)
        for number, text in enumerate(spread.says, 1):
            take = takes[f"{spread.id}.{number}"]
            end = at + end_frame(take.duration_ms, fps)
            placed.append(_placed(spread.id, text, take, at, end))
            at = end + end_frame(ROUTE_GAP_MS if spread.routes else LINE_GAP_MS, fps)
        at += end_frame(PAGE_GAP_MS, fps)
        slots.append(Slot(shot=spread.id, start=start, frames=at - start))
        chapters.append(PlacedChapter(title=spread.title, start=start, frames=at - start))
    return Timeline(fps=fps, frames=at, slots=tuple(slots), takes=tuple(placed), chapters=tuple(chapters))


def _placed(shot: str, text: str, take: Take, start: int, end: int) -> PlacedTake:
    return PlacedTake(
        line_id=take.line_id,
        shot=shot,
        speaker=NARRATOR,
        text=text,
        start=start,
        end=end,
        audio_sha256=take.audio_sha256,
        source=take.source,
        words=(),
    )


def _stopped(text: str) -> str:
    """``text`` with an end that a voice hears, and without the quotation marks that it does not."""
    bare = text.replace("“", "").replace("”", "")
    return bare if bare[-1:] in tuple(".?!…") else f"{bare}."


def routes_said(timeline: Timeline) -> Sequence[str]:
    """The lines that name a help route: nothing sounds under them."""
    return [take.line_id for take in timeline.takes if take.shot == "routes"]
