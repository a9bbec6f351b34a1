"""Where nothing but the voice and the ducked bed may sound: lines that read out a way to get help. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from animkit.timing.timeline import PlacedTake, Timeline

NUMBER = re.compile(r"\d[\d ]{2,}")
"""Three digits or more: what a listener would write down."""


def quiet_lines(timeline: Timeline, route_values: Iterable[str]) -> frozenset[str]:
    """The ids of lines that read a number or one of ``route_values`` (what a reader dials or types)."""
    values = tuple(value.casefold() for value in route_values if value)
    return frozenset(take.line_id for take in timeline.takes if _reads(take, values))


def _reads(take: PlacedTake, values: tuple[str, ...]) -> bool:
    text = take.text.casefold()
    return bool(NUMBER.search(text)) or any(value in text for value in values)
