"""A friend looks past the screen: eyes leave the phone, the head tilts, and a question goes over without a word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.camera import push
from animkit.drawing.motion.moves import Glide, Jolt, drift
from animkit.drawing.params import Character
from animkit.drawing.people.person import Person
from animkit.drawing.props.bubbles import PointedBubble
from animkit.drawing.props.phone_aside import PhoneBack
from animkit.drawing.props.things import Bucket
from animkit.drawing.rooms.phone_view import ticks
from animkit.drawing.rooms.table import RoomName, room
from animkit.shots.scene import ShotScene

PILE = ((120.0, -520.0, 240.0, "blue", "grin"), (370.0, -520.0, 240.0, "aqua", "dog"), (240.0, -330.0, 300.0, "paper", ""))
ARROWS = ((0.0, 316.0, 118.0), (700.0, 330.0, 126.0), (-34.0, 112.0, 110.0), (640.0, 84.0, 120.0), (226.0, 452.0, 112.0))
"""Round the head, and clear of its hair when they have come nearer."""
ASIDE_PX = 190.0
"""How far the room lies to the right, so that nobody stands before its door or its poster."""


class Noticing(ShotScene):
    """Somebody behind a pile of dares, and the friend who films: on the beat eyes leave the phone. One look asks, one answers."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        friend: Character = "otis"
        """Who films, and notices."""
        person: Character = "maya"
        """Who has had enough."""
        room: RoomName = "practice"
        """Where they are."""
        pressing: int = 5
        """How many pressing comments hang about the person, up to five."""

    beats = {"look": "Eyes leave the phone."}

    def construct(self) -> None:
        """Two who do not look at each other; then they do."""
        p, place = self.params, room(self.params.room)
        look = self.beat("look", self.task.frames * 3 // 5)
        place.back.shift(_at(ASIDE_PX, 0))
        if "poster" in place.extras:
            place.extras["poster"].hide()
        friend = Person(p.friend, facing="right", mood="smile", size=1.2).put(_at(-590, -40))
        person = Person(p.person, facing="left", mood="concerned", size=1.06).put(_at(240, -52))
        phone = self.phone = PhoneBack(300, stand=False, grip="left", degrees=-4)
        self.hangs = friend.point(*friend.acting.wrists["lead"].rest)
        friend.acting.wrists["lead"].rest = friend.in_rig(_at(-330, -150))
        friend.carry(phone, "lead", turn=-6)
        pile = [Bucket(width_px=w, colour=colour, mark=mark).shift(_at(x, y)) for x, y, w, colour, mark in PILE]
        arrows = [self._arrow(index, person) for index in range(min(p.pressing, len(ARROWS)))]
        self.add(place.back, person, place.front, *arrows, *pile, friend)
        self._pressed(look, person, friend, arrows)
        self._noticed(look, person, friend)

    def _arrow(self, index: int, person: Person) -> PointedBubble:
        x, y, size = ARROWS[index]
        arrow = PointedBubble(size_px=size).shift(_at(x, y))
        way = person.eyes_at() - arrow.get_center()
        arrow.aim = float(np.degrees(np.arctan2(way[1], way[0])))
        return drift(arrow.refresh(), size_px=4, seconds=2.2)

    def _pressed(self, look: int, person: Person, friend: Person, arrows: list[PointedBubble]) -> None:
        """Before the beat: the comments tick; she would stop, and does not; he looks at the screen."""
        self.at(1, friend.look("down"), person.look("left"))
        for index, tick in enumerate(ticks(8, self.task.frames - 10, 12.5)):
            if arrows:
                self.at(tick, Jolt(arrows[index % len(arrows)], 12, 0.3))
        third = max(look // 4, 12)
        self.at(third, person.look("down"), person.reach(person.point(380, -40), hand="open", seconds=0.5))
        self.at(third + 18, person.look("up"), person.feel("worried"), *(self._nearer(arrow, person) for arrow in arrows))
        self.at(third + 26, person.rest("lead"), person.shoulders(0.9))
        half = look // 2 + 6
        self.at(half, friend.feel("cheeky"), friend.lean(5), friend.reach(_at(-316, -112), hand="hold", seconds=0.6))
        self.at(half + 22, person.look("left"), person.lean(-4), *(self._nearer(arrow, person) for arrow in arrows))
        self.at(look - 26, person.look("down"), person.breathe())

    def _nearer(self, arrow: PointedBubble, person: Person) -> Glide:
        return Glide(arrow, by=(person.eyes_at() - arrow.get_center())[:2] * 0.1, seconds=1.8)

    def _noticed(self, look: int, person: Person, friend: Person) -> None:
        """On the beat: eyes first, then the head; the phone sinks; a tilt that asks; a shake that answers."""
        self.at(look, friend.look(person, seconds=0.4))
        self.at(look + 5, friend.feel("concerned"))
        self.at(look + 8, friend.reach(self.hangs + _at(10, -40), hand="hold", seconds=0.8))
        self.at(look + 4, push(self.camera.frame, _at(-20, 90), 1.2, 1.7))
        self.at(look + 14, friend.tilt(-3.5, 0.7), friend.lean(4))
        self.at(look + 22, person.look(friend), person.feel("concerned"))
        self.at(look + 30, person.shake(2, 0.9))


def _at(x: float, y: float) -> np.ndarray:
    return np.array([px(x), px(y), 0.0])
