"""A card turns over, and there is nothing on its back: a picture proves nothing, and anyone could be behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing import Glide, Person, Sway, Turn, pan, pull, push
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out
from animkit.drawing.motion.moves import Change
from animkit.drawing.motion.show import shown
from animkit.drawing.params import Character, Picture
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.props.card import Card, fan
from animkit.drawing.props.group import GroupChat
from animkit.drawing.props.photos import FriendStrip
from animkit.drawing.props.string import String
from animkit.drawing.puppet import Channel, Puppet
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import BLEED_PX, at
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene

TILT_PX = 150.0
"""How far above the floor's picture the camera ends: it begins as far below the room's middle."""


class CardTurns(ShotScene):
    """A card turns: blank. It fans out into others, all with the same blank back; or it comes under a door, with a whistle on it."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        moment: Literal["strip", "friend", "whistle"] = "strip"
        """After the fan (beat ``anyone``): a finger finds a photo on the ``strip``, or a ``friend`` shrugs. Or the card comes with a
        ``whistle`` (beat ``know``), under the door to a child."""
        room: RoomName = "bedroom"
        """Where it happens."""
        child: Character = "otis"
        """Who sees it."""
        friend: Character = "maya"
        """Who is on the photo strip, or beside them."""
        card: Picture = "cat"
        """The picture in front of the card."""
        fans: tuple[Picture, ...] = ("guitar", "grin", "dog")
        """The pictures on the cards it opens into."""

    beats = {"anyone": "The fan opens.", "know": "The whistle is seen."}

    def construct(self) -> None:
        """The fan, or the whistle."""
        self.place = room(self.params.room)
        if "lamp" in self.place.extras:
            self.place.extras["lamp"].hide()
        {"strip": self._fan, "friend": self._fan, "whistle": self._whistle}[self.params.moment]()

    # --- Anyone ---------------------------------------------------------------------------------------------------------------

    def _fan(self) -> None:
        p, opens = self.params, self.beat("anyone", self.frames(3.0))
        has_strip = p.moment == "strip"
        middle, tall = (at(150, 90), 430) if has_strip else (at(10, 130), 350)
        child = self._standing(p.child, -470 if has_strip else -640, "right", "smile")
        strip = FriendStrip((p.friend, p.child), height_px=560).shift(at(760, 60))
        friend = self._standing(p.friend, 640, "left", "smile") if not has_strip else None
        card = Card(p.card, others=p.fans, height_px=tall).shift(middle)
        others = [Card(name, height_px=tall).shift(middle) for name in p.fans]
        behind: list[Puppet] = [] if has_strip else [*([friend] if friend else [])]
        seated = "lamp" in self.place.extras
        order: list[Puppet] = [self.place.back, *([strip] if has_strip else [])]
        order += [self.place.front, child, *behind] if seated else [child, *behind, self.place.front]
        self.add(*order, *others, card)
        for other in others:
            other.hide()
        self.at(0, child.look(card))
        self.at(max(opens - 46, 4), card.turn(0.5), Sway(card, 2.0, 0.8, pivot=(0.5, 0.0)))
        self.at(max(opens - 32, 16), child.feel("blank"))
        deck = [*others[:2], card, *others[2:]]
        places = fan(deck, middle=middle, step_px=tall * 0.43, degrees=9.0)
        self.at(opens - 5, shown(*others))
        for one, (spot, angle) in zip(deck, places, strict=True):
            self.at(opens - 4, Glide(one, to=spot, seconds=0.6, ease=back_out), Turn(one, float(np.degrees(angle)), 0.6))
        self.at(opens + 4, child.feel("suspicious"), child.look(deck[-1]))
        for index, one in enumerate(others):
            self.at(opens + 26 + index * 8, one.turn(0.44))
        self.at(opens + 26, child.look(deck[0]))
        self.at(opens + 44, child.look(deck[-1]), child.feel("blank"))
        asks = max(opens + (58 if has_strip else 44), self.task.frames - self.frames(3.2))
        if has_strip:
            self._finds(child, strip, deck, asks)
        elif friend is not None:
            self._shrugs(child, friend, deck, asks)

    def _finds(self, child: Person, strip: FriendStrip, deck: list[Card], asks: int) -> None:
        for index, one in enumerate(deck):
            self.at(asks + index * 2, Glide(one, by=(0, -px(760)), seconds=0.8))
        self.at(asks - 4, child.look(strip), Glide(strip, by=(-px(840), -px(24)), seconds=1.2))
        self.at(asks + 22, child.reach(at(-136, -16), hand="point", seconds=0.7), child.lean(5))
        self.at(asks + 26, push(self.camera.frame, at(-170, 30), 1.2))
        self.at(asks + 38, Sway(strip.photos[2], 3, 0.7, pivot=(0.5, 0.5)), child.feel("smile"))

    def _shrugs(self, child: Person, friend: Person, deck: list[Card], asks: int) -> None:
        self.camera.frame.move_to(at(0, 30)).set(width=self.camera.frame.width / 1.1)
        self.at(asks + 12, pull(self.camera.frame))
        self.at(8, friend.look(deck[0]))
        self.at(22, child.feel("cheeky"), Sway(deck[2], 2.0, 1.0, pivot=(0.5, 0.0)))
        self.at(50, child.look(friend), friend.look(child), friend.tilt(3))
        self.at(66, friend.tilt(0), friend.look(deck[0]), child.look(deck[0]))
        self.at(asks - 20, friend.look(child), child.look(friend))
        self.at(asks - 8, friend.shoulders(1.0, 0.4), friend.tilt(3), friend.feel("concerned"))
        self.at(asks + 10, friend.shoulders(0.0, 0.6))
        for index, one in enumerate(deck):
            self.at(asks + 12 + index * 2, Glide(one, by=(0, -px(860)), seconds=0.9))
        if self.place.door is not None:
            self.at(asks + 18, self.place.door.open(1.0), self.place.door.warm())
            self.at(asks + 26, child.look(self.place.door), friend.look(self.place.door))
        self.at(asks + 34, child.feel("calm"), friend.feel("smile"), child.nod(1))

    # --- Someone you know -----------------------------------------------------------------------------------------------------

    def _whistle(self) -> None:
        p, known = self.params, self.beat("know", self.frames(3.0))
        door = self.place.door
        assert door is not None, f"there is no door in {p.room}"
        door.swing = 0.0
        door.refresh()
        foot = door.matrix()[:, 2]
        child = self._standing(p.child, -10, "right", "smile")
        card = Card(p.card, height_px=330, whistle=True, header="blue")
        card.shift(np.array([foot[0], foot[1] - px(4), 0.0]))
        chat = GroupChat(height_px=330).shift(np.array([px(-560), self.place.top - px(70), 0.0]))
        self.add(self.place.back, child, self.place.front, _deeper_floor(self.place.top), card, chat)
        lies = card.channel("lies")
        lies.sy, lies.pivot = 0.01, card.pivot(0.5, 0.5)
        self.camera.frame.shift([0, -px(TILT_PX), 0])
        self.at(0, child.look("left"))
        card.hide()
        picked = max(known - 18, 15)
        self.at(3, shown(card))
        self.at(
            4,
            Glide(card, by=(-px(250), -px(210)), seconds=min(0.9, self.seconds(picked - 6) + 0.16)),
            Change(card, _to(lies), 0.01, 0.06, 0.4),
            child.look("down"),
        )
        self.at(picked - 4, pan(self.camera.frame, by_px=(0, TILT_PX), seconds=1.4), child.look(card))
        self.at(picked, _Stands(card, 0.7), Glide(card, by=(-px(75), px(400)), seconds=0.8, ease=back_out), child.feel("explaining"))
        self.at(picked + 6, child.reach(at(262, -30), hand="hold", seconds=0.6))
        self.at(known, Sway(card.whistle or card, 9, 1.0), child.look(card))
        self.at(known + 20, child.feel("blank"))
        turns = known + self.frames(1.5)
        self.at(turns, card.turn(0.6), child.lean(-2))
        thread = String(lambda: card.corner(0.9, -0.9), np.array([foot[0] - px(40), foot[1], 0.0]), slack=0.3, tie="start")
        thread.hide()
        self.add(thread)
        self.at(turns + 10, *_runs(thread), child.feel("suspicious"))
        self.at(turns + 34, thread.tug(0.8), Glide(card, by=(px(26), -px(8)), seconds=0.4, ease=back_out))
        self.at(turns + 34, child.reach(at(288, -38), hand="hold", seconds=0.4))
        looks = max(turns + 56, self.task.frames - self.frames(3.0))
        self.at(looks, child.look(chat.faces[1]), child.rest("lead"), push(self.camera.frame, at(-180, -20), 1.12))
        for index, face in enumerate(chat.faces):
            self.at(looks + 8 + index * 3, Sway(face, 8, 0.7, pivot=(0.5, 0.5)))
        self.at(looks + 14, child.feel("calm"), Glide(card, by=(px(160), -px(700)), seconds=1.1), thread.draw_off(0.5))

    def _standing(self, who: str, x: float, facing: Literal["left", "right"], mood: str) -> Person:
        person = Person(who, facing=facing, mood=mood)
        if "lamp" in self.place.extras and self.params.room != "hall":
            return person.seat(np.array([px(x), self.place.top, 0.0]))
        return person.put(at(x, -50))


class _Stands(Glide):
    """What lay flat is lifted, until it stands upright before us."""

    def __init__(self, card: Card, seconds: float) -> None:
        self.lies = card.channel("lies")
        super().__init__(card, by=(0, 0), seconds=seconds)

    def step(self, share: float) -> None:
        """Rises."""
        self.lies.sy = 0.06 + 0.94 * share
        super().step(share)


def _to(channel: Channel) -> object:
    def to(share: float) -> None:
        channel.sy = share

    return to


def _runs(thread: String) -> list[object]:
    run = thread.draw_on(0.6)
    run.shows = True
    return [run]


def _deeper_floor(top: float) -> Puppet:
    """More floor below the picture, for a camera that looks down."""
    return Puppet(shape(rectangle(1920 + BLEED_PX, 700, 0, (0, top * 135 - 380)), "lilac"))
