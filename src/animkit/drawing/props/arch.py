"""The help arch: a round opening in help's green with light in it. Whoever stands in it has a way out."""

from __future__ import annotations

import numpy as np

from animkit.drawing.clip import Window
from animkit.drawing.colour import SHAPE_CONTRAST, contrast
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out
from animkit.drawing.path import EMPTY, Matrix, arch, backward, joined, moved
from animkit.drawing.pen import Drawn, in_space, shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

BAND_SHARE = 0.062
"""The frame's width, of the arch's."""


class Arch(Puppet):
    """A niche with a green frame, its foot's middle at the origin; ``width_px`` and ``height_px`` are its opening's.

    Light lies in it in nested arches. It has no foot of its own: let furniture or the picture's edge end it. ``ground`` is the wall's
    colour; ``risen`` (0 to 1) is how far it has come up.

        niche.shelter(maya)              # Maya, within it
        self.play(niche.rise())
    """

    def __init__(
        self,
        width_px: float = 560.0,
        height_px: float = 900.0,
        *,
        ground: str = "lavender",
        light: tuple[str, ...] = ("paper", "glow"),
        risen: float = 1.0,
    ) -> None:
        self._size = (width_px, height_px)
        self.risen = risen
        band = width_px * BAND_SHARE
        dark = contrast(stage().colour("help_dark"), stage().colour(ground)) >= SHAPE_CONTRAST
        inner = [
            shape(arch(width_px * share, height_px - width_px * (1 - share) * 0.9), role)
            for share, role in zip((1.0, 0.74, 0.5), light, strict=False)
        ]
        frame = joined(arch(width_px + 2 * band, height_px + band), backward(arch(width_px, height_px)))
        self._frame: Drawn = shape(frame, "help_dark" if dark else "help_light")
        super().__init__(*inner, self._frame)
        self.refresh()

    def rise(self, seconds: float = 0.6) -> Phased:
        """Comes up from its foot, a little too far and back."""
        self.risen = 0.0
        return Phased(self, phase(seconds, back_out, risen=1.0))

    def window(self) -> Window:
        """The opening, for ``Person.inside``; what lies at its edge is under the frame."""
        width, height = self._size
        half = px(width * (0.5 + BAND_SHARE * 0.4))
        return Window(-half, half, 0.0, px(height + width * BAND_SHARE * 0.4), half, square_foot=True)

    def shelter(self, guest: Puppet) -> Puppet:
        """Puts ``guest`` into it, behind its frame; a person is kept within."""
        if hasattr(guest, "inside"):
            guest.inside(self, self.window())
        self.add(guest)
        self.submobjects.remove(guest)
        self.submobjects.insert(self.submobjects.index(self._frame), guest)
        return guest

    def bones(self) -> object:
        """How far it has come up."""
        return self.risen

    def lay(self, whole: Matrix, factor: float) -> None:
        """Lays it as high as it has come: what is not yet up lies under its foot."""
        del factor
        top = px(self._size[1] * (1 + BAND_SHARE))
        for part in self.drawn():
            there = part.rest - np.array([0.0, (1 - self.risen) * top])
            there[:, 1] = np.maximum(there[:, 1], 0.0)
            part.points = in_space(moved(there, whole) if self.visible and self.risen > 0 else EMPTY)
