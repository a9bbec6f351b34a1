"""Too much praise, too fast: paper crowns pile up until they slip over the eyes, and a friend takes them off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from animkit.drawing import Glide, Leave, Person, Sway, push
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out, in_out, into, settle
from animkit.drawing.params import Character, Picture
from animkit.drawing.people.worn import Worn
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.card import Card
from animkit.drawing.props.things import Crown
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import at
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene, param

ON_HEAD = (28.0, 356.0)
"""Where a crown sits: the rig's units from the neck."""
APART = 58.0
"""How much higher the next one sits."""
SLIPS = 190.0
"""How far the lowest slips: over the eyes."""


class CrownScene(ShotScene):
    """A card puts a paper crown on a child, then more and more of them; they slip over the eyes. A friend lifts them off."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        room: RoomName = "den"
        """Where it happens."""
        child: Character = "pia"
        """Who is crowned."""
        friend: Character = "wes"
        """Who takes the crowns off."""
        card: Picture = "dog"
        """The picture in front of the card."""
        crowns: Annotated[int, param(ge=2, le=5)] = 4
        """How many there are in the end."""

    beats = {"fast": "The crowns have piled up and slip over the eyes."}

    def construct(self) -> None:
        """One crown, more, too many; off."""
        p, fast = self.params, self.beat("fast", self.frames(6.4))
        place = room(p.room)
        child = Person(p.child, mood="smile", size=1.04).put(at(-120, -80))
        friend = Person(p.friend, mood="smile", size=0.98).put(at(-560, -70))
        card = Card(p.card, height_px=400).shift(at(1180, 0))
        colours = ("mustard", "paper", "mustard", "paper", "mustard")
        crowns = [Worn(Crown(width_px=246 + 8 * index, fill=colours[index]), child, *ON_HEAD) for index in range(p.crowns)]
        self.add(place.back, friend, child, *crowns, place.front, card)
        self.at(2, child.look("right"), friend.look(child))
        self.at(4, Glide(card, by=(-px(690), 0), seconds=0.9, ease=back_out))
        first = self.frames(1.6)
        gaps = [first + round((fast - 16 - first) * share) for share in (0.0, 0.52, 0.78, 0.94, 1.0)]
        for index, crown in enumerate(crowns):
            x, y = ON_HEAD[0], ON_HEAD[1] + APART * index
            crown.x, crown.y = x + 330, y + 190
            crown.hide()
            lands = gaps[index]
            self.at(
                lands,
                Phased(
                    crown,
                    phase(0.3, in_out, x=x, y=y + 120),
                    phase(0.14, into, y=y),
                    phase(0.3, settle, tip=(-5.0, 6.0)[index % 2]),
                    shows=True,
                ),
                Sway(card, 4, 0.6, pivot=(0.5, 0.0)),
            )
            if index:
                self.at(lands + 11, child.nod(1, 0.4), child.shoulders(0.2 * index, 0.3))
        self.at(first + 4, child.look("up"))
        self.at(first + 14, child.feel("glad"), friend.feel("glad"))
        self.at(gaps[1] + 6, child.feel("blank"), child.look("up"), friend.look(crowns[-1]))
        self.at(gaps[2], friend.feel("blank"))
        for index, crown in enumerate(crowns):
            y = ON_HEAD[1] + APART * index
            self.at(fast + index, Phased(crown, phase(0.34, settle, y=y - SLIPS, tip=(7.0, -5.0)[index % 2])))
        self.at(fast - 4, push(self.camera.frame, at(-160, 40), 1.14), child.look("ahead"))
        self.at(fast + 6, child.feel("concerned"), friend.feel("concerned"), child.tilt(3))
        lifts = max(fast + self.frames(1.5), self.task.frames - self.frames(2.9))
        self.at(lifts - 14, friend.reach(child.point(-90, 250), hand="hold", seconds=0.5), friend.lean(5))
        for index, crown in enumerate(crowns):
            y = ON_HEAD[1] + APART * index
            self.at(lifts + index, Phased(crown, phase(0.4, in_out, y=y + 60, x=ON_HEAD[0] - 40, tip=14.0)))
            self.at(lifts + 11 + 2 * index, Leave(crown, side=1.0))
        self.at(lifts + 4, friend.reach(child.point(-120, 400), hand="hold", seconds=0.4))
        self.at(lifts + 12, child.feel("calm"), child.look("ahead"), friend.feel("smile"))
        self.at(lifts + 16, Glide(card, by=(px(760), 0), seconds=1.0), friend.rest("lead"), friend.lean(0))
        self.at(lifts + 28, child.feel("smile"), friend.look(child))
        self.at(lifts + 20, child.shoulders(-0.2))
