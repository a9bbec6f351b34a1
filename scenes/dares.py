"""Dares: each drops one more thing in front of somebody, until only the eyes show over the pile; the last one is blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.layout import UNIT_PX, px
from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.camera import pull, push
from animkit.drawing.motion.ease import settle
from animkit.drawing.motion.moves import Glide, Jolt, Leave, Turn, drift
from animkit.drawing.motion.walk import Walk
from animkit.drawing.params import Character, Picture
from animkit.drawing.people.person import Person
from animkit.drawing.props.bubbles import PointedBubble
from animkit.drawing.props.things import Bucket, Cushion
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.table import RoomName, room
from animkit.shots.scene import ShotScene

FALL_S = 0.34
"""How long a thing falls, from over the picture's edge."""
PILE = ((-150.0, 0), (128.0, 0), (-122.0, 1), (142.0, 1), (6.0, 2))
"""Where things lie: across, from the middle of the pile, and in which layer."""
LAYER = {"buckets": 178.0, "cushions": 164.0}
"""How much higher the next layer lies, in pixels."""
OVER_EYES_PX = 44.0
"""How far the top of the pile stays under the eyes."""
PRESSING = ((-620, 350, 140), (400, 360, 146), (-690, 130, 150), (344, 96, 156), (170, 372, 176))
PRESSING_LEFT = ((-700, 350, 140), (-470, 250, 146), (-760, 120, 150), (-320, 400, 156), (110, 420, 170))
"""Where the pressing comments float, and how large; to the left where a friend comes from the right."""
COLOURS = ("blue", "aqua", "rose", "violet", "paper")


class Dares(ShotScene):
    """Dares as a pile that hides you: each is a bit bigger, the last one is blank, and only the eyes show. A friend may lift one off."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        person: Character = "maya"
        """Who is dared."""
        helper: Character = ""
        """Who takes the last one off again, if anybody does."""
        things: Literal["buckets", "cushions"] = "buckets"
        """What each dare drops."""
        pictures: tuple[Picture, ...] = ("grin", "dog", "football", "whistle")
        """What is on the things before the blank one: daft, and less daft."""
        room: RoomName = "practice"
        """Where it happens."""

    beats = {
        "dare1": "The first thing lands; dare2, dare3 and dare4 are the next ones.",
        "further": "The blank one lands: only the eyes show over the pile.",
        "needn": "The friend lifts the blank one off.",
    }

    def construct(self) -> None:
        """A room, somebody in it, and what is dropped on them."""
        p, place = self.params, room(self.params.room)
        self.person = Person(p.person, facing="right", size=1.1).put(_at(-100, -40))
        eyes = self.person.eyes_at() * UNIT_PX
        self.middle, self.top = float(eyes[0]) - 40, float(eyes[1]) - OVER_EYES_PX
        last = self.beat("further", self.beat("needn", self.task.frames * 3 // 5) - self.frames(1.7))
        things = [self._thing(index) for index in range(len(PILE))]
        landings = [*self._landings(last), last]
        helper = Person(p.helper, facing="left", mood="calm", size=1.1).put(_at(1200, -46)) if p.helper else None
        self.add(place.back, *([helper] if helper else []), self.person, place.front)
        for layer in (things[:2], things[2:4], things[4:]):
            self.add(*layer)
        self._rise(landings)
        moods = ("cheeky", "smile", "blank", "suspicious", "concerned")
        for index, (thing, landing, mood) in enumerate(zip(things, landings, moods, strict=True)):
            self._dared(index, thing, landing, things[:index])
            self.at(landing + 3, self.person.feel(mood), self.person.look("down" if index < 4 else "us"))
        self.at(last + 4, self.person.shoulders(0.9))
        self.at(last + 8, *(self._nearer(bubble) for bubble in self.bubbles))
        if helper is not None:
            self._helped(helper, things[-1])
            return
        self.at(last + 14, push(self.camera.frame, self.person.eyes_at(), 1.26, 1.7))
        self.at(last + 30, self.person.look("right"))
        self.at(last + 40, self.person.breathe())
        self.at(last + 62, self.person.look("us"))

    # --- What falls -------------------------------------------------------------------------------------------------------------

    def _thing(self, index: int) -> Puppet:
        """The ``index``-th thing, where it will lie. Each is a little bigger, the blank one the biggest."""
        across, layer = PILE[index]
        mark = (*self.params.pictures, "", "", "", "")[index] if index < len(PILE) - 1 else ""
        if self.params.things == "cushions":
            thing: Puppet = Cushion(width_px=(330, 340, 350, 360, 420)[index], colour=COLOURS[index], mark=mark)
        else:
            thing = Bucket(width_px=(256, 262, 266, 272, 300)[index], colour=COLOURS[index], mark=mark)
        top = self.top - (2 - layer) * LAYER[self.params.things]
        return thing.shift(_at(self.middle + across, top - float(thing.get_top()[1]) * UNIT_PX))

    def _landings(self, last: int) -> list[int]:
        """When the things before the blank one land: quicker and quicker, or on their own beats."""
        count, first = len(PILE) - 1, 16
        shares = (0.0, 0.3, 0.56, 0.78)
        return [self.beat(f"dare{index + 1}", first + round((last - 12 - first) * shares[index])) for index in range(count)]

    def _dared(self, index: int, thing: Puppet, landing: int, under: list[Puppet]) -> None:
        """A pressing comment points down; the thing falls, lands heavily, and what it lands on gives."""
        bubble = self._bubbles()[index]
        self.at(max(landing - self.frames(FALL_S) - 12, 1), bubble.pop())
        self.at(max(landing - self.frames(FALL_S) - 2, 2), bubble.swing(thing.get_center()))
        self.at(landing - self.frames(FALL_S), Drop(thing, 12.0 if index % 2 else -12.0))
        for lower in under:
            self.at(landing, Jolt(lower, -9, 0.4))
        self.at(landing, Jolt(self.person, -6, 0.4))

    def _bubbles(self) -> list[PointedBubble]:
        if not hasattr(self, "bubbles"):
            self.bubbles = []
            for index, (x, y, size) in enumerate(PRESSING_LEFT if self.params.helper else PRESSING):
                self.bubbles.append(drift(PointedBubble(aim=40.0 + 70 * index, size_px=size).shift(_at(x, y)), size_px=5, seconds=2.4))
            self.add(*self.bubbles)
        return self.bubbles

    def _nearer(self, bubble: PointedBubble) -> Glide:
        return Glide(bubble, by=(self.person.eyes_at() - bubble.get_center())[:2] * 0.1, seconds=2.6)

    def _rise(self, landings: list[int]) -> None:
        """The camera goes up with the pile."""
        frame = self.camera.frame
        frame.set(width=self.stage.frame[0] / 1.14)
        frame.move_to(_at(-40, -24))
        self.at(landings[0], push(frame, _at(-20, 66), 1.14, max((landings[-1] - landings[0]) / self.task.fps, 1.5)))

    # --- Who helps --------------------------------------------------------------------------------------------------------------

    def _helped(self, helper: Person, blank: Puppet) -> None:
        """A friend comes to the pile and takes the blank one off it; the comments fall; there is a face again, and air."""
        needn = self.beat("needn", self.task.frames * 3 // 5)
        edge = blank.get_center() + _at(165, 0)
        away = np.array([px(520), px(-330), 0.0])
        self.at(max(needn - 72, 1), Walk(helper, by_px=-760, seconds=1.9), helper.look(self.person), helper.feel("concerned"))
        self.at(needn - 22, helper.reach(edge, hand="flat", seconds=0.6), helper.look(blank))
        self.at(
            needn, helper.reach(edge + away, hand="flat", seconds=0.9), Glide(blank, by=away, seconds=0.9, arc=0.32), Turn(blank, -14, 0.9)
        )
        self.at(needn, pull(self.camera.frame))
        for index, bubble in enumerate(self.bubbles):
            self.at(needn + 10 + 4 * index, Leave(bubble))
        self.at(needn + 8, self.person.look(helper), self.person.feel("calm"), self.person.shoulders(0.0))
        self.at(needn + 18, helper.rest(), helper.look(self.person), helper.feel("smile"), self.person.breathe())
        self.at(needn + 44, self.person.feel("smile"), helper.nod(1, 0.6))


class Drop(PuppetMotion):
    """Falls from over the picture, turning, lands on its last quarter, squashes and settles. Hidden until then; it lands after FALL_S."""

    def __init__(self, thing: Puppet, degrees: float) -> None:
        self._degrees = degrees
        super().__init__(thing, FALL_S + 0.42, introduces=True)
        self.puppet.hide()

    def start(self) -> None:
        """Over the picture."""
        self.puppet.reveal()
        self.channel.pivot = self.puppet.pivot(0.5, 0.0)

    def step(self, share: float) -> None:
        """Faster and faster; then it gives, and comes back."""
        seconds = share * self.run_time
        way = min(seconds / FALL_S, 1.0)
        self.channel.dy = px(900) * (1 - way**2)
        self.channel.turn = float(np.radians(self._degrees)) * (1 - way)
        after = (seconds - FALL_S) / 0.42
        give = 0.12 * (1 - settle(after)) if after > 0 else 0.0
        self.channel.sy, self.channel.sx = 1 - give, 1 + give * 0.6


def _at(x: float, y: float) -> np.ndarray:
    return np.array([px(x), px(y), 0.0])
