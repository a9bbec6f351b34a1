"""Sitting higher or lower at a table: the trunk rises and sinks behind its edge, the hands stay where they lie.

Who listens to a child sits lower than the child: the eyes tell it, and nobody has to say so.

    des = sit(Person("des", facing="left"), edge, higher_px=120)      # stands at the table, his hands on it
    self.at(12, Sink(des, 190))                                       # lets himself down
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.ease import in_out
from animkit.drawing.people.rig import Rig
from animkit.drawing.stage import stage

Sitter = TypeVar("Sitter", bound=Rig)


def sit(person: Sitter, edge: np.ndarray, *, higher_px: float = 0.0) -> Sitter:
    """Seats ``person`` at ``edge`` (``Rig.seat``), so many pixels higher or lower than forearms lie by themselves."""
    person.seat(edge)
    person.shift(np.array([0.0, px(higher_px), 0.0]))
    for track in person.acting.wrists.values():
        x, y = track.rest
        track.rest = (x, y - px(higher_px) / person.unit)
    person.refresh()
    return person


class Sink(PuppetMotion):
    """Lets oneself down by so many pixels (up, where that is less than nothing), with the hands of ``stay`` on the table meanwhile."""

    def __init__(self, person: Rig, by_px: float, seconds: float = 1.0, *, stay: tuple[str, ...] = ("lead", "near")) -> None:
        self.person, self.way, self.stay = person, px(by_px), stay
        self.act = (person.who, "sits down" if by_px > 0 else "rises")
        super().__init__(person, seconds, ease=in_out)

    def start(self) -> None:
        """Leaves the hands on the table: as the body sinks, the wrists rise against it by as much and as fast."""
        now, up, length = stage().now, self.way / self.person.unit, stage().frames(self.run_time)
        for arm in self.stay:
            track = self.person.acting.wrists[arm]
            x, y = track.rest
            track.add(now, (x, y + up), length, in_out)

    def step(self, share: float) -> None:
        """On the way down."""
        self.channel.dy = -self.way * share
