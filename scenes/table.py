"""The table from above: what hands do about it. Not paid, kept, reported, blocked, told; and looked at together before anything happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.camera import pan
from animkit.drawing.motion.ease import in_out
from animkit.drawing.motion.moves import Appear, Change, Enter, Glide, Jolt, Sway, Turn
from animkit.drawing.params import Character, OnScreenText, Picture
from animkit.drawing.people.forearm import Forearm
from animkit.drawing.people.over_phone import TAP, Plan, choosing, finding_the_door, pointing_at
from animkit.drawing.props.acts import Shrink
from animkit.drawing.props.bubbles import Bubble
from animkit.drawing.props.card import Card
from animkit.drawing.props.phone import Phone
from animkit.drawing.props.phone_aside import PhoneBack
from animkit.drawing.props.phone_parts import DoorButton
from animkit.drawing.props.screen import button, messages, watchers
from animkit.drawing.props.star import Coin
from animkit.drawing.props.things import Purse, ReportFlag, Shield
from animkit.drawing.props.tray import Tray
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.phone_view import RATIOS, Device
from animkit.drawing.rooms.room import at
from animkit.drawing.rooms.tabletop import DOORS_PX, EDGE_PX, LOOK_UP_PX, tabletop
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene

PHONE = (-30.0, 90.0)
BOX = (560.0, 70.0)
PURSE = (-600.0, 20.0)
CHILD_RESTS, ADULT_RESTS = (-330.0, -180.0), (360.0, -190.0)


class Table(ShotScene):
    """A table from above, a phone, two people's hands. Each beat is one thing they do; what lies there follows from the beats."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        child: Character = "otis"
        """Whose hand comes from the left."""
        adult: Character = "des"
        """Whose hand comes from the right."""
        device: Device = "phone"
        """What lies on the table."""
        card: Picture = "cat"
        """The picture on the card of whoever presses."""
        doors: Literal["wall", "screen"] = "wall"
        """Where the ways of telling appear: as doors on the wall, or as one small door on the screen."""
        friends: tuple[Character, ...] = ()
        """Whose faces stay on the screen when it is chosen who may watch."""
        names: tuple[OnScreenText, ...] = ("CEOP", "Report Remove")
        """What stands over the doors on the wall."""

    beats = {
        "down": "A hand turns the phone on its face: no picture is looked at.",
        "pay": "The coin goes back and the purse snaps shut.",
        "send": "A flat hand comes down before the phone: nothing more is sent.",
        "keep": "The messages are in the box, and the lid comes down.",
        "report": "A finger taps, and the report flag is up.",
        "block": "A finger taps, and a shield lies over the card.",
        "ceop": "A green door appears: the CEOP Safety Centre.",
        "remove": "Another green door appears: Report Remove.",
        "together": "Both hold the phone, one from each side.",
        "button": "A finger finds the tiny door that ends the stream.",
        "choose": "Who may watch stays, who is a mask leaves.",
        "friends": "The friends who stay lift, one after the other.",
    }

    def construct(self) -> None:
        """The table, what is on it, both hands, and what they do on each beat."""
        p = self.params
        self.marks = {name: self.beat(name) for name in self.beats if name in self.task.beats}
        if not self.marks:
            self.marks = {"keep": self.task.frames // 2}
        top = self.top = tabletop(PHONE)
        looks_up = p.doors == "wall" and bool({"ceop", "remove"} & set(self.marks))
        self.add(top.wall, *(top.doors if looks_up else ()), top.table, top.cloth, *(() if looks_up else top.mugs))
        self.child = Forearm(p.child, start=(-900, -760), width_px=136, size=1.62)
        self.adult = Forearm(p.adult, start=(960, -760), width_px=156, size=1.78)
        self._lay_out()
        self.add(self.adult, self.child)
        for name, frame in self.marks.items():
            getattr(self, f"_{name}")(frame)
        self._rest()

    # --- What lies there ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Phone, box, purse: whatever the beats need."""
        marks, p = self.marks, self.params
        live = bool({"button", "choose"} & set(marks))
        self.phone = Phone(620, ratio=RATIOS[p.device], screen="mist", light=(), live=live, viewers=6)
        self.phone.shift(at(*PHONE)).rotate(0.03)
        self.add(self.phone)
        self.back = PhoneBack(620, stand=False, degrees=2).shift(at(*PHONE)).hide()
        if "down" in marks:
            self.add(self.back)
        self.bubbles: list[Bubble] = []
        self.chips: list[Puppet] = []
        if {"report", "block"} & set(marks):
            self.card = Card(p.card, height_px=300).shift(at(PHONE[0], PHONE[1] + 96))
            self.flag_chip, self.shield_chip = (
                button(thing).shift(at(PHONE[0] + x, PHONE[1] - 190)) for x, thing in ((-62, "flag"), (62, "shield"))
            )
            self.chips = [self.flag_chip, self.shield_chip]
            self.add(self.card, *self.chips)
        if "keep" in marks:
            self.tray = Tray().shift(at(*BOX)).rotate(-0.04)
            self.lid = self.tray.lid().shift(at(1330, 60)).rotate(0.14)
            self.bubbles = self._messages()
            self.add(self.tray, *self.bubbles, self.lid)
        if "pay" in marks:
            self.purse = Purse(width_px=270, open_share=1.0).shift(at(PURSE[0], PURSE[1] - 80))
            self.coin = Coin(size_px=104).shift(at(-330, -30))
            self.add(self.coin, self.purse)
        if "choose" in marks:
            self.friends, self.masks = watchers(PHONE, [*p.friends, 3, 5][:2])
            self.add(*self.friends, *self.masks)

    def _messages(self) -> list[Bubble]:
        """Five of them, on the phone's glass or beside it: jagged and pointed, and nothing in them to read."""
        spots = ((-70, 190), (66, 120), (-60, 20), (70, -70), (-50, -170))
        if self.params.device == "tablet":
            spots = ((-168, 200), (168, 150), (-168, 60), (168, 0), (-168, -70))
        elif {"report", "block", "down"} & set(self.marks):
            spots = ((-236, 250), (226, 250), (-222, 110), (226, 90), (-230, -30))
        return messages(PHONE, spots)

    # --- What hands do, each on its beat --------------------------------------------------------------------------------------

    def _down(self, when: int) -> None:
        """The phone is turned over: thin, then its back."""
        back = self.back
        edge = self.phone.get_center() + at(-150, -40)
        self.at(max(when - 16, 0), self.child.reach(edge, hand="hold", seconds=0.5))

        def turn(share: float) -> None:
            one, other = self.phone.channel("over"), back.channel("over")
            one.sx, other.sx = max(1 - 2 * share, 0.001), max(2 * share - 1, 0.001)
            (self.phone.hide if share >= 0.5 else self.phone.reveal)()
            (back.reveal if share >= 0.5 else back.hide)()
            back.refresh()
            self.phone.refresh()

        self.at(when, Change(self.phone, turn, 0.0, 1.0, 0.6, ease=in_out))
        self.at(when + 2, self.child.reach(edge + at(60, 0), hand="hold", seconds=0.5))
        self.at(when + 20, self.child.reach(at(*CHILD_RESTS), hand="flat", seconds=0.7))

    def _pay(self, when: int) -> None:
        """A hand brings the coin back; a finger shuts the purse on the beat."""
        mouth = at(PURSE[0] + 30, PURSE[1] + 84)
        start = max(when - 36, 0)
        shut = max(when, start + 30)
        self.at(start, self.child.reach(self.coin.get_center() + at(24, -4), hand="flat", seconds=0.36))
        self.at(start + 9, Glide(self.coin, to=mouth, seconds=0.44), self.child.reach(mouth + at(70, -12), hand="flat", seconds=0.44))
        self.at(start + 21, hidden(self.coin), self.child.reach(at(PURSE[0] + 66, PURSE[1] + 206), seconds=0.24))
        self.at(shut - 4, self.purse.snap(0.2), self.child.reach(at(PURSE[0] + 104, PURSE[1] + 84), seconds=0.2))
        self.at(shut + 3, Sway(self.purse, 3, 0.7, pivot=(0.5, 0.0)))
        self._back(self.child, shut + 12, when)

    def _send(self, when: int) -> None:
        """The hand lies flat beside the phone and stays off it."""
        self.at(max(when - 12, 0), self.child.reach(at(PHONE[0] - 190, PHONE[1] - 110), hand="open", seconds=0.5))
        self._back(self.child, when + 12, when)

    def _keep(self, when: int) -> None:
        """Messages go into the box one after the other; the lid is down on the beat."""
        inside = ((-84, 70), (80, 76), (0, -4), (-78, -84), (86, -78))
        first = max(when - 56, 4)
        gap = max((when - 26 - first) // 5, 3)
        for index, (bubble, (x, y)) in enumerate(zip(self.bubbles, inside, strict=True)):
            self.at(first + index * gap, Glide(bubble, to=at(BOX[0] + x, BOX[1] + y), seconds=0.72, arc=0.14))
        lid_at = at(*BOX)
        self.at(max(when - 30, 0), Glide(self.lid, to=lid_at + at(150, 12), seconds=0.7), Turn(self.lid, -10, 1.2))
        self.at(max(when - 30, 0), self.adult.reach(lid_at + at(170, 0), hand="flat", seconds=0.7))
        self.at(when - 9, Glide(self.lid, to=lid_at, seconds=0.36), self.adult.reach(lid_at + at(20, -8), hand="flat", seconds=0.36))
        self.at(when, Jolt(self.lid, 7, 0.4), Jolt(self.tray, 5, 0.4))
        self.at(when + 2, hidden(*self.bubbles))
        self._back(self.adult, when + 24, when)

    def _report(self, when: int) -> None:
        """A tap; the flag goes up beside the card."""
        flag = ReportFlag(height_px=300).shift(self.card.get_center() + at(118, 20)).lower()
        self.add(flag)
        self.bring_to_front(self.adult, self.child)
        self._taps(when, self.flag_chip)
        self.at(when, Enter(flag, 0.2, pivot=(0.0, 0.0)), flag.rise(0.6))
        self.at(when + 16, Sway(flag.cloth, 5, 0.9, pivot=(0.0, 1.0)))

    def _block(self, when: int) -> None:
        """A tap; the shield lies over the card, and the card is gone."""
        shield = Shield(size_px=290).shift(self.card.get_center() + at(0, -6))
        self.add(shield)
        self.bring_to_front(self.adult, self.child)
        self._taps(when, self.shield_chip)
        pale = self.card.channel("pale")

        def fade(share: float) -> None:
            pale.opacity = 1 - share
            self.card.refresh()

        self.at(when, Enter(shield), Change(self.card, fade, 0.0, 1.0, 0.5))
        self._back(self.child, when + 18, when)
        self._back(self.adult, when + 14, when)

    def _back(self, hand: Forearm, frame: int, when: int) -> None:
        """A hand lies down where it rests, unless something else is to be done at once."""
        if not any(when < other <= frame + 24 for other in self.marks.values()):
            rest = CHILD_RESTS if hand is self.child else ADULT_RESTS
            self._if_room(frame, hand.reach(at(*rest), hand="flat", seconds=0.7))

    def _if_room(self, frame: int, *motions: Motion) -> None:
        """What happens only where the shot is long enough."""
        if all(frame + self.frames(motion.run_time) <= self.task.frames for motion in motions):
            self.at(frame, *motions)

    def _taps(self, when: int, chip: Puppet) -> None:
        self.at(max(when - 24, 0), self.child.reach(chip.get_center() + at(-40, -40), seconds=0.5))
        self.at(max(when - TAP, 1), self.child.tap(chip.get_center()), Jolt(chip, -7, 0.4))

    def _ceop(self, when: int) -> None:
        self._tell(when, 0)

    def _remove(self, when: int) -> None:
        self._tell(when, 1)

    def _tell(self, when: int, index: int) -> None:
        """The camera looks up, and a green door with a name over it appears on the wall; or a small one on the screen."""
        if self.params.doors == "screen":
            button = DoorButton(170).shift(at(PHONE[0], PHONE[1] - 180))
            self.add(button)
            self.bring_to_front(self.adult, self.child)
            self.at(when - 14, *(Shrink(chip, 0.2) for chip in self.chips))
            self.at(when - 9, Enter(button))
            self.at(when + 8, button.press())
            return
        if when == min(self.marks[name] for name in ("ceop", "remove") if name in self.marks):
            self.at(max(when - 34, 0), pan(self.camera.frame, by_px=(0, LOOK_UP_PX), seconds=1.5))
        door = self.top.doors[index]
        name = words(self.params.names[index], "card", ground="sand", width_px=640, lines=1, align="centre")
        name.shift(at(DOORS_PX[index], EDGE_PX + 556))
        self.add(name)
        self.at(when - 4, Enter(door, 0.5, pivot=(0.5, 0.0)), Appear(name))
        self.at(when + 12, door.open(), door.warm())
        hand, side = (self.child, 130) if not index else (self.adult, -130)
        self.at(when - 6, hand.reach(at(DOORS_PX[index] - side, EDGE_PX - 96), hand="open", seconds=0.8))

    def _together(self, when: int) -> None:
        """Both take hold of the phone, one from each side."""
        middle, half = self.phone.get_center(), self.phone.width / 2
        sides = [middle + np.array([side * (half + px(6)), -px(96), 0.0]) for side in (-1, 1)]
        self.at(
            max(when - 14, 0), self.child.reach(sides[0], hand="hold", seconds=0.55), self.adult.reach(sides[1], hand="hold", seconds=0.55)
        )
        self.at(when + 2, Sway(self.phone, 1.6, 0.7, pivot=(0.5, 0.5)))

    def _button(self, when: int) -> None:
        """The tiny door is found, and grows under a finger."""
        self._do(finding_the_door(self.child, self.phone, when))
        self._back(self.child, when + 22, when)

    def _choose(self, when: int) -> None:
        """Masks are tapped and fall away."""
        self._do(choosing(self.adult, self.phone, self.masks, when=when, rests=at(*ADULT_RESTS)))

    def _friends(self, when: int) -> None:
        """A finger points at a friend; each of the friends lifts."""
        self._do(pointing_at(self.child, self.friends, when))
        self._back(self.child, when + 52, when)

    def _do(self, plan: Plan) -> None:
        """What of a plan the shot is long enough for."""
        for frame, motions in plan:
            self._if_room(frame, *motions)

    # --- And then -------------------------------------------------------------------------------------------------------------

    def _rest(self) -> None:
        """The grown-up's hand comes in early; when all is done it lies beside the child's."""
        first, last = min(self.marks.values()), max(self.marks.values())
        if first > 40:
            self.at(4, self.adult.reach(at(*ADULT_RESTS), hand="flat", seconds=0.8))
        if "remove" in self.marks and self.task.frames > last + 80:
            self.at(last + 54, self.child.away(0.9), self.adult.away(0.9))
        if not {"together", "ceop"} & set(self.marks):
            self._if_room(last + 46, self.adult.reach(at(CHILD_RESTS[0] + 96, CHILD_RESTS[1] + 10), hand="flat", seconds=0.9))


def hidden(*things: Puppet) -> Callable[[], None]:
    """Hides things, when it is called: under a lid, in a purse."""

    def hide() -> None:
        for thing in things:
            thing.hide()

    return hide
