"""A puppet: outlines at rest and one matrix that poses them. Everything in this package that moves is one.

Promise: a pose is applied to the resting outlines, never to the posed ones, so that nothing drifts and nothing is copied; several motions
can run on one puppet at once, each with a channel of its own; whatever Manim itself does to a puppet or to a group that holds it (shift,
scale, rotate, a play) is kept, because an invisible anchor among its parts goes along and tells the puppet where it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from manim import Mobject, VGroup, VMobject

from animkit.drawing.layout import px
from animkit.drawing.path import IDENTITY, Matrix, Path, area_scale, compose, inverse, moved, shifted, turned
from animkit.drawing.pen import Drawn, adopted, in_space, laid


@dataclass(slots=True)
class Channel:
    """One motion's say in a puppet's pose. Offsets are in the scene's units; scale, turn and lean act about ``pivot`` (at rest)."""

    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0
    turn: float = 0.0
    lean: float = 0.0
    pivot: tuple[float, float] = (0.0, 0.0)
    opacity: float = 1.0

    def state(self) -> tuple[object, ...]:
        """All of it, to be compared."""
        return (self.dx, self.dy, self.sx, self.sy, self.turn, self.lean, self.pivot, self.opacity)

    def local(self) -> Matrix:
        """Scale, lean and turn as a matrix. A scale of nothing is kept a thousandth, so that it can be undone."""
        return turned(self.turn, self.pivot, (_kept(self.sx), _kept(self.sy)), self.lean)


class Anchor(VMobject):
    """Three invisible points that go wherever Manim takes the puppet."""

    def __init__(self, box: Path) -> None:
        super().__init__(fill_opacity=0.0, stroke_opacity=0.0, stroke_width=0.0)
        low, high = box
        centre, half = (low + high) / 2, np.maximum((high - low) / 2, 1e-3)
        corners = centre + half * np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
        self.rest: Path = np.vstack([corners, centre])
        self.points = in_space(self.rest)
        self.rest_inverse = inverse(_axes(corners))

    def stand(self, axes: Path) -> None:
        """Puts the resting shape's origin, and the points one unit to its right and above, at the first three rows of ``axes``."""
        self.points = laid(self.rest, _axes(axes[:3]))

    def placement(self) -> Matrix:
        """The matrix from where the anchor was made to where it is."""
        return compose(_axes(self.points[:3, :2]), self.rest_inverse)


class Puppet(VGroup):
    """A group with a resting shape and channels. ``parts`` are outlines or other puppets, back to front."""

    def __init__(self, *parts: VMobject) -> None:
        super().__init__()
        own = [adopted(part, (Puppet, Anchor)) for part in parts]
        self.channels: dict[object, Channel] = {}
        self.shown = True
        self.veiled = False
        self._parts: tuple[list[Drawn], list[Puppet]] | None = None
        self._last: object = None
        self._last_pose = (IDENTITY, IDENTITY)
        self._paints: list[tuple[float, float]] | None = None
        self.anchor = Anchor(_box(own))
        self.add(self.anchor, *own)
        self.add_updater(_follow)

    def add(self, *mobjects: Any) -> Self:
        """Adds parts in front of the others, as they stand. Manim's own mobjects become outlines of this package."""
        super().add(*(adopted(part, (Puppet, Anchor)) for part in mobjects))
        self._parts = None
        return self

    def drawn(self) -> list[Drawn]:
        """This puppet's own outlines: not those of puppets inside it."""
        return self._split()[0]

    def inner(self) -> list[Puppet]:
        """The puppets directly inside."""
        return self._split()[1]

    def box(self) -> Path:
        """The lower left and the upper right corner of the resting shape, puppets inside included."""
        return _box([*self.drawn(), *self.inner()], resting=True)

    def pivot(self, x: float = 0.5, y: float = 0.5) -> tuple[float, float]:
        """A point of the resting shape, as shares of its box from the lower left corner."""
        low, high = self.box()
        return float(low[0] + (high[0] - low[0]) * x), float(low[1] + (high[1] - low[1]) * y)

    def channel(self, key: object) -> Channel:
        """The channel of a motion; made, about the middle of the shape, when first asked for."""
        if key not in self.channels:
            self.channels[key] = Channel(pivot=self.pivot())
        return self.channels[key]

    def placement(self) -> Matrix:
        """Where the scene has put the puppet: the matrix from its resting shape, channels apart."""
        return self.anchor.placement()

    def pose(self) -> tuple[Matrix, Matrix]:
        """The channels' sum: what they do in the scene, and what they do at rest."""
        channels = self.channels.values()
        outside = shifted(sum(channel.dx for channel in channels), sum(channel.dy for channel in channels))
        return outside, compose(*(channel.local() for channel in channels), IDENTITY)

    def matrix(self) -> Matrix:
        """From the resting shape to the scene, everything in it."""
        outside, local = self.pose()
        return compose(outside, self.placement(), local)

    def bones(self) -> object:
        """What poses the parts within the puppet, to be compared. A puppet with joints answers with their state."""
        return None

    def refresh(self) -> Self:
        """Puts every outline where placement, channels and bones say. Does next to nothing when nothing has changed."""
        channels = tuple(channel.state() for channel in self.channels.values())
        state = (self.anchor.points.tobytes(), channels, self.shown, self.veiled, self.bones())
        if state == self._last:
            return self
        self._last = state
        placement, (outside, local) = self.placement(), self.pose()
        self._carry_inner(placement, outside, local)
        whole = compose(outside, placement, local)
        self.lay(whole, area_scale(whole))
        opacity = 1.0
        for channel in self.channels.values():
            opacity *= channel.opacity
        self._fade(opacity)
        return self

    def lay(self, whole: Matrix, factor: float) -> None:
        """Puts the outlines in their places; ``factor`` scales their lines. A puppet with joints puts a bone's matrix between."""
        for part in self.drawn():
            part.lay(whole, factor, self.visible)

    @property
    def visible(self) -> bool:
        """Whether anything is drawn."""
        return self.shown and not self.veiled

    def hide(self) -> Self:
        """Draws nothing, neither itself nor what is inside it, until ``reveal``."""
        self.shown = False
        return self._veil_inner().refresh()

    def reveal(self) -> Self:
        """Draws again; what is inside and hidden by itself stays hidden."""
        self.shown = True
        return self._veil_inner().refresh()

    def settle(self, key: object) -> Self:
        """Ends a motion where it has come to: its offset becomes the puppet's place, the rest of its channel is dropped."""
        channel = self.channels.pop(key, None)
        if channel is not None and (channel.dx or channel.dy):
            self.anchor.points = self.anchor.points + np.array([channel.dx, channel.dy, 0.0])
            self._last_pose = (self.pose()[0], self._last_pose[1])
        return self.refresh()

    def by_px(self, x: float, y: float) -> Self:
        """Moves it by so many pixels, y up."""
        self.shift(np.array([px(x), px(y), 0.0]))
        return self.refresh()

    def scale(self, scale_factor: float, *args: Any, **kwargs: Any) -> Self:
        """Manim's scale, lines along with it."""
        super().scale(scale_factor, *args, **kwargs)
        for puppet in self.get_family():
            if isinstance(puppet, Puppet):
                puppet.refresh()
        return self

    def _split(self) -> tuple[list[Drawn], list[Puppet]]:
        if self._parts is None:
            self._parts = ([], [])
            _collect(self, *self._parts)
        return self._parts

    def _veil_inner(self) -> Self:
        for inner in self.inner():
            inner.veiled = not self.visible
            inner._veil_inner().refresh()
        return self

    def _carry_inner(self, placement: Matrix, outside: Matrix, local: Matrix) -> None:
        last_outside, last_local = self._last_pose
        if np.array_equal(outside, last_outside) and np.array_equal(local, last_local):
            return
        change = compose(outside, placement, local, inverse(last_local), inverse(placement), inverse(last_outside))
        for inner in self.inner():
            inner._go_along(change)
        self._last_pose = (outside, local)

    def _go_along(self, change: Matrix) -> None:
        self.anchor.points = laid(self.anchor.points[:, :2], change)
        for inner in self.inner():
            inner._go_along(change)
        self.refresh()

    def _fade(self, opacity: float) -> None:
        if self._paints is None and opacity == 1.0:
            return
        parts = [part for part in self.get_family() if isinstance(part, Drawn)]
        if self._paints is None or len(self._paints) != len(parts):
            self._paints = [(part.get_fill_opacity(), part.get_stroke_opacity()) for part in parts]
        for part, (fill, line) in zip(parts, self._paints, strict=True):
            part.set_fill(opacity=fill * opacity, family=False)
            part.set_stroke(opacity=line * opacity, family=False)


def _follow(puppet: Mobject) -> None:
    assert isinstance(puppet, Puppet)
    puppet.refresh()


def _kept(scale: float) -> float:
    return scale if abs(scale) >= 1e-3 else 1e-3


def _axes(corners: Path) -> Matrix:
    (e, f), (a, b), (c, d) = corners.tolist()
    return np.array([[a - e, c - e, e], [b - f, d - f, f]])


def _box(parts: list[Any], *, resting: bool = False) -> Path:
    found: list[Path] = []
    for part in parts:
        if resting and isinstance(part, Puppet):
            found.append(moved(part.box(), part.placement()))
        elif resting:
            found.append(part.rest)
        else:
            found += [member.points[:, :2] for member in part.get_family()]
    points = np.vstack([*found, np.zeros((0, 2))])
    return np.array([points.min(axis=0), points.max(axis=0)]) if len(points) else np.zeros((2, 2))


def _collect(group: Mobject, drawn: list[Drawn], puppets: list[Puppet]) -> None:
    for part in group.submobjects:
        if isinstance(part, Puppet):
            puppets.append(part)
            continue
        if isinstance(part, Drawn):
            drawn.append(part)
        _collect(part, drawn, puppets)
