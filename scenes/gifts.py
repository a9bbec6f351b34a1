"""Stars are given away, and each has a string on it: all strings run to one corner, and somebody there pulls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from animkit.drawing import Glide, Person, Sway, pan
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out
from animkit.drawing.params import Character, Picture
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.props.card import Card
from animkit.drawing.props.star import Star
from animkit.drawing.props.string import String
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import BLEED_PX, at
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene, param

TILT_PX = 170.0
"""How far above the room's middle the camera begins; it ends as far below."""
PLACES = ((-440, 20), (-470, 260), (70, 90), (-150, 20), (-60, 300), (-330, 130), (110, 310))
"""Where stars stay, before whoever they are for, in pixels from the picture's middle."""


class Gifts(ShotScene):
    """Stars are given to somebody, or a first one by a card; each trails a string, and on the beat all are pulled taut."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        room: RoomName = "bedroom"
        """Where it happens."""
        child: Character = "otis"
        """To whom the stars are given."""
        friend: str = ""
        """A friend who looks under a star and finds its string (a character); nobody if empty."""
        card: Picture = "cat"
        """The picture in front of the card that gives them."""
        stars: Annotated[int, param(ge=1, le=7)] = 5
        """How many. One: the card slides in and gives its first star."""

    beats = {"star": "The first star lands.", "string": "The strings go taut.", "back": "The strings go taut."}

    def construct(self) -> None:
        """One star, a friend who looks underneath, or a fall of stars and a tilt along their strings."""
        self.place = room(self.params.room)
        if self.params.stars == 1:
            self._first_star()
        elif self.params.friend:
            self._looked_under()
        else:
            self._strings()

    # --- A fall of stars, and the tilt along their strings ---------------------------------------------------------------------

    def _strings(self) -> None:
        back = self.beat("back", self.frames(4.4))
        edge = self.place.top
        child = Person(self.params.child, facing="left", mood="smile").seat(np.array([px(330), edge, 0.0]))
        card = Card(self.params.card, height_px=300).shift(at(-780, -770))
        stars = [Star(118 if index % 2 else 96).shift(at(*PLACES[index])) for index in range(self.params.stars)]
        strings = [String(star, lambda: card.corner(0.1, 1.02), slack=0.34, tie="end") for star in stars]
        self.add(self.place.back, self.place.front, _below(edge), card, *strings, child, *stars)
        for thread in strings:
            thread.hide()
        self.camera.frame.shift([0, px(TILT_PX), 0])
        tilts = max(back - self.frames(2.2), self.frames(1.8))
        for index, star in enumerate(stars):
            self.at(6 + index * 9, star.land(560), child.look(star))
            self.at(32 + index * 9, Sway(star, 9, 0.8, pivot=(0.5, 0.5)))
        self.at(12, child.feel("glad"))
        self.at(34, child.feel("smile"), child.reach(stars[2].get_center(), hand="open", seconds=0.5))
        self.at(tilts, pan(self.camera.frame, by_px=(0, -2 * TILT_PX), seconds=1.7))
        self.at(tilts, Glide(card, by=(0, px(320)), seconds=1.4, ease=back_out))
        for index, thread in enumerate(strings):
            self.at(tilts - 2 + index * 3, *_runs_out(thread))
        self.at(tilts + 18, child.look(at(-500, -300)), child.rest("lead"))
        self.at(tilts + 24, child.feel("blank"))
        for index, (star, thread) in enumerate(zip(stars, strings, strict=True)):
            way = at(-780, -300) - star.get_center()
            self.at(back - 2 + index, thread.tighten(0.5), Glide(star, by=way / np.hypot(*way[:2]) * px(34), seconds=0.4, ease=back_out))
            self.at(back + 24 + index * 2, thread.tug(0.9))
        self.at(back - 3, Sway(card, 3, 0.7, pivot=(0.5, 0.0)))
        self.at(back + 6, child.feel("suspicious"), child.lean(-4), child.look(card))
        self.at(back + 30, child.look(stars[2]))

    # --- The first star -------------------------------------------------------------------------------------------------------

    def _first_star(self) -> None:
        lands = self.beat("star", self.frames(2.7))
        child = Person(self.params.child, mood="smile", size=1.02).put(at(-440, -70))
        card = Card(self.params.card, height_px=420).shift(at(1190, 10))
        self.camera.frame.move_to(at(-20, 0)).set(width=self.camera.frame.width / 1.12)
        star = Star(150).shift(at(-172, -60))
        self.add(self.place.back, child, self.place.front, card, star)
        self.at(8, Glide(card, by=(-px(740), 0), seconds=0.9, ease=back_out), child.look("right"))
        self.at(20, child.feel("explaining"))
        star.hide()
        self.at(max(lands - 30, 26), _Floats(star, at(420, 40), at(-172, -60), 30 / self.task.fps), child.look(star))
        self.at(max(lands - 16, 30), child.reach(at(-192, -112), hand="flat", seconds=0.6))
        self.at(lands, Sway(star, 12, 0.9, pivot=(0.5, 0.5)), Sway(card, 3, 0.7, pivot=(0.5, 0.0)))
        self.at(lands + 4, child.feel("glad"), child.look(star))
        self.at(lands + 26, child.feel("smile"), child.look(card))

    # --- A friend looks underneath ---------------------------------------------------------------------------------------------

    def _looked_under(self) -> None:
        taut = self.beat("string", self.frames(4.0))
        child = Person(self.params.child, mood="smile").put(at(-560, -60))
        friend = Person(self.params.friend, mood="smile").put(at(-130, -60))
        card = Card(self.params.card, height_px=340).shift(at(755, 10))
        spots = ((190, -70), (330, 330), (420, 110), (170, 190), (560, 390), (600, 210), (300, -10))
        stars = [Star(134 if index % 2 == 0 else 106).shift(at(*spots[index])) for index in range(self.params.stars)]
        strings = [String(star, lambda: card.corner(-1.0, -0.5), slack=0.3, tie="end") for star in stars]
        self.add(self.place.back, child, friend, self.place.front, card, *strings, *stars)
        for index, (star, thread) in enumerate(zip(stars, strings, strict=True)):
            thread.hide()
            self.at(2 + index * 8, star.land(420), child.look(star), friend.look(star))
        looks = max(taut - self.frames(1.7), self.frames(1.2))
        self.at(10, child.feel("glad"))
        self.at(40, child.feel("smile"), child.nod(2))
        self.at(looks, friend.look(stars[0]), friend.lean(6), friend.reach(stars[0].get_center() + at(-40, -30), hand="flat"))
        self.at(looks + 10, friend.feel("suspicious"), Glide(stars[0], by=(px(10), px(80)), seconds=0.5), friend.tilt(-3))
        self.at(looks + 14, *_runs_out(strings[0]))
        self.at(looks + 10, friend.reach(stars[0].get_center() + at(-20, 30), hand="open", seconds=0.5))
        for index, thread in enumerate(strings[1:]):
            self.at(looks + 24 + index * 3, *_runs_out(thread))
        self.at(looks + 20, child.look(stars[0]), child.feel("blank"))
        for index, (star, thread) in enumerate(zip(stars, strings, strict=True)):
            way = card.get_center() - star.get_center()
            self.at(taut + index, thread.tighten(0.5), Glide(star, by=way / np.hypot(*way[:2]) * px(30), seconds=0.4, ease=back_out))
        self.at(taut - 2, Sway(card, 4, 0.8, pivot=(0.5, 0.0)))
        self.at(taut + 6, child.feel("concerned"), child.look(card), friend.look(card), friend.rest("lead"))
        middle = (taut + self.task.frames - self.frames(2.4)) // 2
        self.at(middle, *(thread.tug(0.9) for thread in strings), friend.lean(0), friend.feel("concerned"))
        leaves = max(taut + self.frames(1.6), self.task.frames - self.frames(2.4))
        self.at(leaves, child.shake(2), child.feel("calm"), friend.look("left"))
        self.at(leaves + 6, Glide(card, by=(px(760), 0), seconds=1.2))
        for index, star in enumerate(stars):
            self.at(leaves + 8 + index * 2, Glide(star, by=(px(1250), -px(40)), seconds=1.4))
        self.at(leaves + 24, child.look(friend), child.feel("smile"), friend.feel("smile"), friend.nod(1))


class _Floats(Glide):
    """Comes out of one place and floats to another, turning a little."""

    def __init__(self, star: Star, start: np.ndarray, end: np.ndarray, seconds: float) -> None:
        star.shift(start - end)
        super().__init__(star, by=end - start, seconds=seconds, arc=0.22)
        star.hide()

    def start(self) -> None:
        """Shows it."""
        self.puppet.reveal()
        super().start()

    def step(self, share: float) -> None:
        """On the way, growing."""
        super().step(share)
        self.channel.sx = self.channel.sy = min(0.25 + share * 1.6, 1.0)
        self.channel.turn = 0.6 * (1 - share)


def _runs_out(thread: String) -> list[object]:
    """A string runs out from its star to where it leads, from the moment this begins."""
    run = thread.draw_on(0.8)
    run.shows = True
    run.introducer = True
    return [run]


def _below(edge: float) -> Puppet:
    """The desk's front and the floor, further down than a picture shows: for the tilt."""
    y = edge * 135.0
    front = shape(rectangle(1920 + BLEED_PX, 420, 0, (0, y - 420)), "wood")
    return Puppet(front, shape(rectangle(1920 + BLEED_PX, 600, 0, (0, y - 690)), "lilac"))
