"""A washing basket: somebody was on the way past."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import joined, polyline, rectangle, rounded, smooth
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage


class Basket(Puppet):
    """A washing basket with cloths over its rim, the middle of its rim at the origin. ``handles`` are 47 % of its width to each side."""

    def __init__(self, *, width_px: float = 360.0, colour: str = "paper") -> None:
        w, h = width_px, width_px * 0.52
        tint = mix(stage().colour(colour), stage().colour("clay"), 0.16)
        cloths = [
            shape(
                smooth([(-w * 0.42, 0), (-w * 0.34, h * 0.34), (-w * 0.12, h * 0.4), (w * 0.04, h * 0.1), (w * 0.04, -h * 0.1)]),
                "rose",
                "ink",
            ),
            shape(smooth([(-w * 0.06, 0), (w * 0.08, h * 0.46), (w * 0.3, h * 0.36), (w * 0.42, 0)]), "blue", "ink"),
        ]
        body = rounded([(-w * 0.48, 0), (w * 0.48, 0), (w * 0.39, -h), (-w * 0.39, -h)], [6, 6, 34, 34])
        weave = joined(*(polyline((x * w, -h * 0.26), (x * w * 0.94, -h * 0.78)) for x in (-0.3, -0.15, 0.0, 0.15, 0.3)))
        parts: list[Drawn] = [
            *cloths,
            shape(body, colour, "ink"),
            shape(weave, None, tint, w * 0.045),
            shape(rectangle(w * 1.04, h * 0.15, h * 0.075, (0, 0)), colour, "ink"),
        ]
        super().__init__(*parts)
