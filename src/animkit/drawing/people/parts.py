"""A person's painted parts, back to front, made once. Rest outlines are in Manim's units, the rig's origin at the neck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from animkit.drawing.path import EMPTY, Path, compose, joined, moved, shifted, smooth, turned
from animkit.drawing.pen import Drawn
from animkit.drawing.people import face, peeps
from animkit.drawing.people.body import Body, share_of_rise
from animkit.drawing.people.look import Look
from animkit.drawing.stage import stage

TONGUE = "#FF8181"
EAR = (-132.0, 200.0)
"""Where Open Peeps' heads have their ear."""


@dataclass(slots=True)
class ArmParts:
    """An arm's parts, back to front. ``skin`` is the bare arm under a short sleeve."""

    hand: list[Drawn]
    skin: list[Drawn]
    sleeve: list[Drawn]

    def all(self) -> list[Drawn]:
        """In order."""
        return [*self.hand, *self.skin, *self.sleeve]


@dataclass(slots=True)
class Parts:
    """All parts. ``rise`` is how much of the shoulders' rise each point of the trunk's outlines takes part in."""

    unit: float
    trunk: list[Drawn]
    head: list[Drawn]
    nose: Drawn
    brows: Drawn
    eyes: Drawn
    mouth: Drawn
    tongue: Drawn
    beard: list[Drawn]
    glasses: list[Drawn]
    arms: dict[str, ArmParts]
    sides: Drawn
    """The line of shoulders and sides, one of the trunk's."""
    rise: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.weigh()

    def weigh(self) -> None:
        """Anew, after the trunk's outlines have changed."""
        self.rise = [np.column_stack([np.zeros(len(part.rest)), share_of_rise(part.rest / self.unit) * self.unit]) for part in self.trunk]

    def in_order(self) -> Iterator[Drawn]:
        """Back to front. The mouth lies over a beard, so that it can be seen to speak."""
        yield from (*self.trunk, *self.head, self.nose, self.brows, self.eyes, *self.beard, self.mouth, self.tongue, *self.glasses)
        for arm in self.arms.values():
            yield from arm.all()

    def face(self, kind: str, name: str, paint: str) -> Path:
        """The outline of a part of the face, in Manim's units."""
        return face_part(kind, name, paint) * self.unit


def parts_of(look: Look, body: Body, unit: float) -> Parts:
    """The parts of a person with this look and bust; one unit of the rig is ``unit`` of Manim's."""
    colour = stage().colour

    def part(path: Path, paint: str) -> Drawn:
        return Drawn(path * unit, colour(paint))

    def line(path: Path, width: float = peeps.INK_UNITS) -> Drawn:
        return Drawn(path * unit, None, colour("ink"), width * unit)

    def arm() -> ArmParts:
        skin = [part(EMPTY, look.skin), line(EMPTY)] if look.sleeves == "short" else []
        around, creases = line(EMPTY, peeps.INK_UNITS * 1.64), line(EMPTY, peeps.INK_UNITS * 0.8)
        return ArmParts([around, part(EMPTY, look.skin), creases], skin, [part(EMPTY, look.clothes), line(EMPTY)])

    paints = {"skin": look.skin, "headContrast": look.hair, "clothing": look.accent or look.clothes, "ink": "ink"}

    def worn(kind: str, name: str, ink: str) -> list[Drawn]:
        outlines = peeps.outlines(kind, name) if name else ()
        return [part(outline.path, ink if outline.paint == "ink" else paints.get(outline.paint, outline.paint)) for outline in outlines]

    head = worn("head", look.head, "ink")
    if look.scarf:
        head[-1].paint(look.scarf)
    if look.hearing_aid:
        head += [line(_hearing_aid(), 20.0), part(_hearing_aid(), "mustard"), line(_tube(), 9.0)]
    sides, collar = line(body.clothes_lines), EMPTY if look.scarf else body.collar
    return Parts(
        unit=unit,
        trunk=[part(body.neck, look.skin), line(body.neck_lines), part(body.clothes, look.clothes), sides, line(collar)],
        head=head,
        nose=part(joined(*(outline.path for outline in face.nose())), "ink"),
        brows=part(EMPTY, "ink"),
        eyes=part(EMPTY, "ink"),
        mouth=part(EMPTY, "ink"),
        tongue=part(EMPTY, TONGUE),
        beard=worn("facialHair", look.beard, look.beard_colour),
        glasses=worn("accessories", look.glasses, "ink"),
        arms={"lead": arm(), "near": arm()},
        sides=sides,
    )


@cache
def face_part(kind: str, name: str, paint: str) -> Path:
    """Brows, eyes or mouth of a drawing, in the rig's units: those of its outlines that have this paint."""
    outlines = {"brows": face.brows, "eyes": face.eyes, "mouth": face.mouth}[kind](name)
    return joined(*(outline.path for outline in outlines if outline.paint == paint))


def _hearing_aid() -> Path:
    """The case behind the ear, in a colour that is meant to be seen."""
    case = smooth([(-15, 26), (-2, 40), (14, 32), (13, 10), (2, -14), (-12, -24), (-20, -12), (-18, 8)], closed=True)
    return moved(case, compose(shifted(EAR[0] - 21, EAR[1] + 8), turned(np.radians(8))))


def _tube() -> Path:
    """The clear tube over the ear and into it."""
    x, y = EAR
    return smooth([(x - 22, y + 42), (x - 4, y + 48), (x + 10, y + 34), (x + 12, y + 14)])
