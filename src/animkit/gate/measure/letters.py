"""Words measured from pixels: a frame with them, the same without them, and the words alone. Pure numpy.

The colour of the letters is the median of pixels that they cover wholly; their ground is what lies under and close around them once they
are taken away. So a letter over a face, a line or a gradient is judged by what is really there, whatever the scene declared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

GROUND_SHARE = 0.05
"""The contrast told is that which all but this share of the ground keeps: a speck of the drawing's line beside a letter hides no word."""

AROUND_EMS = 0.1
"""How far around the letters the ground counts, in ems: about the width of a bold stem."""

INK, CORE = 0.35, 0.9
"""A pixel belongs to a letter from this much cover on; its colour is read where the cover is nearly whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What was measured of one text on one frame. ``shown_share`` is how much of its ink nothing covers and no edge cuts off."""

    contrast: float
    shown_share: float
    colour: str
    ground: str


def measured(shown: Pixels, bare: Pixels, alone: Pixels, row: Mapping[str, Any]) -> Letters:
    """The text of ``row`` (box_px, size_px) on a frame: ``shown`` with all words, ``bare`` without, ``alone`` the words only."""
    around = max(1, round(AROUND_EMS * row["size_px"]))
    part = _part(row["box_px"], around + 2, shown.shape)
    with_it, without, words = (picture[part].astype(np.float64) for picture in (shown, bare, alone))
    paper = np.median(alone.reshape(-1, 3), axis=0)
    ink = _hex(row["colour"])
    planned = _cover(words, np.broadcast_to(paper, words.shape), ink)
    cover = _cover(with_it, without, ink)
    wanted = planned >= INK
    drawn = (cover >= INK) & wanted
    whole = wanted.sum() + _lost(row["box_px"], shown.shape) * wanted.sum()
    core = cover >= CORE
    colour = np.median(with_it[core], axis=0) if core.any() else ink
    near = _grown(drawn, around)
    ground = without[near] if near.any() else without.reshape(-1, 3)
    ratios = np.sort(_ratio(luminance(colour[None]), luminance(ground)))
    worst = np.argsort(_ratio(luminance(colour[None]), luminance(ground)))[int(GROUND_SHARE * len(ratios))]
    return Letters(
        contrast=float(ratios[int(GROUND_SHARE * len(ratios))]),
        shown_share=float(drawn.sum() / whole) if whole else 0.0,
        colour=_name(colour),
        ground=_name(ground[worst]),
    )


def luminance(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2.2) of sRGB colours, (..., 3) of 255."""
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    weighted: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted


def _ratio(one: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    return (np.maximum(one, others) + 0.05) / (np.minimum(one, others) + 0.05)


def _cover(with_it: NDArray[np.float64], without: NDArray[np.float64], ink: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much of each pixel the ink covers, 0 to 1; 0 where ink and ground are one colour."""
    way = ink - without
    length = (way**2).sum(axis=2)
    along = ((with_it - without) * way).sum(axis=2)
    return np.clip(np.where(length > 100, along / np.maximum(length, 1), 0), 0, 1)


def _grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    from scipy.ndimage import binary_dilation

    grown: NDArray[np.bool_] = binary_dilation(mask, iterations=by)
    return grown


def _part(box: list[float], around: int, shape: tuple[int, ...]) -> tuple[slice, slice]:
    left, top, right, bottom = box
    rows = slice(max(0, int(top) - around), min(shape[0], int(bottom) + around + 1))
    return rows, slice(max(0, int(left) - around), min(shape[1], int(right) + around + 1))


def _lost(box: list[float], shape: tuple[int, ...]) -> float:
    """The part of the text that lies outside the picture, as a share of what lies inside."""
    left, top, right, bottom = box
    inside = max(0.0, min(right, shape[1]) - max(left, 0)) * max(0.0, min(bottom, shape[0]) - max(top, 0))
    return max(0.0, (right - left) * (bottom - top) / inside - 1) if inside else 0.0


def _hex(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)], dtype=np.float64)


def _name(colour: NDArray[np.float64]) -> str:
    return "#" + "".join(f"{round(float(part)):02X}" for part in colour)
