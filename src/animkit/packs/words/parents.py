"""assets/packs/NAME.yaml of a film for parents and carers, as values: their guide and their cards. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from animkit.campaign.checked import STRICT
from animkit.packs.words.common import Note, Still, Words


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
    """The whole file."""

    __pydantic_config__ = STRICT

    reviewed_by: str = ""
    """The safeguarding reader who has read the pack, by name and date; empty until one has."""
    topic: Words
    guide: Guide
    cards: TalkCards
    unconfirmed: tuple[Words, ...]
