"""The poster: one frame of the clean film as a PNG, for the player, the web page and the pack."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from animkit.campaign.profile import DeliveryRules
from animkit.film.model import Stretch
from animkit.film.still import still
from animkit.store import write_whole
from animkit.timing.timeline import Timeline


def poster_frame(timeline: Timeline, shot: str = "") -> int:
    """The frame to show: the last of ``shot`` that no dissolve touches; left out, of the first, which is the title. KeyError if unknown."""
    slot = timeline.slot(shot) if shot else timeline.slots[0]
    return max(slot.start, slot.end - slot.handle_out - 1)


def poster_png(picture: Sequence[Stretch], frame: int, rules: DeliveryRules) -> bytes:
    """The film's ``frame`` as PNG bytes, at least as large as the rules ask. ValueError if the film has no such frame."""
    image = still(picture, frame)
    scale = max(1.0, rules.poster_width_px / image.width, rules.poster_height_px / image.height)
    if scale > 1:
        image = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def write_poster(picture: Sequence[Stretch], frame: int, rules: DeliveryRules, path: Path) -> None:
    """Write the poster to ``path``, whole or not at all."""
    write_whole(path, poster_png(picture, frame, rules))
