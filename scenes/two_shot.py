"""Talk early and with interest: over the washing-up a child acts out the best bit, and a grown-up tries it too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from animkit.drawing import Jolt, Person, Puppet, drift, pull
from animkit.drawing.layout import px
from animkit.drawing.params import Character
from animkit.drawing.path import arc, joined, polyline, rectangle, smooth
from animkit.drawing.pen import shape
from animkit.drawing.people.person import Act
from animkit.drawing.rooms import room
from animkit.drawing.rooms.table import RoomName
from animkit.drawing.stage import stage
from animkit.shots.scene import ShotScene

FILL = (0, 8, 12, 16, 24, 28, 32)
"""The fill the child plays, in frames at 25 a second; the grown-up's is late, and misses some."""
BOWL_PX = -64.0
"""Where the bowl is, from the picture's middle: an arm's length from whoever washes."""


class TwoShot(ShotScene):
    """Two at a table: one shows what is best about it, the other copies it, badly, and both enjoy it."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        room: RoomName = "kitchen"
        """Where they are; the room has a table."""
        grown: Character = "des"
        """Who asks, on the left."""
        child: Character = "otis"
        """Who shows."""

    beats = {"best": "The child plays a fill with a spoon."}

    def construct(self) -> None:
        """Wash, ask, play, copy."""
        best = self.beat("best", self.frames(3.4))
        place = room(self.params.room)
        grown = Person(self.params.grown, mood="smile").seat(np.array([px(-410), place.top, 0.0]))
        child = Person(self.params.child, facing="left", mood="smile").seat(np.array([px(430), place.top, 0.0]))
        bowl, pan = _bowl().shift(np.array([px(BOWL_PX), place.top, 0.0])), _pan().shift(np.array([px(248), place.top, 0.0]))
        suds = [
            drift(_sud(size).shift(np.array([px(x + 250 + BOWL_PX), place.top + px(y), 0.0])), size_px=9, seconds=3) for x, y, size in _SUDS
        ]
        spoons = {child: (_spoon(), _spoon()), grown: (_spoon(), _spoon())}
        self.add(place.back, place.front, grown, child, *suds, bowl, pan)
        for arm, x in (("lead", 130.0), ("near", -40.0)):
            child.acting.wrists[arm].rest = (x, -268.0)
        self.camera.frame.move_to(np.array([0, -px(30), 0])).set(width=self.camera.frame.width / 1.14)
        self.at(0, *(child.hold(spoon, arm=arm, turn=206.0) for spoon, arm in zip(spoons[child], ("lead", "near"), strict=True)))
        for start in range(2, best - 20, 16):
            self.at(
                start,
                grown.reach(np.array([px(BOWL_PX + (44 if start // 16 % 2 else -40)), place.top + px(40), 0.0]), hand="flat", seconds=0.5),
            )
        self.at(max(best - 46, 8), grown.look(child), grown.feel("explaining"))
        self.at(max(best - 24, 12), child.look(grown), child.feel("explaining"), grown.rest("lead"))
        hits = [best + frame for frame in FILL]
        self.at(max(best - 12, 13), child.drum(hits, lift=96))
        for hit in hits:
            self.at(hit, Jolt(pan, 6, 0.3))
        self.at(best + 6, grown.feel("smile"), grown.nod(3, 1.2))
        self.at(best + 30, child.feel("glad"), child.look(grown))
        copies = best + 38
        for arm, x in (("lead", BOWL_PX - 20), ("near", BOWL_PX - 90)):
            dip = np.array([px(x), place.top + px(56), 0.0])
            self.at(copies - 30, grown.reach(dip, hand="hold", arm=arm, seconds=0.5))
        self.at(copies - 8, *(grown.hold(spoon, arm=arm, turn=-30.0) for spoon, arm in zip(spoons[grown], ("lead", "near"), strict=True)))
        self.at(copies - 12, _ready(grown, -160.0, 0.4))
        self.at(copies - 6, pull(self.camera.frame, 1.4))
        late = [copies + 5 + frame for frame in (0, 9, 14, 22)]
        self.at(copies, grown.drum(late, lift=52), child.look(bowl))
        for hit in late:
            self.at(hit, Jolt(bowl, 8, 0.3), *(Jolt(sud, 14, 0.4) for sud in suds))
        self.at(copies + 12, grown.feel("explaining"))
        self.at(copies + 24, grown.feel("glad"), child.nod(1, 0.5), child.look(grown), grown.look(child))
        self.at(copies + 22, child.feel("smile"))


def _ready(person: Person, low: float, seconds: float) -> Act:
    """Both hands go over the drum."""

    def tell(frame: int) -> None:
        for arm, x in (("lead", 300.0), ("near", 170.0)):
            person.acting.wrists[arm].add(frame, (x, low), stage().frames(seconds))

    return Act(person, "lifts both spoons", 0.04, tell)


_SUDS = ((-340, 96, 40), (-296, 116, 54), (-236, 110, 62), (-180, 104, 46), (-150, 92, 34), (-262, 150, 30), (-210, 148, 24))


def _sud(size: float) -> Puppet:
    """A soap bubble."""
    return Puppet(shape(arc(size / 2), "white", "ink", 6), shape(arc(size / 6, centre=(-size * 0.14, size * 0.14)), "mist"))


def _bowl() -> Puppet:
    """A washing-up bowl, its foot at the origin's height."""
    dome = joined(smooth([(-150, 92), (-132, 36), (-88, 0), (88, 0), (132, 36), (150, 92)]), polyline((150, 92), (-150, 92)))
    return Puppet(shape(dome, "blue", "ink"), shape(rectangle(326, 26, 13, (0, 92)), "blue", "ink"))


def _pan() -> Puppet:
    """A pan upside down, its foot at the origin's height."""
    body = rectangle(210, 84, [26, 26, 4, 4], (0, 42))
    return Puppet(
        shape(rectangle(150, 20, 10, (164, 20)), "ink"), shape(body, "aqua", "ink"), shape(polyline((-104, 20), (104, 20)), None, "ink", 8)
    )


def _spoon() -> Puppet:
    """A wooden spoon, held at the origin, pointing right."""
    return Puppet(shape(rectangle(150, 15, 7, (50, 0)), "sand", "ink", 8), shape(arc((34, 22), centre=(134, 0)), "sand", "ink", 8))
