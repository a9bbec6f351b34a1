"""The campaign's people, signs, actions and help routes, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, Strict

from animkit.campaign.checked import STRICT

Band = Literal["8-10", "11-14", "14-18", "adults"]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Words = Annotated[str, Field(min_length=1)]
Day = Annotated[date, Strict(False)]
"""A date as 2026-11-24: read from text, because YAML's own dates are no core word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRoute:
    """One way to get help, exactly as film, player, guide and card print it and say it."""

    __pydantic_config__ = STRICT

    id: Name
    name: Words
    value: Words
    """What a reader dials or types: ``0800 1111``, ``ceop.police.uk/safety-centre``."""
    spoken: Words
    """How a voice says ``value``."""
    says: Mapping[str, str] = field(default_factory=dict)
    """Other words of this route that a voice gets wrong, and how it says them: ``CEOP`` is one word."""
    url: str = ""
    email: str = ""
    audience: Words
    """Who may use it, for a reader."""
    bands: tuple[Band, ...]
    """The bands whose films may carry it."""
    source: Words
    """Where the fact was read."""
    verified_on: Day
    status: Literal["S", "I", "unverified"]
    confirmed_by: str = ""
    """The person who confirmed the fact; empty until somebody has."""
    plain: str = ""
    """One plain line under the route, for its reader."""
    plain_for: Mapping[Band, str] = field(default_factory=dict)
    """The same for a band that needs other words."""
    note: str = ""
    """For those who work on the campaign; never shown to a reader."""

    def plain_line(self, band: Band) -> str:
        """What a reader of ``band`` is told under the route."""
        return self.plain_for.get(band, self.plain)

    def is_stale(self, today: date, fresh_days: int) -> bool:
        """Whether more than ``fresh_days`` have passed since the fact was read."""
        return today > self.verified_on + timedelta(days=fresh_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A person of the campaign, or the narrator (who has no look)."""

    __pydantic_config__ = STRICT

    id: str = ""
    name: Words
    voice: str = ""
    """A voice of the narrators' tables, for instance ``bm_george``. A child has none: children speak only in a human take."""
    child: bool = False
    role: str = ""
    pronouns: str = ""
    look: Mapping[str, Any] = field(default_factory=dict)
    """Head, skin, hair, clothes: read by the drawing package alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A warning sign, and the actions that answer it."""

    __pydantic_config__ = STRICT

    id: Name
    label: Words
    shows: Words
    """How it looks in a live stream."""
    does: Words
    """What a young person can do about it."""
    glyph: Name
    actions: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The actions that answer it; any other pair is a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What helps."""

    __pydantic_config__ = STRICT

    id: Name
    label: Words
    does: Words
    """What a young person can do."""
    glyph: Name
