"""Warm light that spreads from a lamp over the wall: somebody is believed, and the room is another.

glow = warmth(place, (680, 60), "lavender", lamp_px=520)
self.at("believe", glow.spread())
"""

from __future__ import annotations

from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.ease import in_out
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import Room, Spot, at, light

REACH_PX = (1720.0, 1260.0, 860.0)
"""How far the discs reach when the light is everywhere."""
LAMPS_DISCS = 4
"""A room's back begins with its wall and the three discs of its lamp."""


class Warmth(Puppet):
    """Discs about the origin, as small as the lamp's own until they spread."""

    def __init__(self, wall_colour: str, lamp_px: float) -> None:
        self.least = lamp_px / REACH_PX[0]
        super().__init__(*light((0, 0), wall_colour, "glow", REACH_PX))

    def spread(self, seconds: float = 2.2) -> PuppetMotion:
        """The light grows over the wall."""
        return _Spread(self, seconds)

    def so_far(self, share: float) -> None:
        """The light as far as it has come: 0 the lamp's, 1 everywhere."""
        channel = self.channel("warmth")
        channel.sx = channel.sy = self.least + (1 - self.least) * share
        self.refresh()


class _Spread(PuppetMotion):
    def __init__(self, warmth: Warmth, seconds: float) -> None:
        self._warmth = warmth
        super().__init__(warmth, seconds, ease=in_out)

    def step(self, share: float) -> None:
        """On its way over the wall."""
        self._warmth.so_far(share)


def warmth(place: Room, centre: Spot, wall_colour: str, *, lamp_px: float) -> Warmth:
    """Puts the light into the room: on the wall, behind all that hangs and stands there."""
    glow = Warmth(wall_colour, lamp_px)
    glow.shift(at(*centre))
    place.back.add(glow)
    place.back.submobjects.remove(glow)
    place.back.submobjects.insert(LAMPS_DISCS, glow)
    glow.so_far(0.0)
    return glow
