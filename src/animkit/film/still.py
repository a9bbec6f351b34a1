"""One frame of the clean film as a picture: for poster, player and pack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from animkit.film.colour import planes_of, to_rgb
from animkit.film.model import Stretch
from animkit.film.pieces import opened

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


def holding(picture: Sequence[Stretch], frame: int) -> Stretch:
    """The stretch that holds the film's ``frame``. ValueError if the film has no such frame."""
    stretch = next((run for run in picture if run.start <= frame < run.end), None)
    if stretch is None:
        raise ValueError(f"the film has no frame {frame}")
    return stretch


def still(picture: Sequence[Stretch], frame: int) -> Image.Image:
    """The film's ``frame`` in sRGB. ValueError if the film has no such frame."""
    stretch = holding(picture, frame)
    shown = _decoded(stretch.path, frame - stretch.start)
    return Image.fromarray(to_rgb(planes_of(shown.to_ndarray().astype(np.uint8, copy=False), shown.width, shown.height)))


def _decoded(path: Path, number: int) -> VideoFrame:
    """The piece's frame with this number, decoded from the last whole picture before it: at most a group of pictures, never the piece."""
    with opened(path) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        assert stream.average_rate is not None
        wanted = round(number / (stream.time_base * stream.average_rate))
        container.seek(wanted, stream=stream, backward=True)
        for frame in container.decode(stream):
            if frame.pts is not None and frame.pts >= wanted:
                return frame
    raise ValueError(f"{path.name} has no frame {number}")
