"""A curtain is drawn across the way out: what is secret cuts somebody off from help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from animkit.drawing import Enter, Glide, Person, Puppet, Sway, pull, push
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out
from animkit.drawing.motion.show import gone, shown
from animkit.drawing.motion.walk import Walk
from animkit.drawing.params import Character, Picture
from animkit.drawing.path import arc, joined, polyline, rectangle
from animkit.drawing.pen import shape
from animkit.drawing.people.acting import Hold
from animkit.drawing.people.person import Act
from animkit.drawing.props.basket import Basket
from animkit.drawing.props.bubbles import RoundBubble
from animkit.drawing.props.cake import CoveredCake
from animkit.drawing.props.card import Card
from animkit.drawing.props.home import Drape
from animkit.drawing.props.phone import Phone
from animkit.drawing.props.phone_aside import PhoneBack
from animkit.drawing.rooms import room
from animkit.drawing.rooms.room import at
from animkit.drawing.rooms.table import RoomName
from animkit.shots.scene import ShotScene


class Curtain(ShotScene):
    """A curtain slides over the way out. Beside it a second app opens, or a surprise is told, or a grown-up hears that it is quiet."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        moment: Literal["drawn", "surprise", "quiet"] = "drawn"
        """``drawn``: a card draws it before a friend who waves (beat ``secret``). ``surprise``: a cake is uncovered (``tada``) and the
        curtain stays shut (``shut``, ``tell``). ``quiet``: it hangs there, and a grown-up notices the quiet (beat ``quiet``)."""
        room: RoomName = "bedroom"
        """Where it happens; the room has a door."""
        child: Character = "otis"
        """Whom the curtain cuts off."""
        friend: Character = "maya"
        """Who waves in the doorway; or who claps; or, where it is quiet, the grown-up who nods along."""
        card: Picture = "cat"
        """The picture in front of the card that draws it."""

    beats = {
        "secret": "The curtain is drawn.",
        "tada": "The cloth comes off the cake.",
        "shut": "The curtain slides shut.",
        "tell": "They look at each other.",
        "quiet": "The nodding stops.",
    }

    def construct(self) -> None:
        """One of three moments."""
        self.place = room(self.params.room)
        assert self.place.door is not None, f"there is no door in {self.params.room}"
        self.door = self.place.door
        {"drawn": self._drawn, "surprise": self._surprise, "quiet": self._quiet}[self.params.moment]()

    # --- Drawn before a friend who waves ---------------------------------------------------------------------------------------

    def _drawn(self) -> None:
        p, secret = self.params, self.beat("secret", self.frames(3.2))
        self.door.swing = self.door.widest
        self.door.refresh()
        foot = self.door.matrix()[:, 2]
        friend = Person(p.friend, mood="smile", size=0.62)
        friend.put(np.array([foot[0] - px(46), foot[1] + px(150), 0.0]))
        self.door.welcome(friend)
        for lamp in self.place.extras.values():
            lamp.hide()
        drape = Drape(width_px=410, height_px=566, drawn=0.0)
        drape.shift(np.array([foot[0] - px(200), foot[1] + px(590), 0.0]))
        card = Card(p.card, height_px=320)
        card.shift(np.array([foot[0] - px(560), foot[1] + px(330), 0.0]))
        again = Card(p.card, height_px=320).shift(at(690, -600))
        child = Person(p.child, facing="left", mood="smile").seat(np.array([px(180), self.place.top, 0.0]))
        phone = Phone(470, narrow=True, screen="dusk", light=("iris", "violet")).shift(at(550, -620))
        lock, message = _lock().shift(at(550, -90)), RoundBubble("heart", size_px=92, fill="lavender").shift(at(550, 90))
        self.add(self.place.back, drape, card, again, phone, lock, message, self.place.front, child)
        slide = self.frames(1.1)
        self.at(2, *_waves(friend, max((secret - 20) // 9, 3)))
        self.at(6, child.wave(seconds=1.5), child.look(friend))
        self.at(secret - 30, Glide(card, by=(px(330), 0), seconds=0.7, ease=back_out), child.rest("lead"))
        self.at(secret - 18, child.look(card), child.feel("blank"))
        self.at(secret, drape.draw_across(1.0, self.seconds(slide)), Glide(card, by=(px(328), 0), seconds=self.seconds(slide)))
        self.at(secret - 2, friend.look("ahead"), friend.feel("blank"))
        opens = secret + slide + 6
        self.at(opens - 2, Glide(card, by=(0, -px(560)), seconds=0.6))
        self.at(opens + 8, *(Glide(thing, by=(0, px(570)), seconds=0.7, ease=back_out) for thing in (phone, again)))
        self.at(opens + 14, child.look(at(760, 0)), push(self.camera.frame, at(140, 0), 1.1))
        self.at(opens + 30, Enter(message), Sway(again, 3, 0.7, pivot=(0.5, 0.0)))
        self.at(opens + 46, Enter(lock, pivot=(0.5, 0.0)), child.feel("concerned"))
        back = max(opens + 66, self.task.frames - self.frames(3.6))
        self.at(back, child.look(self.door), pull(self.camera.frame, 1.6))
        self.at(back + 8, self.door.warm(), child.reach(at(-270, -20), hand="open", seconds=0.8), child.lean(5))
        self.at(back + 26, Sway(drape, 1.2, 1.2, pivot=(0.5, 1.0)), child.tilt(3))
        self.at(back + 50, child.fold(), child.lean(0), Sway(message, 8, 0.7, pivot=(0.5, 0.5)))

    # --- A surprise is told ----------------------------------------------------------------------------------------------------

    def _surprise(self) -> None:
        p = self.params
        tada = self.beat("tada", self.frames(2.0))
        shut, tell = self.beat("shut", self.frames(4.2)), self.beat("tell", self.frames(8.0))
        foot = self.door.matrix()[:, 2]
        drape = Drape(width_px=330, height_px=460, drawn=0.0).shift(np.array([foot[0] - px(165), foot[1] + px(480), 0.0]))
        card = Card(p.card, height_px=300).shift(np.array([foot[0] - px(110), foot[1] + px(250), 0.0]))
        card.hide()
        cake = CoveredCake(width_px=270).shift(np.array([px(-690), self.place.top - px(70), 0.0]))
        child = Person(p.child, facing="left", mood="smile", size=0.95).put(at(-450, -60))
        friend = Person(p.friend, facing="left", mood="smile", size=0.95).put(at(520, -60))
        self.add(self.place.back, drape, card, child, friend, self.place.front, cake)
        self.at(2, child.look(cake), friend.look(cake))
        self.at(max(tada - 14, 4), child.reach(cake.grip(), hand="hold", seconds=0.5), child.feel("cheeky"))
        self.at(tada, cake.uncover(), child.feel("glad"), child.rest("lead"))
        self.at(tada + 4, friend.feel("glad"), *_claps(friend))
        self.at(tada + 6, friend.nod(2))
        self.at(shut - 22, Enter(card), child.feel("smile"))
        self.at(shut - 8, child.look(card), friend.look(card))
        self.at(shut, drape.draw_across(1.0, 0.9), Glide(card, by=(px(285), 0), seconds=0.9))
        self.at(shut + 10, friend.feel("blank"), child.feel("blank"), friend.rest())
        self.at(shut + 30, push(self.camera.frame, at(-40, 20), 1.08))
        middle = (shut + tell) // 2
        self.at(middle, child.look(drape), child.feel("concerned"))
        self.at(tell - 4, self.door.warm())
        self.at(middle + 16, friend.look(child), Sway(drape, 1.4, 1.1, pivot=(0.5, 1.0)))
        self.at(tell - 10, child.look(friend), friend.lean(4), friend.feel("calm"))
        self.at(tell, friend.nod(2), lambda: drape.draw_across(0.0, 1.0), Glide(card, by=(0, -px(760)), seconds=1.0))
        self.at(tell + 8, child.feel("calm"), child.nod(1, 0.7))

    # --- It is quiet -----------------------------------------------------------------------------------------------------------

    def _quiet(self) -> None:
        p, quiet = self.params, self.beat("quiet", self.frames(4.2))
        foot = self.door.matrix()[:, 2]
        drape = Drape(width_px=460, height_px=700, drawn=1.0).shift(np.array([foot[0] - px(230), foot[1] + px(720), 0.0]))
        grown = Person(p.friend, mood="smile", size=1.0).put(at(-480, -40))
        child = Person(p.child, facing="left", mood="tired", size=0.96).put(np.array([foot[0] + px(10), px(-70), 0.0]))
        basket = Basket(width_px=380).shift(np.array([px(-440), self.place.top - px(110), 0.0]))
        child.hide()
        phone = PhoneBack(150, stand=False, degrees=0.0, grip="left")
        self.add(self.place.back, child, drape, grown, self.place.front, basket)
        self.at(0, child.hold(phone), child.reach(child.point(60, -250), hand="hold", seconds=0.04), child.look("down"))
        for start in range(4, quiet - 30, 15):
            self.at(start, grown.nod(1, 0.56))
        comes, goes = max(quiet - 92, 4), max(quiet - 34, 44)
        self.at(comes, shown(child), Walk(child, by_px=-390, seconds=1.6), Sway(drape, 0.7, 1.3, pivot=(0.5, 1.0)))
        self.at(comes + 14, grown.look(child))
        self.at(comes + 40, child.look(grown), grown.feel("glad"))
        self.at(goes - 10, child.look("down"), child.lean(-3), grown.feel("calm"))
        self.at(goes, Walk(child, by_px=390, seconds=1.5))
        self.at(goes + 30, Sway(drape, 0.7, 1.3, pivot=(0.5, 1.0)))
        self.at(goes + self.frames(1.5), gone(child))
        self.at(quiet - 24, grown.nod(1, 0.8))
        self.at(quiet, grown.feel("blank"), grown.look(drape), grown.tilt(2.5))
        self.at(quiet + 24, grown.feel("concerned"), push(self.camera.frame, at(-60, 20), 1.12))
        self.at(quiet + 44, grown.lean(4), Sway(drape, 0.8, 1.4, pivot=(0.5, 1.0)))
        self.at(quiet + 66, grown.reach(at(-130, 20), hand="flat", seconds=0.8), self.door.warm())


def _waves(person: Person, times: int) -> list[object]:
    """Waves from a narrow doorway: the hand stays close."""

    def tell(frame: int) -> None:
        track = person.acting.wrists["lead"]
        person.acting.holds["lead"].add(frame + 5, Hold("open", 1, 0.0))
        track.add(frame, (286.0, 96.0), 9)
        for index in range(times):
            track.add(frame + 9 + index * 9, (286.0 + (24 if index % 2 else -34), 96.0), 9)

    return [Act(person, "waves", 0.04, tell)]


def _lock() -> Puppet:
    """A padlock, about the origin."""
    bow = joined(polyline((-20, 8), (-20, 26)), arc(20, 3.1416, -3.1416, (0, 26)), polyline((20, 26), (20, 8)))
    return Puppet(shape(bow, None, "white", 11), shape(rectangle(64, 50, 10, (0, -16)), "white"), shape(arc(7, centre=(0, -14)), "dusk"))


def _claps(person: Person) -> list[object]:
    """Both hands meet before the chest."""
    meet = person.point(70, -250)
    return [person.reach(meet, hand="flat", seconds=0.4), person.reach(meet, hand="flat", arm="near", seconds=0.4)]
