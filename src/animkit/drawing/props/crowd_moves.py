"""What a crowd of bubbles does: motions that change the crowd's numbers, for all its bubbles at once."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import back_out, in_out, settle, stagger
from animkit.drawing.motion.moves import FALL_TURN, LIFT_S
from animkit.drawing.stage import stage

if TYPE_CHECKING:
    from animkit.drawing.props.crowd import Crowd

POP_S = 0.36


class CrowdMotion(Motion):
    """A motion of a crowd: it changes the crowd's numbers and lets it be drawn."""

    def __init__(self, crowd: Crowd, seconds: float) -> None:
        self.crowd = crowd
        super().__init__(crowd, seconds)

    def interpolate(self, alpha: float) -> None:
        """Changes the numbers, then draws."""
        super().interpolate(alpha)
        self.crowd.stir()


class Arrive(CrowdMotion):
    """Pop up one after the other, faster and faster."""

    def __init__(self, crowd: Crowd, count: int | None, first: float, last: float, seconds: float | None) -> None:
        self._count = len(crowd.places) if count is None else count
        starts = np.array([stagger(index, self._count, first=first, last=last) for index in range(self._count)])
        if seconds is not None and self._count > 1:
            starts *= seconds / starts[-1]
        self._starts = starts
        super().__init__(crowd, float(starts[-1] if self._count else 0.0) + POP_S)

    def start(self) -> None:
        """Looks how the crowd stands."""
        self._who = np.flatnonzero(self.crowd.grown == 0)[: self._count]

    def step(self, share: float) -> None:
        """The crowd's numbers at this share of the way."""
        since = (share * self.run_time - self._starts[: len(self._who)]) / POP_S
        self.crowd.grown[self._who] = [back_out(min(way, 1.0)) if way > 0 else 0.0 for way in since]


class Swing(CrowdMotion):
    """Turn to one point or direction, as a flock does."""

    LAG_S = 0.09

    def __init__(self, crowd: Crowd, towards: np.ndarray | float, seconds: float) -> None:
        self._towards, self._each = towards, seconds
        super().__init__(crowd, seconds + self.LAG_S)

    def start(self) -> None:
        """Looks how the crowd stands."""
        crowd, count = self.crowd, len(self.crowd.places)
        self._from = crowd.aim.copy()
        if isinstance(self._towards, int | float):
            goal = np.full(count, np.radians(float(self._towards)))
        else:
            matrix = crowd.matrix()
            way = np.asarray(self._towards)[:2] - (crowd.standing() @ matrix[:, :2].T + matrix[:, 2])
            goal = np.arctan2(way[:, 1], way[:, 0])
        self._by = (goal - self._from + pi) % (2 * pi) - pi
        dice = stage().chance("swing", count)
        self._lags = np.array([dice.uniform(0, self.LAG_S) for _ in range(count)])

    def step(self, share: float) -> None:
        """The crowd's numbers at this share of the way."""
        ways = np.clip((share * self.run_time - self._lags) / self._each, 0, 1)
        self.crowd.aim = self._from + self._by * np.array([settle(way) for way in ways.tolist()])


class EdgeIn(CrowdMotion):
    """Come nearer to what they crowd about."""

    def __init__(self, crowd: Crowd, share: float, seconds: float) -> None:
        self._goal = share
        super().__init__(crowd, seconds)

    def start(self) -> None:
        """Looks how the crowd stands."""
        self._from = self.crowd.crowding

    def step(self, share: float) -> None:
        """The crowd's numbers at this share of the way."""
        self.crowd.crowding = self._from + (self._goal - self._from) * in_out(share)


class Fall(CrowdMotion):
    """Fall like leaves."""

    def __init__(self, crowd: Crowd, gap: float, seconds: float) -> None:
        count = len(crowd.places)
        dice = stage().chance("leaf-fall", count)
        order = list(range(count))
        dice.shuffle(order)
        self._starts = np.array(order) * gap
        self._each = seconds
        self._sway = np.array([dice.uniform(-0.5, 0.5) for _ in range(count)])
        self._spin = np.array([dice.choice((-1, 1)) * FALL_TURN * dice.uniform(0.8, 1.4) for _ in range(count)])
        super().__init__(crowd, gap * max(count - 1, 0) + seconds)

    def start(self) -> None:
        """Looks how the crowd stands."""
        self._way = stage().frame[1] + px(200)

    def step(self, share: float) -> None:
        """The crowd's numbers at this share of the way."""
        crowd, since = self.crowd, np.clip(share * self.run_time - self._starts, 0, self._each)
        lift, fall = np.clip(since / LIFT_S, 0, 1), np.clip(since - LIFT_S, 0, None)
        down = (fall / (self._each - LIFT_S)) ** 2
        crowd.shift_by = np.column_stack(
            [self._sway * np.sin(fall * 2.6) * fall * 2, px(26) * (1 - (1 - lift) ** 3) * (1 - down) - self._way * down]
        )
        crowd.turn = self._spin * fall

    def end(self) -> None:
        """All are gone; their places are as they were."""
        self.crowd.grown[:] = 0.0
        self.crowd.shift_by[:] = 0.0
        self.crowd.turn[:] = 0.0
        self.crowd.stir()


class RiseUp(CrowdMotion):
    """Float upward."""

    def __init__(self, crowd: Crowd, height_px: float, seconds: float) -> None:
        self._height = px(height_px)
        super().__init__(crowd, seconds)

    def start(self) -> None:
        """Looks how the crowd stands."""
        self._from = self.crowd.shift_by.copy()

    def step(self, share: float) -> None:
        """The crowd's numbers at this share of the way."""
        self.crowd.shift_by = self._from + np.array([0.0, self._height * share])
