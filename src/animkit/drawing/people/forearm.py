"""An arm alone, from outside the picture: seen from above over a table, or one's own hand before a screen.

hand = Forearm("otis", start=(-1160, -380))
self.at("report", *hand.tap(button))
self.at(60, hand.away())
"""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, sin

import numpy as np
from manim import Mobject

from animkit.drawing.layout import UNIT_PX, px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import in_out, into, out
from animkit.drawing.path import EMPTY, Matrix, Path, compose, shifted, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.hand import hand as hand_of
from animkit.drawing.people.keys import Steps, Track
from animkit.drawing.people.look import Look
from animkit.drawing.people.rig import look_of
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

SHAPES: tuple[str, ...] = ("flat", "point", "hold", "fist", "open")
LINE_PX = 12.0
TAP_PX = 22.0
"""How far a finger lifts before it taps."""
TAP_DOWN_S = 0.26
"""From the beginning of a tap until the finger is down: as long as ``Press`` takes."""


class Deed(Motion):
    """Something an arm does: ``tell`` writes its keys, from the frame on which it begins."""

    def __init__(self, arm: Forearm, what: str, seconds: float, tell: Callable[[int], None]) -> None:
        super().__init__(arm, seconds)
        self.act = (arm.who, what)
        self._tell = tell

    def start(self) -> None:
        """Writes the keys."""
        self._tell(stage().now)


class Forearm(Puppet):
    """A sleeve that comes from ``start`` (pixels from the picture's middle, outside it), and the hand of one of the cast at its end.

    It begins drawn back. ``bend`` bows the arm to one side, in shares of its length; ``size`` is that of the hand.
    """

    def __init__(
        self, who: str | Look, *, start: tuple[float, float], size: float = 1.7, width_px: float = 150.0, bend: float = 0.08
    ) -> None:
        self.who, looks = look_of(who)
        self._from = np.array(start, dtype=float)
        self._size, self._width, self._bend = size, width_px, bend
        self._side = 1 if start[0] < 0 else -1
        self.wrist = Track(start[0] * 1.0, start[1] * 1.0)
        self.shape = Steps("flat")
        self.lift = Track(0.0)
        self._sleeve_line, self._sleeve = (
            shape(EMPTY, None, colour, width, cap="butt") for colour, width in (("ink", width_px + 2 * LINE_PX), (looks.clothes, width_px))
        )
        self._hand: dict[str, tuple[Drawn, Drawn, Drawn]] = {}
        for name in SHAPES:
            outline = hand_of(name)
            self._hand[name] = (
                shape(outline.shapes, None, "ink", 2 * LINE_PX / size),
                shape(outline.shapes, looks.skin),
                shape(outline.lines, None, "ink", LINE_PX * 0.75 / size),
            )
        super().__init__(*(part for parts in self._hand.values() for part in parts), self._sleeve_line, self._sleeve)
        self.refresh()

    # --- What it does ---------------------------------------------------------------------------------------------------------

    def reach(self, where: np.ndarray | Mobject, *, hand: str = "point", seconds: float = 0.6) -> Deed:
        """Comes so far that the hand's tip touches a point of the scene."""

        def tell(frame: int) -> None:
            self._reach(frame, self._pixels(where), hand, stage().frames(seconds))

        return Deed(self, f"reaches with a {hand} hand", seconds, tell)

    def tap(self, where: np.ndarray | Mobject, seconds: float = 0.6) -> Deed:
        """A finger that is near comes to a point, lifts, and taps it: down ``TAP_DOWN_S`` after the beginning."""

        def tell(frame: int) -> None:
            down = stage().frames(TAP_DOWN_S)
            self._reach(frame, self._pixels(where), "point", max(down - 2, 1))
            self.lift.add(frame, (1.0,), max(down - 3, 1), out)
            self.lift.add(frame + down - 3, (-0.3,), 3, into)
            self.lift.add(frame + down + 3, (0.0,), 6)

        return Deed(self, "taps", seconds, tell)

    def away(self, seconds: float = 0.7) -> Deed:
        """Goes back out of the picture."""

        def tell(frame: int) -> None:
            self.wrist.add(frame, (float(self._from[0]), float(self._from[1])), stage().frames(seconds), in_out)

        return Deed(self, "draws back", seconds, tell)

    # --- How it is drawn ------------------------------------------------------------------------------------------------------

    def bones(self) -> object:
        """Where the wrist is, the hand, and how far it is lifted."""
        now = stage().now
        return (self.wrist.at(now), self.shape.at(now), self.lift.at(now))

    def lay(self, whole: Matrix, factor: float) -> None:
        """Draws sleeve and hand as they are on this frame."""
        now = stage().now
        wrist = np.array(self.wrist.at(now))
        name, (lifted,) = self.shape.at(now), self.lift.at(now)
        way = self._from - wrist
        far = float(np.hypot(*way)) or 1.0
        away = way / far
        wrist = wrist + away * TAP_PX * lifted
        line, angle = self._curve(wrist)
        grow = self._size * (1 + 0.03 * lifted)
        place = compose(whole, shifted(*(wrist * px(1))), turned(angle, scale=(grow, grow * self._side)))
        for each, parts in self._hand.items():
            for part in parts:
                part.lay(place, factor * grow, self.visible and each == name and far > 40)
        shown = self.visible and far > 40
        cuff = np.array([cos(angle), sin(angle)])
        self._sleeve_line.rest = line * px(1)
        inner = line.copy()
        inner[-2:] -= cuff * LINE_PX
        self._sleeve.rest = inner * px(1)
        for part in (self._sleeve_line, self._sleeve):
            part.lay(whole, factor, shown)

    def _curve(self, wrist: Path) -> tuple[Path, float]:
        """The sleeve's middle line, ending a little inside the wrist, and the hand's direction."""
        way = wrist - self._from
        far = float(np.hypot(*way)) or 1.0
        straight = atan2(way[1], way[0])
        angle = straight - self._side * self._bend * 2.2
        along = np.array([cos(angle), sin(angle)])
        end = wrist - along * 14 * self._size
        one = self._from + np.array([cos(straight + self._side * self._bend * 2), sin(straight + self._side * self._bend * 2)]) * far * 0.4
        return np.array([self._from, one, end - along * far * 0.3, end]), angle

    def _reach(self, frame: int, target: Path, hand: str, length: int) -> None:
        tip = np.array(hand_of(hand).tip) * self._size * np.array([1, self._side])
        wrist = target.copy()
        for _ in range(6):
            angle = self._curve(wrist)[1]
            wrist = target - np.array([cos(angle) * tip[0] - sin(angle) * tip[1], sin(angle) * tip[0] + cos(angle) * tip[1]])
        start = np.array(self.wrist.at(frame))
        self.wrist.add(frame, (float(wrist[0]), float(wrist[1])), length, in_out)
        self.shape.add(frame if float(np.hypot(*(wrist - start))) < 30 else frame + length // 3, hand)

    def _pixels(self, where: np.ndarray | Mobject) -> Path:
        point = where.get_center() if isinstance(where, Mobject) else np.asarray(where)
        result: Path = np.asarray(point[:2], dtype=float) * UNIT_PX
        return result
