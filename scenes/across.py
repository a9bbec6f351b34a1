"""The same thing seen from two houses: a card turns before one lit window, and crosses the road to another, a whistle on it."""

from __future__ import annotations

from dataclasses import dataclass

from animkit.drawing import Glide, Person, Puppet, Sway, pan
from animkit.drawing.layout import px
from animkit.drawing.motion.camera import far
from animkit.drawing.motion.ease import in_out
from animkit.drawing.motion.show import gone, shown
from animkit.drawing.params import Character, Picture
from animkit.drawing.path import arc
from animkit.drawing.pen import shape
from animkit.drawing.people.sitting import sit
from animkit.drawing.props.card import Card
from animkit.drawing.props.phone_aside import PhoneBack
from animkit.drawing.props.star import Rise
from animkit.drawing.rooms.opposite import HOUSE_PX, WINDOW_PX, House, kettle, opposite
from animkit.drawing.rooms.room import at
from animkit.shots.scene import ShotScene

CARD_PX = 430.0
BESIDE_PX = 400.0
"""How far from the road's middle the card hangs before a house."""


class Across(ShotScene):
    """Two neighbours at their windows see the same card: its picture proves nothing, and it may belong to somebody both of them know."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        first: Character = "des"
        """Who is seen first, in the window on the left."""
        second: Character = "anita"
        """Who lives across the road."""
        card: Picture = "cat"
        """The picture in front of the card."""

    beats = {
        "turn": "The card turns: there is nothing on its back.",
        "know": "It crosses the road, and wears a whistle: somebody we know.",
    }

    def construct(self) -> None:
        """The card turns; it crosses the road, and the camera with it; a kettle goes on, and the neighbours look across."""
        p, know = self.params, self.beat("know", self.frames(3.4))
        turn = self.beat("turn", max(know - 44, 8))
        road = opposite()
        first = self._at_window(p.first, road.left, -WINDOW_PX - 60, "smile")
        second = self._at_window(p.second, road.right, WINDOW_PX + 60, "calm")
        phone, pot = PhoneBack(190, stand=False, degrees=6, grip="left"), kettle().shift(at(WINDOW_PX + 318, -250))
        steam = [_puff(size).shift(at(WINDOW_PX + 172 + 10 * index, -110)) for index, size in enumerate((34, 44, 38, 48, 42))]
        card = Card(p.card, height_px=CARD_PX).shift(at(-BESIDE_PX, 110))
        worn = Card(p.card, height_px=CARD_PX, whistle=True, header="blue").shift(at(-BESIDE_PX, 110))
        worn.show_side("")
        worn.hide()
        frame = self.camera.frame
        frame.move_to(at(-HOUSE_PX, 0))
        self.add(road.sky, far(road.far, frame), road.left.inside, road.right.inside, first, second)
        self.add(road.left.front, road.right.front, road.left.sill, road.right.sill, road.ground, *steam, pot, card, worn)
        self.at(0, second.hold(phone), second.reach(second.point(250, -150), hand="hold", seconds=0.04), second.look(phone))
        self.at(4, first.look(card), Sway(card, 2.5, 0.9, pivot=(0.5, 0.0)))
        self.at(turn, card.turn(0.5), first.feel("suspicious"))
        self.at(turn + 16, first.feel("concerned"), first.lean(4), first.look(card))
        crosses = max(know - 16, turn + 18)
        way = 2 * BESIDE_PX
        self.at(crosses, gone(card), shown(worn), pan(frame, by_px=(2 * HOUSE_PX, 0), seconds=1.7))
        self.at(crosses, Glide(worn, by=(px(way), 0), seconds=1.6, ease=in_out, arc=0.12), first.look("right"))
        self.at(know + 2, worn.turn(0.6))
        lands = crosses + self.frames(1.6)
        self.at(lands - 12, second.look(worn))
        self.at(lands, Sway(worn.whistle or worn, 10, 1.0), second.feel("concerned"))
        self.at(lands + 12, second.reach(at(WINDOW_PX - 60, -470), hand="hold", seconds=0.8), second.lean(3))
        pours = lands + 26
        for index, puff in enumerate(steam):
            self.at(pours + index * 5, Rise(puff, 230, 1.3))
        self.at(pours + 4, second.look(pot))
        self.at(pours + 10, Glide(worn, by=(0, -px(1000)), seconds=1.1), road.right.door.warm(), road.left.door.warm())
        self.at(pours + 26, second.look("left"), second.feel("calm"), second.lean(0))
        self.at(pours + 36, second.nod(1, 0.6))

    def _at_window(self, who: str, house: House, x: float, mood: str) -> Person:
        """Somebody behind the sill, looking across the road."""
        person = Person(who, facing="right" if x < 0 else "left", mood=mood, size=0.98)
        return sit(person, at(x, 0) * [1, 0, 1] + [0, house.top, 0], higher_px=40)


def _puff(size: float) -> Puppet:
    """A puff of steam."""
    return Puppet(shape(arc(size / 2), "white"))
