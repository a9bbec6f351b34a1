"""What a pack is made of, as values: each paper, slide, page and card reads these and nothing else. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.school import SchoolWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """A help route as a reader of this pack meets it."""

    id: str
    name: str
    value: str
    """What is dialled or typed."""
    note: str
    """One plain line about it."""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A sorting card: a sign, or what helps."""

    id: str
    kind: str
    """``sign`` or ``help``."""
    label: str
    text: str
    glyph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sign and the cards that the film lays on it."""

    sign: Card
    helps: tuple[Card, ...]
    at: str
    """When the film shows the sign: ``1:07``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A pause, as the lesson meets it. ``frame`` is the film's frame that stands meanwhile."""

    number: int
    of: int
    at: str
    question: str
    minutes: int
    who: str
    notes: str
    shot: str
    frame: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A part of the lesson with its clock."""

    start: str
    minutes: float
    what: str
    text: str
    tone: str
    shows: str
    says: str
    film: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every paper says about itself and its film."""

    film: str
    """The film's title."""
    topic: str
    ages: str
    """``11 to 14``, or ``parents and carers``."""
    band: str
    length: str
    """``3 minutes 22 seconds``."""
    language: str
    summary: str
    review_by: str
    read_on: str
    """The day on which the oldest fact of the pack was read, in words."""
    reviewed_by: str
    unconfirmed: tuple[str, ...]
    """What nobody has confirmed, each in a sentence; empty where all is."""
    routes_confirmed: bool
    printed: tuple[str, ...]
    """The help routes that the pack prints anywhere, by id."""
    theme: Mapping[str, Any]

    @property
    def stamp(self) -> str:
        """What stands on every page that carries or leads to help routes, until they are confirmed."""
        return "" if self.routes_confirmed else "Draft: help routes not yet confirmed"

    @property
    def readers(self) -> str:
        """``ages 11 to 14``, or ``parents and carers``."""
        return f"ages {self.ages}" if self.ages[0].isdigit() else self.ages

    @property
    def footer(self) -> tuple[str, str]:
        """The two lines at the foot of every paper."""
        review = f"Reviewed by {self.reviewed_by}." if self.reviewed_by else "Not yet reviewed by a safeguarding reader."
        who = f", ages {self.ages}" if self.ages[0].isdigit() else ""
        return f"{self.film}{who}. {review}", f"Facts read on {self.read_on}. Use until {self.review_by}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A school pack's content."""

    facts: Facts
    school: SchoolWords
    words: LessonWords
    outcomes: tuple[str, ...]
    steps: tuple[Step, ...]
    minutes: float
    stops: tuple[Stop, ...]
    signs: tuple[Card, ...]
    helps: tuple[Card, ...]
    pairs: tuple[Pair, ...]
    routes: tuple[Signpost, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All sorting cards."""
        return (*self.signs, *self.helps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What goes home: the parents' guide and its cards."""

    facts: Facts
    words: ParentWords
    signs: tuple[Card, ...]
    routes: tuple[Signpost, ...]
    childline: Signpost | None
    """The route for the child, beside the adults' own."""
