"""assets/packs/school.yaml, as values: what every school pack says, whatever its film. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from animkit.campaign.checked import STRICT
from animkit.packs.words.common import Name, Note, Section, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Always:
    """What help cards, sheets and booklets always say."""

    __pydantic_config__ = STRICT

    headline: Words
    line: Words
    danger: Words
    pass_note: Words
    exit_note: Words
    cut_out: Words
    start_title: Words
    start: Words
    people_title: Words
    booklet_opening: Section


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
    """The whole file."""

    __pydantic_config__ = STRICT

    reviewed_by: str = ""
    """The safeguarding reader who has read the pack, by name and date; empty until one has."""
    home: Name | None = None
    """The storyboard whose guide goes home with the pack."""
    first: tuple[Note, ...]
    always: Always
    told: Told
    rules: tuple[Words, ...]
    notes: tuple[Section, ...]
    fit: tuple[Fit, ...]
    letter: Letter
    curriculum: CurriculumMap
    access: Access
    about: About
    unconfirmed: tuple[Words, ...]
