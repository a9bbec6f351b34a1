"""A real gift: half a sandwich, and nothing on it."""

from __future__ import annotations

from dataclasses import dataclass

from animkit.drawing import Person, push
from animkit.drawing.params import Character
from animkit.drawing.people.handing import Give
from animkit.drawing.props.things import Sandwich
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import at
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene


class Sharing(ShotScene):
    """Somebody gives a friend half a sandwich; the friend looks underneath: no string. Both laugh."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        room: RoomName = "practice"
        """Where it happens."""
        giver: Character = "maya"
        """Who shares, on the left."""
        taker: Character = "otis"
        """Who looks underneath, on the right."""

    beats = {"nothing": "The taker looks under the half sandwich."}

    def construct(self) -> None:
        """Give, look, laugh."""
        looks = self.beat("nothing", self.frames(2.2))
        place = room(self.params.room)
        giver = Person(self.params.giver, mood="smile", size=1.1).put(at(-420, -60))
        taker = Person(self.params.taker, facing="left", mood="blank", size=1.1).put(at(190, -60))
        kept, half = Sandwich(width_px=150), Sandwich(width_px=150)
        self.add(place.back, giver, taker, place.front)
        given = max(looks - self.frames(0.9), 24)
        middle = at(-120, -90)
        self.at(0, giver.hold(half), giver.hold(kept, arm="near"), giver.reach(at(-280, -110), hand="hold", seconds=0.04))
        self.at(0, giver.reach(at(-400, -190), hand="hold", arm="near", seconds=0.04))
        self.at(4, giver.look(taker), taker.look(half))
        self.at(max(given - 22, 5), giver.reach(middle, hand="hold", seconds=0.6), giver.lean(4))
        self.at(max(given - 14, 7), taker.reach(middle, hand="hold", seconds=0.5), taker.feel("smile"))
        self.at(given, Give(half, giver, taker, turn=0.0))
        self.at(given + 2, giver.rest("lead"), giver.lean(0))
        self.at(given + 3, taker.reach(at(-104, 96), hand="hold", seconds=0.6))
        self.at(looks - 4, taker.look(at(-90, 110)), taker.feel("suspicious"), taker.tilt(3.4), taker.lean(5))
        self.at(looks, push(self.camera.frame, at(-80, 20), 1.12))
        self.at(looks + 12, giver.look(half), giver.feel("cheeky"))
        self.at(looks + 24, taker.feel("glad"), taker.look(giver), taker.lean(0), taker.reach(at(-30, -150), hand="hold"))
        self.at(looks + 30, giver.feel("glad"), giver.look(taker), giver.nod(3, 0.9))
        self.at(looks + 36, taker.nod(3, 0.9), taker.shoulders(0.4), giver.shoulders(0.3))
