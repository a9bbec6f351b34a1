"""The knock: five taps, drawn as rings. Somebody has noticed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.camera import push
from animkit.drawing.motion.ease import hump
from animkit.drawing.motion.moves import Change, Jolt
from animkit.drawing.params import Character
from animkit.drawing.path import arc, rectangle, smooth
from animkit.drawing.pen import shape
from animkit.drawing.people.person import Person
from animkit.drawing.people.sitting import sit
from animkit.drawing.props.door import Door
from animkit.drawing.props.home import Drape, Lamp, Table
from animkit.drawing.props.rings import Rings
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import light, standing, wall
from animkit.shots.scene import ShotScene

TABLE_PX = -236.0
DOOR_PX = 690.0
RHYTHM = (0, 16, 24, 32, 48)
"""Tum, ta-ta, tum, tum: frames at 25 a second, for a storyboard that names only the first tap."""
AJAR = 0.1
"""How far the curtain is still drawn while somebody looks round it."""
PALM = (px(72), px(TABLE_PX + 14), 0.0)
"""Where a palm lies that feels the knock in the table."""
STRENGTH = (1.0, 0.72, 0.72, 1.0, 1.0)


class Knock(ShotScene):
    """A knock at a door, seen from the side on which it is heard, or from the side on which somebody takes a breath first."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        inside: Character = "otis"
        """Who is in the room."""
        outside: Character = "maya"
        """Who knocks."""
        seen_from: Literal["room", "hall"] = "room"
        """From which side we see the door."""
        opens: bool = False
        """Whether the door opens and the curtain slides off, instead of the knock itself."""

    beats = {
        "tap": "The first tap: a ring grows from the door.",
        "tap2": "The second tap, and so on to tap5.",
        "quiet": "The curtain slides off; both see each other.",
        "breath": "Who wants to bang breathes; the fist opens.",
    }

    def construct(self) -> None:
        """The knock heard, the door opened, or the knock given."""
        if self.params.seen_from == "hall":
            self._given()
            return
        self._set()
        self._opened() if self.params.opens else self._heard()

    def taps(self) -> list[int]:
        """The frames of the five taps."""
        first = self.beat("tap", self.frames(0.96))
        return [self.beat(name, first + RHYTHM[index]) for index, name in enumerate(("tap", "tap2", "tap3", "tap4", "tap5"))]

    # --- In the room --------------------------------------------------------------------------------------------------------------

    def _set(self) -> None:
        """The room, nearer to its door: a curtain hangs before it."""
        opened = self.params.opens
        self.door = Door(
            DOOR_PX, state="open" if opened else "closed", ground="lavender", hinge="right", towards_us=not opened, floor_light=False
        )
        standing(self.door, -400, TABLE_PX - 30)
        self.maya = None
        if opened:
            self.maya = Person(self.params.outside, facing="right", mood="concerned", size=0.86).put(np.array([px(-418), px(52), 0.0]))
            self.door.welcome(self.maya)
        self.drape = standing(Drape(width_px=560, height_px=720, drawn=1.0), -400 - 280, TABLE_PX + 690)
        paper = self.stage.colour("paper")
        sheets = [
            shape(rectangle(150, 186, 6, (40, 330)), paper),
            shape(rectangle(130, 130, 6, (40, 130)), mix(paper, self.stage.colour("rose"), 0.35)),
            shape(smooth([(-5, 300), (30, 360), (50, 300), (85, 350)]), None, "iris", 7),
            shape(arc(34, centre=(40, 130)), None, "iris", 7),
        ]
        back = Puppet(wall("lavender"), *light((540, 90), "lavender", "glow", (560, 430, 300)), *sheets, self.door)
        lamp = standing(Lamp(height_px=300), 830, TABLE_PX)
        self.lamp = lamp
        self.front = Puppet(Table(drawers=True).by_px(0, TABLE_PX))
        self.add(back, self.drape, self.front, lamp)
        self.otis = Person(self.params.inside, facing="left", mood="calm" if opened else "tired", size=1.16)
        sit(self.otis, np.array([px(440), px(TABLE_PX), 0.0]))
        self.add(self.otis)

    def _heard(self) -> None:
        """Rings come through the curtain and under the palm; the head lifts."""
        otis = self.otis
        palm = np.array(PALM)
        rings = Rings(reach_px=560).shift(np.array([px(-400), px(60), 0.0]))
        felt = Rings(reach_px=150, line_px=12, flat=0.72).shift(palm + np.array([px(20), -px(16), 0.0]))
        self.add(rings, self.front, felt)
        self.bring_to_front(otis)
        self.at(0, otis.reach(palm, hand="flat", seconds=0.04), otis.look("down"), otis.lean(3, 0.04), otis.shoulders(-0.4))
        taps = self.taps()
        for tap, strength in zip(taps, STRENGTH, strict=True):
            self.at(tap, rings.tap(strength), Change(self.drape, self.drape.set_drawn, 1.0, 1.0 - 0.03 * strength, 0.36, ease=hump))
            self.at(tap + 3, felt.tap(strength, 0.6), Jolt(self.lamp, 3 * strength, 0.3))
        self.at(taps[1] + 5, otis.look(palm), otis.feel("blank"))
        self.at(taps[3] - 1, otis.look(self.drape), otis.lean(0), otis.tilt(2))
        self.at(taps[4] + 5, otis.feel("calm"), otis.shoulders(0.0))
        self.at(taps[4] + 12, otis.tilt(0), otis.look(self.drape))

    def _opened(self) -> None:
        """She looks round the curtain; on the beat it slides off."""
        otis, maya = self.otis, self.maya
        assert maya is not None
        quiet = self.beat("quiet", self.task.frames // 2)
        self.at(0, otis.reach(np.array(PALM), hand="flat", seconds=0.04), otis.look(maya))
        self.at(12, otis.feel("blank"), otis.fold())
        self.at(2, self.drape.draw_across(AJAR, 1.0), maya.look(otis))
        self.at(20, otis.feel("concerned"), maya.tilt(-3))
        self.at(quiet // 2, otis.look("down"), maya.lean(4))
        self.at(quiet * 3 // 4, otis.look(maya), maya.feel("calm"))
        self.at(quiet - 8, lambda: self.drape.draw_across(0.0, 0.9))
        self.at(quiet - 4, push(self.camera.frame, np.array([px(-160), px(60), 0.0]), 1.12, 1.6))
        self.at(quiet - 6, maya.lean(5))
        self.at(quiet + 4, otis.shoulders(-0.3))
        self.at(quiet + 16, otis.feel("calm"), otis.lean(3), maya.nod(1))
        self.at(quiet + 28, maya.feel("smile"))

    # --- In the hall --------------------------------------------------------------------------------------------------------------

    def _given(self) -> None:
        """A fist is raised; a breath; the fist opens; five taps."""
        place = room("evening-hall")
        door = place.door
        assert door is not None
        des = Person(self.params.outside, facing="right", mood="concerned", size=1.08).put(np.array([px(-130), px(60), 0.0]))
        at_door = door.get_center() + np.array([px(-130), px(66), 0.0])
        away = at_door + np.array([px(-64), px(10), 0.0])
        rings = Rings(reach_px=330, colour="help_dark").shift(at_door + np.array([px(30), 0.0, 0.0]))
        self.add(place.back, rings, des, place.front)
        breath = self.beat("breath", self.task.frames // 3)
        self.at(0, des.look(door), des.shoulders(0.6))
        self.at(4, des.reach(away + np.array([0, px(60), 0]), hand="fist", seconds=0.6), des.shoulders(1.0), des.lean(4))
        self.at(breath - 6, des.breathe(), des.feel("breath"))
        self.at(breath + 14, des.reach(away, hand="open", seconds=0.7), des.shoulders(-0.3), des.lean(0))
        self.at(breath + 34, des.feel("calm"))
        taps = self.taps() if "tap" in self.task.beats else [breath + 66 + step for step in RHYTHM]
        for tap, strength in zip(taps, STRENGTH, strict=True):
            self.at(tap - 3, des.reach(at_door, hand="fist", seconds=0.12))
            self.at(tap, rings.tap(strength), door.knocked())
            self.at(tap + 2, des.reach(away, hand="fist", seconds=0.2))
        self.at(taps[-1] + 8, door.warm(0.6), des.rest("lead", 0.5))
        self.at(taps[-1] + 14, des.tilt(3, 0.4), des.look(door))
