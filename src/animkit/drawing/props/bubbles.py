"""Comments and messages, wordless: the shape says what they are, the colour only says it again.

Round is somebody being themselves, and everyone sends another picture. Pointed presses: all of them hold the same arrow, and none has a
person's face. What threatens is jagged (``jagged``); what somebody has to tell is knotted (``knotted``). To fall like a leaf, any of them:
``Leave`` and ``leave_all`` of ``motion.moves``. Words in bubbles are for the adults' films (``WordBubble``).
"""

from __future__ import annotations

from math import acos, cos, degrees, pi, radians, sin

import numpy as np
from manim import VMobject

from animkit.drawing.layout import UNIT_PX, px
from animkit.drawing.motion.ease import settle
from animkit.drawing.motion.moves import Enter, Leave
from animkit.drawing.path import Matrix, Path, arc, compose, joined, polyline, rounded, shifted, turned
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.people.look import Look
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.faces import Face, Mask
from animkit.drawing.props.line import line_px
from animkit.drawing.props.pictures import picture
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage
from animkit.drawing.type import Words, words

TIP = 1.5
"""How far a pointed bubble's tip is from its middle, of its radius: an angle of 84 degrees."""
POINTED = 0.86
"""A pointed bubble's radius, of half its size: with its tip it is then as large as a round one."""
ARROW = 0.7
"""Half an arrow's length, of its bubble's radius."""
PICTURE = 0.72
FACE = 0.56
"""The picture's and the face's size, of the bubble's."""


class Bubble(Puppet):
    """What all bubbles can: come in with a pop, and fall like a leaf."""

    def pop(self, *, delay: float = 0.0) -> Enter:
        """Pops up, 8 % over. Hidden from now until then."""
        return Enter(self, delay=delay)

    def fall(self, *, delay: float = 0.0) -> Leave:
        """Lifts, and falls out of the picture turning, as a leaf does; each bubble in its own way."""
        return Leave(self, delay=delay)


class RoundBubble(Bubble):
    """An ordinary comment about the origin: round, with a picture in it, and beside it the face of who sent it (a cast id, a look, or a
    number: one of the company). ``tail`` is where it comes from, in degrees: 225 is down to the left.
    """

    def __init__(
        self,
        name: str = "heart",
        *,
        face: str | int | Look | None = None,
        size_px: float = 150.0,
        fill: str = "white",
        tail: float = 225.0,
    ) -> None:
        r = size_px / 2
        parts: list[VMobject] = [shape(round_path(r, tail), fill, "ink", line_px(size_px)), picture(name, size_px * PICTURE)]
        if face is not None:
            away = radians(tail)
            shown = Face(face, size_px * FACE)
            parts.append(shown.shift((px(r * 1.5 * cos(away)), px(r * 1.42 * sin(away)), 0.0)))
        super().__init__(*parts)


class PointedBubble(Bubble):
    """A pressing comment about the origin: it has a point, and an arrow in it that says the same. In the sign's colour, with its flag.

    ``aim`` is where it points, in degrees (0 is right, 90 up). ``mask`` is the picture of who presses: a cat, a star, never a person.

        self.at("same", *(bubble.swing(maya.eyes_at()) for bubble in pressing))     # every arrow swings one way
    """

    def __init__(self, *, aim: float = 0.0, size_px: float = 150.0, flag: bool = True, mask: str = "") -> None:
        r = size_px / 2 * POINTED
        self.aim = aim
        self._body = shape(pointed_path(r), "sign", "ink", line_px(size_px))
        self._arrow = shape(arrow_path(r * ARROW), "ink")
        self._flag = flag_parts(size_px * 0.5) if flag else []
        self._pole = px(r * 0.8)
        who: list[VMobject] = [Mask(mask, size_px * FACE).shift((px(-r * 1.25), px(-r * 1.05), 0.0))] if mask else []
        super().__init__(*self._flag, self._body, self._arrow, *who)
        self.refresh()

    def swing(self, towards: float | np.ndarray, seconds: float = 0.45, *, delay: float = 0.0) -> Phased:
        """Swings round, the short way, until it points in that direction (degrees) or at that point of the scene; settles."""
        return Phased(self, phase(seconds, settle, aim=lambda: self._nearest(towards)), delay=delay)

    def bones(self) -> object:
        """Where it points."""
        return self.aim

    def lay(self, whole: Matrix, factor: float) -> None:
        """Turns body and arrow; the flag behind them stays upright, away from the tip."""
        pointing = compose(whole, turned(radians(self.aim)))
        for part in (self._body, self._arrow):
            part.lay(pointing, factor, self.visible)
        stands = radians(90 + 46 * cos(radians(self.aim)))
        upright = compose(whole, shifted(self._pole * cos(stands), self._pole * sin(stands)))
        for part in self._flag:
            part.lay(upright, factor, self.visible)

    def _nearest(self, towards: float | np.ndarray) -> float:
        if isinstance(towards, int | float):
            goal = float(towards)
        else:
            dx, dy = np.asarray(towards)[:2] - self.matrix()[:, 2]
            goal = degrees(np.arctan2(dy, dx))
        return self.aim + (goal - self.aim + 180) % 360 - 180


class WordBubble(Bubble):
    """A comment with words, for grown-ups' films: white, or in the sign's colour with a small flag. About the origin."""

    def __init__(self, text: str, *, pressing: bool = False, style: str = "label", tail: str = "left", width_px: float = 620.0) -> None:
        ground = "sign" if pressing else "white"
        self.words: Words = words(text, style, ground=ground, width_px=width_px)
        set_in = stage().theme.style(style)
        room, high = (set_in.size_px * 1.25 if pressing else 0.0), set_in.size_px
        w = self.words.width * UNIT_PX + high * 1.6 + room
        h = high * 1.8 + (len(self.words.lines) - 1) * high * set_in.leading
        side = -1 if tail == "left" else 1
        self.words.shift(np.array([-px(room / 2), 0, 0]) - self.words.get_center())
        flag = Puppet(*flag_parts(high * 0.95, cloth="paper")).shift((px(w / 2 - high * 1.35), px(-high * 0.44), 0.0))
        super().__init__(shape(_speech(w, h, side), ground, "ink", line_px(h)), *([flag] if pressing else []), self.words)


# --- Outlines, in pixels ------------------------------------------------------------------------------------------------------


def round_path(radius: float, tail: float = 225.0) -> Path:
    """A circle with a short tail that runs out of it in a curve, in the direction ``tail`` (degrees)."""
    middle, before, behind = radians(tail), 0.24, 0.46
    circle = arc(radius, middle + before, 2 * pi - before - behind)
    tip = np.array([cos(middle + 0.1), sin(middle + 0.1)]) * radius * 1.36
    last, first = circle[-1], circle[0]
    into, out_of = np.array([-last[1], last[0]]) * 0.3, np.array([first[1], -first[0]]) * 0.05
    inward = np.array([cos(middle), sin(middle)]) * radius * 0.16
    foot = [last, last + into, tip - inward, tip, tip, tip - inward * 1.4, first + out_of, first]
    return joined(circle, np.array(foot))


def pointed_path(radius: float) -> Path:
    """A circle drawn out to one sharp tip, to the right."""
    touch = acos(1 / TIP)
    circle = arc(radius, touch, 2 * pi - 2 * touch)
    first, last = tuple(circle[0]), tuple(circle[-1])
    return joined(circle, rounded([last, (radius * TIP, 0.0), first], [0, radius * 0.07, 0], closed=False))


def arrow_path(reach: float) -> Path:
    """A fat arrow to the right, about its middle."""
    w, neck = reach * 0.21, reach * 0.06
    corners = [(-reach, w), (neck, w), (neck, reach * 0.68), (reach, 0), (neck, -reach * 0.68), (neck, -w), (-reach, -w)]
    return rounded(corners, [reach * 0.1, 0, reach * 0.1, reach * 0.1, reach * 0.1, 0, reach * 0.1])


def flag_parts(height: float, *, cloth: str = "sign") -> list[Drawn]:
    """A small swallow-tailed flag on its pole, the pole's foot at the origin."""
    low, reach, line = height * 0.42, height * 0.68, line_px(height * 1.5)
    swallow = [(0.0, height), (reach, height), (reach * 0.68, (height + low) / 2), (reach, low), (0.0, low)]
    edge = None if cloth == "paper" else "ink"
    return [shape(rounded(swallow, [0, 2, 1, 2, 0]), cloth, edge, line * 0.8), shape(polyline((0, 0), (0, height)), None, "ink", line)]


def _speech(w: float, h: float, side: int) -> Path:
    """A speech bubble for words: round corners, and one that runs out to a small foot."""
    radius, foot = min(h / 2, 52.0), min(h * 0.3, 34.0)
    x = side * w / 2
    corners = [(-x, h / 2), (x, h / 2), (x, -h / 2 + foot), (x + side * foot * 0.8, -h / 2), (-x, -h / 2)]
    return rounded(corners, [radius, radius, foot * 0.7, 4.0, radius])
