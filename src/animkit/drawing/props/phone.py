"""A phone from in front: what streams. No real interface: a glass, a dot, an eye, and the way out as a tiny green door."""

from __future__ import annotations

from math import pi, sin

from animkit.drawing.clip import Window, in_short_curves
from animkit.drawing.colour import mix
from animkit.drawing.layout import px
from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import back_out, into
from animkit.drawing.motion.moves import Enter
from animkit.drawing.path import Matrix, Path, arc, backward, joined, rectangle
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.acts import Phased, Shrink, phase
from animkit.drawing.props.line import line_px
from animkit.drawing.props.phone_parts import CHIP_PX, DoorButton, LiveChip, PressDoor, ViewerChip
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

RATIO = 0.49
BEZEL_SHARE = 0.0156
"""The ink round the glass, of the phone's height: 14 px on one 900 px high."""
RING_SHARE = 0.03
"""How far the live ring stands out, of the phone's height."""
BREATH_S, BREATH = 2.4, 0.12
"""The live ring's breath: so slow and so small (3 px) that nobody could call it flashing."""


class Phone(Puppet):
    """A phone, upright, about the origin. What is on its screen is kept by ``on_screen`` or ``window()``.

    With ``ratio`` (width by height) it is a tablet. ``screen`` is the glass's colour with light on it (``light``); ``narrow`` is the second
    app's phone; ``ground`` is what lies behind, for its one flat shadow.

        phone.on_screen(maya)                              # under the frame, the chips and the button
        self.at("live", *phone.go_live())                  # ring, dot, eye and tiny door pop up
        self.at("same", phone.watched_by(1284))
        self.at("end", *phone.end())                       # the tiny door is pressed and opens; all the rest goes
    """

    def __init__(
        self,
        height_px: float = 900.0,
        *,
        narrow: bool = False,
        ratio: float | None = None,
        screen: str = "sand",
        light: tuple[str, ...] = ("glow", "paper"),
        ground: str | None = None,
        viewers: int = 1,
        live: bool = False,
    ) -> None:
        self.height_px, self.width_px = height_px, height_px * (ratio or (0.4 if narrow else RATIO))
        self._bezel, self._radius = max(height_px * BEZEL_SHARE, 6.0), min(self.width_px * 0.15, height_px * 0.0735)
        self.over = Puppet(*self._front())
        unit = height_px / 900.0
        chip = CHIP_PX * unit * (0.7 if narrow else 1.0)
        edge, top = self.width_px / 2 - self._bezel - 26 * unit, height_px / 2 - self._bezel - 92 * unit
        self.ring = LiveRing(self.width_px, height_px, self._radius)
        self.dot = LiveChip(chip).shift((px(-edge + chip * 0.71), px(top), 0.0))
        self.viewers = ViewerChip(viewers, chip).shift((px(edge), px(top), 0.0))
        self.button = DoorButton(138 * unit).by_px(0, -height_px / 2 + self._bezel + 112 * unit)
        self.over.add(self.dot, self.viewers, self.button)
        super().__init__(*self._behind(ground), self.ring, *self._glass_parts(screen, light), self.over)
        if not live:
            for part in self._live_parts():
                part.hide()

    # --- What it does ---------------------------------------------------------------------------------------------------------

    def go_live(self) -> list[Motion]:
        """The ring runs out round the phone; dot, eye and tiny door pop up one after the other."""
        return [
            self.ring.spread(),
            *(Enter(part, delay=delay) for part, delay in ((self.dot, 0.12), (self.viewers, 0.24), (self.button, 0.4))),
        ]

    def watched_by(self, number: int, seconds: float = 1.4) -> Phased:
        """The number beside the eye counts to another."""
        return self.viewers.count(number, seconds)

    def press(self, seconds: float = 1.0) -> PressDoor:
        """The tiny door is pressed, and opens."""
        return self.button.press(seconds)

    def end(self) -> list[Motion]:
        """Presses the tiny door; when it is down the stream is over: ring, dot and eye are gone and only the open door stays."""
        return [
            self.press(),
            self.ring.draw_in(delay=PressDoor.DOWN_S),
            *(Shrink(part, delay=PressDoor.DOWN_S) for part in (self.dot, self.viewers)),
        ]

    # --- What is on it --------------------------------------------------------------------------------------------------------

    def window(self) -> Window:
        """The glass, for ``Person.inside``, in this puppet's resting units: its edge lies under the bezel."""
        inset = self._bezel * 0.8
        w, h = px(self.width_px / 2 - inset), px(self.height_px / 2 - inset)
        return Window(-w, w, -h, h, px(self._radius - inset))

    def on_screen(self, thing: Puppet) -> Puppet:
        """Puts ``thing`` on the screen, under the frame and all that lies on the glass; a person is kept within it."""
        if hasattr(thing, "inside"):
            thing.inside(self, self.window())
        self.add(thing)
        self.submobjects.remove(thing)
        self.submobjects.insert(self.submobjects.index(self.over), thing)
        return thing

    def lit(self, screen: str) -> None:
        """Gives the glass another colour: a role of the theme."""
        self._glass.paint(screen)

    # --- How it is drawn ------------------------------------------------------------------------------------------------------

    def _live_parts(self) -> tuple[Puppet, ...]:
        return self.ring, self.dot, self.viewers, self.button

    def _behind(self, ground: str | None) -> list[Drawn]:
        w, h = self.width_px, self.height_px
        shadow = [shape(rectangle(w, h, self._radius, (-h * 0.026, -h * 0.02)), _shade(ground))] if ground else []
        keys = [rectangle(h * 0.018, h * 0.107, h * 0.007, (w / 2, h * 0.22))]
        keys += [rectangle(h * 0.018, h * 0.067, h * 0.007, (-w / 2, h * y)) for y in (0.25, 0.165)]
        return [*shadow, shape(joined(*keys), "ink")]

    def _glass_parts(self, screen: str, light: tuple[str, ...]) -> list[Drawn]:
        w, h = self.width_px, self.height_px
        glass, colour = self.window(), stage().colour
        self._glass = Drawn(_glass_path(glass), colour(screen))
        discs = zip((0.8, 0.52, 0.3), light, strict=False)
        lights = [Drawn(_disc_on(glass, px(w * share), (px(w * 0.1), px(h * 0.06))), colour(role)) for share, role in discs]
        return [shape(rectangle(w, h, self._radius), "ink"), self._glass, *lights]

    def _front(self) -> list[Drawn]:
        w, h, bezel = self.width_px, self.height_px, self._bezel
        frame = joined(rectangle(w, h, self._radius), backward(rectangle(w - 2 * bezel, h - 2 * bezel, self._radius - bezel)))
        camera = rectangle(w * 0.2, h * 0.02, h * 0.01, (0, h / 2 - bezel - h * 0.026))
        return [shape(frame, "ink"), shape(camera, "ink")]


class LiveRing(Puppet):
    """The ring round a phone that is live: rose, with an ink edge. It breathes a little while it is on."""

    def __init__(self, width: float, height: float, radius: float) -> None:
        self.out = 1.0
        self._sides = (width, height, radius)
        self._band = shape(self._path(1.0), "rose", "ink", line_px(height * 0.2))
        super().__init__(self._band)

    def spread(self, seconds: float = 0.6) -> Phased:
        """Runs out from under the phone's edge, a little too far and back."""
        self.out = 0.0
        self.hide()
        return Phased(self, phase(seconds, back_out, out=1.0), shows=True)

    def draw_in(self, seconds: float = 0.3, *, delay: float = 0.0) -> Phased:
        """Draws back under the phone's edge: it is no longer live."""
        return Phased(self, phase(seconds, into, out=0.0), delay=delay, shows=False)

    def bones(self) -> object:
        """How far out it is, with its breath."""
        return self._reach()

    def lay(self, whole: Matrix, factor: float) -> None:
        """Runs it round the phone as far out as it is."""
        self._band.rest = self._path(self._reach()) * px(1)
        super().lay(whole, factor)

    def _reach(self) -> float:
        up = stage()
        breath = 0.0 if up.still_life else BREATH * sin(2 * pi * up.now / up.fps / BREATH_S)
        return self.out + breath * min(self.out, 1.0)

    def _path(self, out: float) -> Path:
        width, height, radius = self._sides
        gap = RING_SHARE * height * out
        return rectangle(width + 2 * gap, height + 2 * gap, radius + gap)


def _glass_path(glass: Window) -> Path:
    return rectangle(glass.right - glass.left, glass.top - glass.bottom, glass.radius)


def _disc_on(glass: Window, radius: float, centre: tuple[float, float]) -> Path:
    return glass.kept(in_short_curves(arc(radius, centre=centre), px(14)))


def _shade(ground: str) -> str:
    """The flat shadow's colour on a ground."""
    return mix(stage().colour(ground), stage().colour("night"), 0.6)
