"""Together again: a yard that drums, a den with its flap tied open, a bench with room on it, bowls for drums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing import EXTRAS, Enter, Glide, Jolt, Person, Puppet, pull, push
from animkit.drawing.layout import px
from animkit.drawing.motion.walk import Walk
from animkit.drawing.params import Character
from animkit.drawing.path import arc, joined, polyline, rectangle, smooth
from animkit.drawing.pen import shape
from animkit.drawing.props.door import Door
from animkit.drawing.props.phone_aside import PhoneBack
from animkit.drawing.props.things import Bucket, Knock
from animkit.drawing.rooms import room
from animkit.drawing.rooms.phone_view import rhythm, take_sticks
from animkit.drawing.rooms.room import at
from animkit.shots.scene import ShotScene

HITS = (0, 16, 24, 32, 48, 64, 80, 88, 96, 112, 128, 144, 152, 160, 176)
"""The knock, over and over, after the one hit on which all join in: frames at 25 a second, as it is heard."""


class Together(ShotScene):
    """People who do something together again; on the beat all of them join in, and the picture opens."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        moment: Literal["yard", "den", "bench", "bowls"] = "yard"
        """``yard``: everybody drums (beat ``your``). ``den``: the flap is tied open and a grown-up ducks in (``any``). ``bench``: room is
        made (``too``). ``bowls``: washing-up bowls for drums (``again``)."""
        people: tuple[Character, ...] = ("otis", "maya", "noor")
        """Who leads, who is with them, and the grown-up."""

    beats = {
        "your": "All join in on one hit; the picture opens.",
        "any": "The flap is tied open; the grown-up comes in.",
        "too": "Room is made on the bench.",
        "again": "All join in on one hit.",
    }

    def construct(self) -> None:
        """One of four places."""
        {"yard": self._yard, "den": self._den, "bench": self._bench, "bowls": self._bowls}[self.params.moment]()

    # --- The yard -------------------------------------------------------------------------------------------------------------

    def _yard(self) -> None:
        place, (lead, friend, *grown) = room("yard"), self.params.people
        joins = self.beat("your", self.frames(2.0))
        assert place.door is not None
        if grown:
            guest = Person(grown[0], facing="left", mood="smile", size=0.6)
            guest.put(place.door.matrix()[:, 2] @ np.eye(2, 3) + at(-8, 176))
            place.door.welcome(guest)
            self.at(joins + 6, guest.nod(3, 1.2), guest.feel("glad"))
        leader = Person(lead, mood="smile", size=0.94).put(at(-310, -50))
        other = Person(friend, facing="left", mood="smile", size=0.94).put(at(350, -50))
        rows = ((-560, 60, 0.66, "right", 3), (600, 60, 0.66, "left", 1), (-770, -30, 0.8, "right", 0), (790, -30, 0.8, "left", 6))
        crowd = [Person(EXTRAS[index], facing=facing, mood="smile", size=size).put(at(x, y)) for x, y, size, facing, index in rows]
        drums = [Bucket(width_px=w, colour=colour).shift(at(x, y)) for x, y, w, colour in _KIT]
        rings = Knock(rings=5, reach_px=420, colour="white").shift(at(-310, -170))
        self.add(place.back, *crowd, rings, leader, other, place.front, *drums[2:], *drums[:2])
        everyone = [other, *crowd]
        for person in (leader, *everyone):
            take_sticks(person, low=-236, length_px=150 if person in crowd else 190)
        self.camera.frame.move_to(push(self.camera.frame, at(-310, -20), 1.28).centre).set(width=self.camera.frame.width / 1.28)
        alone = [hit for hit in rhythm(0, joins - 10) if hit > 8]
        together = [joins + hit for hit in HITS if joins + hit < self.task.frames - 10]
        self.at(0, leader.drum([*alone, *together], lift=74), *(person.look(leader) for person in everyone))
        for hit in alone:
            self.at(hit, Jolt(drums[0], 6, 0.3))
        self.at(max(joins - 24, 10), leader.look(other), leader.feel("glad"), leader.lean(3))
        self.at(max(joins - 20, 12), *(person.drum(together, lift=60 + 8 * (index % 3)) for index, person in enumerate(everyone)))
        self.at(joins, pull(self.camera.frame, 1.7), place.door.warm(), leader.lean(0))
        for index, hit in enumerate(together):
            self.at(hit, *(Jolt(drum, 6, 0.3) for drum in drums))
            if index < 5:
                self.at(hit, rings.tap(1.0 if index == 0 else 0.6, 0.8))
        self.at(joins + 5, *(person.feel("glad") for person in everyone))
        self.at(joins + 34, leader.feel("smile"), leader.look("us"), other.look(leader))
        self.at(joins + 60, *(person.look("ahead") for person in crowd), leader.feel("glad"), other.feel("smile"))

    # --- The den --------------------------------------------------------------------------------------------------------------

    def _den(self) -> None:
        place, (first, second, *grown) = room("class-den"), self.params.people
        tied = self.beat("any", self.frames(3.9))
        door = place.door
        assert door is not None
        one = Person(first, mood="smile").put(at(-420, -60))
        two = Person(second, facing="left", mood="smile").put(at(440, -60))
        bow = _bow().shift(at(186, -90))
        self.add(place.back, one, two, place.front, bow)
        self.camera.frame.move_to(at(0, -30)).set(width=self.camera.frame.width / 1.2)
        opens = max(tied - self.frames(2.2), 8)
        self.at(4, one.look(two), two.look(one))
        self.at(opens - 6, two.look(door), two.reach(door.knob(), hand="hold", seconds=0.5))
        self.at(opens, door.open(1.0), door.warm())
        self.at(opens + 4, two.rest("lead"))
        self.at(opens + 12, one.look(door), one.feel("glad"))
        if grown:
            teacher = Person(grown[0], facing="left", mood="smile", size=0.78)
            teacher.put(at(10, -150))
            door.welcome(teacher)
            teacher.shift([px(300), -px(90), 0]).refresh()
            teacher.acting.lean.rest = (9.0,)
            self.at(opens + 14, Glide(teacher, by=(-px(300), 0), seconds=0.9))
            self.at(opens + 30, Glide(teacher, by=(0, px(90)), seconds=0.6), teacher.lean(0), teacher.look(one))
            self.at(tied + 14, teacher.feel("glad"), teacher.nod(2))
        self.at(tied - 12, two.reach(bow.get_center(), hand="hold", seconds=0.5))
        self.at(tied, Enter(bow), pull(self.camera.frame, 1.6))
        self.at(tied + 8, two.rest("lead"), two.feel("glad"), two.look(one))
        self.at(tied + 16, one.wave(seconds=1.3), one.look("us"))

    # --- The bench ------------------------------------------------------------------------------------------------------------

    def _bench(self) -> None:
        place, (rings, comes, sits) = room("street"), self.params.people
        room_made = self.beat("too", self.frames(1.6))
        caller = Person(rings, mood="concerned").put(at(-480, 20))
        neighbour = Person(sits, facing="left", mood="smile").put(at(120, 20))
        grandad = Person(comes, facing="left", mood="smile").put(at(1180, 30))
        phone, mug = PhoneBack(170, stand=False, degrees=14), _flask()
        self.add(place.back, caller, neighbour, grandad, place.front)
        caller.carry(phone, "near", turn=-14)
        self.camera.frame.move_to(at(40, 10)).set(width=self.camera.frame.width / 1.14)
        self.at(0, caller.reach(caller.point(-150, 150), hand="hold", arm="near", seconds=0.04), caller.look("down"))
        self.at(0, grandad.hold(mug), grandad.reach(grandad.point(150, -230), hand="hold", seconds=0.04))
        self.at(2, Walk(grandad, by_px=-640, seconds=1.9), neighbour.look("right"))
        self.at(room_made - 14, neighbour.look(grandad), neighbour.nod(1))
        self.at(room_made, Walk(neighbour, by_px=-140, seconds=0.9), neighbour.feel("glad"))
        self.at(room_made + 14, pull(self.camera.frame, 1.7), grandad.look(neighbour), caller.look(neighbour))
        passes = room_made + 34
        self.at(passes - 12, grandad.reach(at(280, -90), hand="hold", seconds=0.5), grandad.lean(3))
        self.at(passes, caller.feel("calm"), caller.rest("near", 0.7), neighbour.look(grandad))
        self.at(passes + 8, grandad.look(caller), caller.look(grandad))
        self.at(passes + 18, caller.shoulders(-0.4), caller.feel("smile"), neighbour.look(caller))
        self.at(passes + 30, grandad.feel("glad"), neighbour.nod(1), grandad.lean(0))

    # --- Bowls for drums ------------------------------------------------------------------------------------------------------

    def _bowls(self) -> None:
        place, names = room("kitchen"), self.params.people
        joins = self.beat("again", self.frames(3.1))
        for lamp in place.extras.values():
            lamp.hide()
        door = Door(540, state="ajar", ground="sand").shift(at(172, -236))
        door.refresh()
        spots = ((-610, "right"), (-195, "right"), (540, "left"))
        folk = [
            Person(who, facing=facing, mood="smile").seat(np.array([px(x), place.top, 0.0]))
            for who, (x, facing) in zip(names, spots, strict=False)
        ]
        bowls = [
            _bowl(colour).shift(np.array([px(x + (70 if facing == "right" else -70)), place.top, 0.0]))
            for (x, facing), colour in zip(spots[: len(folk)], ("blue", "rose", "aqua"), strict=True)
        ]
        self.add(place.back, door, place.front, *folk, *bowls)
        for person in folk:
            take_sticks(person, low=-206, length_px=170)
        together = [joins + hit for hit in HITS if joins + hit < self.task.frames - 10]
        alone = [hit for hit in rhythm(0, joins - 10) if hit > 8]
        self.camera.frame.move_to(at(-20, -20)).set(width=self.camera.frame.width / 1.1)
        for index, person in enumerate(folk):
            late = 5 if person.who == "des" else 0
            early = alone if index == 0 else [hit + late for hit in alone[2:]] if index == 1 else []
            self.at(0, person.drum([*early, *(hit + late for hit in together)], lift=66))
            for hit in (*early, *(hit + late for hit in together)):
                self.at(hit, Jolt(bowls[index], 6, 0.3))
        self.at(4, *(person.look(folk[0]) for person in folk[1:]), folk[0].look(folk[-2]))
        self.at(20, folk[0].feel("glad"))
        self.at(joins - 12, door.open(1.0), door.warm())
        self.at(joins, pull(self.camera.frame, 1.6), *(person.feel("glad") for person in folk[1:]))
        self.at(joins + 22, folk[0].look(folk[1]), folk[1].look(folk[0]))
        self.at(joins + 40, folk[0].feel("smile"), folk[-1].look("us"))


_KIT = (
    (-310, -430, 250, "blue"),
    (350, -430, 250, "rose"),
    (-775, -404, 200, "mustard"),
    (795, -404, 200, "aqua"),
    (-545, -356, 140, "violet"),
    (590, -356, 140, "plum"),
)


def _bow() -> Puppet:
    """A bow that ties a flap open: it helps, so it is green."""
    loops = joined(*(smooth([(0, 0), (s * 34, 26), (s * 58, 6), (s * 34, -14), (0, 0)]) for s in (-1, 1)))
    tails = joined(smooth([(0, 0), (-14, -30), (-34, -52)]), smooth([(0, 0), (14, -30), (30, -56)]))
    return Puppet(
        shape(tails, None, "ink", 16),
        shape(tails, None, "help_light", 9),
        shape(loops, "help_light", "ink", 8),
        shape(arc(11), "help_light", "ink", 8),
    )


def _bowl(colour: str) -> Puppet:
    """A washing-up bowl turned over, its foot at the origin's height."""
    dome = joined(smooth([(-130, 0), (-112, 60), (-70, 92), (70, 92), (112, 60), (130, 0)]), polyline((130, 0), (-130, 0)))
    return Puppet(
        shape(dome, colour, "ink"),
        shape(rectangle(292, 26, 13, (0, 6)), colour, "ink"),
        shape(polyline((-62, 92), (62, 92)), None, "ink", 12),
    )


def _flask() -> Puppet:
    """A flask, held at its middle."""
    return Puppet(
        shape(rectangle(72, 140, 18, (0, -10)), "mustard", "ink"),
        shape(rectangle(54, 40, 10, (0, 72)), "paper", "ink"),
        shape(polyline((-36, -30), (36, -30)), None, "ink", 8),
    )
