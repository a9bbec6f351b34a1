"""Colour between sRGB and the film's Y'CbCr, by the numbers of ITU-R BT.709-6 (3.2 to 3.5), rounded and not cut off. Pure numpy.

swscale's quick way from YUV to RGB ends one or two steps too dark on every flat area: measured, (255, 246, 235) came back as
(253, 244, 233). That would be seen at both ends of a dissolve and on a poster.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722
BLUE_RANGE, RED_RANGE = 2 * (1 - BLUE), 2 * (1 - RED)
BLACK, LUMA_STEPS, CHROMA_STEPS, CENTRE = 16, 219, 224, 128

Planes = tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]
"""Luma, blue and red of a yuv420p frame: (height, width), twice (height / 2, width / 2)."""


def to_yuv(rgb: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """8-bit limited-range luma, blue and red, unrounded, of sRGB values 0..255 ((..., 3))."""
    red, green, blue = rgb[..., 0] / 255, rgb[..., 1] / 255, rgb[..., 2] / 255
    luma = RED * red + GREEN * green + BLUE * blue
    return (
        BLACK + LUMA_STEPS * luma,
        CENTRE + CHROMA_STEPS * (blue - luma) / BLUE_RANGE,
        CENTRE + CHROMA_STEPS * (red - luma) / RED_RANGE,
    )


def to_rgb(planes: Planes) -> NDArray[np.uint8]:
    """(height, width, 3) uint8 sRGB of a frame; its colour is brought to full size by a bicubic filter."""
    height, width = planes[0].shape
    luma = (planes[0].astype(np.float32) - BLACK) / LUMA_STEPS
    blue_difference, red_difference = (_full(plane, width, height) for plane in planes[1:])
    red = luma + red_difference * RED_RANGE
    blue = luma + blue_difference * BLUE_RANGE
    green = (luma - RED * red - BLUE * blue) / GREEN
    whole: NDArray[np.uint8] = np.rint(np.stack((red, green, blue), axis=-1) * 255).clip(0, 255).astype(np.uint8)
    return whole


def planes_of(frame: NDArray[np.uint8], width: int, height: int) -> Planes:
    """Views of the three planes of a yuv420p frame as PyAV lays it out: (height * 3 / 2, width) uint8."""
    flat = frame.reshape(-1)
    luma, chroma = width * height, width * height // 4
    return (
        flat[:luma].reshape(height, width),
        flat[luma : luma + chroma].reshape(height // 2, width // 2),
        flat[luma + chroma :].reshape(height // 2, width // 2),
    )


def _full(plane: NDArray[np.uint8], width: int, height: int) -> NDArray[Any]:
    centred = (plane.astype(np.float32) - CENTRE) / CHROMA_STEPS
    return np.asarray(Image.fromarray(centred).resize((width, height), Image.Resampling.BICUBIC))
