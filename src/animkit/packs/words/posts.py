"""assets/packs/signposts.yaml, as values: the words around help routes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from animkit.campaign.checked import STRICT
from animkit.campaign.model import Band
from animkit.packs.words.common import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The line above a help route's number, and the one below it."""

    __pydantic_config__ = STRICT

    label: Words
    note: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Signposting:
    """The words around one help route; those of a band go first."""

    __pydantic_config__ = STRICT

    label: Words
    note: Words
    bands: dict[Band, Lines] = field(default_factory=dict)

    def lines(self, band: str) -> Lines:
        """The words for a reader of this band."""
        return next((lines for name, lines in self.bands.items() if name == band), Lines(label=self.label, note=self.note))
