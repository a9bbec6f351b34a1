"""The picture at a finding, small enough to lie inside the page."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from pathlib import Path

import av

from animkit.gate.measure.watch import pictures

WIDTH_PX = 320
MOST = 40
"""More findings than this have no picture: the page stays one that can be mailed."""


def thumbs(film: Path, frames: Iterable[int], fps: int) -> dict[int, str]:
    """By frame, a data: URL of its picture as a JPEG. What cannot be decoded has none."""
    from PIL import Image

    found = {}
    for frame in sorted(set(frames))[:MOST]:
        try:
            shown = next((picture for number, picture in pictures(film, frame, frame + 1, fps, WIDTH_PX) if number == frame), None)
        except (av.error.FFmpegError, OSError):
            continue
        if shown is not None:
            file = io.BytesIO()
            Image.fromarray(shown[:, :, ::-1]).save(file, "JPEG", quality=82)
            found[frame] = "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
    return found
