"""The profile card: the only offender these films show. A picture in front, nothing at all behind, and anyone could hold it."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

import numpy as np
from manim import VMobject

from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import in_out, settle
from animkit.drawing.path import arc, joined, rectangle, smooth
from animkit.drawing.pen import shape
from animkit.drawing.props.pictures import picture
from animkit.drawing.puppet import Puppet
from animkit.findings import Finding, Refused


class Card(Puppet):
    """A card about the origin, a picture in front; ``others`` are pictures it will turn to. ``corner`` is where strings are knotted."""

    def __init__(
        self,
        name: str = "cat",
        *,
        others: Sequence[str] = (),
        height_px: float = 420.0,
        header: str = "mustard",
        whistle: bool = False,
        blank: bool = False,
    ) -> None:
        self.height_px, self.width_px = height_px, height_px * 0.74
        self.header = header
        self.fronts = {each: _face(each, self.width_px, height_px, header) for each in dict.fromkeys((name, *others))}
        self.name = name
        self.back = _back(self.width_px, height_px)
        self.whistle = _whistle_on_ribbon(self.width_px, height_px) if whistle else None
        extra: list[VMobject] = [self.whistle] if self.whistle is not None else []
        shadow = shape(rectangle(self.width_px, height_px, height_px * 0.08, (height_px * 0.035, -height_px * 0.04)), "iris")
        super().__init__(shadow, self.back, *self.fronts.values(), *extra)
        self.show_side("" if blank else name)

    @property
    def is_blank(self) -> bool:
        """Whether its back is seen."""
        return self.back.shown

    def show_side(self, name: str) -> None:
        """Shows the front with this picture; the blank back where there is no name."""
        for each, front in self.fronts.items():
            front.reveal() if each == name else front.hide()
        self.back.hide() if name else self.back.reveal()
        self.name = name or self.name

    def corner(self, x: float = 1.0, y: float = -1.0) -> np.ndarray:
        """A corner in the scene, for a string: (1, -1) is the lower right one."""
        matrix = self.matrix()
        at = np.array([px(self.width_px / 2 * x * 0.9), px(self.height_px / 2 * y * 0.92)])
        return np.array([*(matrix[:, :2] @ at + matrix[:, 2]), 0.0])

    def turn(self, seconds: float = 0.5) -> Flip:
        """Turns it over: from the picture to nothing, or back."""
        return Flip(self, None, seconds)

    def turn_to(self, name: str, seconds: float = 0.5) -> Flip:
        """Turns to another of its pictures: the same card."""
        if name not in self.fronts:
            raise Refused(Finding("no-such-side", f"the card has no picture '{name}'", mend="name it in others when the card is made"))
        return Flip(self, name, seconds)


class Flip(Motion):
    """A card's turn about its upright axis: thin in the middle, a little lifted, the other side then."""

    def __init__(self, card: Card, name: str | None, seconds: float) -> None:
        super().__init__(card, seconds)
        self.card, self.name, self.is_over = card, name, False

    def start(self) -> None:
        """Decides which side it ends with."""
        other = self.card.name if self.card.is_blank else ""
        self.ends_with = other if self.name is None else self.name

    def step(self, share: float) -> None:
        """Narrows, changes, widens, and swings out."""
        if share >= 0.5 and not self.is_over:
            self.is_over = True
            self.card.show_side(self.ends_with)
        channel = self.card.channel(self)
        width = 1 - in_out(share * 2) if share < 0.5 else settle((share - 0.5) * 2)
        channel.sx = max(abs(width), 0.02)
        channel.dy = px(18) * float(np.sin(pi * min(share * 1.25, 1.0)))
        self.card.refresh()

    def end(self) -> None:
        """At rest."""
        self.card.channels.pop(self, None)
        self.card.refresh()


def fan(cards: Sequence[Card], *, middle: np.ndarray, step_px: float = 150.0, degrees: float = 9.0) -> list[tuple[np.ndarray, float]]:
    """Places and turns (radians) of cards in a fan about ``middle``."""
    half = (len(cards) - 1) / 2
    places = []
    for index in range(len(cards)):
        off = index - half
        place = np.asarray(middle) + np.array([px(step_px) * off, -px(16) * off * off, 0.0])
        places.append((place, -float(np.radians(degrees)) * off))
    return places


def _face(name: str, width: float, height: float, header: str) -> Puppet:
    radius = height * 0.08
    top = height * 0.31
    disc = width * 0.31
    at = (0.0, height / 2 - top)
    head = rectangle(width, top, [radius, radius, 0, 0], (0, height / 2 - top / 2))
    inside = picture(name, disc * 1.55).by_px(0, at[1])
    lines = joined(
        rectangle(width * 0.5, height * 0.045, height * 0.022, (0, -height * 0.19)),
        rectangle(width * 0.34, height * 0.03, height * 0.015, (0, -height * 0.28)),
    )
    return Puppet(
        shape(rectangle(width, height, radius), "white"),
        shape(head, header),
        shape(arc(disc * 1.12, centre=at), "white"),
        shape(arc(disc, centre=at), "#BFD0F5"),
        inside,
        shape(lines, "lavender"),
    )


def _back(width: float, height: float) -> Puppet:
    inside = rectangle(width * 0.86, height * 0.9, height * 0.055)
    return Puppet(shape(rectangle(width, height, height * 0.08), "white"), shape(inside, "mist"))


def _whistle_on_ribbon(width: float, height: float) -> Puppet:
    half = [(-0.34, 0.5), (-0.22, 0.12), (0.0, -0.1)]
    ribbon = smooth([(x * width, y * height) for x, y in (*half, *((-x, y) for x, y in half[1::-1]))])
    return Puppet(shape(ribbon, None, "ink", 9), picture("whistle", width * 0.42).by_px(0, -height * 0.2))
