"""An open hand, held up: five people one could tell, one on each finger."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, radians, sin

import numpy as np

from animkit.drawing.motion.moves import Enter, Sway, drift
from animkit.drawing.path import Path, compose, joined, moved, polyline, rectangle, shifted, smooth, turned
from animkit.drawing.pen import shape
from animkit.drawing.people.rig import look_of
from animkit.drawing.props.faces import Face
from animkit.drawing.puppet import Puppet

FINGERS = ((18.0, 26.0, 60.0, 72.0, 27.0), (60.0, 30.0, 66.0, 25.0, 25.0), (64.0, 10.0, 76.0, 7.0, 25.0), (62.0, -10.0, 70.0, -11.0, 24.0))
LITTLE = (54.0, -28.0, 56.0, -31.0, 22.0)
"""Root (x along the hand, y towards the thumb), length, degrees and width of thumb, three fingers and the little one."""
UNIT_PX = 3.75
FACE_PX = 124.0
WRIST_PX = 96.0
"""How far above the origin the wrist is."""


class OpenHand(Puppet):
    """A hand and its sleeve, coming up from the origin. Each finger bears the face of one of ``people``, thumb first; with fewer people,
    the fingers that are left bear faces that nobody is meant to know: grown-ups from outside.

    self.at("tell", *hand.faces_pop())
    """

    def __init__(self, who: str, people: Sequence[str]) -> None:
        looks = look_of(who)[1]
        up = compose(shifted(0, WRIST_PX), turned(pi / 2, scale=(UNIT_PX, UNIT_PX)))
        fingers = [*FINGERS, LITTLE]
        palm = smooth([(-8, 34), (30, 42), (66, 38), (78, 6), (66, -36), (30, -42), (-8, -34)], closed=True)
        whole = joined(palm, *(_finger(*finger) for finger in fingers), rectangle(80, 62, 26, (-10, 0)))
        creases = joined(smooth([(14, 30), (30, 6), (34, -14)]), smooth([(52, 28), (46, 2), (44, -28)]))
        skin = moved(whole, up)
        sleeve = rectangle(330, 300, 36, (0, WRIST_PX - 170))
        cuff = polyline((-160, WRIST_PX - 66), (160, WRIST_PX - 66))
        super().__init__(
            shape(skin, None, "ink", 24),
            shape(skin, looks.skin),
            shape(moved(creases, up), None, "ink", 7),
            shape(sleeve, looks.clothes, "ink"),
            shape(cuff, None, "ink", 9),
        )
        self.faces: list[Face] = []
        for index, finger in enumerate(fingers):
            someone: str | int = people[index] if index < len(people) else (1, 6, 5, 2, 8)[index]
            face = Face(someone, FACE_PX)
            x, y = moved(_tip(*finger[:4]), up)[0]
            self.faces.append(face.by_px(float(x), float(y)))
        self.add(*self.faces)
        drift(self, size_px=5, degrees=0.6)

    def faces_pop(self) -> list[Enter]:
        """The faces come, finger by finger."""
        return [Enter(face, delay=0.22 * index) for index, face in enumerate(self.faces)]

    def waggle(self, index: int) -> Sway:
        """One of the faces nods from side to side."""
        return Sway(self.faces[index % len(self.faces)], 9.0, 0.9, pivot=(0.5, 0.0))


def _finger(x: float, y: float, length: float, degrees: float, width: float) -> Path:
    capsule = moved(rectangle(length + width, width, width / 2), shifted(length / 2, 0))
    return moved(capsule, compose(shifted(x, y), turned(radians(degrees))))


def _tip(x: float, y: float, length: float, degrees: float) -> Path:
    return np.array([[x + length * cos(radians(degrees)), y + length * sin(radians(degrees))]])
