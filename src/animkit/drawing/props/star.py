"""Stars and coins: points and gifts. Harmless by themselves; what matters is whether there is a string on them."""

from __future__ import annotations

from math import sin

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.ease import into, settle
from animkit.drawing.motion.moves import Enter, Sway
from animkit.drawing.path import arc, moved, star
from animkit.drawing.pen import shape
from animkit.drawing.props.line import line_px
from animkit.drawing.puppet import Puppet


class Land(PuppetMotion):
    """Falls from above onto its place, gives a little as it lands, and springs back. ``seconds`` counts the fall and the spring."""

    def __init__(self, prop: Puppet, height_px: float = 500.0, seconds: float = 0.75, *, delay: float = 0.0, turn: float = 0.5) -> None:
        self._height, self._turn, self._delay = px(height_px), turn, delay
        super().__init__(prop, seconds + delay, introduces=True)
        self.puppet.hide()

    def start(self) -> None:
        """About its foot."""
        self.channel.pivot = self.puppet.pivot(0.5, 0.0)

    def step(self, share: float) -> None:
        """Falls, gives, settles."""
        seconds, whole = share * self.run_time - self._delay, self.run_time - self._delay
        if seconds < 0:
            return
        if not self.puppet.shown:
            self.puppet.reveal()
        way = min(seconds / (whole * 0.55), 1.0)
        self.channel.dy = self._height * (1 - into(way))
        self.channel.turn = self._turn * (1 - way)
        after = max(seconds / whole - 0.55, 0.0) / 0.45
        give = 0.16 * (1 - settle(after)) if after > 0 else 0.0
        self.channel.sy, self.channel.sx = 1 - give, 1 + give * 0.6

    def end(self) -> None:
        """Lies where it was put."""
        self.puppet.reveal()
        super().end()


class Star(Puppet):
    """A star with an ink line, about the origin. ``hook()`` is where a string is tied to it.

    self.at("back", star.land())
    """

    def __init__(self, size_px: float = 120.0, *, fill: str = "mustard") -> None:
        outer = size_px / 2
        self._hook = (0.0, -px(outer * 0.42))
        super().__init__(shape(star(5, outer, outer * 0.52, soft=outer * 0.16), fill, "ink", line_px(size_px)))

    def hook(self) -> np.ndarray:
        """Where its string is tied: in its lower notch, in the scene."""
        return np.array([*moved(np.array([self._hook]), self.matrix())[0], 0.0])

    def pop(self, *, delay: float = 0.0) -> Enter:
        """Pops up, 8 % over. Hidden from now until then."""
        return Enter(self, delay=delay)

    def land(self, height_px: float = 500.0, *, delay: float = 0.0) -> Land:
        """Drops onto its place from above. Hidden from now until then."""
        return Land(self, height_px, delay=delay)

    def twinkle(self, seconds: float = 0.8) -> Sway:
        """Turns to and fro on the spot."""
        return Sway(self, 14.0, seconds, pivot=(0.5, 0.5))


class Coin(Puppet):
    """A point in a game: a round mustard coin with a star in it, about the origin."""

    def __init__(self, size_px: float = 96.0) -> None:
        r = size_px / 2
        super().__init__(shape(arc(r), "mustard", "ink", line_px(size_px)), shape(star(5, r * 0.54, r * 0.27, soft=r * 0.06), "ink"))

    def pop(self, *, delay: float = 0.0) -> Enter:
        """Pops up, 8 % over. Hidden from now until then."""
        return Enter(self, delay=delay)

    def land(self, height_px: float = 300.0, *, delay: float = 0.0) -> Land:
        """Drops onto its place from above. Hidden from now until then."""
        return Land(self, height_px, delay=delay, turn=0.0)


class Rise(PuppetMotion):
    """Rises, swaying, grows smaller and is gone: hearts over a stream."""

    def __init__(self, prop: Puppet, height_px: float = 420.0, seconds: float = 2.4, *, delay: float = 0.0, sway_px: float = 18.0) -> None:
        self._height, self._sway, self._delay = px(height_px), px(sway_px), delay
        super().__init__(prop, seconds + delay, introduces=True)
        self.puppet.hide()

    def step(self, share: float) -> None:
        """On its way up: there at once, gone at the end."""
        seconds, whole = share * self.run_time - self._delay, self.run_time - self._delay
        if seconds < 0:
            return
        if not self.puppet.shown:
            self.puppet.reveal()
        way = seconds / whole
        self.channel.dy = self._height * way
        self.channel.dx = self._sway * sin(9.0 * way)
        size = min(way / 0.1, 1.0) * (1 - into(max(way - 0.6, 0.0) / 0.4))
        self.channel.sx = self.channel.sy = size
        self.channel.turn = 0.14 * sin(9.0 * way + 1.2)

    def end(self) -> None:
        """Gone, its place as it was."""
        self.puppet.hide()
        self.puppet.channels.pop(self, None)
        self.puppet.refresh()
