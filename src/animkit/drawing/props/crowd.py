"""A crowd of bubbles as one puppet: forty of them move together for the price of a few.

All poses of a frame are worked out in one numpy pass; nothing but outlines is kept per bubble. For the crowd's few leads in front, to be
handled one by one, take ``bubbles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from animkit.drawing.layout import UNIT_PX, px
from animkit.drawing.path import EMPTY, Matrix
from animkit.drawing.pen import Drawn, in_space, shape
from animkit.drawing.props.bubbles import ARROW, PICTURE, POINTED, arrow_path, pointed_path, round_path
from animkit.drawing.props.crowd_moves import Arrive, CrowdMotion, EdgeIn, Fall, RiseUp, Swing
from animkit.drawing.props.line import line_px
from animkit.drawing.props.pictures import PICTURES
from animkit.drawing.props.spread import Spot, round_about
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

Numbers: TypeAlias = NDArray[np.float64]

BOB_PX, BOB_S = 4.0, 3.4
"""How far and how slowly each bubble floats about its place."""
UNIT = 100.0
"""Outlines at rest are for bubbles of this size in pixels."""
SORTS = ("note", "heart", "grin", "star", "drum", "football", "cat", "flower", "dog", "sun", "thumb", "guitar", "robot", "pencil")


class Crowd(Puppet):
    """Bubbles about the picture's middle, crowding towards a point and leaving a face free. All pointed (pressing), or all round.

    ``places`` are (x, y) in pixels from the picture's middle (``round_about`` finds some); ``sizes`` their sizes. It begins empty:

        crowd = Crowd.around(maya.eyes_at(), count=40, clear_px=300)
        self.add(crowd)
        self.at("live", crowd.arrive(seconds=5))
        self.at("same", crowd.swing(maya.eyes_at()))
        self.at("squeeze", crowd.edge_in(0.2))
        self.at("end", crowd.fall())
    """

    def __init__(self, places: Sequence[Spot], sizes: Sequence[float], *, kind: str = "pointed", here: bool = False) -> None:
        dice = stage().chance("crowd", kind, len(places))
        count = len(places)
        self.places: Numbers = np.array(places, dtype=float).reshape(-1, 2) * px(1)
        self.sizes: Numbers = np.array(sizes, dtype=float) / UNIT
        self.focus = np.zeros(2)
        self.grown: Numbers = np.full(count, 1.0 if here else 0.0)
        self.aim: Numbers = np.radians([dice.uniform(0, 360) for _ in range(count)]) if kind == "pointed" else np.zeros(count)
        self.turn: Numbers = np.zeros(count)
        self.shift_by: Numbers = np.zeros((count, 2))
        self.crowding = 0.0
        self.kept_free: list[tuple[Numbers, float]] = []
        self._bob: Numbers = np.array([dice.uniform(0, 2 * pi) for _ in range(count)])
        self._moved = 0
        self._groups = [self._bubble(kind, index, float(size)) for index, size in enumerate(sizes)]
        super().__init__(*(part for group in self._groups for part in group))
        self.refresh()

    @classmethod
    def around(
        cls,
        point: np.ndarray,
        count: int = 40,
        *,
        clear_px: float = 320.0,
        size_px: tuple[float, float] = (84.0, 150.0),
        kind: str = "pointed",
        keep: Sequence[tuple[np.ndarray, float]] = (),
        here: bool = False,
    ) -> Crowd:
        """A crowd spread over the picture about ``point`` of the scene, which stays free as far as ``clear_px``; outer ones come first.

        ``keep`` are more places that nothing ever covers, each a point of the scene and a radius in pixels: the tiny door.
        """
        middle = (float(point[0]) * UNIT_PX, float(point[1]) * UNIT_PX)
        free = [((float(at[0]) * UNIT_PX, float(at[1]) * UNIT_PX), radius + size_px[0] / 2) for at, radius in keep]
        places, sizes = round_about(middle, count, clear_px=clear_px, size_px=size_px, keep=free)
        crowd = cls(places, sizes, kind=kind, here=here)
        crowd.focus = np.array(point[:2], dtype=float)
        crowd.kept_free = [(np.array(at) * px(1), radius * px(1)) for at, radius in free]
        return crowd.refresh()

    # --- What it does ---------------------------------------------------------------------------------------------------------

    def arrive(self, count: int | None = None, *, first: float = 0.28, last: float = 0.05, seconds: float | None = None) -> CrowdMotion:
        """The next ``count`` that are not there yet (or all) pop up, faster and faster; ``seconds`` until the last has begun."""
        return Arrive(self, count, first, last, seconds)

    def swing(self, towards: np.ndarray | float, seconds: float = 0.45) -> CrowdMotion:
        """Every point and arrow swings to one point of the scene, or one direction (degrees), nearly at once, as a flock does."""
        return Swing(self, towards, seconds)

    def edge_in(self, share: float = 0.18, seconds: float = 2.0) -> CrowdMotion:
        """All come nearer to the point they crowd about, by that share of their way."""
        return EdgeIn(self, share, seconds)

    def fall(self, gap: float = 0.045, seconds: float = 1.15) -> CrowdMotion:
        """All fall like leaves, one shortly after the other, each drifting and turning in its own way."""
        return Fall(self, gap, seconds)

    def rise(self, height_px: float = 160.0, seconds: float = 3.0) -> CrowdMotion:
        """All float upward."""
        return RiseUp(self, height_px, seconds)

    # --- How it is drawn ------------------------------------------------------------------------------------------------------

    def stir(self) -> None:
        """To be called when its numbers were changed."""
        self._moved += 1
        self.refresh()

    def bones(self) -> object:
        """How often it was changed, and the frame while it floats."""
        return (self._moved, 0 if stage().still_life or not self.grown.any() else stage().now)

    def standing(self) -> Numbers:
        """Where each bubble is, in the crowd's resting units: its place, what it floats, how far it has come in or fallen."""
        up = stage()
        at = self.places + (self.focus - self.places) * self.crowding
        for middle, radius in self.kept_free:
            away = at - middle
            distance = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-6)
            at = at + away * np.maximum(radius / distance - 1, 0.0)[:, None]
        at = at + self.shift_by
        if not up.still_life:
            time = 2 * pi * up.now / up.fps / BOB_S
            at = at + px(BOB_PX) * np.column_stack([0.6 * np.sin(0.7 * time + self._bob), np.sin(time + 2 * self._bob)])
        return at

    def lay(self, whole: Matrix, factor: float) -> None:
        """Lays every bubble, all in one pass for each kind of outline."""
        size = self.sizes * self.grown
        angle = self.aim + self.turn
        cosine, sine = np.cos(angle) * size, np.sin(angle) * size
        spin = np.stack([np.stack([cosine, -sine], 1), np.stack([sine, cosine], 1)], 1)
        spin = whole[:, :2] @ spin
        at = self.standing() @ whole[:, :2].T + whole[:, 2]
        for index, group in enumerate(self._groups):
            grown = float(self.grown[index])
            for part in group:
                if grown <= 0 or not self.visible:
                    part.points = in_space(EMPTY)
                    continue
                part.points = in_space(part.rest @ spin[index].T + at[index])
                part.stroke_width = part.line * 100 * factor * grown

    def _bubble(self, kind: str, index: int, size_px: float) -> list[Drawn]:
        line = line_px(size_px)
        if kind == "pointed":
            r = UNIT / 2 * POINTED
            body, arrow = shape(pointed_path(r), "sign", "ink"), shape(arrow_path(r * ARROW), "ink")
            body.line = px(line)
            return [body, arrow]
        body = shape(round_path(UNIT / 2), "white", "ink")
        body.line = px(line)
        parts = [body, *PICTURES[SORTS[index % len(SORTS)]]()]
        for part in parts[1:]:
            part.rest = part.rest * PICTURE
            part.line *= PICTURE * size_px / UNIT
        return parts
