"""A title: words on the left, somebody in the open arch on the right, and the pair that the whole film is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from animkit.drawing.layout import place, px
from animkit.drawing.motion.moves import Appear, Enter, Lift, Sway
from animkit.drawing.params import Character, OnScreenText
from animkit.drawing.people.person import Person
from animkit.drawing.props.arch import Arch
from animkit.drawing.props.door import Door
from animkit.drawing.props.signs import SignFlag
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import floor, light, wall
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene

FLOOR_PX = -300.0


class Title(ShotScene):
    """A title or content note: a few words, a small sign and a small open door beside each other, and somebody in the arch of help."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        title: OnScreenText = "Know the signs."
        """The words, large."""
        note: OnScreenText = "Know what helps."
        """A line under them."""
        person: Character = ""
        """Who stands in the arch; without anybody the door itself stands open there."""

    beats = {"help": "The small door opens wide; whoever stands in the arch smiles.", "stop": "The line under the title is lifted."}

    def construct(self) -> None:
        """Wall, arch, words, pair."""
        self.add(Puppet(wall("lavender"), *light((430, 30), "lavender", "mist", (640, 520))))
        self._arch()
        self.add(Puppet(*floor("lilac", FLOOR_PX, edge="iris")))
        title, note = self._words()
        flag, door = self._pair(title)
        self.add(flag, door, title, note)
        self.at(3, Enter(flag, pivot=(0.0, 0.0)), Enter(door, pivot=(0.5, 0.0), delay=0.3))
        self.at(8, Appear(title))
        self.at(16, Appear(note))
        self.at(24, Sway(flag, 5.0, pivot=(0.0, 0.0)))
        help_, stop = (self.beat(name, frame) for name, frame in (("help", self.task.frames // 2), ("stop", self.task.frames * 2 // 3)))
        self.at(help_, door.open())
        self.at(stop, Lift(note, 1.8))

    def _words(self) -> tuple[Puppet, Puppet]:
        p, left = self.params, self.stage.slots["left_half"]
        large = 132 if len(p.title) <= 18 else 108
        title = place(words(p.title, "title", ground="lavender", width_px=840, lines=3, size_px=large), left, 0, 0.5)
        note = place(words(p.note, "body", ground="lavender", width_px=820, lines=2), left, 0, 0)
        note.shift(np.array([0.0, float(title.get_bottom()[1] - note.get_top()[1]) - px(52), 0.0]))
        return title, note

    def _pair(self, title: Puppet) -> tuple[Puppet, Door]:
        """The sign and the help, small, standing on the title."""
        foot = float(title.get_top()[1]) + px(64)
        flag = SignFlag(height_px=150)
        door = Door(150, state="ajar", ground="lavender", floor_light=False)
        left = self.stage.slots["content"].left
        flag.shift(np.array([left + px(12), foot, 0.0]))
        door.shift(np.array([left + px(210), foot, 0.0]))
        return flag, door

    def _arch(self) -> None:
        foot = np.array([px(430), px(FLOOR_PX), 0.0])
        help_ = self.beat("help", self.task.frames // 2)
        if not self.params.person:
            door = Door(660, state="ajar", ground="lavender")
            self.add(door.shift(foot))
            self.at(help_, door.open(), door.warm())
            return
        arch = Arch(600, 720, ground="lavender")
        arch.shift(foot)
        person = Person(self.params.person, facing="left", mood="calm", size=1.2).put(foot + np.array([px(20), px(232), 0.0]))
        arch.shelter(person)
        self.add(arch)
        self.at(20, person.look("us"))
        self.at(help_, person.look("left"), person.feel("smile"))
        self.at(help_ + 30, person.breathe())
