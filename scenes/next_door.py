"""One door after another: what a child has to tell goes to a grown-up who is busy, and on to one who listens."""

from __future__ import annotations

from dataclasses import dataclass

from animkit.drawing import Glide, Person, drift
from animkit.drawing.layout import px
from animkit.drawing.motion.moves import Enter
from animkit.drawing.params import Character
from animkit.drawing.path import joined, rectangle
from animkit.drawing.pen import shape
from animkit.drawing.props.door import Door
from animkit.drawing.props.knotted import KnottedBubble
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import at, floor, light, standing, wall
from animkit.shots.scene import ShotScene

DOORS_PX = (-190.0, 440.0, 1040.0)
DOOR_PX, FOOT_PX = 590.0, -250.0
NECK_PX = 70.0
"""How high the neck of somebody in a doorway is, over the picture's middle."""


class NextDoor(ShotScene):
    """A child in a corridor of green doors: one grown-up does not look up, the next one opens and listens, and there are more doors."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        child: Character = "maya"
        """Who tells."""
        busy: Character = "teacher"
        """Who does not listen."""
        listens: Character = "anita"
        """Who does."""

    beats = {"listen": "The first grown-up has not looked up.", "another": "What the child has to tell reaches the next one."}

    def construct(self) -> None:
        """Corridor, people, the bubble's way."""
        p = self.params
        listen = self.beat("listen", self.task.frames * 2 // 5)
        another = max(self.beat("another", self.task.frames * 2 // 3), listen + 14)
        states = ("open", "ajar", "ajar")
        first, second, third = (
            standing(Door(DOOR_PX, state=state, ground="mist"), x, FOOT_PX) for state, x in zip(states, DOORS_PX, strict=True)
        )
        child = Person(p.child, facing="right", mood="concerned", size=1.0).put(at(-710, -30))
        busy = Person(p.busy, facing="right", mood="calm", size=0.86).put(at(DOORS_PX[0] - 12, NECK_PX))
        listens = Person(p.listens, facing="left", mood="calm", size=0.84).put(at(DOORS_PX[1] + 8, NECK_PX))
        sheet = _paper()
        busy.acting.wrists["lead"].rest = (120.0, -226.0)
        busy.carry(sheet, "lead", turn=8)
        first.welcome(busy)
        second.welcome(listens)
        back = Puppet(wall("mist"), *light((DOORS_PX[1], 80), "mist", "paper", (700, 520, 360)), first, second, third)
        bubble = KnottedBubble(size_px=186, tail=170.0).shift(at(-478, -24))
        drift(bubble, size_px=4)
        self.add(back, child, Puppet(*floor("lilac", -290, edge="lavender")), bubble)
        self._unheard(child, busy, sheet, bubble, listen)
        self._heard(child, listens, bubble, second, third, another)

    def _unheard(self, child: Person, busy: Person, sheet: Puppet, bubble: KnottedBubble, listen: int) -> None:
        """It is held out to somebody who reads."""
        self.at(2, Enter(bubble, 0.4), child.look(busy), busy.look(sheet))
        self.at(8, child.lean(3))
        self.at(max(listen - 24, 12), Glide(bubble, by=(px(74), px(16)), seconds=0.7), child.lean(6))
        self.at(listen - 6, busy.nod(1, 0.6), busy.look("down"), busy.lean(3))
        self.at(listen + 8, Glide(bubble, by=(-px(66), -px(26)), seconds=0.6), child.look("down"), child.lean(0))

    def _heard(self, child: Person, listens: Person, bubble: KnottedBubble, second: Door, third: Door, another: int) -> None:
        """The next door opens, and somebody is there."""
        self.at(another - 22, second.open(0.9), child.look(listens), listens.look(child))
        self.at(another - 10, Glide(bubble, to=at(DOORS_PX[1] - 236, 30), seconds=1.0, arc=0.24), child.feel("calm"))
        self.at(another + 2, listens.look(bubble), listens.feel("concerned"), listens.lean(5))
        self.at(another + 12, bubble.loosen(0.4), third.warm(0.7), child.shoulders(-0.4))
        self.at(another + 18, listens.look(child), listens.nod(1, 0.5))
        self.at(another + 20, child.feel("smile"), listens.feel("smile"))


def _paper() -> Puppet:
    """A sheet with lines on it, held at the origin."""
    lines = joined(*(rectangle(84, 9, 4, (0, y)) for y in (46, 16, -14)))
    return Puppet(shape(rectangle(132, 168, 8, (0, 10)), "white", "ink"), shape(lines, "lavender"))
