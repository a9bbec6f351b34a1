"""Two people at a table, one of whom has something to tell: where they sit, and what lies between them.

talk = TableTalk("otis", "des", "kitchen", lower_px=80)
self.add(*talk.set, talk.listener, talk.child)
self.at("believe", talk.bubble(0.1).untie(), talk.under(talk.listener, 0.1))
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.moves import drift
from animkit.drawing.people.person import Act, Person
from animkit.drawing.people.sitting import sit
from animkit.drawing.props.home import Table
from animkit.drawing.props.knotted import KnottedBubble
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms import room
from animkit.drawing.rooms.table import RoomName

TABLE_PX = -236.0
SECRET_PX = 236.0
"""How wide the knotted bubble is."""
HIGHER_PX = 16.0
"""A child sits a little higher at a grown-ups' table."""
SEATS: dict[str, tuple[float, float]] = {"bedroom": (340, 520), "desk": (400, 400)}
"""How far from the middle child and listener sit where it is not 370 pixels: clear of a window."""
WITH_A_GUEST = (450.0, 90.0)


class TableTalk:
    """The room, ``child`` and ``listener`` face to face, and the space between them.

    ``lower_px`` is how much lower than by itself the listener sits (less than nothing: stands). ``side`` is the child's: -1 left, 1 right.
    A room without a table gets one. With ``guests`` people are smaller and leave a seat free beside the listener.
    """

    def __init__(
        self,
        child: str,
        listener: str,
        room_name: RoomName,
        *,
        child_on: Literal["left", "right"] = "left",
        lower_px: float = 0.0,
        feels: str = "concerned",
        guests: bool = False,
    ) -> None:
        self.side = -1 if child_on == "left" else 1
        self.size = 0.88 if guests else 1.0
        self.room = room(room_name)
        has_table = any(isinstance(part, Table) for part in self.room.front.submobjects)
        self.top = self.room.top if has_table else px(TABLE_PX)
        table = [] if has_table else [Table(width_px=1320).by_px(0, TABLE_PX)]
        self.set = (self.room.back, Puppet(self.room.front, *table))
        near, far = WITH_A_GUEST if guests else SEATS.get(room_name, (370.0, 370.0))
        self._xs = (self.side * near, -self.side * far)
        self.child = self.seated(child, self._xs[0], HIGHER_PX, feels, faces=-self.side)
        self.listener = self.seated(listener, self._xs[1], -lower_px, "calm", faces=self.side)

    def seated(self, who: str, x: float, higher_px: float, mood: str, *, faces: int) -> Person:
        """Somebody at the table, ``x`` pixels from its middle, looking to the left (-1) or the right (1)."""
        person = Person(who, facing="right" if faces > 0 else "left", mood=mood, size=self.size)
        return sit(person, np.array([px(x), self.top, 0.0]), higher_px=higher_px)

    def between(self, near_child: float, up_px: float = 0.0) -> np.ndarray:
        """A point between the two: 0 is the middle, 1 near the child, -1 near the listener."""
        middle, half = sum(self._xs) / 2, abs(self._xs[0] - self._xs[1]) * 0.4
        return np.array([px(middle + self.side * half * near_child), self.top + px(172 + up_px), 0.0])

    def on_table(self, x: float, up_px: float = 0.0) -> np.ndarray:
        """A point on the table's edge, ``x`` pixels from the middle away from the child, or over it."""
        return np.array([px(-self.side * x), self.top + px(up_px), 0.0])

    def bubble(self, near_child: float, lower_px: float = 0.0) -> KnottedBubble:
        """What the child has to tell, its tail towards the child."""
        bubble = KnottedBubble(size_px=SECRET_PX, tail=148.0 if self.side < 0 else 32.0)
        bubble.shift(self.between(near_child, -lower_px))
        drift(bubble, size_px=4)
        return bubble

    def under(self, person: Person, near_child: float, *, seconds: float = 0.7, lower_px: float = 0.0) -> Act:
        """A hand comes under the bubble that is there, from the person's own side."""
        own = 0.09 if person is self.child else -0.09
        return person.reach(self.between(near_child + own, -SECRET_PX * 0.5 - lower_px), hand="open", seconds=seconds)

    def company(self, turn: int) -> tuple[Act, ...]:
        """Small things that people do who go on listening to each other, one after the other."""
        child, listener = self.child, self.listener
        turns = (
            (listener.tilt(2.5), child.look(listener)),
            (child.breathe(), listener.look(child)),
            (listener.nod(1),),
            (child.nod(1), child.tilt(2)),
        )
        return turns[turn % len(turns)]
