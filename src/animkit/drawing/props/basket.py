"""A washing basket: somebody was on the way past."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import joined, polyline, rectangle, rounded, smooth
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.rig import look_of
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage


class Basket(Puppet):
    """A washing basket with cloths over its rim, the middle of its rim at the origin. ``handles`` are 47 % of its width to each side."""

    def __init__(self, *, width_px: float = 360.0, colour: str = "paper", held_by: str = "") -> None:
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
        if held_by:
            parts += _fingers(held_by, w)
        super().__init__(*parts)


def _fingers(who: str, width: float) -> list[Drawn]:
    """The fingers of both hands over the rim, of one of the cast."""
    places = (-width * 0.43, width * 0.43)
    curled = joined(*(rectangle(25, 62, 12, (x + dx, -4)) for x in places for dx in (-33, -11, 11, 33)))
    between = joined(*(polyline((x + dx, -22), (x + dx, 10)) for x in places for dx in (-22, 0, 22)))
    backs = joined(*(rectangle(92, 40, 20, (x, 14)) for x in places))
    skin = look_of(who)[1].skin
    hand = joined(curled, backs)
    return [shape(hand, None, "ink", 22), shape(hand, skin), shape(between, None, "ink", 8)]
