"""assets/packs/NAME.yaml of a film for young people, as values: the lesson around it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from animkit.campaign.checked import STRICT
from animkit.packs.words.common import Name, Share, Still, Words

Minutes = Annotated[float, Field(gt=0, le=30, multiple_of=0.5)]
Tone = Literal["quiet", "home", "film", "cards", "help"]
"""What a part of the lesson is for; it has its colour on plan and front page."""

Shows = Literal["words", "rules", "cards", "start", "routes", "exit"]
"""What the part's slide shows beside its name: nothing, the ground rules, the piles of cards, how to begin, help, the exit card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the lesson. The one with ``film: true`` lasts as long as the film and its pauses; every other states its minutes."""

    __pydantic_config__ = STRICT

    what: Words
    text: Words
    tone: Tone
    shows: Shows = "words"
    says: str = ""
    """What the pupils are told on the slide, for instance the sentence to finish."""
    minutes: Minutes | None = None
    film: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word to know."""

    __pydantic_config__ = STRICT

    word: Words
    means: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a teacher may hear at any time, and can say."""

    __pydantic_config__ = STRICT

    says: Words
    answer: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """A sign's or an action's words for a young band, where the campaign's own are too hard."""

    __pydantic_config__ = STRICT

    label: Annotated[str, Field(min_length=1, max_length=40)]
    text: Annotated[str, Field(min_length=1, max_length=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of the pupil sheet: lines to write on, a box (its height in mm) to draw in, or signs and what helps to match."""

    __pydantic_config__ = STRICT

    ask: Words
    lines: Annotated[int, Field(ge=0, le=8)] = 0
    box: Annotated[int, Field(ge=0, le=120)] = 0
    match: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The plain pupil sheet."""

    __pydantic_config__ = STRICT

    title: Words
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRow:
    """A picture and the one or two sentences beside it."""

    __pydantic_config__ = STRICT

    glyph: Name
    says: Annotated[tuple[Words, ...], Field(min_length=1, max_length=3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Easy:
    """The easy-read sheet."""

    __pydantic_config__ = STRICT

    title: Words
    rows: Annotated[tuple[EasyRow, ...], Field(min_length=1, max_length=6)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the children's booklet: one idea, and a picture from the film, cut to 4:3 about its ``focus``."""

    __pydantic_config__ = STRICT

    shot: Name
    at: Share = 0.5
    focus: Share = 0.5
    alt: Words
    kind: Literal["plain", "sign", "help"] = "plain"
    title: Words
    says: Annotated[tuple[Words, ...], Field(min_length=1, max_length=3)]
    strong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """The children's guide. Its cover, its help page and its card to cut out are made from the film's data."""

    __pydantic_config__ = STRICT

    title: Words
    subtitle: Words
    pages: Annotated[tuple[Leaf, ...], Field(min_length=1, max_length=12)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonWords:
    """The whole file."""

    __pydantic_config__ = STRICT

    topic: Words
    cover: Still
    """The picture on front page, booklet and first slide."""
    adults: tuple[Words, Words]
    """Whom a child can tell, and whom next: above two lines to write on."""
    need: tuple[Words, ...]
    lesson: Annotated[tuple[Part, ...], Field(min_length=1)]
    words: tuple[Word, ...]
    hear: tuple[Heard, ...]
    stretch: Words
    cards: dict[Name, CardWords] = field(default_factory=dict)
    sheet: Sheet
    easy: Easy
    exit: Annotated[tuple[Words, ...], Field(min_length=1, max_length=2)]
    booklet: Booklet
