"""The stream as it is seen: a phone (or a tablet) on the stream's own ground, and on its glass whoever is live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.clip import in_short_curves
from animkit.drawing.layout import px
from animkit.drawing.path import moved, shifted
from animkit.drawing.people.person import Person
from animkit.drawing.props.phone import Phone
from animkit.drawing.props.things import Bucket, Sticks
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import Room, at
from animkit.drawing.rooms.table import room

Device = Literal["phone", "tablet"]
"""For scenes' params: what streams."""
RATIOS: dict[Device, float] = {"phone": 0.49, "tablet": 0.74}
HEIGHT_PX, MIDDLE_PX = 800.0, 74.0
"""It ends where the floor begins: captions never lie on the tiny door."""
RHYTHM = (0, 16, 24, 32, 48)
"""The knock, in frames at 25 a second: what these friends drum."""
BAR = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """``phone`` holds ``people``; add ``ground``'s planes first. ``place`` is the middle of the glass."""

    ground: Room
    phone: Phone
    people: tuple[Person, ...]
    place: np.ndarray


def phone_view(
    who: Sequence[str],
    *,
    device: Device = "phone",
    drums: bool = False,
    live: bool = True,
    viewers: int = 12,
    mood: str = "smile",
    x_px: float = 0.0,
) -> PhoneView:
    """A phone with one or two people on it, drum sticks in the first one's hands if ``drums``."""
    phone = Phone(HEIGHT_PX, ratio=RATIOS[device], ground="iris", live=live, viewers=viewers)
    place = at(x_px, MIDDLE_PX)
    phone.shift(place)
    people = []
    spots = ((12.0, "right"),) if len(who) < 2 else ((-124.0, "right"), (140.0, "left"))
    for index, (name, (x, facing)) in enumerate(zip(who, spots, strict=False)):
        person = Person(name, facing="left" if facing == "left" else "right", mood=mood, size=0.85 if len(who) < 2 else 1.0)
        person.put(place + at(x, -122 if len(who) < 2 else -84))
        if drums and not index:
            take_sticks(person, low=-206, apart=0.86, length_px=150)
        people.append(person)
    for person in people[::-1]:
        phone.on_screen(person)
    if drums:
        phone.on_screen(_kept(phone, Bucket(width_px=300), 0, -HEIGHT_PX / 2 - 108))
    return PhoneView(ground=room("stream"), phone=phone, people=tuple(people), place=place)


def take_sticks(person: Person, *, low: float = -300.0, apart: float = 1.0, length_px: float = 190.0) -> dict[str, Sticks]:
    """Puts a drum stick into each hand, over the drum at ``low`` (the rig's units under the neck)."""
    sticks = {arm: Sticks(length_px=length_px) for arm in ("near", "lead")}
    for arm, x in (("near", -190.0), ("lead", 130.0)):
        person.acting.wrists[arm].rest = (x * apart, low)
        person.carry(sticks[arm], arm, turn=188.0 if person.is_mirrored else -30.0)
    return sticks


def rhythm(first: int, last: int) -> list[int]:
    """The frames from ``first`` to ``last`` on which the knock's beats fall, bar after bar from frame 0 on."""
    beats = (bar + beat for bar in range(0, last + 1, BAR) for beat in RHYTHM)
    return [beat for beat in beats if first <= beat <= last]


def ticks(first: int, last: int, every: float = 6.0) -> list[int]:
    """A faster, even beat: theirs."""
    count = int((last - first) / every) + 1
    return [first + round(index * every) for index in range(count)]


def _kept(phone: Phone, thing: Puppet, x: float, y: float) -> Puppet:
    """``thing`` on the glass, its origin at (x, y) pixels from the middle, cut off at the glass's edge for good: it does not move there."""
    window = phone.window()
    parts = thing.drawn()
    for part in parts:
        part.redraw(window.kept(in_short_curves(moved(part.rest, shifted(px(x), px(y))), px(12))))
    kept = Puppet(*parts)
    kept.shift(phone.get_center() - np.zeros(3))
    return kept
