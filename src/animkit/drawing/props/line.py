"""How thick a prop's ink is: the cast's line on what is as large as they are, thinner on small things so that they stay clear."""

from __future__ import annotations

from animkit.drawing.stage import stage

THIN_PX = 4.0
FULL_SIZE_PX = 200.0
"""From this size on a prop bears the theme's full line."""


def line_px(size_px: float, share: float = 1.0) -> float:
    """The width of the ink on a prop so large, ``share`` of what is usual for a finer detail."""
    full = stage().theme.line_px
    return max(THIN_PX, min(full, full * size_px / FULL_SIZE_PX)) * share
