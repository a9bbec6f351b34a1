"""Walking: somebody who is seen from the chest up comes, goes or is steered somewhere."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np
from manim import VMobject

from animkit.drawing.layout import px
from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.puppet import Puppet

STEP_PX = 88.0
"""How far one step goes."""
BOB_PX = 8.0
"""How far a body rises in the middle of a step."""
ROCK_DEGREES = 0.9
"""How far it rocks over the foot that carries it."""


class Walk(PuppetMotion):
    """Walks to the height of ``to`` (a point, or a puppet: its middle) or by so many pixels to the right, and stays there.

    Steps rise and rock a little; a thing carried along takes the same walk, told with the same numbers. Negative ``by_px`` go left.
    """

    def __init__(self, mobject: VMobject, *, by_px: float | None = None, to: np.ndarray | None = None, seconds: float = 2.0) -> None:
        self._by, self._to = by_px, to
        super().__init__(mobject, seconds)

    def start(self) -> None:
        """Looks how far it is, and counts the steps."""
        self._way = px(self._by) if self._by is not None else self._left_to_go()
        self._steps = max(2, round(abs(self._way) / px(STEP_PX)))
        self.channel.pivot = self.puppet.pivot(0.5, 0.0)

    def step(self, share: float) -> None:
        """On the way: slow off, slow in, up over each step."""
        going = sin(pi * share)
        self.channel.dx = self._way * (0.5 - 0.5 * cos(pi * share))
        self.channel.dy = px(BOB_PX) * abs(sin(pi * self._steps * share)) * min(1.0, 1.6 * going)
        self.channel.turn = float(np.radians(ROCK_DEGREES)) * sin(pi * self._steps * share) * going

    def end(self) -> None:
        """Stands, on its feet."""
        self.channel.dy = self.channel.turn = 0.0
        super().end()

    def _left_to_go(self) -> float:
        assert self._to is not None, "Walk needs by_px or to"
        where = self.puppet.point(0, 0) if hasattr(self.puppet, "point") else self.puppet.get_center()
        return float(np.asarray(self._to)[0] - where[0])


def walk_together(puppets: list[Puppet], *, by_px: float, seconds: float) -> list[Walk]:
    """The same walk for somebody and what is carried along."""
    return [Walk(puppet, by_px=by_px, seconds=seconds) for puppet in puppets]
