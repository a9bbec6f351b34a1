"""The drawings the cast is made of: Open Peeps by Pablo Stanley (CC0 1.0), as DiceBear's official definition packs them.

Outlines are returned in the rig's own space: the head's pivot (in the neck) is the origin, y is upward, one unit is one of the
definition's 704; its ink line is 16 of them. Reading the definition's outlines avoids Manim's SVG reader, which moves each file to its own
middle.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from animkit.drawing.path import IDENTITY, Matrix, Path, compose, of_svg

PIVOT = (370.0, 590.0)
"""Where a head turns, in the definition's canvas."""
INK_UNITS = 16.0
"""The ink line's width in the definition's canvas."""

_RIG = np.array([[1.0, 0.0, -PIVOT[0]], [0.0, -1.0, PIVOT[1]]])
_ON_CANVAS: Mapping[str, Matrix] = {
    "body": IDENTITY,
    "head": np.array([[0.99789, 0.0, 6.3], [0.0, 1.0, -58.0]]),
    "expression": np.array([[1.0, 0.0, 351.0], [0.0, 1.0, 275.0]]),
    "facialHair": np.array([[1.0, 0.0, 58.0], [0.0, 1.0, 333.0]]),
    "accessories": np.array([[1.0, 0.0, 190.0], [0.0, 1.0, 243.0]]),
}


class Outline(NamedTuple):
    """One painted path. ``paint`` is a role of the definition (ink, skin, clothing, headContrast) or #RRGGBB."""

    paint: str
    path: Path


@cache
def outlines(kind: str, name: str) -> tuple[Outline, ...]:
    """The outlines of a component (``head``, ``expression``, ``facialHair``, ``accessories``), back to front. KeyError if there is none."""
    elements = _definition()["components"][kind]["variants"][name]["elements"]
    matrix = compose(_RIG, _ON_CANVAS[kind])
    return tuple(Outline(paint, of_svg(outline, matrix)) for paint, outline in _painted(elements, "ink"))


@cache
def names(kind: str) -> tuple[str, ...]:
    """The names of a kind of component."""
    return tuple(_definition()["components"][kind]["variants"])


def _painted(elements: list[dict[str, Any]], inherited: str) -> Iterator[tuple[str, str]]:
    for element in elements:
        attributes = element.get("attributes", {})
        paint = _paint(attributes.get("fill")) or inherited
        if "d" in attributes:
            yield paint, attributes["d"]
        yield from _painted(element.get("children", []), paint)


def _paint(fill: object) -> str:
    if isinstance(fill, dict):
        return str(fill["name"])
    return {"white": "#FFFFFF", "black": "ink"}.get(str(fill), str(fill)) if fill else ""


@cache
def _definition() -> dict[str, Any]:
    text = (files("dicebear_styles") / "open-peeps.json").read_text(encoding="utf-8")
    definition: dict[str, Any] = json.loads(text)
    return definition
