"""What a room is: three planes, and the spots in it. The world has no ink line; light is a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.path import arc, rectangle
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.door import Door
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

Spot = tuple[float, float]
"""A point in pixels from the middle of a 1920x1080 picture, y up."""

AnyPuppet = TypeVar("AnyPuppet", bound=Puppet)

BLEED_PX = 700
"""How far walls and floors go on past the picture, so that a camera may pan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A place. Add ``back``, then people, then ``front``: the table or floor on which captions sit.

    ``far`` lies furthest back (part of the way with the camera). ``spots`` are where a person's neck goes. ``top`` is the height, in units,
    of the table's edge, or of the floor's where there is no table. ``door`` is the way out, if the room shows it; it is part of ``back``.
    """

    back: Puppet
    front: Puppet
    top: float
    spots: Mapping[str, np.ndarray]
    door: Door | None = None
    far: Puppet | None = None
    extras: Mapping[str, Puppet] = field(default_factory=dict)

    def spot(self, name: str) -> np.ndarray:
        """Where a neck goes: ``left``, ``middle``, ``right`` and what else the room has. KeyError with the names there are."""
        if name not in self.spots:
            raise KeyError(f"this room has no spot '{name}': it has {', '.join(self.spots)}")
        return self.spots[name]


def at(x: float, y: float) -> np.ndarray:
    """A point in units from pixels counted from the picture's middle, y up."""
    return np.array([px(x), px(y), 0.0])


def standing(puppet: AnyPuppet, x: float, y: float) -> AnyPuppet:
    """``puppet`` with its origin at this point, in pixels from the picture's middle."""
    puppet.shift(at(x, y))
    return puppet.refresh()


def wall(colour: str) -> Drawn:
    """A flat wall behind everything."""
    return shape(rectangle(1920 + 2 * BLEED_PX, 1080 + 2 * BLEED_PX), colour)


def floor(colour: str, top: float, *, edge: str | None = None) -> list[Drawn]:
    """A plain band from ``top`` (pixels from the middle, y up) downward, with an edge of another colour."""
    height = 540 + BLEED_PX + top
    parts = [shape(rectangle(1920 + 2 * BLEED_PX, height, 0, (0, top - height / 2)), colour)]
    if edge:
        parts.append(shape(rectangle(1920 + 2 * BLEED_PX, 12, 0, (0, top)), edge))
    return parts


def light(centre: Spot, wall_colour: str, light_colour: str, radii: Sequence[float]) -> list[Drawn]:
    """Two to four flat discs round a lamp, a screen or a head, from the wall's colour to the light's."""
    ground, glow = stage().colour(wall_colour), stage().colour(light_colour)
    count = len(radii)
    return [shape(arc(radius, centre=centre), mix(ground, glow, (index + 1) / count)) for index, radius in enumerate(radii)]


def spots(**places: Spot) -> dict[str, np.ndarray]:
    """Named spots from pixels."""
    return {name: at(*place) for name, place in places.items()}
