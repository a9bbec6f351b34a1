"""Hearts: what floats up when people like something."""

from __future__ import annotations

from animkit.drawing.motion.moves import Enter
from animkit.drawing.pen import shape
from animkit.drawing.props.line import line_px
from animkit.drawing.props.pictures import heart_path
from animkit.drawing.props.star import Rise
from animkit.drawing.puppet import Puppet


class Heart(Puppet):
    """A heart with an ink line, about the origin; in ``rose``, or white.

    self.at("live", *(heart.rise(delay=0.3 * index) for index, heart in enumerate(hearts)))
    """

    def __init__(self, size_px: float = 70.0, *, fill: str = "rose") -> None:
        super().__init__(shape(heart_path(size_px / 2), fill, "ink", line_px(size_px * 1.3)))

    def pop(self, *, delay: float = 0.0) -> Enter:
        """Pops up, 8 % over. Hidden from now until then."""
        return Enter(self, delay=delay)

    def rise(self, height_px: float = 420.0, seconds: float = 2.4, *, delay: float = 0.0) -> Rise:
        """Floats up, swaying, and is gone. Hidden before and after."""
        return Rise(self, height_px, seconds, delay=delay)
