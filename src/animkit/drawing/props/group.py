"""A group's chat, from outside: many faces in it, and round bubbles. What is safe has many heads; a secret contact has one card."""

from __future__ import annotations

from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.people.look import Look
from animkit.drawing.props.faces import Face
from animkit.drawing.props.line import line_px
from animkit.drawing.puppet import Puppet


class GroupChat(Puppet):
    """A tablet that stands on its foot at the origin's height, full of faces: ``faces`` are cast ids, looks, or numbers of the company."""

    def __init__(self, faces: tuple[str | int | Look, ...] = (0, 1, 2, 4, 6, 9), *, height_px: float = 330.0) -> None:
        h, w = height_px, height_px * 1.16
        line = line_px(h)
        size = h * 0.3
        self.faces = [
            Face(face, size, mood="smile").by_px((index % 3 - 1) * size * 1.12, h * 0.5 + (0.62 - (index // 3) * 1.24) * size)
            for index, face in enumerate(faces[:6])
        ]
        super().__init__(
            shape(rectangle(w, h, h * 0.09, (0, h / 2)), "iris", "ink", line),
            shape(rectangle(w * 0.92, h * 0.9, h * 0.06, (0, h / 2)), "mist"),
            *self.faces,
        )
