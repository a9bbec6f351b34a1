"""The table of rooms. A new room is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from animkit.drawing.rooms import den, desk, indoors, outdoors, practice
from animkit.drawing.rooms.room import Room

RoomName = Literal[
    "practice",
    "bedroom",
    "desk",
    "kitchen",
    "tutor",
    "hall",
    "evening-hall",
    "den",
    "evening-den",
    "class-den",
    "living",
    "yard",
    "street",
    "stream",
]
"""For scenes' params: the rooms there are."""

ROOMS: Mapping[str, Callable[[], Room]] = MappingProxyType(
    {
        "practice": practice.practice,
        "bedroom": indoors.bedroom,
        "desk": desk.desk,
        "kitchen": indoors.kitchen,
        "tutor": indoors.tutor,
        "hall": indoors.hall,
        "evening-hall": indoors.evening_hall,
        "den": den.den,
        "evening-den": den.evening_den,
        "class-den": den.class_den,
        "living": indoors.living,
        "yard": outdoors.yard,
        "street": outdoors.street,
        "stream": outdoors.stream,
    }
)


def room(name: RoomName) -> Room:
    """The room of this name, made for the stage that is up. KeyError if there is none."""
    return ROOMS[name]()
