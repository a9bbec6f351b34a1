"""The parts of a paper that is read from top to bottom, as values: set by typst, written as Word and as HTML alike. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from animkit.packs.model import Signpost


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; words between *stars* are bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Steps:
    """A numbered list: what to do in a few words, and the words beside it."""

    items: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Routes:
    """Help routes."""

    routes: Sequence[Signpost]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row. ``shares`` are the columns' widths, in parts."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[float]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to say, in a box of help."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with words beside it. ``glyph`` is the name of its drawing; the words say it all, so it is decoration."""

    glyph: str
    text: str


Block = Heading | Para | Bullets | Steps | Routes | Table | Quote | Lines | Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A whole paper of blocks. ``kind`` stands above its title: for whom it is."""

    title: str
    kind: str
    blocks: Sequence[Block]
