"""The last picture: the green door stands open, somebody on each side of it, and each way to help is lifted as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import pi
from typing import Any, Literal

import numpy as np

from animkit.drawing.layout import place, px
from animkit.drawing.motion.moves import Appear, Enter, Lift, Vanish
from animkit.drawing.motion.show import Fade
from animkit.drawing.params import Character, OnScreenText
from animkit.drawing.path import Path, arc, joined, polyline, rectangle, rounded
from animkit.drawing.pen import shape
from animkit.drawing.people.person import Person
from animkit.drawing.props.help_icons import route_icon
from animkit.drawing.props.open_hand import OpenHand
from animkit.drawing.puppet import Puppet
from animkit.drawing.type import Words, words
from animkit.shots.scene import ShotScene

WIDTH_PX, TOP_PX, FLOOR_PX = 1020.0, 44.0, 866.0
"""The doorway: how wide, where it begins and where its step is; below that is floor, on which captions sit."""
BAND_PX = 30.0
FIRST_ROW_PX, LAST_ROW_PX = 232.0, 856.0
"""The rows share the height between the headline and the floor."""
TWO_LINES_PX, ONE_LINE_PX = 142.0, 94.0
ICON_PX, INSET_PX = 45.0, 62.0
READ_S, RING_PX = 2.4, 30.0
"""How long a row stays lifted, with a line round it, from the beat that bears its name; how far the line is from the jambs."""
SHORT = 5
"""A number of so few digits stands beside its name."""
HIGH, LOW = 260.0, -70.0
"""How high over a neck (the rig's units) a row is for which the left one's elbow keeps clear of the icons; and from
which height on the right one points at all: lower, a hand would hide behind its own elbow."""


class HelpCard(ShotScene):
    """Where help is: an open door with every help route of the film in it. Name a beat after a route ({childline}) to lift its line."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        people: tuple[Character, ...] = ()
        """Who stands at the door: the first on the left, the second on the right. In a hand: one on each finger, thumb first."""
        with_whom: Literal["door", "hand"] = "door"
        """People on both sides of the door, or faces on the fingers of an open hand beside it."""
        hand_of: Character = "pia"
        """Whose hand it is."""
        invite: OnScreenText = "Tell someone you trust."
        """Words beside the door."""
        headline: OnScreenText = "It is never your fault."
        """Words over the routes."""

    needs = ("help_routes",)
    beats = {"tell": "Everyone looks up; the invitation lifts.", "never": "The headline lifts."}

    def construct(self) -> None:
        """Door, people, rows; a lift for each beat that bears a route's name."""
        p = self.params
        self.centre = 0.0 if p.with_whom == "door" else 352.0
        self.add(*_doorway(self.centre))
        headline = words(p.headline, "headline", ground="white", size_px=68, width_px=WIDTH_PX - 140, lines=1, align="centre")
        headline.move_to(_at(960 + self.centre, 178))
        rows = self._rows()
        invite = words(
            p.invite,
            "card",
            ground="help_light",
            width_px=320 if p.with_whom == "door" else 620,
            lines=4,
            size_px=58 if p.with_whom == "door" else 66,
        )
        place(invite, self.stage.slots["content"], 0, 1)
        self.add(headline, invite, *(row.ring for row in rows))
        self.people, hand = list[Person](), None
        if p.with_whom == "hand":
            hand = OpenHand(p.hand_of, p.people).shift(_at(424, 904))
            self.add(hand)
        else:
            self._stand()
        self.add(_floor(self.centre))
        for index, row in enumerate(rows):
            self.at(3 + index * 4, Enter(row.icon), Appear(row.text))
            if row.route in self.task.beats:
                self.at(row.route, LiftRow(row.text, READ_S), LiftRow(row.icon, READ_S), Fade(row.ring, 0.3))
                self.at(self.beat(row.route) + self.frames(READ_S), Vanish(row.ring, 0.4))
                self._point(index, row)
                if hand is not None:
                    self.at(row.route, hand.waggle(index))
        if hand is not None:
            self.at(min(self.beat("tell", 8), 30) + 2, *hand.faces_pop())
        self._between_routes(hand)
        self._say("tell", invite, "smile")
        self._say("never", headline, "glad")

    def _say(self, beat: str, lifted: Words, mood: str) -> None:
        """Words of their own lift, and people answer them."""
        if beat not in self.task.beats:
            return
        self.at(beat, Lift(lifted, min(2.4, (self.task.frames - self.beat(beat) - 2) / self.task.fps)))
        for index, person in enumerate(self.people):
            self.at(
                self.beat(beat) + 6 * index,
                person.feel(mood),
                person.rest("lead"),
                person.look(lifted) if beat == "tell" else person.look("us"),
            )

    def _stand(self) -> None:
        for who, x, facing in zip(self.params.people, (224.0, 1722.0), ("right", "left"), strict=False):
            person = Person(who, facing=facing, mood="smile", size=0.86).put(_at(x, 640))
            self.people.append(person)
        self.add(*self.people)

    def _point(self, index: int, row: Row) -> None:
        """One of them points at the row from outside the doorway, so that no hand lies on it; the other looks."""
        if not self.people:
            return
        start = self.beat(row.route)
        is_high = bool(row.icon.get_center()[1] > self.people[0].point(0, HIGH)[1])
        who = index % len(self.people) if is_high else len(self.people) - 1
        side = -1 if who == 0 else 1
        edge = np.array([px(self.centre + side * (WIDTH_PX / 2 + 12)), row.icon.get_center()[1], 0.0])
        for number, person in enumerate(self.people):
            self.at(start - 4, person.look(row.text))
            if number == who and row.icon.get_center()[1] > person.point(0, LOW)[1]:
                self.at(max(start - 6, 0), person.reach(edge, hand="point", seconds=0.6), person.lean(3))
            else:
                self.at(max(start - 6, 0), person.rest("lead"), person.lean(0))
                self.at(start + 16, person.nod(1))

    def _between_routes(self, hand: OpenHand | None) -> None:
        """Long readings are kept company: a nod, a glance at each other, a face on a finger."""
        frames = sorted({frame for frame in self.task.beats.values() if frame < self.task.frames})
        for start, end in pairwise([*frames, self.task.frames]):
            for index, frame in enumerate(range(start + 52, end - 30, 50)):
                if hand is not None:
                    self.at(frame, hand.waggle(start + index))
                elif self.people:
                    other = self.people[(start + index) % len(self.people)]
                    self.at(frame, other.nod(1) if index % 2 == 0 else other.look("us"))

    def _rows(self) -> list[Row]:
        """A row for every route, from the top."""
        routes = self.task.help_routes
        tight = len(routes) > 4
        heights = [ONE_LINE_PX if tight and len(route["value"]) < SHORT else TWO_LINES_PX for route in routes]
        spare = (LAST_ROW_PX - FIRST_ROW_PX - sum(heights)) / max(len(routes), 1)
        rows, top = [], FIRST_ROW_PX
        for route, height in zip(routes, heights, strict=True):
            rows.append(self._row(route, top + (height + spare) / 2, height + spare, tight and len(route["value"]) < SHORT))
            top += height + spare
        return rows

    def _row(self, route: Mapping[str, Any], middle: float, height: float, on_one_line: bool) -> Row:
        left = 960 + self.centre - WIDTH_PX / 2 + INSET_PX
        icon = route_icon(route["id"], ICON_PX)
        icon.move_to(_at(left + ICON_PX, middle))
        name = words(route["name"], "label", ground="white", width_px=WIDTH_PX - 230, lines=1)
        size = (66 if on_one_line else 78) if len(route["value"]) < 14 else 54
        value = words(route["value"], "number", colour="help_dark", ground="white", width_px=WIDTH_PX - 200, lines=1, size_px=size)
        x = left + 2 * ICON_PX + 26
        if on_one_line:
            name.shift(_at(x, middle + 19))
            value.shift(_at(x, middle + 26) + np.array([name.width + px(26), 0.0, 0.0]))
        else:
            name.shift(_at(x, middle - 12))
            value.shift(_at(x, middle + (58 if size > 60 else 50)))
        ring = Puppet(shape(rectangle(WIDTH_PX - 2 * RING_PX, height - 6, 28), None, "help", 8)).shift(_at(960 + self.centre, middle + 2))
        return Row(route=route["id"], icon=icon, text=Puppet(name, value), ring=ring.hide())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A help route as it is drawn: its icon, its name and value, and the line round both while it is read."""

    route: str
    icon: Puppet
    text: Puppet
    ring: Puppet


class LiftRow(Lift):
    """Lifts words that stand beside an icon: they grow away from it."""

    def start(self) -> None:
        """Holds on to their left end."""
        self.channel.pivot = self.puppet.pivot(0.0, 0.5)

    def step(self, share: float) -> None:
        """Half as much as what stands alone: a long address stays inside its line."""
        super().step(share)
        self.channel.sx = self.channel.sy = 1 + (self.channel.sy - 1) / 2
        self.channel.dy = 0.0


def _at(x: float, y: float) -> np.ndarray:
    """A point of the picture, counted in pixels from its top left corner at 1920x1080."""
    return np.array([px(x - 960), px(540 - y), 0.0])


def _doorway(centre: float) -> list[Puppet]:
    """The wall with its light, the doorway's frame, its open leaf on the right, and the light in it."""
    high = FLOOR_PX - TOP_PX
    y = 540 - FLOOR_PX
    discs = [
        shape(arc(radius, centre=(side, 10)), colour) for side in (-740, 740) for radius, colour in ((440, "#BBEADF"), (310, "#E4F9F4"))
    ]
    right = centre + WIDTH_PX / 2 + BAND_PX
    spring, out, bulge = high - WIDTH_PX * 0.31, 206.0, 318.0
    middle, half = right + out / 2 - 12, out / 2 + 12
    top = arc((half, bulge), 0.0, pi, (middle, y + spring - 6))
    sides = polyline(tuple(top[-1]), (middle - half, y), (middle + half, y - 36), tuple(top[0]))
    leaf = joined(top, sides)
    pane = rounded([(right + 34, y + 400), (right + out - 32, y + 394), (right + out - 34, y + 590), (right + 34, y + 610)], [4, 4, 44, 30])
    frame = joined(arch_of(WIDTH_PX + 2 * BAND_PX, high + BAND_PX, centre, y))
    inside = arch_of(WIDTH_PX, high, centre, y)
    return [
        Puppet(shape(rectangle(1920, 1080), "help_light"), *discs),
        Puppet(shape(leaf, "help_dark"), shape(pane, "help"), shape(arc(13, centre=(right + out - 24, y + 300)), "white")),
        Puppet(shape(frame, "help"), shape(inside, "white")),
    ]


def arch_of(width: float, height: float, x: float, y: float) -> Path:
    """A doorway so wide that its top is a flat arch: two quarters of an ellipse, and a straight piece."""
    rx, ry = width * 0.44, width * 0.31
    right, left = (
        arc((rx, ry), 0.0, pi / 2, (x + width / 2 - rx, y + height - ry)),
        arc((rx, ry), pi / 2, pi / 2, (x - width / 2 + rx, y + height - ry)),
    )
    foot = polyline(tuple(left[-1]), (x - width / 2, y), (x + width / 2, y), tuple(right[0]))
    return joined(right, polyline(tuple(right[-1]), tuple(left[0])), left, foot)


def _floor(centre: float) -> Puppet:
    """The floor, a step, and the light that falls out of the door."""
    y, half = 540 - FLOOR_PX, WIDTH_PX / 2
    beam = polyline((centre - half, y - 18), (centre + half, y - 18), (centre + half + 150, -560), (centre - half - 190, -560), closed=True)
    return Puppet(
        shape(rectangle(1920, 300, 0, (0, y - 150)), "help_dark"),
        shape(beam, "#1A7A70"),
        shape(rectangle(WIDTH_PX + 2 * BAND_PX + 60, 20, 10, (centre, y - 8)), "help"),
    )
