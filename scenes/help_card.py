"""The last picture: friends on one side, the open arch of help on the other, each route lifted as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from animkit.drawing.layout import place, px
from animkit.drawing.motion.moves import Appear, Enter, Lift
from animkit.drawing.params import Character, OnScreenText
from animkit.drawing.path import Path, arc, joined, polyline, rectangle, rounded, smooth
from animkit.drawing.pen import shape
from animkit.drawing.people.person import Person
from animkit.drawing.puppet import Puppet
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene

ARCH_PX = (1080, 1040)
ARCH_LEFT_PX = 780
FIRST_ROW_PX, LAST_ROW_PX = 218, 846
"""The rows share the height between the headline and where the captions begin."""
ICON_PX = 54


class HelpCard(ShotScene):
    """Where help is: people who listen, and every help route of the film. Name a beat after a route ({childline}) to lift its line."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        people: tuple[Character, ...] = ()
        """One to three people who stand beside the card; the first in the middle and in front."""
        invite: OnScreenText = "Tell someone you trust."
        """Words above the people."""
        headline: OnScreenText = "It is never your fault."
        """Words at the head of the card."""

    needs = ("help_routes",)
    beats = {"tell": "Everyone looks up; the invitation lifts.", "never": "The headline lifts."}

    def construct(self) -> None:
        """People, card, and a lift for each beat that bears a route's name."""
        self.add(_ground())
        people = self._people()
        invite = words(self.params.invite, "card", colour="ink", ground="help_light", width_px=600, lines=2, size_px=66)
        place(invite, self.stage.slots["left_half"], 0, 1)
        card = Puppet(shape(rectangle(ARCH_PX[0], ARCH_PX[1], (300, 300, 0, 0)), "white"))
        card.move_to(_at(ARCH_LEFT_PX + ARCH_PX[0] / 2, 1080 - ARCH_PX[1] / 2))
        headline = words(self.params.headline, "headline", ground="white", size_px=82, width_px=900, lines=1, align="centre")
        headline.move_to(_at(ARCH_LEFT_PX + ARCH_PX[0] / 2, 142))
        rows = [self._row(route, index) for index, route in enumerate(self.task.help_routes)]
        self.add(*people[1:], _sofa(), *people[:1], invite, card, headline)
        for index, (route, row) in enumerate(zip(self.task.help_routes, rows, strict=True)):
            self.at(4 + index * 4, Enter(row[0], pivot=(0.5, 0.5)), Appear(row[1]))
            if route["id"] in self.task.beats:
                self.at(route["id"], Lift(row[1], 2.2), *(person.look(row[1]) for person in people))
        for beat, lifted in (("tell", invite), ("never", headline)):
            if beat in self.task.beats:
                self.at(beat, Lift(lifted, 2.2), *(person.feel("calm") for person in people))

    def _row(self, route: Mapping[str, Any], index: int) -> tuple[Puppet, Puppet]:
        height = min(190, (LAST_ROW_PX - FIRST_ROW_PX) / len(self.task.help_routes))
        middle = FIRST_ROW_PX + height * (index + 0.5)
        icon = Puppet(shape(arc(ICON_PX), "help_dark"), *_icon(route["id"]))
        icon.move_to(_at(ARCH_LEFT_PX + 152, middle))
        name = words(route["name"], "label", ground="white", width_px=820, lines=1)
        value = words(route["value"], "number", colour="help_dark", ground="white", width_px=830, lines=1, size_px=_size(route["value"]))
        text = Puppet(name, value)
        for line, y in ((name, middle - 14), (value, middle + 54)):
            line.shift(_at(ARCH_LEFT_PX + 236, y) - np.zeros(3))
        return icon, text

    def _people(self) -> list[Person]:
        spots = ((395, 760, 0.74, "right"), (165, 640, 0.78, "right"), (622, 630, 0.78, "left"))
        folk = []
        for who, (x, y, size, facing) in zip(self.params.people, spots, strict=False):
            folk.append(Person(who, facing=facing, mood="smile", size=size).put(_at(x, y)))
        return folk


def _at(x: float, y: float) -> np.ndarray:
    """A point of the picture, counted in pixels from its top left corner at 1920x1080."""
    return np.array([px(x - 960), px(540 - y), 0.0])


def _size(value: str) -> float:
    """Numbers large, addresses as large as they fit."""
    return 82 if len(value) < 12 else 54


def _ground() -> Puppet:
    ground = shape(rectangle(1920, 1080), "help_light")
    discs = [shape(arc(radius, centre=(-560, -60)), colour) for radius, colour in ((560, "#BBEADF"), (400, "#DDF6F0"))]
    return Puppet(ground, *discs)


def _sofa() -> Puppet:
    """The furniture on which captions may sit."""
    return Puppet(shape(rectangle(800, 250, (28, 28, 0, 0), (-572, -425)), "help_dark"), shape(rectangle(800, 14, 0, (-572, -352)), "help"))


def _icon(route: str) -> list[Any]:
    """A wordless picture for a route: a telephone, a shield, a picture with a tick, an exclamation mark."""
    if route in ("childline", "nspcc-helpline", "police-101"):
        return [shape(_handset(), None, "white", 15)]
    if route == "ceop":
        shield = rounded([(-24, 24), (0, 32), (24, 24), (24, -6), (0, -32), (-24, -6)], [4, 8, 4, 18, 8, 18])
        return [shape(shield, "white"), shape(polyline((-11, 2), (-3, -8), (13, 11)), None, "help_dark", 8)]
    if route == "report-remove":
        return [shape(rectangle(58, 46, 6), "white"), shape(polyline((-12, 1), (-4, -9), (14, 12)), None, "help_dark", 8)]
    return [shape(joined(rounded([(-7, 33), (7, 33), (5, -8), (-5, -8)], 5), arc(7, centre=(0, -24))), "white")]


def _handset() -> Path:
    return smooth([(-22, 20), (-24, 6), (-12, -14), (6, -25), (20, -22)])
