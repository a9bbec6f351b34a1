"""Camera moves: the frame moves, no mobject does. One move a thought: in on how it feels, out for room to breathe.

self.at("look", push(self.camera.frame, maya.eyes_at()))
self.at("stop", pull(self.camera.frame))
"""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Mobject

from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import in_out
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

CLOSEST = 1.28
"""Nearer than this, lines grow coarse and words leave the safe area."""
FAR = 0.3
"""How much of the camera's way a far layer goes along with it (25 to 40 %)."""


class CameraMove(Motion):
    """Takes the camera's frame to a point and a closeness (1 is the whole picture), in 1.3 to 1.7 s."""

    def __init__(self, frame: Any, centre: np.ndarray | None, closeness: float | None, seconds: float) -> None:
        super().__init__(frame, seconds, ease=in_out)
        self.centre, self.closeness = centre, closeness

    def start(self) -> None:
        """Looks where the camera is."""
        self.from_centre, self.from_width = self.moved.get_center().copy(), self.moved.width
        whole = stage().frame[0]
        self.to_width = whole / self.closeness if self.closeness else self.from_width
        self.to_centre = self.from_centre if self.centre is None else np.asarray(self.centre)

    def step(self, share: float) -> None:
        """On the way. Closeness grows evenly to the eye: by the same part in the same time."""
        self.moved.set(width=self.from_width * (self.to_width / self.from_width) ** share)
        self.moved.move_to(self.from_centre + (self.to_centre - self.from_centre) * share)


def push(frame: Any, toward: np.ndarray | Mobject, closeness: float = 1.18, seconds: float = 1.5) -> CameraMove:
    """Moves in on a point, never showing anything outside the whole picture."""
    point = toward.get_center() if isinstance(toward, Mobject) else np.asarray(toward)
    closeness = min(closeness, CLOSEST)
    width, height = stage().frame
    room = np.array([width, height, 0.0]) * (1 - 1 / closeness) / 2
    return CameraMove(frame, np.clip(point, -room, room), closeness, seconds)


def pull(frame: Any, seconds: float = 1.6) -> CameraMove:
    """Moves out to the whole picture."""
    return CameraMove(frame, np.zeros(3), 1.0, seconds)


def pan(frame: Any, *, by_px: tuple[float, float], seconds: float = 1.6) -> CameraMove:
    """Moves sideways, up or down by so many pixels (y up), at the same closeness: the set must be drawn that far."""
    return CameraMove(frame, frame.get_center() + np.array([px(by_px[0]), px(by_px[1]), 0.0]), None, seconds)


def far(layer: Puppet, frame: Any, follow: float = FAR) -> Puppet:
    """Lets a far layer go part of the way with the camera, so that it seems to lie further back."""

    def go_along(mobject: Mobject) -> None:
        assert isinstance(mobject, Puppet)
        channel = mobject.channel("far")
        centre = frame.get_center()
        channel.dx, channel.dy = float(centre[0] * follow), float(centre[1] * follow)

    layer.updaters.insert(0, go_along)
    return layer
