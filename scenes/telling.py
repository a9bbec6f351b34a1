"""Somebody tells, and somebody listens: a knot in a bubble that is carried across, and comes loose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.camera import push
from animkit.drawing.motion.moves import Enter, Glide, Vanish, drift
from animkit.drawing.params import Character
from animkit.drawing.people.person import Person
from animkit.drawing.people.sitting import Sink, sit
from animkit.drawing.props.acts import Shrink
from animkit.drawing.props.aside import Carrot, Lecture, Notes
from animkit.drawing.props.home import Chair, Table
from animkit.drawing.props.knotted import KnottedBubble
from animkit.drawing.props.phone_aside import LyingPhone, PhoneBack
from animkit.drawing.props.star import Star
from animkit.drawing.props.string import String
from animkit.drawing.props.things import Radio
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms import room
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene

SIZE = 1.0
"""People at a table fill half the picture's height."""
LOWER_PX = 165
"""How far who listens lets themselves down: from a head taller to a hand lower than the child."""
BEATS = ("believe", "again", "tell", "wait", "adult", "help")
SECRET_PX = 236
SEATS = {"joins": (450, 90), "bedroom": (340, 520)}
"""How far from the middle child and listener sit where it is not 370 pixels: with three, and clear of a window."""


class Telling(ShotScene):
    """A child tells somebody. What is hard to say is a bubble with a knot in it; whoever listens sits lower than the child."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        child: Character = "otis"
        """Who tells."""
        listener: Character = "des"
        """Who listens."""
        room: RoomName = "kitchen"
        """Where they sit."""
        child_on: Literal["left", "right"] = "left"
        """On which side the child sits."""
        sits: Literal["level", "down", "low"] = "level"
        """Who listens sits as the child does, lets themselves down, or sits lower from the beginning."""
        bubble: Literal["none", "told", "handed", "untied", "shared", "missed"] = "told"
        """The knotted bubble: it rises between them, lands in the listener's hands, comes loose there, or is held by both."""
        then: Literal["", "door", "strings", "chairs", "joins", "lecture", "ready"] = ""
        """What else happens on the beat: the door opens, the strings of the stars go slack, chairs are put, a guest joins, a lecture is
        put away, or the child gets ready to tell."""
        aside: Literal["", "radio", "carrot", "phone"] = ""
        """What the listener puts aside first."""
        guest: Character = ""
        """Who joins."""
        feels: str = "concerned"
        """The child's mood at first."""
        after: str = "calm"
        """The child's mood afterwards."""

    beats = {
        "adult": "The way to a grown-up opens.",
        "again": "The child picks the bubble up.",
        "believe": "The knot comes loose, shoulders drop, strings go slack.",
        "help": "More chairs are put: people who can help.",
        "tell": "The bubble lands in the listener's hands.",
        "wait": "The listener sits, and waits.",
    }

    def construct(self) -> None:
        """A room and two people; what is put aside; the bubble's way; what follows."""
        p = self.params
        self.side = -1 if p.child_on == "left" else 1
        self.key = next((self.beat(name) for name in BEATS if name in self.task.beats), self.task.frames // 2)
        self.then_key = self.beat({"door": "adult", "chairs": "help"}.get(p.then, ""), self.key)
        self.place = room(p.room)
        front = self.place.front
        if "Table" not in {type(part).__name__ for part in front.submobjects}:
            front = Puppet(front, Table(width_px=1320).by_px(0, -236))
            self.top = px(-236)
        else:
            self.top = self.place.top
        self.add(self.place.back, front)
        self.x_child, self.x_listener = SEATS.get(p.then or p.room) or SEATS.get(p.room, (370, 370))
        self.x_child, self.x_listener = self.side * self.x_child, -self.side * self.x_listener
        self.child = self._seated(p.child, self.x_child, 16.0, p.feels)
        higher = {"level": 0.0, "down": LOWER_PX - 80.0, "low": -80.0}[p.sits]
        self.listener = self._seated(p.listener, self.x_listener, higher, "calm")
        self._put_things()
        self.add(self.listener, self.child)
        self.bubble: KnottedBubble | None = None
        self.at(6, self.child.look(self.listener))
        self._put_aside()
        getattr(self, f"_{p.bubble}")()
        if p.then in ("strings", "chairs", "joins") or p.bubble == "shared":
            self.at(max(self.key - 10, 2), push(self.camera.frame, self._focus(), 1.09, 1.7))
        if p.then:
            getattr(self, f"_then_{p.then}")()

    # --- Before -------------------------------------------------------------------------------------------------------------------

    def _seated(self, who: Character, x: float, higher: float, mood: str) -> Person:
        looks_right = (x == self.x_child) == (self.side < 0)
        person = Person(
            who, facing="right" if looks_right else "left", mood=mood, size=SIZE * (0.88 if self.params.then == "joins" else 1.0)
        )
        return sit(person, np.array([px(x), self.top, 0.0]), higher_px=higher)

    def _put_things(self) -> None:
        """What stands on the table before anybody sits there."""
        x = -self.side * 738
        self.radio = Radio(width_px=190).shift(self._on_table(x)) if self.params.aside == "radio" else None
        self.music = drift(Notes().shift(self._on_table(x, 250)), size_px=12, seconds=1.6, degrees=5) if self.radio else None
        self.phone = LyingPhone().shift(self._on_table(self.side * 70)) if self.params.aside == "phone" else None
        self.add(*(thing for thing in (self.radio, self.music, self.phone) if thing))

    def _put_aside(self) -> None:
        p, listener = self.params, self.listener
        start = self.listening = 4
        if self.radio is not None:
            self.at(2, listener.look(self.radio))
            self.at(4, listener.reach(self.radio.get_center() + np.array([0, px(40), 0]), arm="near", seconds=0.5))
            self.at(18, Vanish(self.music, 0.3))
            self.at(24, listener.rest("near"), listener.look(self.child))
            start = 26
        if p.aside == "carrot":
            start = self.listening = 30
            self._lay_down_carrot()
        if p.sits == "down":
            self.at(start, Sink(listener, LOWER_PX, 1.1), listener.feel("calm"))
            self.at(start + 18, self.child.look(listener))
            self.listening = start + self.frames(1.1)

    def _lay_down_carrot(self) -> None:
        listener, here, there = self.listener, self.listener.point(215, -205), self._on_table(-self.side * 720, 36)
        carrot = Carrot().shift(here)
        self.add(carrot)
        self.at(
            0,
            listener.reach(here, hand="hold", seconds=0.04),
            listener.reach(here + np.array([-px(self.side * 60), 0, 0]), hand="fist", arm="near", seconds=0.04),
        )
        self.at(2, listener.look(carrot))
        self.at(12, listener.look(self.child), listener.feel("concerned"))
        self.at(20, Glide(carrot, to=there, seconds=0.7), listener.reach(there, hand="hold", arm="near", seconds=0.7))

    # --- The bubble ---------------------------------------------------------------------------------------------------------------

    def _none(self) -> None:
        """Nothing is said yet."""

    def _told(self) -> None:
        """It rises from the child and stays between them."""
        child, listener, bubble = self.child, self.listener, self._bubble(0.5)
        start = max(min(14, self.key // 3), self.listening)
        self.at(start, Enter(bubble, 0.5), Glide(bubble, to=self._between(0.08), seconds=1.1), child.look(bubble))
        self.at(start, self._under(child, 0.08, seconds=1.1))
        self.at(start + 14, listener.look(bubble), listener.feel("concerned"), listener.lean(3))
        self.at(start + 34, bubble.loosen(0.34), child.look(listener))
        self.at(start + 42, listener.feel("calm"), listener.look(child), listener.nod())
        if "believe" in self.task.beats:
            self.at(start + 48, self._under(listener, 0.08))
            self.at("believe", bubble.untie(1.8), child.look(bubble))
            self.at(self.key + 14, child.shoulders(-0.5), child.feel(self.params.after), child.breathe())
            self.at(self.key + 50, child.look(listener), child.nod(1))
            self.at(self.key + 90, listener.lean(5), child.look(bubble), listener.tilt(2))

    def _handed(self) -> None:
        """It floats across, and lands in the listener's hands on the beat."""
        child, listener, bubble = self.child, self.listener, self._bubble(0.46)
        away = max(self.key - 22, self.listening, 4)
        self.at(max(away - 34, 1), Enter(bubble, 0.5), child.look(bubble))
        self.at(away, Glide(bubble, to=self._between(0.0), seconds=0.88, arc=0.25), child.look(listener))
        self.at(away, self._under(child, 0.14, seconds=0.8), self._under(listener, 0.0), listener.look(bubble))
        self.at(self.key + 2, listener.feel("calm"), bubble.loosen(0.3), child.rest("lead"))
        self.at(self.key + 12, listener.look(child), listener.nod(1), child.feel(self.params.after), child.shoulders(-0.3))

    def _untied(self) -> None:
        """Both hold it; on the beat the knot opens, and shoulders drop."""
        child, listener, bubble = self.child, self.listener, self._bubble(0.1)
        self.add(bubble)
        hold = min(self.listening, self.key - 12)
        self.at(0, self._under(child, 0.1, seconds=0.04))
        self.at(hold, self._under(listener, 0.1), listener.look(bubble))
        self.at(self.key - 4, listener.look(child), listener.lean(3))
        self.at(self.key, bubble.untie(1.8), child.look(bubble))
        self.at(self.key + 16, child.shoulders(-0.5), child.feel(self.params.after), child.breathe())
        self.at(self.key + 38, child.look(listener), listener.nod(1))
        if self.task.frames > self.key + 130:
            self.at(self.key + 90, child.feel("smile"), listener.feel("smile"))

    def _shared(self) -> None:
        """It weighs in the child's hand; on the beat the listener takes one end, and it is lighter."""
        child, listener, bubble = self.child, self.listener, self._bubble(0.2, lower=40)
        self.add(bubble)
        lift = max(self.key - 8, 12)
        self.at(0, self._under(child, 0.2, seconds=0.04, lower=40), child.look("down"), child.lean(3))
        self.at(lift - 10, listener.lean(4), self._under(listener, 0.2, lower=40), listener.look(bubble))
        self.at(lift + 8, Glide(bubble, to=self._between(0.06, 8), seconds=0.9), child.lean(0, 0.9))
        self.at(lift + 8, self._under(child, 0.06, lower=-8, seconds=0.9), self._under(listener, 0.06, lower=-8, seconds=0.9))
        self.at(lift + 16, child.look(listener), child.shoulders(-0.5), listener.look(child))
        self.at(lift + 40, bubble.loosen(0.5, 1.4), child.feel(self.params.after), child.breathe())
        self.at(lift + 84, listener.nod(1), child.look(bubble))

    def _missed(self) -> None:
        """It floats to somebody on a call, who means well and does not hear; it sinks, and on the beat the child picks it up."""
        child, listener, bubble = self.child, self.listener, self._bubble(0.46)
        phone = PhoneBack(170, stand=False, degrees=14)
        listener.carry(phone, "near", turn=-14)
        ear = listener.point(-150, 150)
        self.at(0, listener.reach(ear, hand="hold", arm="near", seconds=0.04), listener.look("right" if self.side < 0 else "left"))
        self.at(1, Enter(bubble, 0.5), child.look(bubble))
        self.at(12, Glide(bubble, to=self._between(-0.1, 84), seconds=1.2, arc=0.06), child.look(listener), self._under(child, 0.2))
        self.at(34, child.rest("lead"))
        self.at(40, listener.reach(listener.point(330, 110), hand="point", seconds=0.6), listener.look(child), listener.feel("smile"))
        down = max(self.key - 66, 54)
        self.at(down, Glide(bubble, to=self._between(0.1, -64), seconds=1.3), child.look(bubble), child.feel("tired"))
        self.at(down + 8, listener.look("right" if self.side < 0 else "left"), listener.feel("explaining"))
        self.at(self.key - 10, self._under(child, 0.24, lower=64), child.feel("calm"))
        self.at(self.key + 6, Glide(bubble, to=self._between(0.3, 10), seconds=0.8), self._under(child, 0.3, lower=-10, seconds=0.8))
        self.at(self.key + 16, child.feel(self.params.after), child.look("left" if self.side < 0 else "right"), bubble.loosen(0.2, 0.6))

    def _bubble(self, near_child: float, lower: float = 0) -> KnottedBubble:
        bubble = KnottedBubble(size_px=SECRET_PX, tail=148.0 if self.side < 0 else 32.0)
        bubble.shift(self._between(near_child, -lower))
        self.bubble = bubble
        return drift(bubble, size_px=4)

    def _under(self, person: Person, near_child: float, *, seconds: float = 0.7, lower: float = 0.0) -> Any:
        """A hand comes under the bubble that is there, from the person's own side."""
        own = 0.09 if person is self.child else -0.09
        return person.reach(self._between(near_child + own, -SECRET_PX * 0.5 - lower), hand="open", seconds=seconds)

    def _between(self, near_child: float, up_px: float = 0.0) -> np.ndarray:
        """A point between the two: 0 is the middle, 1 near the child, -1 near the listener."""
        middle, half = (self.x_child + self.x_listener) / 2, abs(self.x_child - self.x_listener) * 0.4
        return np.array([px(middle + self.side * half * near_child), self.top + px(172 + up_px), 0.0])

    def _focus(self) -> np.ndarray:
        """What the camera comes nearer to: the two, or the three."""
        return np.array([0.0, self.top + px(300), 0.0]) if self.params.then == "joins" else self._between(0, 130)

    def _on_table(self, x: float, up: float = 0.0) -> np.ndarray:
        return np.array([px(x), self.top + px(up), 0.0])

    # --- What follows -------------------------------------------------------------------------------------------------------------

    def _behind(self, *things: Puppet) -> None:
        """Adds things that lie behind people and bubble."""
        self.add(*things)
        self.bring_to_front(self.listener, self.child, *((self.bubble,) if self.bubble else ()))

    def _then_door(self) -> None:
        """Both look at the door, and it opens."""
        door = self.place.door
        assert door is not None, f"{self.params.room} has no door"
        self.at(self.then_key - 8, self.listener.look(door), self.child.look(door))
        self.at(self.then_key, door.open(), self.child.feel(self.params.after))
        self.at(self.then_key + 14, self.listener.look(self.child), self.child.shoulders(-0.3), self.listener.feel("smile"))

    def _then_strings(self) -> None:
        """The strings of the stars on the table go slack."""
        away = np.array([px(self.side * 740), px(660), 0.0])
        for index, x in enumerate((640, 730, 812)):
            star = Star(100).shift(self._on_table(self.side * x, 42))
            thread = String(star, away + np.array([px(index * 110 * self.side), 0.0, 0.0]), slack=0.0, tie="none", floor_y=self.top)
            self._behind(thread, star)
            self.at(8 + index * 6, thread.tug())
            self.at(self.key + 8 + index * 4, thread.slacken(0.34 - 0.05 * index), star.twinkle())

    def _then_chairs(self) -> None:
        """Two more chairs are put: for people who can help."""
        for index, side in enumerate((self.side, -self.side)):
            chair = Chair(height_px=430, facing="left" if side > 0 else "right", colour=("blue", "rose")[index])
            chair.shift(np.array([px(side * 745), px(-296), 0.0]))
            self._behind(chair)
            chair.shift(np.array([px(side * 420), 0.0, 0.0]))
            self.at(self.then_key - 8 + index * 12, Glide(chair, by=(px(-side * 420), 0.0), seconds=0.8))
        self.at(self.then_key + 6, self.child.look("left" if self.side < 0 else "right"))
        self.at(self.then_key + 34, self.child.look(self.listener), self.child.feel("smile"), self.listener.feel("smile"))

    def _then_joins(self) -> None:
        """Somebody else comes, sits down and listens too."""
        x = -self.side * 610
        guest = self._seated(self.params.guest, x, LOWER_PX - 80.0, "concerned")
        self._behind(guest)
        guest.shift(np.array([px(-self.side * 850), 0.0, 0.0]))
        come = self.key + 44
        self.at(come, Glide(guest, by=(px(self.side * 850), 0.0), seconds=0.9), self.child.look(guest))
        self.at(come + 20, Sink(guest, LOWER_PX - 60, 0.9), guest.look(self.child))
        self.at(come + 36, guest.feel("calm"), guest.nod(1), self.child.feel("smile"))

    def _then_lecture(self) -> None:
        """A lecture begins to unroll, and is put away; a hand comes near the phone and lies down instead."""
        listener, lecture = self.listener, Lecture(height_px=360)
        listener.carry(lecture, "lead")
        self.at(0, listener.reach(self._between(-0.1, 150), hand="hold", seconds=0.4), listener.feel("explaining"))
        self.at(1, Enter(lecture, 0.2), self.child.shoulders(0.7))
        self.at(7, lecture.unroll(1.0), self.child.look(lecture))
        away = max(self.key, 46)
        left = self.task.frames - away
        self.at(away - 6, listener.look(self.child), listener.feel("concerned"))
        self.at(away, lecture.roll_up(0.6))
        self.at(away + 10, listener.rest("lead", 0.7))
        self.at(away + 24, Shrink(lecture, 0.25), listener.feel("calm"), self.child.feel(self.params.after), self.child.shoulders(-0.3))
        if self.phone is not None:
            near = self.phone.get_center() + np.array([px(-self.side * 110), px(40), 0])
            reached, settled = away + max(34, left // 3), away + max(60, left * 3 // 5)
            self.at(reached, listener.reach(near, hand="flat", seconds=0.8), listener.look(self.phone), self.child.look(self.phone))
            self.at(settled, listener.rest("lead", 0.8), listener.look(self.child), self.child.look(listener))
            self.at(settled + 16, listener.nod(1), self.child.shoulders(-0.4))

    def _then_ready(self) -> None:
        """Nothing is asked; after a while the child begins to tell."""
        bubble = self._bubble(0.2)
        self.at(self.key + 10, self.child.look(self.listener), self.child.shoulders(0.2), self.child.breathe())
        self.at(
            self.key + 34, Enter(bubble, 0.6), self._under(self.child, 0.2), self.child.feel(self.params.after), self.listener.look(bubble)
        )
