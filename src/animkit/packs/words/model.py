"""What an editor writes for a pack, as values. Pure.

A text may make words bold between stars (``*a sign*``) and may hold {names} that are filled in: ``rich`` and ``fill`` know how.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from animkit.campaign.checked import STRICT

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Words = Annotated[str, Field(min_length=1, max_length=1200)]
Share = Annotated[float, Field(ge=0, le=1)]
Minutes = Annotated[float, Field(gt=0, le=30, multiple_of=0.5)]
Tone = Literal["quiet", "home", "film", "cards", "help"]
"""What a part of the lesson is for; it has its colour on plan and front page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A title and a sentence or two. ``icon`` is one of the pages' icons."""

    __pydantic_config__ = STRICT

    title: Words
    text: Words
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of a paper."""

    __pydantic_config__ = STRICT

    title: Words
    text: str = ""
    points: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What to do when a pupil tells something."""

    __pydantic_config__ = STRICT

    title: Words
    lead: Words
    say: Words
    points: tuple[Words, ...]
    """The least, for the front page and the plan."""
    steps: tuple[Note, ...]
    """All of it, for the page on the teacher's desk."""
    public: Words
    yourself: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How the lesson is made to fit a pupil."""

    __pydantic_config__ = STRICT

    who: Words
    how: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The letter home. What stands in [brackets] is for the school to fill in."""

    __pydantic_config__ = STRICT

    title: Words
    greeting: Words
    paragraphs: tuple[Words, ...]
    close: Words
    sign: Words
    help_title: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """One row of the curriculum map."""

    __pydantic_config__ = STRICT

    source: Words
    strand: Words
    meets: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumMap:
    """Where the lesson stands in the curricula."""

    __pydantic_config__ = STRICT

    title: Words
    intro: Words
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The accessibility statement."""

    __pydantic_config__ = STRICT

    title: Words
    works: tuple[Words, ...]
    not_yet: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Licence, credits and sources."""

    __pydantic_config__ = STRICT

    title: Words
    licence: tuple[Words, ...]
    sources: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolWords:
    """assets/packs/school.yaml: what every school pack says."""

    __pydantic_config__ = STRICT

    reviewed_by: str = ""
    home: Name | None = None
    first: tuple[Note, ...]
    told: Told
    rules: tuple[Words, ...]
    notes: tuple[Section, ...]
    fit: tuple[Fit, ...]
    letter: Letter
    curriculum: CurriculumMap
    access: Access
    about: About
    unconfirmed: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the lesson. The one with ``film: true`` lasts as long as the film and its pauses; every other states its minutes."""

    __pydantic_config__ = STRICT

    what: Words
    text: Words
    tone: Tone
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
class Still:
    """A picture from the film: ``at`` is the share of the shot that has passed (1 is its last frame)."""

    __pydantic_config__ = STRICT

    shot: Name
    at: Share = 0.5
    alt: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the children's booklet: one idea."""

    __pydantic_config__ = STRICT

    shot: Name
    at: Share = 0.5
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
    """assets/packs/NAME.yaml of a film for young people."""

    __pydantic_config__ = STRICT

    topic: Words
    need: tuple[Words, ...]
    lesson: Annotated[tuple[Part, ...], Field(min_length=1)]
    words: tuple[Word, ...]
    hear: tuple[Heard, ...]
    stretch: Words
    cards: dict[Name, CardWords] = Field(default_factory=dict)
    sheet: Sheet
    easy: Easy
    exit: Annotated[tuple[Words, ...], Field(min_length=1, max_length=2)]
    booklet: Booklet


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the guide, in per cent."""

    __pydantic_config__ = STRICT

    percent: Annotated[int, Field(ge=0, le=100)]
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The parents' guide of two pages."""

    __pydantic_config__ = STRICT

    picture: Still
    intro: Words
    signs_title: Words
    signs_after: Words
    start_title: Words
    start: tuple[Words, ...]
    together_title: Words
    together: tuple[Words, ...]
    figures_title: Words
    figures: tuple[Figure, ...]
    figures_source: Words
    told_title: Words
    told: tuple[Note, ...]
    helps_title: Words
    helps: tuple[Words, ...]
    harms_title: Words
    harms: tuple[Words, ...]
    blackmail_title: Words
    blackmail: Words
    help_title: Words
    help_headline: Words
    after: Words
    yourself: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkCards:
    """The cards for talking at home."""

    __pydantic_config__ = STRICT

    title: Words
    how: Words
    items: Annotated[tuple[Words, ...], Field(min_length=1, max_length=16)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentWords:
    """assets/packs/NAME.yaml of a film for parents and carers."""

    __pydantic_config__ = STRICT

    reviewed_by: str = ""
    topic: Words
    guide: Guide
    cards: TalkCards
    unconfirmed: tuple[Words, ...]
