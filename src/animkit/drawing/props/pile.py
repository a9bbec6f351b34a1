"""Messages that pile up: each day twice as many, until the pile bends over whoever it is for. Wordless: dashes, some with a heart."""

from __future__ import annotations

from math import cos, pi, radians, sin

import numpy as np

from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out, linear, out, settle
from animkit.drawing.path import EMPTY, Matrix, Path, compose, joined, moved, polyline, rectangle, shifted, turned
from animkit.drawing.pen import shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.pictures import heart_path
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

BAR, STEP = 0.29, 0.37
"""A bar's height, and how far up the next one lies, of the pile's width."""
DROP_PX = 46.0
"""From how far above a message comes down on the pile."""
FALL_S = 1.5


class Pile(Puppet):
    """``most`` messages, one upon the other, the foot of the lowest at the origin. ``count`` are there; ``curl`` bends the pile (degrees at
    its top, positive to the left), as a wave that is about to break; ``fallen`` (0 to 1) drops them all, as leaves.

        self.at("fast", pile.grow(8), pile.bend(40))
        self.at("hurry", pile.fall())
    """

    def __init__(self, most: int, *, width_px: float = 130.0, count: float = 0.0, curl: float = 0.0, pressing: float = 0.0) -> None:
        self.most, self.width_px = most, width_px
        self.count, self.curl, self.fallen = count, curl, 0.0
        w = width_px
        dice = stage().chance("pile", most, width_px)
        self._press = [index for index in range(most) if dice.random() < pressing * (0.4 + index / most)]
        self._hearts = [index for index in range(most) if index not in self._press and dice.random() < 0.4]
        self._wide = [dice.choice((0.78, 0.92, 1.0)) for _ in range(most)]
        self._spin = [dice.uniform(-1.6, 1.6) for _ in range(most)]
        self._late = [dice.uniform(0.0, 0.28) for _ in range(most)]
        edge = mix(stage().colour("lilac"), stage().colour("iris"), 0.25)
        self._under, self._plain, self._sign = shape(EMPTY, edge), shape(EMPTY, "white"), shape(EMPTY, "sign")
        self._dashes, self._ink = (shape(EMPTY, None, tint, w * 0.055) for tint in ("lilac", "ink"))
        self._loved = shape(EMPTY, "rose")
        super().__init__(self._under, self._plain, self._sign, self._dashes, self._ink, self._loved)
        self.refresh()

    def grow(self, count: float | None = None, seconds: float = 0.5) -> Phased:
        """More come, until there are ``count`` (all, if not stated)."""
        return Phased(self, phase(seconds, linear, count=float(self.most if count is None else count)))

    def bend(self, curl: float, seconds: float = 1.0, *, delay: float = 0.0) -> Phased:
        """Leans over, past it and back."""
        return Phased(self, phase(seconds, settle, curl=curl), delay=delay)

    def fall(self, seconds: float = FALL_S) -> Phased:
        """All fall down: the picture clears."""
        return Phased(self, phase(seconds, linear, fallen=1.0), shows=False)

    def bones(self) -> object:
        """How many there are, how they lean, how far they have fallen."""
        return (self.count, self.curl, self.fallen)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Puts each message on the one below, along the bend."""
        places = self._places()
        w, high = self.width_px, self.width_px * BAR
        sheets: dict[str, list[Path]] = {name: [] for name in ("under", "plain", "sign", "dashes", "ink", "loved")}
        for index, place in enumerate(places):
            wide = w * self._wide[index]
            body = moved(rectangle(wide, high, high / 2), place)
            sheets["under"].append(moved(rectangle(wide, high, high / 2), compose(shifted(w * 0.03, -w * 0.035), place)))
            presses = index in self._press
            sheets["sign" if presses else "plain"].append(body)
            first = -0.26 if index in self._hearts else -0.3
            if index in self._hearts:
                sheets["loved"].append(moved(moved(heart_path(high * 0.27), shifted(-wide * 0.3, 0)), place))
                first = -0.06
            marks = [polyline((x * wide, 0), ((x + 0.1) * wide, 0)) for x in np.arange(first, 0.24, 0.2)]
            sheets["ink" if presses else "dashes"].append(moved(joined(*marks), place))
        parts = (self._under, self._plain, self._sign, self._dashes, self._ink, self._loved)
        for part, paths in zip(parts, sheets.values(), strict=True):
            part.rest = joined(*paths) * px(1) if paths else EMPTY
            part.lay(whole, factor, self.visible)

    def _places(self) -> list[Matrix]:
        """Where each message that is there lies, in pixels."""
        w, places = self.width_px, list[Matrix]()
        x, y = 0.0, w * BAR / 2
        shown = int(np.ceil(self.count))
        sway = 0.0 if stage().still_life else 1.4
        top = self.curl * min(self.count / self.most, 1.0) + (sway * sin(2 * pi * stage().now / stage().fps / 2.6) if self.curl else 0.0)
        for index in range(shown):
            new = min(self.count - index, 1.0)
            angle = radians(top) * ((index + 0.5) / max(self.most, 1)) ** 1.1
            size = max(back_out(new), 0.01)
            place = compose(shifted(x, y + DROP_PX * (1 - out(new))), turned(angle, scale=(size, size)))
            places.append(self._dropped(index, place))
            x, y = x - w * STEP * sin(angle), y + w * STEP * cos(angle)
        return places

    def _dropped(self, index: int, place: Matrix) -> Matrix:
        since = max(self.fallen * FALL_S - self._late[index], 0.0)
        if not since:
            return place
        down = 40.0 * min(since, 0.14) - 1500.0 * max(since - 0.14, 0.0) ** 2
        return compose(shifted(60 * sin(3 * since) * self._spin[index], down), place, turned(self._spin[index] * since))
