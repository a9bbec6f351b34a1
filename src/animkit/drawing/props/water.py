"""A bottle of water: what a friend hands over when it is enough."""

from __future__ import annotations

from animkit.drawing.path import rectangle, rounded
from animkit.drawing.pen import shape
from animkit.drawing.props.line import line_px
from animkit.drawing.puppet import Puppet


class Water(Puppet):
    """A bottle of water, held at its middle, which is the origin."""

    def __init__(self, *, height_px: float = 190.0) -> None:
        h, w = height_px, height_px * 0.42
        line = line_px(h)
        body = [(-w / 2, h * 0.22), (-w * 0.24, h * 0.36), (w * 0.24, h * 0.36), (w / 2, h * 0.22), (w / 2, -h / 2), (-w / 2, -h / 2)]
        water = rectangle(w * 0.82, h * 0.5, [6, 6, h * 0.07, h * 0.07], (0, -h * 0.21))
        super().__init__(
            shape(rectangle(w * 0.5, h * 0.16, 6, (0, h * 0.43)), "iris", "ink", line),
            shape(rounded(body, [14, 8, 8, 14, h * 0.1, h * 0.1]), "white", "ink", line),
            shape(water, "aqua"),
            shape(rectangle(w * 0.13, h * 0.3, w * 0.06, (-w * 0.24, -h * 0.2)), "white"),
        )
