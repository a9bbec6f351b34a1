"""The tiny door is pressed: the crowd of bubbles falls like leaves, the pile sinks, and there is a room again, with a friend in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.camera import pull
from animkit.drawing.motion.ease import in_out, into
from animkit.drawing.motion.moves import Change, Glide, Turn, Vanish
from animkit.drawing.params import Character
from animkit.drawing.path import arc
from animkit.drawing.pen import shape
from animkit.drawing.people.forearm import Forearm
from animkit.drawing.people.person import Person
from animkit.drawing.props.crowd import Crowd
from animkit.drawing.props.jagged import JaggedBubble
from animkit.drawing.props.phone_aside import LyingPhone
from animkit.drawing.props.things import Bucket, Cushion
from animkit.drawing.props.water import Water
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.phone_view import Device, phone_view
from animkit.drawing.rooms.room import at
from animkit.drawing.rooms.table import RoomName, room
from animkit.shots.scene import ShotScene

DOWN = 6
"""Frames from the moment a finger comes down until the tiny door is pressed in: that is on the beat."""
CLOSE = 1.16
"""How near the camera is while it is crowded."""
LEAVES = {"buckets": 40, "cushions": 26}


class Stopping(ShotScene):
    """A stream that is too much; on the beat its tiny door is pressed, all that pressed falls like leaves, and there is space."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        people: tuple[Character, ...] = ("maya", "otis")
        """Who stops, and the friend who is there."""
        room: RoomName = "practice"
        """Where they are when the stream has gone."""
        device: Device = "phone"
        """What streams."""
        pile: Literal["buckets", "cushions"] = "buckets"
        """What the dares have piled up before whoever stops."""
        friend: Literal["water", "flap"] = "water"
        """What the friend does: hand over water, or open the way out."""
        threat: bool = False
        """Whether a jagged bubble is among those that fall."""

    beats = {"end": "The tiny door is pressed, and everything that pressed begins to fall.", "stop": "The same, under another name."}

    def construct(self) -> None:
        """The room lies under the stream; the stream goes, and the room is there."""
        self.end = next((self.beat(name) for name in ("end", "stop") if name in self.task.beats), self.task.frames // 4)
        self.place = room(self.params.room)
        self.add(self.place.back)
        self._friends()
        self._stream()
        self.camera.frame.set(width=self.stage.frame[0] / CLOSE)
        self.at(self.end + 8, pull(self.camera.frame, 1.7))

    # --- The stream -----------------------------------------------------------------------------------------------------------

    def _stream(self) -> None:
        """The crowded stream, and how it goes: the door is pressed, leaves fall, the ground draws back into the phone that lies down."""
        p, end = self.params, self.end
        drums = p.pile == "buckets"
        view = phone_view(p.people[: 1 if drums else 2], device=p.device, viewers=1284, mood="worried")
        phone, ground = view.phone, view.ground
        planes = [plane for plane in (ground.back, ground.far, ground.front) if plane]
        disc = Puppet(shape(arc(1500), "iris"))
        lead = view.people[0]
        button = phone.button.get_center()
        crowd = Crowd.around(
            lead.eyes_at(),
            LEAVES[p.pile],
            clear_px=270,
            size_px=(92, 172),
            keep=[(lead.eyes_at(), 170), (button + at(40, 20), 150)],
            here=True,
        )
        self.add(disc, *planes, phone, crowd)
        self.at(0, crowd.swing(lead.eyes_at(), 0.04), crowd.edge_in(0.16, max(self.seconds(end), 0.4)))
        if p.threat:
            jagged = JaggedBubble(560, 420).shift(at(-560, 190))
            self.add(jagged)
            self.at(end + 6, Glide(jagged, by=(px(-60), px(-1300)), seconds=1.5, ease=into), Turn(jagged, 24, 1.5))
        start = max(end - DOWN, 1)
        finger = Forearm(p.people[0], start=(760, -900), size=1.3, width_px=128)
        self.add(finger)
        self.at(max(start - 16, 0), finger.reach(button + at(60, -90), seconds=0.6), lead.look("down"))
        self.at(start, finger.tap(button + at(8, -16)))
        self.at(end + 10, finger.away(0.8))
        self.at(start, *phone.end())
        self.at(end, crowd.fall(0.024, 1.35))
        self.at(end + 2, lead.feel("breath"))
        self.at(end + 10, *(Vanish(plane, 0.5) for plane in planes))
        self._draw_back(disc, phone, end + 13)

    def _draw_back(self, disc: Puppet, phone: Puppet, start: int) -> None:
        """Disc and phone become as small as the phone that lies down."""
        goal, from_ = self.lying.get_center(), phone.get_center()
        disc_way, phone_way = disc.channel("back"), phone.channel("back")
        phone_way.pivot, disc_way.pivot = phone.pivot(), (0.0, 0.0)
        self.lying.hide()

        def back(share: float) -> None:
            small = 1 - 0.86 * share
            phone_way.sx, phone_way.sy = small, small * (1 - 0.86 * max(share - 0.86, 0) / 0.14)
            phone_way.dx, phone_way.dy = ((goal - from_) * share)[:2]
            disc_way.sx = disc_way.sy = max(1 - share, 0.001)
            disc_way.dx, disc_way.dy = (goal * share)[:2]
            disc.refresh()
            phone.refresh()

        for thing in self.seen_later:
            self.at(start, swapped((), thing))
        self.at(start, Change(disc, back, 0.0, 1.0, 0.95, ease=in_out))
        self.at(start + self.frames(0.95), swapped((disc, phone), self.lying))

    # --- The room ---------------------------------------------------------------------------------------------------------------

    def _friends(self) -> None:
        """Whoever stops, behind the pile that sinks; the friend."""
        p, end = self.params, self.end
        drums = p.pile == "buckets"
        first = Person(p.people[0], facing="right", mood="breath", size=1.12 if drums else 1.2).put(at(*(_SPOTS[p.pile][0])))
        friend = Person(p.people[-1], facing="left", mood="calm", size=1.12 if drums else 1.2).put(at(*(_SPOTS[p.pile][1])))
        pile, kit = (_buckets(), _kit()) if drums else (_cushions(), [])
        stand = (
            Bucket(width_px=240, colour="rose").shift(at(-60, -404)) if drums else Cushion(width_px=330, colour="aqua").shift(at(0, -360))
        )
        top = -404 + 240 * 0.86 if drums else -306
        self.lying = LyingPhone(170 if drums else 240).shift(at(-60 if drums else 0, top - 2))
        self.seen_later = [self.place.back, first, friend, *pile, self.place.front, *kit, stand]
        self.add(*self.seen_later[1:], self.lying)
        for thing in self.seen_later:
            thing.hide()
        sink = end + 34
        for index, thing in enumerate(pile):
            self.at(
                sink + 5 * index,
                Glide(thing, by=(px((-1) ** index * 24), px(-760)), seconds=1.0, ease=into),
                Turn(thing, (-1) ** index * 9, 1.0),
            )
        self.at(end + 26, first.feel("tired"), friend.look(first))
        self.at(sink + 8, first.breathe(), first.feel("calm"), first.shoulders(-0.5))
        self.at(sink + 28, first.look(friend))
        (self._water if p.friend == "water" else self._flap)(first, friend, sink + 14)

    def _water(self, first: Person, friend: Person, start: int) -> None:
        """The friend holds out a bottle of water; it is taken."""
        theirs, mine = Water(), Water()
        friend.carry(theirs, "lead")
        first.carry(mine, "lead")
        mine.hide()
        low, meet = at(120, -250), at(-130, -10)
        self.at(0, friend.reach(low, hand="hold", seconds=0.04))
        self.at(start, friend.reach(meet, hand="hold", seconds=0.8), friend.feel("smile"))
        self.at(start + 18, first.reach(meet, hand="hold", seconds=0.6))
        self.at(start + 35, swapped((theirs,), mine))
        self.at(start + 38, friend.rest("lead", 0.7), first.reach(first.point(214, -128), hand="hold", seconds=0.8), first.feel("smile"))
        self.at(start + 52, friend.nod(1), first.nod(1))
        if self.place.door is not None:
            self._if_room(start + 56, self.place.door.open(1.1))
        self._if_room(start + 62, friend.look("right"))
        self._if_room(start + 72, first.look("right"), first.feel("glad"))
        self._if_room(start + 92, friend.look(first), friend.breathe())

    def _flap(self, first: Person, friend: Person, start: int) -> None:
        """The friend opens the way out; behind it is a warm hall."""
        door = self.place.door
        assert door is not None, f"{self.params.room} has no way out"
        self.at(start - 14, friend.look(door), friend.reach(door.knob(), hand="open", seconds=0.6))
        self.at(start, door.open(1.1))
        self.at(start + 8, first.look(door), friend.rest("lead", 0.8), friend.feel("smile"))
        self.at(start + 26, first.feel("smile"), first.look(friend), friend.look(first))
        self._if_room(start + 38, friend.nod(1))
        self._if_room(start + 44, first.breathe())

    def _if_room(self, frame: int, *motions: Motion) -> None:
        """What happens only where the shot is long enough."""
        if all(frame + self.frames(motion.run_time) <= self.task.frames for motion in motions):
            self.at(frame, *motions)


def swapped(gone: tuple[Puppet, ...], there: Puppet) -> Callable[[], None]:
    """Hides some and shows another, when it is called."""

    def swap() -> None:
        for thing in gone:
            thing.hide()
        there.reveal()

    return swap


_SPOTS = {"buckets": ((-500.0, -22.0), (290.0, -40.0)), "cushions": ((-450.0, -60.0), (560.0, -60.0))}


def _buckets() -> list[Puppet]:
    """A pile up to the eyes, the last and blank one on top: it goes first. It stands on the two drums, which stay."""
    spots = ((-446, 4, 236, "white", ""), (-556, -190, 250, "rose", "grin"), (-336, -196, 236, "mustard", "cat"))
    return [Bucket(width_px=width, colour=colour, mark=mark).shift(at(x, y)) for x, y, width, colour, mark in spots]


def _kit() -> list[Puppet]:
    return [
        Bucket(width_px=width, colour=colour).shift(at(x, y))
        for x, y, width, colour in ((-570, -430, 270, "blue"), (-318, -440, 250, "aqua"))
    ]


def _cushions() -> list[Puppet]:
    spots = ((-446, 20, "white", ""), (-460, -110, "mustard", "grin"), (-440, -230, "blue", "cat"))
    return [Cushion(width_px=330, colour=colour, mark=mark).shift(at(x, y)) for x, y, colour, mark in spots]
