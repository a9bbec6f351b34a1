"""One arm as it is painted: worked out anew only when its wrist or hand has changed; a breath only bends what there is."""

from __future__ import annotations

from math import radians

import numpy as np

from animkit.drawing.path import IDENTITY, Matrix, Path, compose, moved, shifted, turned
from animkit.drawing.people.acting import ArmPose
from animkit.drawing.people.arm import reach, sleeve
from animkit.drawing.people.body import Shoulder
from animkit.drawing.people.hand import hand

SHORT = 0.4
"""Where a short sleeve ends, along the arm."""
BARE = 0.8
"""A bare arm's width, of its sleeve's."""


class Limb:
    """An arm of one person. ``grip`` is the matrix of what it holds, in the rig's units."""

    def __init__(self, size: float, short: bool) -> None:
        self.size, self.short = size, short
        self.grip: Matrix = IDENTITY
        self._at: ArmPose | None = None
        self._rests: list[Path] = []
        self._weights: list[Path] = []
        self._grip_at_rest: Matrix = IDENTITY
        self._rise = 0.0
        self._wrist_share = 0.5

    def posed(self, shoulder: Shoulder, at: ArmPose, rise: float) -> Limb:
        """Itself, in this pose; ``rise`` is that of the shoulders."""
        if self._at is None or at[:3] != self._at[:3]:
            self._work_out(shoulder, at)
        self._rise = rise
        self.grip = compose(shifted(0, rise * self._wrist_share), self._grip_at_rest)
        return self

    def paths(self) -> list[Path]:
        """The outlines of hand, bare arm (of a short sleeve) and sleeve, back to front."""
        return [path + weight * self._rise for path, weight in zip(self._rests, self._weights, strict=True)]

    def _work_out(self, shoulder: Shoulder, at: ArmPose) -> None:
        joints = reach(shoulder, (at.x, at.y), self.size)
        whole = sleeve(joints, shoulder)
        shape, hold = hand(at.hold.hand), at.hold
        wrist = compose(shifted(*whole.wrist), turned(whole.angle + radians(hold.turn) * hold.flip, scale=(1.0, float(hold.flip))))
        paths = [moved(path, wrist) for path in (shape.shapes, shape.shapes, shape.lines)]
        if self.short:
            thin = Shoulder(shoulder.x, shoulder.y, shoulder.radius * BARE, shoulder.side)
            bare, whole = sleeve(joints, thin), sleeve(joints, shoulder, cuff=SHORT)
            paths += [bare.tube, bare.line]
        self._rests = [*paths, whole.tube, whole.line]
        self._weights = [self._weight(path, shoulder) for path in self._rests]
        self._grip_at_rest = compose(wrist, shifted(*shape.tip), turned(0.0, scale=(1.0, float(hold.flip))))
        self._at = at

    def _weight(self, path: Path, shoulder: Shoulder) -> Path:
        """How much of a rise each point takes part in: most at the shoulder, half at the wrist."""
        far = np.hypot(path[:, 0] - shoulder.x, path[:, 1] - shoulder.y) / (380 * self.size)
        share = 0.8 - 0.3 * np.clip(far, 0.0, 1.0)
        return np.column_stack([np.zeros(len(path)), share])
