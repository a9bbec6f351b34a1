"""Where the bubbles of a crowd stand: evenly over the picture, never over what must be seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import TypeAlias

from animkit.drawing.layout import UNIT_PX
from animkit.drawing.stage import stage
from animkit.findings import Finding, Refused

Spot: TypeAlias = tuple[float, float]
"""A place, in pixels from the picture's middle."""
TRIES = 24


def round_about(
    middle: Spot,
    count: int,
    *,
    clear_px: float = 320.0,
    size_px: tuple[float, float] = (84.0, 150.0),
    keep: Sequence[tuple[Spot, float]] = (),
) -> tuple[list[Spot], list[float]]:
    """Places (pixels from the picture's middle) spread evenly over the picture, outermost first, and a size for each.

    Free stay a circle about ``middle`` and those of ``keep`` (middle, radius). Each place is the best of several tries (Mitchell), far from
    all others. Those further out are larger, and may cross the picture's edge.
    """
    free = [(middle, clear_px), *keep]
    up = stage()
    dice = up.chance("round-about", middle, count)
    half_w, half_h = (side * UNIT_PX / 2 for side in up.frame)
    found: list[Spot] = []
    for _ in range(count):
        tries: list[Spot] = []
        for _ in range(20 * TRIES):
            place = (dice.uniform(-half_w, half_w), dice.uniform(-half_h, half_h))
            if len(tries) < TRIES and all(hypot(place[0] - x, place[1] - y) >= radius for (x, y), radius in free):
                tries.append(place)
        if not tries:
            raise Refused(Finding("no-room", f"there is no room for {count} bubbles", mend="keep less of the picture free"))
        found.append(max(tries, key=lambda place: min((hypot(place[0] - x, place[1] - y) for x, y in found), default=0.0)))
    far = [hypot(x - middle[0], y - middle[1]) for x, y in found]
    order = sorted(range(count), key=lambda index: -far[index])
    most, least = max(far, default=1.0), min(far, default=0.0)
    low, high = size_px
    span = max(most - least, 1e-6)
    sizes = [low + (high - low) * (0.82 * (far[index] - least) / span + dice.uniform(0, 0.18)) for index in order]
    return [found[index] for index in order], sizes
