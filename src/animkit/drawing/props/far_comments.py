"""Comments far away: that there are many, and nothing of what they say."""

from __future__ import annotations

from manim import VMobject

from animkit.drawing.colour import mix
from animkit.drawing.layout import UNIT_PX
from animkit.drawing.path import Path, arc, joined, moved, rectangle, shifted
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage


class FarComments(Puppet):
    """Comments far away, on the ground ``ground``: two tints of it, without letters, in columns at both sides; two shapes in all."""

    def __init__(self, ground: str = "iris", *, count: int = 34, clear_px: float = 560.0, seed: str = "") -> None:
        up = stage()
        dice = up.chance("far-comments", ground, count, seed)
        half_w, half_h = (side * UNIT_PX / 2 for side in up.frame)
        tints: list[list[Path]] = [[], []]
        for index in range(count):
            side = -1 if index % 2 else 1
            x = side * dice.uniform(clear_px / 2, half_w * 1.02)
            y = -half_h + (index + dice.uniform(0.1, 0.9)) / count * 2 * half_h
            long, high = dice.uniform(110, 190), 56.0
            comment = joined(arc(high / 2), rectangle(long, high, [high / 2, high / 2, high / 2, 8], (high * 0.72 + long / 2, 0)))
            tints[dice.random() < 0.5].append(moved(comment, shifted(x - long / 2, y)))
        colours = [mix(up.colour(ground), up.colour(other), share) for other, share in (("white", 0.13), ("night", 0.34))]
        parts: list[VMobject] = [shape(joined(*paths), colour) for paths, colour in zip(tints, colours, strict=True)]
        super().__init__(*parts)
