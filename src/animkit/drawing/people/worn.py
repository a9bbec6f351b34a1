"""What a head wears: a bucket, a paper crown. It goes wherever the head goes, and slips, tips and comes off by itself."""

from __future__ import annotations

from math import radians

import numpy as np

from animkit.drawing.clip import in_short_curves
from animkit.drawing.layout import px
from animkit.drawing.path import Matrix, compose, shifted, turned
from animkit.drawing.people.rig import SUBDIVIDED_PX, Rig
from animkit.drawing.puppet import Puppet


class Worn(Puppet):
    """``thing`` on a head, its own origin at (x, y) of the rig, tipped by ``tip`` degrees (positive: towards the back of the head).

    ``x``, ``y`` and ``tip`` may be led by ``Phased``. Add it to the scene after the person; whoever is kept inside a door or a screen is
    put there first, and what is worn is kept there too. The thing is made of outlines only: no puppet inside it goes along.

        hat = Worn(Bucket(width_px=300), maya, 10, 190)
        self.at(40, Phased(hat, phase(0.5, settle, y=330.0, tip=18.0)))
    """

    def __init__(self, thing: Puppet, person: Rig, x: float = 40.0, y: float = 260.0, *, tip: float = 0.0) -> None:
        self.person, self.x, self.y, self.tip = person, x, y, tip
        parts = thing.drawn()
        if person.is_kept:
            for part in parts:
                part.rest = in_short_curves(part.rest, px(SUBDIVIDED_PX))
        super().__init__(*parts)
        self.refresh()

    def bones(self) -> object:
        """Where the head is, and how the thing sits on it."""
        return (self.person.matrix().tobytes(), self.person.bones(), self.person.visible, self.x, self.y, self.tip)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Lays it on the head; never mirrored, so that a picture on it stays readable."""
        place = compose(self.person.head(), shifted(self.x * self.person.unit, self.y * self.person.unit))
        mirrored = bool(np.linalg.det(place[:, :2]) < 0)
        across = place[:, 0] * (-1 if mirrored else 1)
        angle = float(np.arctan2(across[1], across[0])) + radians(self.tip) * (-1 if mirrored else 1)
        stands = compose(whole, shifted(*place[:, 2]), turned(angle))
        for part in self.drawn():
            shown = part.rest if self.visible else part.rest[:0]
            self.person.draw_part(part, shown, stands, factor)
