"""The first picture: a room with the green door, and somebody comes in, peeps out, or stops before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.clip import Window
from animkit.drawing.layout import place, px
from animkit.drawing.motion.camera import push
from animkit.drawing.motion.ease import settle
from animkit.drawing.motion.moves import Appear, Enter, leave_all
from animkit.drawing.motion.show import shown
from animkit.drawing.motion.walk import Walk, walk_together
from animkit.drawing.params import Character, OnScreenText
from animkit.drawing.people.person import Person
from animkit.drawing.people.worn import Worn
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.basket import Basket
from animkit.drawing.props.door import Door
from animkit.drawing.props.things import Bucket, Knock
from animkit.drawing.rooms.table import RoomName, room
from animkit.drawing.type import Words, words
from animkit.shots.scene import ShotScene

TAPS = (0, 16, 24, 32, 48)
"""The knock's rhythm, in frames, where the storyboard sounds it at the beat ``tap``."""
TITLE_PX, TITLE_AT, TITLE_S = 262.0, (-120.0, -6.0), 1.5
"""How large the title is, where the middle of its baseline lies, and how long it stands once it is whole."""


class Doorway(ShotScene):
    """The room with the green door, for the content note: somebody comes in, two peep out and wave us in, or a grown-up stops at it."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        people: tuple[Character, ...] = ("maya", "otis")
        """One or two: the first leads."""
        room: RoomName = "practice"
        """Where the door is."""
        how: Literal["enter", "peep", "stop"] = "enter"
        """They come in through it, peep out of it, or stop before it and listen."""
        title: OnScreenText = ""
        """The film's title, large, if it is shown here: before they come in, a letter lands on each tap of the knock."""

    beats = {
        "tap": "The knock: the door trembles on each of its five taps (tap, tap2, tap3, tap4, tap5: knock.1 to knock.5).",
        "help": "The door's window warms: somebody is in, and help is there.",
        "door": "Rings come through the door; whoever stopped hears them.",
    }

    def construct(self) -> None:
        """Room, people, door."""
        self.place = room(self.params.room)
        assert self.place.door is not None, "a doorway needs a room with a door"
        self.door: Door = self.place.door
        self.help = self.beat("help", self.beat("door", self.task.frames * 4 // 5))
        self.knocks = Knock(reach_px=230)
        self.add(self.place.back)
        self.title = self._letters() if self.params.how == "enter" else []
        self.add(*self.title)
        {"enter": self._enter, "peep": self._peep, "stop": self._stop}[self.params.how]()
        if self.params.how != "enter":
            self._say()

    # --- They come in -----------------------------------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Knock; the door opens; the first backs in under a bucket, steered by the second; off with it, a laugh; the window warms."""
        size, door = 1.1, self.door
        first = Person(self.params.people[0], facing="right", size=size).put(self.place.spot("door") + _by(358, -110))
        second = Person(self.params.people[-1], facing="left", mood="cheeky", size=size).put(first.point(0, 0) + _by(440, 0))
        for person in (first, second):
            person.inside(door, _from_the_left(door))
        hat = Worn(Bucket(width_px=320), first, 14, 206, tip=4)
        self.add(first, hat, second, self.place.front, self.knocks)
        self.knocks.shift(door.knob() - self.knocks.get_center())
        come_in = [first.hide(), second.hide()]
        hat.hide()
        begin = self._knocked(12)
        self.at(begin, door.open(0.8))
        start, way = begin + 12, (-1308.0, -1338.0)
        there = start + self.frames(2.8)
        self.at(start + 10, shown(hat))
        self.at(start, shown(*come_in), *(_walks(first, second, way, 2.8)))
        self.at(start, second.reach(first.point(170, -150), hand="flat", seconds=0.1), second.look(first))
        self.at(there - 4, second.rest(seconds=0.5), second.feel("smile"))
        rim = first.point(0, 0) + _by(way[0] + 152, 232)
        self.at(there, first.reach(rim - _by(0, 60), hand="hold", seconds=0.4))
        self.at(there + 9, first.reach(rim, hand="hold", seconds=0.3))
        self.at(there + 9, Phased(hat, phase(0.55, settle, y=282, tip=17, x=-14)), first.feel("glad"), first.look("us"))
        self.at(there + 22, first.look(second), second.look(first), second.feel("glad"), second.nod(1, 0.6))
        self.at(there + 30, first.rest())
        self.at(there + 14, door.ajar(1.0))
        self.at(self.help - 24, push(self.camera.frame, _by(150, 60), 1.09, 1.7))
        self.at(self.help - 6, first.look(door))
        self.at(self.help, door.warm())
        self.at(self.help + 6, first.feel("smile"), second.feel("smile"), second.look("us"))

    def _knocked(self, otherwise: int) -> int:
        """The five taps, on the storyboard's knock or from ``otherwise`` on; the frame after them."""
        first = self.beat("tap", otherwise)
        for index, onset in enumerate(TAPS):
            tap = self.beat(f"tap{index + 1}", first + onset) if index else first
            self.at(tap, self.knocks.tap(0.9 if index in (0, 4) else 0.65), self.door.knocked())
            self.at(tap, *(Enter(letter, 0.32, pivot=(0.5, 0.0)) for letter in self._landing(index)))
        last = first + TAPS[-1]
        if self.title:
            self.at(last + self.frames(TITLE_S), *leave_all(self.title, gap=0.06))
        return last + 10

    def _landing(self, tap: int) -> list[Words]:
        """The letters that land on this tap: one each, and all the rest on the last."""
        return self.title[tap : tap + 1] if tap < len(TAPS) - 1 else self.title[tap:]

    def _letters(self) -> list[Words]:
        """The title, letter by letter, in the light."""
        letters = [words(letter, "title", ground="lavender", size_px=TITLE_PX) for letter in self.params.title]
        gaps = [letter.width + px(TITLE_PX * 0.075) for letter in letters]
        left = px(TITLE_AT[0]) - sum(gaps) / 2
        for letter, gap in zip(letters, gaps, strict=True):
            letter.shift(np.array([left - letter.get_left()[0], px(TITLE_AT[1]), 0.0]))
            left += gap
        return letters

    # --- They peep out ----------------------------------------------------------------------------------------------------------

    def _peep(self) -> None:
        """The flap opens; one head, then the other; a wave; the flap's light warms."""
        door = self.door
        foot = self.place.spot("door") - _by(0, 250)
        first = Person(self.params.people[0], facing="left", mood="calm", size=0.94).put(foot + _by(400, 62))
        second = Person(self.params.people[-1], facing="left", mood="calm", size=0.94).put(foot + _by(430, 322))
        hidden = [first.inside(door, _from_the_left(door)).hide(), second.inside(door, _from_the_left(door)).hide()]
        self.add(second, first, self.place.front)
        self.at(6, door.open(0.8))
        self.at(16, shown(*hidden))
        self.at(20, Walk(first, by_px=-370, seconds=1.1), first.look("left"))
        self.at(46, first.look("us"), first.feel("smile"))
        self.at(54, Walk(second, by_px=-360, seconds=1.1), second.look("left"))
        self.at(80, second.look("us"), second.feel("smile"))
        self.at(98, first.wave(seconds=1.9))
        self.at(126, second.wave(seconds=1.9))
        self.at(self.help - 40, first.rest(), second.rest(), first.look("left"))
        self.at(self.help - 36, push(self.camera.frame, foot + _by(0, 300), 1.14, 1.7))
        self.at(self.help, door.warm(), first.feel("glad"), second.feel("glad"))
        self.at(self.help + 8, first.look(second), second.look(first))

    def _stop(self) -> None:
        """A grown-up passes with the washing; rings come through the door; a nod along."""
        door = self.door
        who = Person(self.params.people[0], facing="right", mood="calm", size=1.08).put(self.place.spot("left") + _by(-1080, -30))
        basket = Basket(width_px=430, held_by=who.who)
        rim = who.point(90, -350)
        basket.shift(rim)
        for arm, side in (("lead", 1), ("near", -1)):
            who.acting.wrists[arm].rest = who.in_rig(rim + _by(side * 172, -20))
        self.remove(self.knocks)
        self.knocks = Knock(reach_px=400, colour="help_dark")
        self.knocks.shift(self.place.spot("door") + _by(0, 20) - self.knocks.get_center())
        door.warmth = 1.0
        door.refresh()
        self.add(self.place.front, self.knocks, who, basket)
        self.at(4, *walk_together([who, basket], by_px=1040, seconds=2.8))
        first, last = self.frames(3.1), self.help
        for index, hit in enumerate(range(last - 20 * ((last - first) // 20), last, 20)):
            self.at(hit, self.knocks.tap(0.55 if index % 2 else 0.75), door.knocked())
            if index:
                self.at(hit + 4, who.nod(1, 0.6))
        long = last - first
        self.at(first + 6, who.look(door), who.feel("blank"))
        self.at(first + 34, who.feel("smile"))
        self.at(first + long * 2 // 5, who.look("us"), who.lean(-3))
        self.at(first + long * 3 // 5, who.look(door), who.lean(6, 0.9), who.feel("calm"))
        self.at(first + long // 4, push(self.camera.frame, self.place.spot("door"), 1.16, max(long * 0.7 / self.task.fps, 1.6)))
        for onset in TAPS[:3]:
            if last + onset + self.frames(0.8) <= self.task.frames:
                self.at(last + onset, self.knocks.tap(1.0 if not onset else 0.75), door.knocked())
        self.at(last + 3, who.feel("glad"), who.nod(2, 0.7))

    # --- The rest ---------------------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        if self.params.title:
            title = place(words(self.params.title, "headline", ground="mist", width_px=700), self.stage.slots["left_half"], 0, 0.9)
            self.add(title)
            self.at(6, Appear(title))


def _by(x: float, y: float) -> np.ndarray:
    return np.array([px(x), px(y), 0.0])


def _walks(first: Person, second: Person, way: tuple[float, float], seconds: float) -> tuple[Walk, Walk]:
    return Walk(first, by_px=way[0], seconds=seconds), Walk(second, by_px=way[1], seconds=seconds)


def _from_the_left(door: Door) -> Window:
    """What is seen of somebody who comes through the door and to the left: nothing beyond its right jamb."""
    own = door.window()
    return Window(-px(3000), own.right, -px(1200), own.top + px(200), 0.0)
