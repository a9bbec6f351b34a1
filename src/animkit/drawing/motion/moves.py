"""The house's motions, with their timing. Each takes a puppet, and is played or scheduled like any Manim animation.

self.at("star", Enter(star))            # pops up, 8 % over, in 0.36 s
self.at("end", *leave_all(bubbles))     # one after the other, as leaves fall
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sin

import numpy as np
from manim import Mobject, VMobject

from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion, PuppetMotion
from animkit.drawing.motion.ease import Ease, back_out, hump, in_out, into, linear, out, seconds_for, settle, swing
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

LIFT_S = 0.14
"""How long what leaves rises before it falls."""
FALL_TURN = 0.5
"""How fast it turns while it falls, in radians a second."""
ENTER_S = 0.36


class Enter(PuppetMotion):
    """Pops up from nothing and 8 % past its size. Hidden from the moment this is written until it begins."""

    def __init__(self, mobject: VMobject, seconds: float = ENTER_S, *, pivot: tuple[float, float] = (0.5, 0.5), delay: float = 0.0) -> None:
        self.delay = delay / (seconds + delay)
        self.shares = pivot
        super().__init__(mobject, seconds + delay, introduces=True)
        self.puppet.hide()

    def start(self) -> None:
        """Shows it."""
        self.channel.pivot = self.puppet.pivot(*self.shares)
        if not self.delay:
            self.puppet.reveal()

    def step(self, share: float) -> None:
        """Grows."""
        share = (share - self.delay) / (1 - self.delay)
        if share >= 0 and not self.puppet.shown:
            self.puppet.reveal()
        self.channel.sx = self.channel.sy = max(back_out(max(share, 0.0)), 0.001)

    def end(self) -> None:
        """At rest."""
        self.puppet.reveal()
        super().end()


class Appear(PuppetMotion):
    """Fades in where it stands: for words, which do not move while they can be read. Hidden until it begins."""

    def __init__(self, mobject: VMobject, seconds: float = 0.28) -> None:
        super().__init__(mobject, seconds, introduces=True, ease=out)
        self.puppet.hide()

    def start(self) -> None:
        """Shows it."""
        self.puppet.reveal()

    def step(self, share: float) -> None:
        """Comes up, and to its full strength."""
        self.channel.opacity = share
        self.channel.dy = -px(14) * (1 - share)


class Vanish(PuppetMotion):
    """Fades away where it stands, and is hidden then."""

    def __init__(self, mobject: VMobject, seconds: float = 0.2) -> None:
        super().__init__(mobject, seconds)

    def step(self, share: float) -> None:
        """Fades."""
        self.channel.opacity = 1 - share

    def end(self) -> None:
        """Hidden."""
        self.puppet.hide()
        super().end()


class Leave(PuppetMotion):
    """Lifts a little and falls out of the picture, turning, as a leaf does. Hidden then, where it was."""

    def __init__(self, mobject: VMobject, *, delay: float = 0.0, seconds: float = 1.1, side: float = 0.0) -> None:
        self.delay_s, self.whole = delay, seconds + delay
        self.side = side
        super().__init__(mobject, seconds + delay)

    def start(self) -> None:
        """Measures how far down is out."""
        dice = stage().chance("leaf", tuple(np.round(self.puppet.get_center(), 3)))
        self.way = stage().frame[1] + self.puppet.height
        self.spin = (self.side or dice.choice((-1.0, 1.0))) * FALL_TURN * dice.uniform(0.8, 1.3)
        self.sway = dice.uniform(0.2, 0.5)

    def step(self, share: float) -> None:
        """Lift, fall."""
        seconds = share * self.whole - self.delay_s
        if seconds <= 0:
            return
        lift, fall = min(seconds / LIFT_S, 1.0), max(seconds - LIFT_S, 0.0)
        length = self.whole - self.delay_s - LIFT_S
        self.channel.dy = px(26) * out(lift) - self.way * into(fall / length)
        self.channel.dx = self.sway * sin(fall * 2.2) * fall
        self.channel.turn = self.spin * fall

    def end(self) -> None:
        """Hidden, its place as it was."""
        self.puppet.hide()
        self.puppet.channels.pop(self, None)
        self.puppet.refresh()


class Press(PuppetMotion):
    """A button being pressed: swells 7 %, sinks 13 %, comes back. It is down after 0.26 s."""

    DOWN_S = 0.26

    def __init__(self, mobject: VMobject, seconds: float = 0.56) -> None:
        super().__init__(mobject, seconds)

    def step(self, share: float) -> None:
        """Swell, sink, rise."""
        seconds = share * self.run_time
        if seconds < 0.16:
            size = 1 + 0.07 * in_out(seconds / 0.16)
        elif seconds < self.DOWN_S:
            size = 1.07 - 0.20 * in_out((seconds - 0.16) / 0.10)
        else:
            size = 0.87 + 0.13 * settle((seconds - self.DOWN_S) / (self.run_time - self.DOWN_S))
        self.channel.sx = self.channel.sy = size


class Glide(PuppetMotion):
    """Goes by a way or to a place, in a time that suits the distance, and stays there."""

    def __init__(
        self,
        mobject: VMobject,
        *,
        by: np.ndarray | Sequence[float] | None = None,
        to: np.ndarray | Mobject | None = None,
        seconds: float | None = None,
        arc: float = 0.0,
        ease: Ease = in_out,
    ) -> None:
        self.by, self.to, self.arc = by, to, arc
        far = np.hypot(*self._way(puppet_in(mobject))[:2]) if by is not None or isinstance(to, np.ndarray) else 4.0
        super().__init__(mobject, seconds if seconds is not None else seconds_for(float(far)), ease=ease)

    def start(self) -> None:
        """Looks where it is and how far it has to go."""
        self.way = self._way(self.puppet)

    def step(self, share: float) -> None:
        """On the way; ``arc`` bows it upward by that share of its length."""
        self.channel.dx, self.channel.dy = (float(self.way[axis] * share) for axis in (0, 1))
        self.channel.dy += float(np.hypot(*self.way[:2])) * self.arc * sin(pi * min(max(share, 0.0), 1.0))

    def _way(self, puppet: VMobject) -> np.ndarray:
        if self.by is not None:
            way: np.ndarray = np.append(np.asarray(self.by, dtype=float)[:2], 0.0)
            return way
        assert self.to is not None, "Glide needs by or to"
        goal = self.to.get_center() if isinstance(self.to, Mobject) else np.asarray(self.to)
        return np.asarray(goal - puppet.get_center())


class Sway(PuppetMotion):
    """Struck, and swings itself out about a point of its shape (its top: things that hang)."""

    def __init__(self, mobject: VMobject, degrees: float = 6.0, seconds: float = 0.9, *, pivot: tuple[float, float] = (0.5, 1.0)) -> None:
        self.most, self.shares = np.radians(degrees), pivot
        super().__init__(mobject, seconds)

    def start(self) -> None:
        """Finds where it hangs."""
        self.channel.pivot = self.puppet.pivot(*self.shares)

    def step(self, share: float) -> None:
        """Swings."""
        self.channel.turn = float(self.most) * swing(share)


class Jolt(PuppetMotion):
    """A knock felt: 7 px, damped. Never a flash, never a shake of the whole picture."""

    def __init__(self, mobject: VMobject, size_px: float = 7.0, seconds: float = 0.4) -> None:
        self.size_px = size_px
        super().__init__(mobject, seconds)

    def step(self, share: float) -> None:
        """Jumps, and settles."""
        self.channel.dy = px(self.size_px) * swing(share)


class Swell(PuppetMotion):
    """Grows to ``size`` times its size and stays: what crowds the picture."""

    def __init__(self, mobject: VMobject, size: float, seconds: float = 1.2, *, pivot: tuple[float, float] = (0.5, 0.5)) -> None:
        self.size, self.shares = size, pivot
        super().__init__(mobject, seconds, ease=in_out)

    def start(self) -> None:
        """Finds its middle."""
        self.channel.pivot = self.puppet.pivot(*self.shares)

    def step(self, share: float) -> None:
        """Grows."""
        self.channel.sx = self.channel.sy = 1 + (self.size - 1) * share

    def end(self) -> None:
        """Keeps its size: the channel stays."""


class Turn(PuppetMotion):
    """Turns by so many degrees (anticlockwise) and stays so."""

    def __init__(self, mobject: VMobject, degrees: float, seconds: float = 0.5, *, pivot: tuple[float, float] = (0.5, 0.5)) -> None:
        self.angle, self.shares = float(np.radians(degrees)), pivot
        super().__init__(mobject, seconds, ease=settle)

    def start(self) -> None:
        """Finds what it turns about."""
        self.channel.pivot = self.puppet.pivot(*self.shares)

    def step(self, share: float) -> None:
        """Turns."""
        self.channel.turn = self.angle * share

    def end(self) -> None:
        """Keeps its turn: the channel stays."""


class Lift(PuppetMotion):
    """Rises a little and grows 4 % while it is read or spoken of, and comes back: a route on the help card."""

    def __init__(self, mobject: VMobject, seconds: float = 2.0) -> None:
        super().__init__(mobject, seconds)

    def step(self, share: float) -> None:
        """Up, hold, down."""
        edge = 0.3 / self.run_time
        height = min(in_out(min(share / edge, 1.0)), in_out(min((1 - share) / edge, 1.0)))
        self.channel.sx = self.channel.sy = 1 + 0.04 * height
        self.channel.dy = px(6) * height


class Change(Motion):
    """Anything else that goes from one number to another: ``set_to`` is called with each."""

    def __init__(self, mobject: VMobject, set_to: object, start: float, end: float, seconds: float, *, ease: Ease = in_out) -> None:
        self.set_to, self.first, self.last = set_to, start, end
        super().__init__(mobject, seconds, ease=ease)

    def step(self, share: float) -> None:
        """Sets it."""
        assert callable(self.set_to)
        self.set_to(self.first + (self.last - self.first) * share)


def leave_all(puppets: Sequence[VMobject], *, gap: float = 0.045) -> list[Leave]:
    """All leave, one after the other: the picture clears."""
    return [Leave(puppet, delay=index * gap) for index, puppet in enumerate(puppets)]


def drift(puppet: Puppet, *, size_px: float = 5.0, seconds: float = 4.0, degrees: float = 0.0) -> Puppet:
    """Lets a puppet float about its place for as long as it is on stage: a pure function of the frame. Not while stillness is measured."""
    up = stage()
    phase = up.chance("drift", tuple(np.round(puppet.get_center(), 3))).uniform(0, 2 * pi)

    def float_about(mobject: Mobject) -> None:
        assert isinstance(mobject, Puppet)
        time = 2 * pi * up.now / up.fps / seconds + phase
        channel = mobject.channel("drift")
        channel.dx, channel.dy = px(size_px) * 0.6 * sin(time * 0.7), px(size_px) * sin(time)
        channel.turn = float(np.radians(degrees)) * sin(time * 0.8)

    if not up.still_life:
        puppet.updaters.insert(0, float_about)
    return puppet


def puppet_in(mobject: VMobject) -> VMobject:
    """``mobject``, for its measures."""
    return mobject


__all__ = [
    "Appear",
    "Change",
    "Enter",
    "Glide",
    "Jolt",
    "Leave",
    "Lift",
    "Press",
    "Sway",
    "Swell",
    "Turn",
    "Vanish",
    "drift",
    "hump",
    "leave_all",
    "linear",
]
