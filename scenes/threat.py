"""The strings pull, and an empty, jagged bubble swells. It is somebody else's doing: a string leads to the card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.camera import CameraMove, pull
from animkit.drawing.motion.moves import Enter, Glide, Sway, drift
from animkit.drawing.params import Character
from animkit.drawing.path import arc, rectangle, smooth
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.person import Person
from animkit.drawing.people.sitting import sit
from animkit.drawing.props.card import Card
from animkit.drawing.props.home import Lamp, Plant, Shelf, Table
from animkit.drawing.props.jagged import JaggedBubble
from animkit.drawing.props.star import Star
from animkit.drawing.props.string import String
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import light, standing
from animkit.shots.scene import ShotScene

TABLE_PX = -236.0
CARD_AT = (-2050.0, 130.0)
"""Where the strings end, far from the child: in pixels from the middle of the first picture."""


class Threat(ShotScene):
    """A threat: strings are tugged, an empty bubble crowds the picture. Nobody faces it alone, and the string shows whose doing it is."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        child: Character = "otis"
        """Who is threatened. Small and steady, facing away."""
        friend: Character = ""
        """Who comes close, if anybody."""
        shows: Literal["threat", "string", "together"] = "threat"
        """The bubble over a child in a bedroom; the long string from the child to the card; or a den in which a friend comes close."""

    beats = {"threat": "The bubble swells.", "never": "We see what the string is knotted to; or the friend is there."}

    def construct(self) -> None:
        """One of the three."""
        {"threat": self._threat, "string": self._string, "together": self._together}[self.params.shows]()

    # --- The bubble over a child --------------------------------------------------------------------------------------------------

    def _threat(self) -> None:
        """Strings are tugged; the bubble swells on the beat to two thirds of the picture."""
        beat = self.beat("threat", self.task.frames // 3)
        place = room("desk")
        child = Person(self.params.child, facing="right", mood="concerned", size=0.84)
        sit(child, np.array([px(455), place.top, 0.0]))
        bubble = JaggedBubble(430, 300).shift(np.array([px(-400), px(150), 0.0]))
        stars = self._stars((-720, -500, -210, 60, 250), place.top)
        corner = [np.array([px(-1050 + 130 * index), px(640), 0.0]) for index in range(5)]
        strings = [String(star, end, slack=0.12, tie="none") for star, end in zip(stars, corner, strict=True)]
        self.add(place.back, place.front, *strings, bubble, *stars, child)
        frame = self.camera.frame
        frame.set(width=frame.width / 1.1).move_to(np.array([px(80), px(-30), 0.0]))
        for index, (string, star) in enumerate(zip(strings, stars, strict=True)):
            self.at(3 + index * 3, string.tug(1.2), Sway(star, 9.0, 0.8, pivot=(0.5, 0.0)))
            self.at(beat + 50 + index * 3, string.tug(1.2), Sway(star, 7.0, 0.8, pivot=(0.5, 0.0)))
        start = max(6, beat - 34)
        self.at(start, Enter(bubble, 0.6), child.look("left"), child.shoulders(0.8))
        self.at(beat - 8, bubble.swell(2.55, 2.4), pull(frame))
        self.at(beat + 6, child.feel("serious"), child.look("right"), child.lean(3))
        self.at(beat + 44, child.breathe(), child.shoulders(0.1))
        self.at(beat + 58, bubble.swell(2.72, 2.0), child.feel("concerned"))

    def _stars(self, xs: tuple[float, ...], top: float) -> list[Star]:
        sizes = (104, 84, 96, 80, 92)
        return [Star(size).shift(np.array([px(x), top + px(size * 0.36), 0.0])) for x, size in zip(xs, sizes, strict=False)]

    # --- The string ---------------------------------------------------------------------------------------------------------------

    def _string(self) -> None:
        """We leave the child and ride a string across the wall to its end: it is knotted to the blank card."""
        never = self.beat("never", self.task.frames // 2)
        child = Person(self.params.child, facing="right", mood="concerned", size=1.0)
        sit(child, np.array([px(420), px(TABLE_PX), 0.0]))
        card = Card("cat", blank=True, height_px=470).shift(np.array([px(CARD_AT[0]), px(CARD_AT[1]), 0.0]))
        hung = ((70, 10, 118), (-640, -110, 92), (-1180, 40, 84))
        stars = [drift(Star(size).shift(np.array([px(x), px(y), 0.0])), size_px=6) for x, y, size in hung]
        strings = [
            String(star, lambda: card.corner(0.82, -0.9), slack=0.02, width_px=9 - 2 * index, tie="both")
            for index, star in enumerate(stars)
        ]
        main = strings[0]
        self.add(_long_wall(self), *strings, card, _long_table(), standing(Lamp(height_px=300), 770, TABLE_PX), *stars, child)
        frame = self.camera.frame
        ride = max(never - 6 - 12, 30)
        self.at(2, child.look("left"))
        self.at(8, main.tug(1.6), Sway(stars[0], 9.0, 0.8, pivot=(0.5, 0.0)))
        self.at(12, CameraMove(frame, np.array([px(CARD_AT[0] + 230), 0.0, 0.0]), 1.0, ride / self.task.fps))
        self.at(16, child.look("right"), child.breathe())
        self.at(never - 4, Sway(card, 5.0, 1.4, pivot=(0.5, 1.0)), main.tug(1.4), *(other.tug(1.2) for other in strings[1:]))
        if self.task.frames > never + 62:
            self.at(never + 16, CameraMove(frame, np.array([px(CARD_AT[0] + 150), px(-20), 0.0]), 1.14, 1.7))
            self.at(never + 40, Sway(card, 2.5, 0.9, pivot=(0.5, 1.0)), *(string.slacken(0.08, 0.8) for string in strings))

    # --- Two in the den -----------------------------------------------------------------------------------------------------------

    def _together(self) -> None:
        """The bubble fills half of the den; the friend shuffles close, a sleeve is held."""
        never = self.beat("never", self.task.frames // 2)
        place = room("evening-den")
        child = Person(self.params.child, facing="left", mood="concerned", size=0.96).put(np.array([px(-225), px(-50), 0.0]))
        friend = Person(self.params.friend or "wes", facing="right", mood="concerned", size=0.96).put(np.array([px(-800), px(-56), 0.0]))
        bubble = JaggedBubble(360, 270).shift(np.array([px(545), px(150), 0.0]))
        stars = self._stars((240, 420, 610, 790), px(-340))
        ends = [np.array([px(620 + 140 * index), px(640), 0.0]) for index in range(4)]
        strings = [String(star, end, slack=0.1, tie="none") for star, end in zip(stars, ends, strict=True)]
        self.add(place.back, *strings, bubble, friend, child, place.front, *stars)
        for index, (string, star) in enumerate(zip(strings, stars, strict=True)):
            self.at(4 + index * 3, string.tug(1.2), Sway(star, 9.0, 0.8, pivot=(0.5, 0.0)))
        self.at(10, Enter(bubble, 0.6), child.shoulders(0.8), child.look("right"))
        self.at(30, bubble.swell(2.3, 3.2), friend.look(child))
        self.at(48, child.look(friend))
        self.at(92, friend.look(bubble), child.lean(2))
        close = max(never - 34, 60)
        for index, (string, star) in enumerate(zip(strings, stars, strict=True)):
            self.at(max(close - 26, 50) + index * 3, string.tug(1.2), Sway(star, 9.0, 0.8, pivot=(0.5, 0.0)))
        self.at(close, Glide(friend, by=(px(105), 0.0), seconds=0.5, arc=0.06))
        self.at(close + 15, Glide(friend, by=(px(115), 0.0), seconds=0.5, arc=0.06), friend.lean(3))
        self.at(never - 6, child.reach(friend.point(225, -250) + np.array([px(220), 0.0, 0.0]), hand="hold", seconds=0.7), child.lean(3))
        self.at(never + 6, child.feel("calm"), friend.feel("calm"), child.shoulders(0.0))
        self.at(never + 18, friend.nod(1))


def _long_wall(scene: ShotScene) -> Puppet:
    """The wall from the child's desk to the far end, with what hangs and stands along it."""
    paper, colour = scene.stage.colour("paper"), scene.stage.colour
    parts: list[Drawn | Puppet] = [shape(rectangle(5200, 1400, 0, (-900, 0)), "lavender")]
    parts += light((480, 80), "lavender", "glow", (560, 430, 300))
    parts += light((CARD_AT[0] + 60, 110), "lavender", "mist", (760, 600, 440))
    for x, y, w, h, tint in ((-560, 330, 150, 186, 0.0), (-740, 290, 130, 130, 0.35), (-930, 350, 170, 130, 0.2)):
        parts.append(shape(rectangle(w, h, 6, (x, y)), mix(paper, colour("rose"), tint)))
    parts += [
        shape(smooth([(-605, 300), (-570, 350), (-550, 300), (-515, 350)]), None, "iris", 7),
        shape(arc(34, centre=(-740, 290)), None, "iris", 7),
    ]
    parts.append(standing(Shelf(width_px=420, books=6), -1300, 210))
    parts.append(standing(Plant(height_px=240), -1560, TABLE_PX))
    return Puppet(*parts)


def _long_table() -> Puppet:
    return Puppet(Table(width_px=5200).by_px(-900, TABLE_PX))
