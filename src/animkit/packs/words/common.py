"""Pieces that the words of all packs have. Pure.

A text may make words bold between stars (``*a sign*``) and may hold {names} that are filled in: ``rich`` knows how.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from animkit.campaign.checked import STRICT

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Words = Annotated[str, Field(min_length=1, max_length=1200)]
Share = Annotated[float, Field(ge=0, le=1)]


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
class Still:
    """A picture from the film. ``at`` is the share of the shot that has passed (1 is its last frame)."""

    __pydantic_config__ = STRICT

    shot: Name
    at: Share = 0.5
    focus: Share = 0.5
    """Where across the picture the middle lies of what is shown where there is no room for all of it."""
    alt: Words
