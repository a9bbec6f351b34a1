"""Listening, and what keeps from it: a call, a lecture. Somebody sits lower, waits, and takes one end of what is heavy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.camera import push
from animkit.drawing.motion.moves import Enter, Glide
from animkit.drawing.params import Character
from animkit.drawing.people.sitting import Sink
from animkit.drawing.people.table_talk import TableTalk
from animkit.drawing.props.acts import Shrink
from animkit.drawing.props.aside import Lecture
from animkit.drawing.props.phone_aside import LyingPhone, PhoneBack
from animkit.drawing.rooms.table import RoomName
from animkit.drawing.rooms.warmth import warmth
from animkit.shots.scene import ShotScene

LOWER_PX = 165.0
"""How far who listens lets themselves down."""
LOW_PX = 80.0
LAMPS: dict[str, tuple[tuple[float, float], float, str]] = {"bedroom": ((680.0, 60.0), 520.0, "lavender")}
"""Rooms that are cool until somebody is believed: where the lamp's light is, how far it reaches, the wall's colour."""


class Listening(ShotScene):
    """A grown-up who does not hear yet, or who waits, shares the weight, or puts the lecture away."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        child: Character = "otis"
        """Who has something to tell."""
        listener: Character = "des"
        """Who listens, or is on a call."""
        room: RoomName = "bedroom"
        """Where they sit."""
        child_on: Literal["left", "right"] = "right"
        """On which side the child sits."""
        moment: Literal["waits", "shares", "lecture", "call"] = "waits"
        """The listener sits down and waits; takes one end of the bubble; rolls a lecture up; or is on a call and does not hear."""
        feels: str = "concerned"
        """The child's mood at first."""
        after: str = "calm"
        """The child's mood afterwards."""

    beats = {
        "again": "The child picks the bubble up, to tell again.",
        "believe": "The listener takes one end: the weight is shared.",
        "wait": "The listener sits, and waits; or the lecture waits.",
    }

    def construct(self) -> None:
        """Two at a table, and one of four moments."""
        p, self.last = self.params, 0
        self.key = self.beat({"waits": "wait", "shares": "believe", "lecture": "wait", "call": "again"}[p.moment], self.task.frames // 2)
        lower = {"waits": LOW_PX - LOWER_PX, "call": 0.0}.get(p.moment, LOW_PX)
        self.talk = TableTalk(p.child, p.listener, p.room, child_on=p.child_on, lower_px=lower, feels=p.feels)
        lamp = LAMPS.get(p.room)
        self.glow = warmth(self.talk.room, lamp[0], lamp[2], lamp_px=lamp[1]) if lamp and p.moment in ("shares", "lecture") else None
        self.add(*self.talk.set, self.talk.listener, self.talk.child)
        self.at(6, self.talk.child.look(self.talk.listener))
        getattr(self, f"_{p.moment}")()
        for turn, frame in enumerate(range(self.last + 38, self.task.frames - 22, 46)):
            self.at(frame, *self.talk.company(turn))

    def at(self, moment: str | int, *animations: Any, **options: Any) -> int:
        """As every scene's; remembers when the last thing begins."""
        frame = super().at(moment, *animations, **options)
        self.last = max(self.last, frame)
        return frame

    def _waits(self) -> None:
        """Sits down, lower than the child; nothing is asked; after a while the child begins to tell."""
        child, listener, bubble = self.talk.child, self.talk.listener, self.talk.bubble(0.2)
        self.at(0, child.shoulders(0.8))
        self.at(4, Sink(listener, LOWER_PX, 1.1), listener.feel("calm"))
        self.at(22, child.look(listener))
        self.at(self.key, listener.breathe(), listener.look(child))
        self.at(self.key + 10, child.look(listener), child.shoulders(0.2))
        tells = min(self.key + 26, self.task.frames - 26)
        self.at(tells, Enter(bubble, 0.6), self.talk.under(child, 0.2), child.feel(self.params.after), listener.look(bubble))

    def _shares(self) -> None:
        """It weighs in the child's hand; on the beat the listener takes one end, and it is lighter."""
        child, listener, bubble = self.talk.child, self.talk.listener, self.talk.bubble(0.2, lower_px=40)
        self.add(bubble)
        lift = max(self.key - 8, 12)
        self.at(max(self.key - 10, 2), push(self.camera.frame, self.talk.between(0.2, 130), 1.09, 1.7))
        if self.glow is not None:
            self.at(lift + 4, self.glow.spread())
        self.at(0, self.talk.under(child, 0.2, seconds=0.04, lower_px=40), child.look("down"), child.lean(3))
        self.at(lift - 10, listener.lean(4), self.talk.under(listener, 0.2, lower_px=40), listener.look(bubble))
        self.at(lift + 8, Glide(bubble, to=self.talk.between(0.06, 8), seconds=0.9), child.lean(0, 0.9))
        self.at(lift + 8, self.talk.under(child, 0.06, lower_px=-8, seconds=0.9), self.talk.under(listener, 0.06, lower_px=-8, seconds=0.9))
        self.at(lift + 16, child.look(listener), child.shoulders(-0.5), listener.look(child))
        self.at(lift + 40, bubble.loosen(0.5, 1.4), child.feel(self.params.after), child.breathe())
        self.at(lift + 84, listener.nod(1), child.look(bubble))

    def _lecture(self) -> None:
        """A lecture begins to unroll, and is put away; a hand comes near the phone and lies down instead. The light stays warm."""
        listener, lecture = self.talk.listener, Lecture(height_px=360)
        if self.glow is not None:
            self.glow.so_far(1.0)
        self.camera.frame.move_to(push(self.camera.frame, self.talk.between(0.2, 130), 1.09).centre).set(
            width=self.camera.frame.width / 1.09
        )
        listener.carry(lecture, "lead")
        phone = LyingPhone().shift(self.talk.on_table(-70))
        self.add(phone)
        self.bring_to_front(listener, self.talk.child)
        self.at(0, listener.reach(self.talk.between(-0.1, 150), hand="hold", seconds=0.4), listener.feel("explaining"))
        self.at(1, Enter(lecture, 0.2), self.talk.child.shoulders(0.7))
        self.at(7, lecture.unroll(1.0), self.talk.child.look(lecture))
        away = max(self.key, 46)
        left = self.task.frames - away
        self.at(away - 6, listener.look(self.talk.child), listener.feel("concerned"))
        self.at(away, lecture.roll_up(0.6))
        self.at(away + 10, listener.rest("lead", 0.7))
        self.at(
            away + 24,
            Shrink(lecture, 0.25),
            listener.feel("calm"),
            self.talk.child.feel(self.params.after),
            self.talk.child.shoulders(-0.3),
        )
        near = phone.get_center() + np.array([px(-self.talk.side * 110), px(40), 0])
        reached, settled = away + max(34, left // 3), away + max(60, left * 3 // 5)
        self.at(reached, listener.reach(near, hand="flat", seconds=0.8), listener.look(phone), self.talk.child.look(phone))
        self.at(settled, listener.rest("lead", 0.8), listener.look(self.talk.child), self.talk.child.look(listener))
        self.at(settled + 16, listener.nod(1), self.talk.child.shoulders(-0.4))

    def _call(self) -> None:
        """It floats to somebody on a call, who means well and does not hear; it sinks, and on the beat the child picks it up."""
        child, listener, bubble = self.talk.child, self.talk.listener, self.talk.bubble(0.46)
        phone = PhoneBack(170, stand=False, degrees=14)
        listener.carry(phone, "near", turn=-14)
        ear = listener.point(-150, 150)
        self.at(0, listener.reach(ear, hand="hold", arm="near", seconds=0.04), listener.look("right" if self.talk.side < 0 else "left"))
        self.at(1, Enter(bubble, 0.5), child.look(bubble))
        self.at(12, Glide(bubble, to=self.talk.between(0.14, 50), seconds=1.2, arc=0.06), child.look(listener), self.talk.under(child, 0.2))
        self.at(34, child.rest("lead"))
        self.at(40, listener.reach(listener.point(268, 150), hand="point", seconds=0.6), listener.look(child), listener.feel("smile"))
        down = max(self.key - 66, 54)
        self.at(down, Glide(bubble, to=self.talk.between(0.1, -64), seconds=1.3), child.look(bubble), child.feel("tired"))
        self.at(down + 8, listener.look("right" if self.talk.side < 0 else "left"), listener.feel("explaining"))
        self.at(self.key - 10, self.talk.under(child, 0.24, lower_px=64), child.feel("calm"))
        self.at(
            self.key + 6, Glide(bubble, to=self.talk.between(0.3, 10), seconds=0.8), self.talk.under(child, 0.3, lower_px=-10, seconds=0.8)
        )
        self.at(
            self.key + 11, child.feel(self.params.after), child.look("left" if self.talk.side < 0 else "right"), bubble.loosen(0.2, 0.6)
        )
