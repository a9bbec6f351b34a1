"""Somebody tells, and somebody listens: a knot in a bubble that is carried across, and comes loose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.camera import pan, pull, push
from animkit.drawing.motion.ease import into
from animkit.drawing.motion.moves import Change, Enter, Glide, Vanish, drift
from animkit.drawing.params import Character
from animkit.drawing.people.sitting import Sink
from animkit.drawing.people.table_talk import TableTalk
from animkit.drawing.props.aside import Carrot, Notes
from animkit.drawing.props.home import Chair
from animkit.drawing.props.knotted import KnottedBubble
from animkit.drawing.props.star import Star
from animkit.drawing.props.string import String
from animkit.drawing.props.things import Radio
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene

LOWER_PX = 165.0
"""How far who listens lets themselves down: from a head taller to a hand lower than the child."""
LOW_PX = 80.0
STANDS_PX = 66.0
"""How far the camera goes down with whoever stood at first."""
BEATS = ("believe", "tell", "adult", "help")


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
        bubble: Literal["told", "handed", "untied"] = "told"
        """The knotted bubble rises between them, lands in the listener's hand, or is held by both and comes loose."""
        then: Literal["", "door", "strings", "chairs", "joins"] = ""
        """What else happens: the door opens, the strings of the stars go slack, two more chairs are put, or a guest joins them."""
        aside: Literal["", "radio", "carrot"] = ""
        """What the listener puts aside first."""
        guest: Character = ""
        """Who joins."""
        feels: str = "concerned"
        """The child's mood at first."""
        after: str = "calm"
        """The child's mood afterwards."""

    beats = {
        "adult": "The way to a grown-up opens.",
        "believe": "The knot comes loose, shoulders drop, strings go slack.",
        "help": "More chairs are put: people who can help.",
        "tell": "The bubble lands in the listener's hand.",
    }

    def construct(self) -> None:
        """A room and two people; what is put aside; the bubble's way; what follows."""
        p, self.last = self.params, 0
        self.key = next((self.beat(name) for name in BEATS if name in self.task.beats), self.task.frames // 2)
        self.then_key = self.beat({"door": "adult", "chairs": "help"}.get(p.then, ""), self.key)
        lower = {"level": 0.0, "down": LOW_PX - LOWER_PX, "low": LOW_PX}[p.sits]
        self.talk = TableTalk(p.child, p.listener, p.room, child_on=p.child_on, lower_px=lower, feels=p.feels, guests=p.then == "joins")
        self.secret: KnottedBubble | None = None
        self.add(*self.talk.set)
        self.radio, self.music = self._radio() if p.aside == "radio" else (None, None)
        self.add(self.talk.listener, self.talk.child)
        self.at(6, self.talk.child.look(self.talk.listener))
        self._put_aside()
        getattr(self, f"_{p.bubble}")()
        if p.then in ("strings", "chairs"):
            self.at(max(self.key - 10, 2), push(self.camera.frame, self.talk.between(0, 130), 1.09, 1.7))
        elif p.then == "joins":
            close = push(self.camera.frame, self.talk.between(0, 60), 1.24)
            self.camera.frame.move_to(close.centre).set(width=self.camera.frame.width / 1.24)
        if p.then:
            getattr(self, f"_then_{p.then}")()
        for turn, frame in enumerate(range(self.last + 38, self.task.frames - 22, 46)):
            self.at(frame, *self.talk.company(turn))

    def at(self, moment: str | int, *animations: Any, **options: Any) -> int:
        """As every scene's; remembers when the last thing begins."""
        frame = super().at(moment, *animations, **options)
        self.last = max(self.last, frame)
        return frame

    # --- Before -------------------------------------------------------------------------------------------------------------------

    def _radio(self) -> tuple[Radio, Notes]:
        """A radio on the listener's side of the table, and its music in the air."""
        radio, music = Radio(width_px=190).shift(self.talk.on_table(738)), Notes().shift(self.talk.on_table(738, 250))
        self.add(radio, drift(music, size_px=12, seconds=1.6, degrees=5))
        return radio, music

    def _put_aside(self) -> None:
        p, listener = self.params, self.talk.listener
        start = self.listening = 4
        if self.radio is not None:
            self.at(2, listener.look(self.radio))
            self.at(4, listener.reach(self.radio.get_center() + np.array([0, px(40), 0]), arm="near", seconds=0.5))
            self.at(18, Vanish(self.music, 0.3))
            self.at(24, listener.rest("near"), listener.look(self.talk.child))
            start = 26
        if p.aside == "carrot":
            start = self.listening = 30
            self._lay_down_carrot()
        if p.sits == "down":
            self.at(start, Sink(listener, LOWER_PX, 1.1), listener.feel("calm"))
            if p.aside == "carrot":
                self.camera.frame.shift([0, px(STANDS_PX), 0])
                self.at(start, pan(self.camera.frame, by_px=(0, -STANDS_PX), seconds=1.3))
            self.at(start + 18, self.talk.child.look(listener))
            self.listening = start + self.frames(1.1)

    def _lay_down_carrot(self) -> None:
        listener, here, there = self.talk.listener, self.talk.listener.point(215, -205), self.talk.on_table(720, 36)
        carrot = Carrot().shift(here)
        self.add(carrot)
        self.at(
            0,
            listener.reach(here, hand="hold", seconds=0.04),
            listener.reach(here + np.array([-px(self.talk.side * 60), 0, 0]), hand="fist", arm="near", seconds=0.04),
        )
        self.at(2, listener.look(carrot))
        self.at(12, listener.look(self.talk.child), listener.feel("concerned"))
        self.at(20, Glide(carrot, to=there, seconds=0.7), listener.reach(there, hand="hold", arm="near", seconds=0.7))

    # --- The bubble ---------------------------------------------------------------------------------------------------------------

    def _told(self) -> None:
        """It rises from the child and stays between them."""
        child, listener, bubble = self.talk.child, self.talk.listener, self._secret(0.5)
        start = max(min(14, self.key // 3), self.listening)
        self.at(start, Enter(bubble, 0.5), Glide(bubble, to=self.talk.between(0.08), seconds=1.1), child.look(bubble))
        self.at(start, self.talk.under(child, 0.08, seconds=1.1))
        self.at(start + 14, listener.look(bubble), listener.feel("concerned"), listener.lean(3))
        self.at(start + 34, bubble.loosen(0.34), child.look(listener))
        self.at(start + 42, listener.feel("calm"), listener.look(child), listener.nod())
        if "believe" in self.task.beats:
            self.at(start + 48, self.talk.under(listener, 0.08))
            self.at("believe", bubble.untie(1.8), child.look(bubble))
            self.at(self.key + 14, child.shoulders(-0.5), child.feel(self.params.after), child.breathe())
            self.at(self.key + 50, child.look(listener), child.nod(1))
            self.at(self.key + 90, listener.lean(5), child.look(bubble), listener.tilt(2))

    def _handed(self) -> None:
        """It floats across, and lands in the listener's hands on the beat."""
        child, listener, bubble = self.talk.child, self.talk.listener, self._secret(0.46)
        away = max(self.key - 22, self.listening, 4)
        self.at(max(away - 34, 1), Enter(bubble, 0.5), child.look(bubble))
        self.at(away, Glide(bubble, to=self.talk.between(0.0), seconds=0.88, arc=0.25), child.look(listener))
        self.at(away, self.talk.under(child, 0.14, seconds=0.8), self.talk.under(listener, 0.0), listener.look(bubble))
        self.at(self.key + 2, listener.feel("calm"), bubble.loosen(0.3), child.rest("lead"))
        self.at(self.key + 12, listener.look(child), listener.nod(1), child.feel(self.params.after), child.shoulders(-0.3))

    def _untied(self) -> None:
        """Both hold it; on the beat the knot opens, and shoulders drop."""
        child, listener, bubble = self.talk.child, self.talk.listener, self._secret(0.1)
        self.add(bubble)
        hold = min(self.listening, self.key - 12)
        self.at(0, self.talk.under(child, 0.1, seconds=0.04))
        self.at(hold, self.talk.under(listener, 0.1), listener.look(bubble))
        self.at(self.key - 4, listener.look(child), listener.lean(3))
        self.at(self.key, bubble.untie(1.8), child.look(bubble))
        self.at(self.key + 16, child.shoulders(-0.5), child.feel(self.params.after), child.breathe())
        self.at(self.key + 38, child.look(listener), listener.nod(1))
        if self.task.frames > self.key + 130:
            self.at(self.key + 90, child.feel("smile"), listener.feel("smile"))

    def _secret(self, near_child: float) -> KnottedBubble:
        self.secret = self.talk.bubble(near_child)
        return self.secret

    # --- What follows -------------------------------------------------------------------------------------------------------------

    def _behind(self, *things: Puppet) -> None:
        """Adds things that lie behind people and bubble."""
        self.add(*things)
        self.bring_to_front(self.talk.listener, self.talk.child, *((self.secret,) if self.secret else ()))

    def _then_door(self) -> None:
        """Both look at the door, and it opens."""
        door = self.talk.room.door
        assert door is not None, f"{self.params.room} has no door"
        self.at(self.then_key - 8, self.talk.listener.look(door), self.talk.child.look(door))
        self.at(self.then_key, door.open(), self.talk.child.feel(self.params.after))
        self.at(self.then_key + 10, self.talk.under(self.talk.listener, 0.08), self.talk.listener.lean(3))
        self.at(
            self.then_key + 14, self.talk.listener.look(self.talk.child), self.talk.child.shoulders(-0.3), self.talk.listener.feel("smile")
        )

    def _then_strings(self) -> None:
        """The strings of the stars on the table are let go of: they drop, and hang over its edge."""
        away = np.array([px(self.talk.side * 740), px(660), 0.0])
        for index, x in enumerate((640, 730, 812)):
            star = Star(100).shift(self.talk.on_table(-x, 42))
            far_end = away + np.array([px(index * 110 * self.talk.side), 0.0, 0.0])
            thread = String(star, lambda end=far_end: end, slack=0.0, tie="none")
            self._behind(thread, star)
            self.at(8 + index * 6, thread.tug())
            lies = self.talk.on_table(-x - 38 + 8 * index, -104 - 26 * (index % 2))
            self.at(self.key + 8 + index * 5, thread.slacken(0.1, 1.3), _drops(thread, far_end, lies), star.twinkle())

    def _then_chairs(self) -> None:
        """Two more chairs are put, and the picture makes room for them: for people who can help."""
        for index, side in enumerate((self.talk.side, -self.talk.side)):
            chair = Chair(height_px=470, facing="left" if side > 0 else "right", colour=("blue", "rose")[index])
            chair.shift(np.array([px(side * 716), px(-300), 0.0]))
            self.add(chair)
            chair.shift(np.array([px(side * 480), 0.0, 0.0]))
            self.at(self.then_key - 8 + index * 12, Glide(chair, by=(px(-side * 480), 0.0), seconds=0.8))
        self._behind(self.talk.set[1])
        self.at(self.then_key - 14, pull(self.camera.frame, 1.5))
        self.at(self.then_key - 4, self.talk.child.look("left" if self.talk.side < 0 else "right"))
        self.at(
            self.then_key + 12, self.talk.child.look(self.talk.listener), self.talk.child.feel("smile"), self.talk.listener.feel("smile")
        )

    def _then_joins(self) -> None:
        """Somebody else comes, sits down and listens too."""
        x = -self.talk.side * 610
        guest = self.talk.seated(self.params.guest, x, LOWER_PX - LOW_PX, "concerned", faces=self.talk.side)
        self._behind(guest)
        guest.shift(np.array([px(-self.talk.side * 850), 0.0, 0.0]))
        come = self.key + 44
        self.at(come - 8, pull(self.camera.frame, 1.7))
        self.at(come, Glide(guest, by=(px(self.talk.side * 850), 0.0), seconds=0.9), self.talk.child.look(guest))
        self.at(come + 20, Sink(guest, LOWER_PX - 60, 0.9), guest.look(self.talk.child))
        self.at(come + 36, guest.feel("calm"), guest.nod(1), self.talk.child.feel("smile"))


def _drops(thread: String, end: np.ndarray, lies: np.ndarray) -> Change:
    """The far end of a string falls to where it will lie."""
    held = end.copy()

    def to(share: float) -> None:
        end[:] = held + (lies - held) * share

    return Change(thread, to, 0.0, 1.0, 0.8, ease=into)
