"""The box that keeps messages, seen from above: a tray and a lid of its own."""

from __future__ import annotations

from animkit.drawing.colour import mix
from animkit.drawing.path import arc, rectangle
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage


class Tray(Puppet):
    """A square box from above, about the origin, open. Its ``lid()`` is made beside it and laid on it by a hand."""

    def __init__(self, *, size_px: float = 360.0, colour: str = "aqua") -> None:
        self.size_px, self.colour = size_px, colour
        tint = mix(stage().colour(colour), stage().colour("ink"), 0.34)
        floor = mix(stage().colour(colour), stage().colour("ink"), 0.2)
        s = size_px
        super().__init__(
            shape(rectangle(s, s, s * 0.12), colour, "ink"),
            shape(rectangle(s * 0.84, s * 0.84, s * 0.08), tint),
            shape(rectangle(s * 0.84, s * 0.78, s * 0.08, (0, -s * 0.03)), floor),
        )

    def lid(self) -> Puppet:
        """The lid, about the origin: a little larger, with a label that says nothing and a knob."""
        s, tint = self.size_px * 1.08, mix(stage().colour(self.colour), "#FFFFFF", 0.34)
        return Puppet(
            shape(rectangle(s, s, s * 0.13), tint, "ink"),
            shape(rectangle(s * 0.52, s * 0.2, 14, (0, s * 0.24)), "white", "ink", 8),
            shape(arc(s * 0.11), self.colour, "ink"),
        )


class MugFromAbove(Puppet):
    """A mug from above, about the middle of its rim."""

    def __init__(self, *, size_px: float = 170.0, colour: str = "blue", drink: str = "clay") -> None:
        s = size_px
        super().__init__(
            shape(rectangle(s * 0.5, s * 0.24, s * 0.1, (s * 0.5, 0)), colour, "ink"),
            shape(arc(s / 2), colour, "ink"),
            shape(arc(s * 0.36), drink, "ink", 7),
        )
