"""Days go by, and each brings twice as many messages as the one before: too much, too fast. A palm stops the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing import Enter, Glide, Person, Puppet, Sway, pull, push
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out
from animkit.drawing.motion.show import shown
from animkit.drawing.params import Character, Picture
from animkit.drawing.path import moved, polyline, rectangle, rounded, turned
from animkit.drawing.pen import shape
from animkit.drawing.people.person import Act
from animkit.drawing.props.bubbles import PointedBubble, RoundBubble
from animkit.drawing.props.calendar import Calendar
from animkit.drawing.props.card import Card
from animkit.drawing.props.mitts import Mitts
from animkit.drawing.props.photos import FriendStrip
from animkit.drawing.props.pictures import picture
from animkit.drawing.props.pile import Pile
from animkit.drawing.props.star import Land, Rise, Star
from animkit.drawing.props.string import String
from animkit.drawing.props.things import Bucket
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import at
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene

PAGES_S = (0.0, 0.4, 0.72, 1.0, 1.24, 1.44)
"""When the pages of the days turn, after the beat: as they are heard, faster and faster."""

PRAISE = ("thumb", "heart", "star")
"""What the card likes about the drawing."""


class Days(ShotScene):
    """Somebody draws; a card claps; the days' piles of messages double and bend over them. Or: the pages are stopped by a palm."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        moment: Literal["rush", "stop", "hall"] = "rush"
        """``rush``: the days go by (beat ``fast``). ``stop``: a palm stops them, and there is the photo strip (beat ``hurry``).
        ``hall``: outside the door, a grown-up (the ``child`` param) sees the signs come: ``gifts``, ``dares``, ``comments``, ``hurry``."""
        room: RoomName = "bedroom"
        """Where it happens."""
        child: Character = "otis"
        """For whom the messages are."""
        friend: Character = "maya"
        """Who is on the photo strip with them."""
        card: Picture = "cat"
        """The picture in front of the card."""
        draws: Picture = "dog"
        """What the child is drawing."""

    beats = {
        "fast": "The days' pages turn, their piles double and bend over.",
        "hurry": "The palm stops the pages; the pile falls. Or: the pile grows beside the door.",
        "gifts": "Stars on strings come down beside the door.",
        "dares": "Buckets land, one upon the other.",
        "comments": "Pointed comments crowd round the door.",
    }

    def construct(self) -> None:
        """Room, child, and the one moment or the other."""
        self.place = room(self.params.room)
        for lamp in self.place.extras.values():
            lamp.hide()
        self.edge = self.place.top
        self.add(self.place.back)
        {"rush": self._rush, "stop": self._stop, "hall": self._hall}[self.params.moment]()

    # --- The days go by -------------------------------------------------------------------------------------------------------

    def _rush(self) -> None:
        child = Person(self.params.child, mood="smile").seat(self._on_table(-550))
        pad = _pad(self.params.draws).shift(self._on_table(-290))
        card = Card(self.params.card, height_px=360).shift(self._on_table(-40, -210))
        mitts = Mitts(card)
        days = [Calendar(width_px=100, turned=float(index)).shift(self._on_table(150 + index * 112)) for index in range(6)]
        curls = (0, 0, 0, 14, 52, 128)
        piles = [
            Pile(2**index, width_px=100, pressing=0.0 if index < 3 else 0.35).shift(self._on_table(150 + index * 112, 98))
            for index in range(6)
        ]
        fast = self.beat("fast", self.frames(4.0))
        self.add(*reversed(piles), card, mitts, self.place.front, pad, *days, child)
        self.camera.frame.move_to(at(-150, -40)).set(width=self.camera.frame.width / 1.19)
        self.at(0, child.look(pad), child.reach(_near(pad, -60, 120), hand="hold", seconds=0.04), child.hold(_pencil()))
        self.at(2, _scribble(child, fast))
        rises = self.frames(1.3)
        self.at(rises, Glide(card, by=(0, px(385)), seconds=0.55, ease=back_out))
        self.at(rises + 8, child.look(card), child.feel("glad"))
        for clap in range(rises + 14, fast + 40, 9):
            self.at(clap, mitts.clap(), Sway(card, 1.6, 0.5, pivot=(0.5, 0.0)))
        for index, praise in enumerate(range(rises + 26, fast - 20, 24)):
            bubble = RoundBubble(PRAISE[index % len(PRAISE)], size_px=104).shift(at(20 + 70 * (index % 3), 210))
            self.add(bubble)
            self.at(praise, Rise(bubble, 300, 2.0), *([child.look(bubble)] if index % 2 else [child.look(pad)]))
        self.at(fast - 6, pull(self.camera.frame, 1.7))
        for index, (day, pile, second) in enumerate(zip(days, piles, PAGES_S, strict=True)):
            begins = fast + self.frames(second)
            day.hide()
            self.at(begins - 4, Enter(day, pivot=(0.5, 0.0)))
            self.at(begins, day.turn_page(0.32))
            self.at(begins + 5, pile.grow(seconds=0.12 + 0.16 * index))
            if curls[index]:
                self.at(begins + 12, pile.bend(curls[index], 1.5))
        self.at(fast + 8, child.look(days[2]))
        self.at(fast + 26, child.look(at(-60, 330)), child.feel("blank"))
        self.at(fast + 50, child.lean(-4), child.feel("concerned"), child.look(at(-150, 400)), child.rest("lead"))

    # --- A palm stops them ----------------------------------------------------------------------------------------------------

    def _stop(self) -> None:
        child = Person(self.params.child, mood="concerned").seat(self._on_table(-515))
        calendar = Calendar(width_px=270).shift(self._on_table(-95))
        pile = Pile(32, width_px=124, count=24, curl=128, pressing=0.3).shift(self._on_table(480))
        strip = FriendStrip((self.params.friend, self.params.child), height_px=560).shift(at(450, 120))
        hurry = self.beat("hurry", self.frames(2.6))
        self.add(strip, pile, self.place.front, calendar, child)
        self.at(0, child.look(pile), calendar.hurry([0.2] * ((hurry - 4) // 5)), pile.grow(32, self.seconds(hurry)))
        self.at(max(hurry - 40, 2), child.look(strip))
        self.at(max(hurry - 22, 4), child.feel("serious"), child.look(calendar))
        self.at(hurry - 13, child.reach(calendar.at(0.5, 0.5), hand="open", seconds=0.52), child.lean(4))
        self.at(hurry, Sway(calendar, 3, 0.6, pivot=(0.5, 0.0)), pile.fall())
        self.at(hurry + 12, child.feel("calm"), child.breathe(), child.lean(0))
        self.at(hurry + 22, child.look(strip), push(self.camera.frame, at(60, 40), 1.14))
        for index in range(4):
            self.at(hurry + 28 + index * 6, Sway(strip.photos[index], 3.0, 0.6, pivot=(0.5, 0.5)))
        self.at(hurry + 42, child.feel("smile"))

    # --- Seen from outside the door -------------------------------------------------------------------------------------------

    def _hall(self) -> None:
        hurry = self.beat("hurry", self.frames(6.0))
        moments = [self.beat(name, hurry * share // 12) for name, share in (("gifts", 3), ("dares", 5), ("comments", 7))]
        gifts, dares, comments = moments
        door = self.place.door
        assert door is not None, f"there is no door in {self.params.room}"
        grown = Person(self.params.child, mood="smile").put(at(-430, -40))
        foot = door.matrix()[:, 2] * 135.0
        calendar = Calendar(width_px=180).shift(at(-95, 150))
        stars = [Star(size).shift(at(foot[0] + x, foot[1] + y)) for x, y, size in ((-330, 560, 104), (-232, 440, 90), (262, 600, 100))]
        strings = [String(star, star.get_center() + at(20, 900), slack=0.02, tie="none") for star in stars]
        buckets = [
            Bucket(width_px=w, colour=c).shift(at(foot[0] + 300, foot[1] - 30 + y))
            for w, c, y in ((200, "blue", 0), (176, "rose", 166), (150, "violet", 312))
        ]
        spots = ((-108, 250, 30), (104, 330, 190), (-78, 470, 270), (74, 560, 240), (-40, 90, 20))
        bubbles = [PointedBubble(aim=aim, size_px=112).shift(at(foot[0] + x, foot[1] + y)) for x, y, aim in spots]
        pile = Pile(26, width_px=132, pressing=0.3).shift(at(foot[0] - 268, foot[1] - 20))
        self.add(*strings, *stars, pile, grown, self.place.front, *buckets, *bubbles, calendar)
        self.at(3, grown.look(door), calendar.turn_page(0.5))
        self.at(14, grown.nod(2))
        for thread in strings:
            thread.hide()
        for index, (star, thread) in enumerate(zip(stars, strings, strict=True)):
            self.at(gifts + index * 6, star.land(700), shown(thread))
            self.at(gifts + 24 + index * 6, Sway(star, 10, 0.9, pivot=(0.5, 1.0)))
        self.at(gifts + 6, grown.look(stars[1]), calendar.turn_page(0.4))
        for index, bucket in enumerate(buckets):
            self.at(dares + index * 7, Land(bucket, 600, turn=0.0))
        self.at(dares + 6, grown.look(buckets[1]), grown.feel("blank"), calendar.turn_page(0.4))
        for index, bubble in enumerate(bubbles):
            self.at(comments + index * 5, bubble.pop(delay=0.0))
            self.at(comments + 22, bubble.swing(door.get_center()))
        self.at(comments + 6, grown.look(bubbles[2]), calendar.turn_page(0.4), grown.feel("suspicious"))
        self.at(hurry - 16, pile.grow(seconds=0.9), calendar.hurry([0.16] * 6))
        self.at(
            hurry + 2,
            pile.bend(-74, min(1.3, max(self.seconds(self.task.frames - hurry - 3), 0.5))),
            grown.look(at(foot[0] - 200, foot[1] + 600)),
        )
        self.at(hurry + 8, grown.feel("concerned"), grown.lean(4, 0.5))

    def _on_table(self, x: float, above: float = 0.0) -> np.ndarray:
        return np.array([px(x), self.edge + px(above), 0.0])


def _near(puppet: Puppet, x: float, y: float) -> np.ndarray:
    return puppet.matrix()[:, 2] @ np.eye(2, 3) + at(x, y)


def _scribble(person: Person, until: int) -> Act:
    """Draws: small strokes of the hand that leads, where it is."""

    def tell(frame: int) -> None:
        track = person.acting.wrists["lead"]
        x, y = track.at(frame + 2)
        strokes = ((14, 8), (2, -10), (20, -4), (6, 14), (24, 10), (0, 0))
        for index, begins in enumerate(range(frame + 2, until, 6)):
            dx, dy = strokes[index % len(strokes)]
            track.add(begins, (x + dx, y + dy), 6)

    return Act(person, "draws", 0.04, tell)


def _pad(name: str) -> Puppet:
    """A sketch pad on its stand, a drawing on it, its foot at the origin."""
    leg = shape(polyline((50, 150), (108, 4)), None, "ink", 12)
    sheet = rounded([(-96, 4), (82, 4), (100, 232), (-78, 232)], 8)
    clip = moved(rectangle(84, 24, 8, (11, 230)), turned(0.0))
    return Puppet(leg, shape(sheet, "paper", "ink"), picture(name, 128).by_px(2, 108), shape(clip, "blue", "ink", 9))


def _pencil() -> Puppet:
    """A pencil, held at the origin, its point down to the right."""
    tilt = turned(0.62)
    shaft = rounded([(-9, 74), (9, 74), (9, -30), (0, -54), (-9, -30)], [5, 5, 2, 2, 2])
    point = rounded([(-4.5, -42), (4.5, -42), (0, -54)], 1)
    return Puppet(shape(moved(shaft, tilt), "mustard", "ink", 8), shape(moved(point, tilt), "ink"))
