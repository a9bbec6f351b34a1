"""Two friends go live: the phone is propped, one counts in and taps, and the phone turns round to us with its ring and its tiny door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out, in_out
from animkit.drawing.motion.moves import Change, Jolt
from animkit.drawing.motion.show import Fade, gone, shown
from animkit.drawing.params import Character
from animkit.drawing.path import arc
from animkit.drawing.pen import shape
from animkit.drawing.people.person import Person
from animkit.drawing.props.phone_aside import PhoneBack
from animkit.drawing.props.things import Bucket
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.phone_view import RATIOS, Device, phone_view, rhythm, take_sticks
from animkit.drawing.rooms.table import RoomName, room
from animkit.shots.scene import ShotScene

TURN_S = 0.86
"""From the tap to the phone that stands before us."""


class GoingLive(ShotScene):
    """Two friends and a phone on its stand; at the beat it turns to us, live, and the tiny green door is on it from the first moment."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        people: tuple[Character, ...] = ("maya", "otis")
        """Who is seen, and the friend who films."""
        room: RoomName = "practice"
        """Where they are."""
        device: Device = "phone"
        """What streams."""
        doing: Literal["drum", "bow"] = "drum"
        """What they show: a beat on buckets, or what they built, with a bow."""

    beats = {"live": "The ring runs out round the phone, and the tiny door pops up."}

    def construct(self) -> None:
        """The two of them; the tap; the phone."""
        self.live = self.beat("live", self.task.frames * 2 // 3)
        self.turn = max(self.live - self.frames(TURN_S), 1)
        self.place = room(self.params.room)
        self.add(self.place.back)
        self._two_shot()
        self._phone_turns()

    def _two_shot(self) -> None:
        drums = self.params.doing == "drum"
        first = Person(self.params.people[0], facing="right", size=1.12).put(_at(-500 if drums else -540, -22))
        second = Person(self.params.people[-1], facing="left", mood="cheeky", size=1.12).put(_at(268 if drums else 420, -40))
        box = Bucket(width_px=230, colour="rose" if drums else "violet").shift(_at(-60, -384))
        self.back = PhoneBack(250 if self.params.device == "phone" else 240, ratio=RATIOS[self.params.device], degrees=5)
        self.back.shift(_at(-60, -196) - np.array([0.0, self.back.foot(), 0.0]))
        self.add(first, second, self.place.front)
        if drums:
            take_sticks(first, low=-192)
            buckets = [Bucket(width_px=width, colour=colour).shift(_at(x, y)) for x, y, width, colour in _KIT]
            self.add(*buckets)
            hits = [hit for hit in rhythm(0, self.live) if hit > 8]
            self.at(0, first.drum(hits, lift=64))
            for index, hit in enumerate(hits):
                self.at(hit, Jolt(buckets[index % 2], 6, 0.3))
        self.add(box, self.back)
        self.at(6, second.look(self.back), second.reach(self.back.get_center() + _at(86, 96), hand="hold", seconds=0.5))
        start = max(self.turn - 60, 22)
        if drums:
            self._counts_in(second, first, start)
        else:
            self.at(start - 8, second.look(first), second.rest("lead", 0.5), second.feel("smile"))
        self.at(start + 14, first.look(second), first.feel("glad" if drums else "smile"))
        self.at(self.turn - 16, second.reach(self.back.get_center() + _at(40, 60), hand="point", seconds=0.5), second.look(self.back))
        if not drums:
            self.at(start + 20, first.lean(12, 0.5), first.look("down"))
            self.at(start + 24, second.lean(10, 0.5))
            self.at(start + 38, first.lean(0, 0.5), first.look(self.back))
            self.at(start + 42, second.lean(0, 0.5))

    def _counts_in(self, who: Person, other: Person, start: int) -> None:
        """One, two, three: a hand that beats time."""
        self.at(start, who.look(other), who.reach(who.point(300, 96), hand="open", seconds=0.4), who.feel("smile"))
        for index in range(3):
            self.at(start + 12 + index * 10, who.nod(1, 0.36), who.reach(who.point(300, 96 - 34), hand="open", seconds=0.16))
            self.at(start + 16 + index * 10, who.reach(who.point(300, 96), hand="open", seconds=0.16))

    def _phone_turns(self) -> None:
        """The phone turns on its stand, and comes to us; the stream's ground spreads from it as a disc of light."""
        drums = self.params.doing == "drum"
        view = phone_view(self.params.people[: 1 if drums else 2], device=self.params.device, drums=drums, live=False, viewers=1)
        ground = view.ground
        from_, to = self.back.get_center(), view.place
        disc = Puppet(shape(arc(1500), "iris")).shift(from_).hide()
        planes = [plane for plane in (ground.back, ground.far, ground.front) if plane]
        self.add(disc, *planes, view.phone.hide())
        phone, small = view.phone, self.back.height / view.phone.height
        phone_way = phone.channel("turn")
        disc_way = disc.channel("spread")
        phone_way.pivot = phone.pivot()

        def away(share: float) -> None:
            way = self.back.channel("turn")
            way.sx = 1 - share
            self.back.refresh()

        def come(share: float) -> None:
            size = small + (1 - small) * share
            phone_way.sx, phone_way.sy = size * min(1.0, 0.05 + 2.4 * max(share, 0.0)), size
            phone_way.dx, phone_way.dy = ((from_ - to) * (1 - share))[:2]
            phone.refresh()

        def spread(share: float) -> None:
            disc_way.sx = disc_way.sy = max(share, 0.001)
            disc.refresh()

        half = self.frames(0.16)
        self.at(self.turn, Change(self.back, away, 0.0, 1.0, 0.16, ease=in_out))
        self.at(self.turn + half, gone(self.back), shown(disc, phone))
        self.at(self.turn + half, Change(phone, come, 0.0, 1.0, 0.7, ease=back_out), Change(disc, spread, 0.0, 1.0, 0.62, ease=in_out))
        self.at(self.live - 8, *(Fade(plane) for plane in planes))
        self.at(self.live, *phone.go_live())
        self.at(self.live + 10, phone.watched_by(24, 1.0))
        lead = view.people[0]
        self.at(self.live + 8, *(person.look("us") for person in view.people), lead.feel("glad"))
        if drums:
            self.at(self.live, lead.drum(rhythm(self.live + 8, self.task.frames + 40), lift=46))


_KIT = ((-570.0, -430.0, 270.0, "blue"), (-318.0, -440.0, 250.0, "aqua"))


def _at(x: float, y: float) -> np.ndarray:
    return np.array([px(x), px(y), 0.0])
