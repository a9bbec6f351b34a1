"""Faces: the drawings' expressions taken apart into brows, eyes, nose and mouth, and put together as moods.

The nose is the same in all expressions used, so that parts of different ones fit together (compared outline by outline).
Coordinates are the rig's (``peeps``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import pi

import numpy as np

from animkit.drawing.path import Path, arc, joined, outlines, smooth
from animkit.drawing.people import peeps
from animkit.drawing.people.peeps import Outline

_TOP = peeps.PIVOT[1] - 275.0
"""The height, in the rig, of the top of the expressions' own canvas."""

EYE_LINE = _TOP - 86.0
"""The height about which eyes close."""
MOUTH = np.array([351.0 - peeps.PIVOT[0] + 125.0, _TOP - 203.0])
"""The middle of a mouth."""


@dataclass(frozen=True, slots=True)
class Mood:
    """An expression as the parts it is made of: each names the drawing it is taken from."""

    brows: str
    eyes: str
    mouth: str
    blinks: bool = True
    """Whether its eyes are open to begin with."""
    shoulders: float = 0.0
    """How far the shoulders rise (1) or hang (-1) with it."""


MOODS: Mapping[str, Mood] = {
    "smile": Mood("smile", "smile", "smile"),
    "glad": Mood("calm", "calm", "calm", blinks=False),
    "calm": Mood("contempt", "smile", "contempt", shoulders=-0.2),
    "cheeky": Mood("cheeky", "smile", "driven"),
    "driven": Mood("driven", "driven", "driven", shoulders=0.2),
    "explaining": Mood("explaining", "explaining", "small"),
    "blank": Mood("blank", "smile", "serious"),
    "serious": Mood("contempt", "explaining", "serious"),
    "suspicious": Mood("suspicious", "suspicious", "suspicious", shoulders=0.1),
    "tired": Mood("tired", "tired", "tired", shoulders=-0.4),
    "solemn": Mood("tired", "explaining", "frown", shoulders=-0.3),
    "concerned": Mood("concerned", "concerned", "tired", shoulders=0.3),
    "worried": Mood("concerned", "concerned", "frown", shoulders=0.5),
    "breath": Mood("contempt", "contempt", "contempt", blinks=False, shoulders=-0.3),
}
"""What a person can feel. Worried is as far as a child goes: nobody in these films screams or cries."""

LIDS = "contempt"
"""The drawing whose closed lids are a blink."""


@cache
def brows(name: str) -> tuple[Outline, ...]:
    """Both brows of a drawing."""
    return tuple(outline for outline in _pieces(name) if _height(outline) < 70 and not _is_nose(outline))


@cache
def eyes(name: str) -> tuple[Outline, ...]:
    """Both eyes of a drawing."""
    return tuple(outline for outline in _pieces(name) if 70 <= _height(outline) < 125 and not _is_nose(outline))


@cache
def nose() -> tuple[Outline, ...]:
    """The nose."""
    return tuple(outline for outline in _pieces("smile") if _is_nose(outline))


@cache
def mouth(name: str) -> tuple[Outline, ...]:
    """The mouth of a drawing, a ``frown``, or one of the three that speak: ``small``, ``wide``, ``round``."""
    if name in SPEAKING:
        return SPEAKING[name]()
    if name == "frown":
        return _frown()
    return tuple(outline for outline in _pieces(name) if _height(outline) >= 125 and not _is_nose(outline))


def _frown() -> tuple[Outline, ...]:
    """The drawing's unhappy mouth at two thirds: worried is enough."""
    return tuple(Outline(outline.paint, MOUTH + (outline.path - outline.path.mean(axis=0)) * 0.68) for outline in mouth("solemn"))


def _small() -> tuple[Outline, ...]:
    return _open(46.0, 26.0)


def _wide() -> tuple[Outline, ...]:
    return _open(66.0, 46.0)


def _round() -> tuple[Outline, ...]:
    x, y = MOUTH
    return (Outline("ink", arc((17.0, 20.0), centre=(x + 3, y - 2))),)


SPEAKING = {"small": _small, "wide": _wide, "round": _round}


def _open(width: float, depth: float) -> tuple[Outline, ...]:
    """A mouth like a bowl, with a tongue; soft at both corners as the drawings' lines are."""
    x, y = MOUTH
    half = width / 2
    lip = [(x - half, y + 8), (x - half * 0.4, y + 3), (x + half * 0.4, y + 3), (x + half, y + 9)]
    bowl = [(x + half * 0.8, y - depth * 0.45), (x + half * 0.1, y + 6 - depth), (x - half * 0.72, y - depth * 0.4)]
    rim = smooth([*lip, *bowl], closed=True)
    tongue = arc((half * 0.5, depth * 0.26), 0.0, 2 * pi, (x + half * 0.08, y + 10 - depth * 0.8))
    return (Outline("ink", rim), Outline("#FF8181", tongue))


@cache
def _pieces(name: str) -> tuple[Outline, ...]:
    """A drawing's separate outlines; one that lies inside another of the same paint (a hole) stays with it."""
    pieces: list[Outline] = []
    for paint, path in peeps.outlines("expression", name):
        groups: list[list[Path]] = []
        for outline in sorted(outlines(path), key=_area, reverse=True):
            home = next((group for group in groups if _holds(group[0], outline)), None)
            if home is None:
                groups.append([outline])
            else:
                home.append(outline)
        pieces += [Outline(paint, joined(*group)) for group in groups]
    return tuple(pieces)


def _area(path: Path) -> float:
    low, high = path.min(axis=0), path.max(axis=0)
    return float(np.prod(high - low))


def _holds(outer: Path, inner: Path) -> bool:
    return bool(np.all(outer.min(axis=0) <= inner.min(axis=0)) and np.all(outer.max(axis=0) >= inner.max(axis=0)))


def _height(outline: Outline) -> float:
    """The middle's distance from the top of the expressions' canvas."""
    return float(_TOP - (outline.path[:, 1].min() + outline.path[:, 1].max()) / 2)


def _is_nose(outline: Outline) -> bool:
    x = outline.path[:, 0] + peeps.PIVOT[0] - 351.0
    y = outline.path[:, 1]
    return bool(100 < x.min() < 104 and 175 < x.max() < 179 and 70 < y.max() - y.min() < 78)
