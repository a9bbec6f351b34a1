"""The stream's comments: all sorts of them, round and each different; or pressing ones, pointed and all the same, from one to forty."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, pi, sin
from typing import Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.camera import push
from animkit.drawing.motion.ease import out
from animkit.drawing.motion.moves import Glide, Jolt, Leave, Lift, drift
from animkit.drawing.params import Character, Picture
from animkit.drawing.people.person import Person
from animkit.drawing.props.bubbles import PointedBubble, RoundBubble
from animkit.drawing.props.crowd import Crowd
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.phone_view import Device, phone_view, rhythm, ticks
from animkit.drawing.rooms.table import RoomName, room
from animkit.shots.scene import ShotScene

PLACES = ((-430, 210), (450, 250), (-740, 330), (740, 120), (-690, 30), (430, -40), (-410, -110), (800, 370))
"""Where ordinary comments float, in pixels from the middle: both sides of the phone, the lower right left free."""
PRESSING = ((440, 10), (-440, -20), (720, 330), (-730, 190), (680, -90), (-640, -190))


class Stream(ShotScene):
    """Whoever is live, and the comments: round ones that are all sorts, or pressing ones that all want the same and crowd in."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        people: tuple[Character, ...] = ("maya",)
        """Who is live: one or two."""
        comments: Literal["sorts", "same"] = "sorts"
        """Ordinary comments, each with another picture; or pressing ones, with one arrow for all."""
        pictures: tuple[Picture, ...] = ("note", "grin", "drum", "heart", "cat", "star", "sun", "dog")
        """What the ordinary ones hold, in the order in which they come."""
        view: Literal["screen", "room"] = "screen"
        """On the screen that streams, or in the room, where they bounce on what was built."""
        device: Device = "phone"
        """What streams."""
        room: RoomName = "den"
        """The room, where that is the view."""
        drums: bool = True
        """Whether the first of them drums."""
        count: int = 40
        """How many pressing comments there are in the end."""

    beats = {
        "sorts": "One comment for each beat of the drum; the player points at one and laughs.",
        "kind": "All of them bounce at once.",
        "same": "Every arrow swings one way: at whoever is live.",
    }

    def construct(self) -> None:
        """One of the three pictures."""
        if self.params.comments == "same":
            self._crowded()
        elif self.params.view == "room":
            self._bouncing()
        else:
            self._all_sorts()

    # --- On the screen ----------------------------------------------------------------------------------------------------------

    def _screen(self, viewers: int) -> None:
        p = self.params
        self.view = phone_view(p.people, device=p.device, drums=p.drums, viewers=viewers)
        ground = self.view.ground
        self.add(*(plane for plane in (ground.back, ground.far, ground.front) if plane), self.view.phone)
        self.lead = self.view.people[0]

    def _all_sorts(self) -> None:
        """A bubble for each beat of the drum, each with another picture; at ``sorts`` she points and laughs."""
        self._screen(24)
        sorts = self.beat("sorts", self.task.frames * 2 // 3)
        hits = rhythm(10, self.task.frames + 30)
        if self.params.drums:
            self.at(0, self.lead.drum([hit for hit in hits if hit < sorts - 8], lift=46))
        bubbles = self._bubbles()
        self.add(*bubbles)
        for index, (bubble, hit) in enumerate(zip(bubbles, hits, strict=False)):
            when = min(hit, sorts + 8 * max(index - 4, 0))
            left = min(4.0, (self.task.frames - when) / self.task.fps)
            self.at(when, bubble.pop(), Glide(bubble, by=(0.0, px(56)), seconds=max(left, 0.4), ease=out))
            if index in (1, 3):
                self.at(when + 5, *(person.look(bubble) for person in self.view.people))
        liked = bubbles[1]
        self.at(sorts - 6, self.lead.look(liked), self.lead.feel("glad"))
        self.at(sorts - 6, self.lead.reach(self.view.place + _at(84, -176), hand="hold", seconds=0.4))
        self.at(sorts - 2, self._point_up)
        self.at(sorts + 4, Lift(liked, 1.2))
        self.at(sorts + 10, self.lead.nod(2, 0.8), self.view.phone.watched_by(61, 1.0))
        self.at(sorts + 24, *(person.feel("smile") for person in self.view.people[1:]))

    def _point_up(self) -> None:
        for arm, held in list(self.lead.held().items()):
            if arm == "lead":
                self.lead.carry(held, "lead", turn=30.0)

    def _crowded(self) -> None:
        """One arrow. Six. Forty; they edge in, and at ``same`` all swing at her. Her smile goes flat, her sticks keep their time."""
        self._screen(61)
        same = self.beat("same", self.task.frames * 5 // 9)
        lead, eyes = self.lead, self.lead.eyes_at()
        old = self._bubbles()
        first = [PointedBubble(size_px=176 if not index else 150, aim=(30 + 77 * index) % 360) for index in range(6)]
        for bubble, where in zip(first, PRESSING, strict=True):
            bubble.shift(_at(*where))
            drift(bubble, size_px=4)
        button = self.view.phone.button.get_center()
        keep = [(button, 96.0), *((bubble.get_center(), 120.0) for bubble in first)]
        crowd = Crowd.around(eyes, self.params.count - 6, clear_px=250, size_px=(100, 168), keep=keep)
        self.add(*old, crowd, *first)
        one, six, many = 10, round(same * 0.3), round(same * 0.5)
        self.at(one, first[0].pop())
        self.at(one + 6, lead.look(first[0]), lead.feel("blank"))
        for index, bubble in enumerate(first[1:]):
            self.at(six + index * 6, bubble.pop())
        for index, bubble in enumerate(old):
            self.at(six + 4 + index * 6, Leave(bubble))
        self.at(six + 8, lead.look(first[1]))
        self.at(many, crowd.arrive(seconds=max(same - many + 10, 20) / self.task.fps), self.view.phone.watched_by(1284, 2.6))
        self.at(many, lead.feel("suspicious"), lead.look(first[2]))
        if self.params.drums:
            self.at(0, lead.drum(rhythm(8, six), lift=40))
            self.at(six + 8, lead.drum(ticks(six + 16, self.task.frames + 20, 7), lift=24))
        self.at(same, crowd.swing(eyes), *(bubble.swing(eyes) for bubble in first))
        self.at(same + 6, lead.feel("concerned"), lead.look("us"), lead.shoulders(0.8))
        self.at(same + 8, crowd.edge_in(0.28, 2.4), *(self._nearer(bubble, eyes) for bubble in first))
        self.at(same + 10, push(self.camera.frame, self.view.place, 1.12, 1.7))
        self.at(same + 44, lead.look("down"))

    def _nearer(self, bubble: Puppet, eyes: np.ndarray) -> Glide:
        way = (eyes - bubble.get_center())[:2]
        return Glide(bubble, by=way * 0.16, seconds=2.4)

    def _bubbles(self) -> list[RoundBubble]:
        bubbles = []
        for index, (name, (x, y)) in enumerate(zip(self.params.pictures, PLACES, strict=False)):
            bubble = RoundBubble(name, face=index, size_px=168 if index % 3 else 190, tail=225.0 if x < 0 else 315.0)
            bubble.shift(_at(x, y - (50 if self.params.comments == "sorts" else 0)))
            bubbles.append(drift(bubble, size_px=5))
        return bubbles

    # --- In the room ------------------------------------------------------------------------------------------------------------

    def _bouncing(self) -> None:
        """The den from further away: comments drop on its roof and bounce, each another picture; at ``kind`` all bounce at once."""
        kind = self.beat("kind", self.task.frames * 2 // 3)
        place = room(self.params.room)
        size, foot = 0.74, np.array([0.0, place.top, 0.0])
        place.back.scale(size, about_point=foot)
        people = [
            Person(who, facing=facing, size=0.8).put(_at(x, -118))
            for who, x, facing in zip(self.params.people, (-290, 290), ("right", "left"), strict=False)
        ]
        bubbles = [RoundBubble(name, size_px=150, tail=250.0 + 8 * index) for index, name in enumerate(self.params.pictures[:7])]
        self.add(place.back, *people, place.front, *bubbles)
        for index, bubble in enumerate(bubbles):
            x = (-0.9 + 0.3 * ((index * 3) % 7)) * 560
            roof = -300 + size * (730 - 330 * (abs(x) / (size * 900)) ** 2.2)
            bubble.shift(_at(x, roof + 82))
            when = 2 + round(index * min(9.0, max(kind - 32, 12) / 6))
            self.at(when, _Drop(bubble, px(640 - roof)))
            if index < 4:
                self.at(when + 6, people[index % len(people)].look(bubble))
            self.at(kind + index, _Hop(bubble, 70 + 12 * (index % 3)))
        self.at(kind - 3, *(person.feel("glad") for person in people), *(person.look("up") for person in people))
        self.at(kind + 12, Jolt(place.back, 9, 0.6))
        self.at(kind + 12, *(person.look("us") for person in people), people[0].wave(seconds=1.3))


class _Drop(PuppetMotion):
    """Falls from above and bounces until it lies. Hidden until then."""

    def __init__(self, bubble: Puppet, height: float) -> None:
        self._height = height
        super().__init__(bubble, 1.7, introduces=True)
        self.puppet.hide()

    def start(self) -> None:
        self.puppet.reveal()

    def step(self, share: float) -> None:
        """A quarter of the time falling, then hops that grow smaller."""
        self.channel.dy = self._height * ((1 - (share / 0.25) ** 2) if share < 0.25 else 0.2 * _hops((share - 0.25) / 0.75, 3))


class _Hop(PuppetMotion):
    """Hops where it lies, three times, smaller and smaller."""

    def __init__(self, bubble: Puppet, height_px: float) -> None:
        self._height = px(height_px)
        super().__init__(bubble, 1.3)

    def step(self, share: float) -> None:
        """Up and down."""
        self.channel.dy = self._height * _hops(share, 3)


def _hops(share: float, times: int) -> float:
    return abs(sin(pi * times * share)) * exp(-2.6 * share) * (1 - share)


def _at(x: float, y: float) -> np.ndarray:
    return np.array([px(x), px(y), 0.0])
