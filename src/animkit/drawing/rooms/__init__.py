"""Where things happen: flat walls, discs of light, furniture, and spots where people stand. In: a name. Out: a Room."""

from animkit.drawing.rooms.room import Room
from animkit.drawing.rooms.table import ROOMS, room

__all__ = ["ROOMS", "Room", "room"]
