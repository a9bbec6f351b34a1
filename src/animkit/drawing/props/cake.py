"""A surprise: a cake under a cloth. A surprise gets told; that is how it differs from a secret."""

from __future__ import annotations

from math import pi

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.ease import into, out
from animkit.drawing.path import arc, joined, moved, polyline, rectangle, rounded, smooth
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet


class CoveredCake(Puppet):
    """A cake on a stand, a cloth over it, its foot at the origin's height. ``grip()`` is where a hand takes the cloth.

    self.at("tada", cake.uncover())
    """

    def __init__(self, *, width_px: float = 260.0) -> None:
        w, h = width_px, width_px * 0.36
        base = h * 0.42
        icing = smooth(
            [
                (-w * 0.36, base + h),
                (-w * 0.26, base + h * 0.62),
                (-w * 0.14, base + h * 0.8),
                (0, base + h * 0.55),
                (w * 0.14, base + h * 0.8),
                (w * 0.26, base + h * 0.6),
                (w * 0.36, base + h),
            ]
        )
        candles = joined(*(rectangle(w * 0.035, h * 0.42, 4, (x * w, base + h * 1.2)) for x in (-0.2, 0.0, 0.2)))
        flames = joined(
            *(moved(arc((w * 0.022, h * 0.1)), np.array([[1.0, 0, x * w], [0, 1.0, base + h * 1.54]])) for x in (-0.2, 0.0, 0.2))
        )
        cloth = smooth(
            [
                (-w * 0.56, 6),
                (-w * 0.42, h * 1.3),
                (-w * 0.24, h * 2.0),
                (0, h * 2.24),
                (w * 0.24, h * 2.0),
                (w * 0.42, h * 1.3),
                (w * 0.56, 6),
            ]
        )
        hem = smooth([(w * 0.56, 6), (w * 0.38, 22), (w * 0.2, 2), (0, 20), (-w * 0.2, 2), (-w * 0.38, 22), (-w * 0.56, 6)])
        folds = joined(
            smooth([(-w * 0.1, h * 2.0), (-w * 0.24, h * 1.2), (-w * 0.3, 40)]),
            smooth([(w * 0.12, h * 1.95), (w * 0.22, h * 1.1), (w * 0.26, 40)]),
        )
        self.cloth = Puppet(shape(joined(cloth, hem), "lavender", "ink"), shape(folds, None, "lilac", 8))
        self._top = h * 2.1
        super().__init__(
            shape(rounded([(-w * 0.1, base), (w * 0.1, base), (w * 0.2, 0), (-w * 0.2, 0)], 6), "white", "ink"),
            shape(candles, "blue", "ink", 7),
            shape(flames, "mustard", "ink", 6),
            shape(rectangle(w * 0.72, h, [14, 14, 4, 4], (0, base + h / 2)), "sand", "ink"),
            shape(joined(icing, polyline((w * 0.36, base + h), (-w * 0.36, base + h))), "rose", "ink", 9),
            shape(rectangle(w, h * 0.18, h * 0.09, (0, base)), "white", "ink"),
            self.cloth,
        )

    def grip(self) -> np.ndarray:
        """Where a hand takes the cloth, in the scene."""
        where: np.ndarray = self.matrix()[:, 2]
        return np.array([where[0], where[1] + px(self._top), 0.0])

    def uncover(self, seconds: float = 0.9) -> Whisk:
        """The cloth flies off, up and aside."""
        return Whisk(self.cloth, seconds)


class Whisk(PuppetMotion):
    """A cloth is whisked off: up, aside, smaller, gone."""

    def step(self, share: float) -> None:
        """On its way."""
        self.channel.dy = px(330) * out(share) - px(160) * into(share)
        self.channel.dx = -px(380) * share
        self.channel.turn = 0.9 * pi * 0.4 * share
        self.channel.sx = self.channel.sy = 1 - 0.5 * into(share)
        self.channel.opacity = 1 - into(max(share - 0.5, 0.0) * 2)

    def end(self) -> None:
        """Gone."""
        self.puppet.hide()
        super().end()
