"""The door: round, green, without a lock, and it opens from both sides. It is what helps; every film ends with it open.

The same door at every size: on a wall, on a card, as the tiny button that ends a stream. A closed arch on a ground line can be taken for a
headstone: so this one has a window, a knob, boards and a frame of another green, and it is rarely closed.
"""

from __future__ import annotations

from functools import partial
from math import cos, radians, sin
from typing import Literal

import numpy as np

from animkit.drawing.clip import Window
from animkit.drawing.colour import SHAPE_CONTRAST, contrast, mix
from animkit.drawing.layout import px
from animkit.drawing.motion.ease import back_out, in_out, into, out
from animkit.drawing.path import EMPTY, Matrix, Pair, Path, arc, arch, backward, joined, moved, polyline, rectangle, shifted
from animkit.drawing.pen import Drawn, in_space
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

State = Literal["closed", "ajar", "open"]
Hinge = Literal["left", "right"]

SWING: dict[State, float] = {"closed": 0.0, "ajar": 38.0, "open": 114.0}
"""How far the leaf is turned, in degrees."""
WIDEST_AWAY = 84.0
"""How far a leaf turns that opens away from us: further, the wall would hide it."""
WIDTH_SHARE = 0.52
"""The opening's width, of its height."""
FULL_PX, PLAIN_PX = 240.0, 110.0
"""From this height on the leaf has boards and window bars; under the second its window and knob grow, to be seen."""
STEP_SHARE = 0.022
"""The doorstep's height, of the opening's."""
EYE_SHARE, FAR_SHARE = 0.5, 2.7
"""Where the eye is that sees the leaf turn: its height, and its distance, of the opening's height."""


class Door(Puppet):
    """A door in a wall. Its origin is the middle of its foot; ``height_px`` is the height of its opening.

    ``ground`` is the colour of the wall: the frame takes the help colour that stands out from it. The leaf turns to us, or away into the
    light where we are not on the side to which it opens (``towards_us=False``).

        self.play(door.open())
        self.at("help", door.warm())
        door.welcome(maya)          # Maya stands in the doorway: before its light, behind its leaf
    """

    def __init__(
        self,
        height_px: float = 600.0,
        *,
        state: State = "ajar",
        hinge: Hinge = "right",
        towards_us: bool = True,
        ground: str = "lavender",
        floor_light: bool = True,
        warmth: float = 0.0,
    ) -> None:
        self.height_px, self.width_px = height_px, height_px * WIDTH_SHARE
        self.widest = SWING["open"] if towards_us else WIDEST_AWAY
        self.swing, self.warmth = min(SWING[state], self.widest), warmth
        self._sign = 1.0 if hinge == "right" else -1.0
        self._depth = 1.0 if towards_us else -1.0
        self._colours = _colours(ground)
        self._detail = 2 if height_px >= FULL_PX else 1 if height_px >= PLAIN_PX else 0
        self._jamb_px, self._thickness = self.width_px * 0.045, self.width_px * 0.05
        self._leaf: list[tuple[Drawn, Path, float]] = []
        super().__init__(*self._build(floor_light))
        self.refresh()

    # --- What it does ---------------------------------------------------------------------------------------------------------

    def open(self, seconds: float = 0.9) -> Phased:
        """Opens wide: draws back a little, swings past and settles."""
        ease = back_out if self._depth > 0 else in_out
        return Phased(self, phase(0.16, swing=lambda: max(self.swing - 4.0, 0.0)), phase(seconds - 0.16, ease, swing=self.widest))

    def ajar(self, seconds: float = 0.7) -> Phased:
        """Opens, or half closes, until it stands ajar."""
        return Phased(self, phase(seconds, back_out, swing=SWING["ajar"]))

    def close(self, seconds: float = 0.8) -> Phased:
        """Closes softly; it never slams, and it is never locked."""
        bounce = phase(seconds * 0.1, out, swing=2.5), phase(seconds * 0.1, into, swing=0.0)
        return Phased(self, phase(seconds * 0.8, into, swing=0.0), *bounce)

    def warm(self, seconds: float = 0.9) -> Phased:
        """Somebody is in: the light behind its window goes on."""
        return Phased(self, phase(seconds, in_out, warmth=1.0))

    def cool(self, seconds: float = 0.9) -> Phased:
        """The light behind its window goes off."""
        return Phased(self, phase(seconds, in_out, warmth=0.0))

    def knocked(self) -> Phased:
        """Trembles under one knock, less and less."""
        return Phased(self, *(phase(0.06, swing=partial(self._turned_by, degrees)) for degrees in (3.0, 0.0, 1.2, 0.0)))

    # --- Who stands in it -----------------------------------------------------------------------------------------------------

    def window(self) -> Window:
        """The opening, for ``Person.inside``: a little of the jamb and of the step lies over whoever stands in it."""
        half = px(self.width_px + self._jamb_px) / 2
        foot, top = -px(self.height_px * STEP_SHARE * 0.35), px(self.height_px + self._jamb_px / 2)
        return Window(-half, half, foot, top, half, square_foot=True)

    def welcome(self, guest: Puppet) -> Puppet:
        """Puts ``guest`` into the doorway: before the light, behind the frame; a person is kept within the arch."""
        if hasattr(guest, "inside"):
            guest.inside(self, self.window())
        self.add(guest)
        self.submobjects.remove(guest)
        self.submobjects.insert(self.submobjects.index(self._guest_stands_before), guest)
        return guest

    def knob(self) -> np.ndarray:
        """Where a hand takes hold of it, in the scene."""
        place = self._projected(np.array([[self.width_px * 0.87, self.height_px * 0.44]]), 0.0)
        point: np.ndarray = in_space(moved(place * px(1), self.matrix()))[0]
        return point

    # --- How it is drawn ------------------------------------------------------------------------------------------------------

    def bones(self) -> object:
        """The leaf's turn, and how warm its window is."""
        return (self.swing, self.warmth)

    def lay(self, whole: Matrix, factor: float) -> None:
        """Turns the leaf in perspective, lets the light fall, and lays the rest as it is."""
        for part in self._still:
            part.lay(whole, factor, self.visible)
        inner_side = self._shows_inner_side()
        for part, outline, offset in self._leaf:
            there = self._projected(outline, self._thickness if inner_side is (offset > 0) else 0.0)
            part.rest = there * px(1)
            part.lay(whole, factor, self.visible)
        if self._light is not None:
            self._light.rest = self._beam() * px(1)
            self._light.lay(whole, factor, self.visible)
        self._paint()

    def _build(self, floor_light: bool) -> list[Drawn]:
        """All parts, back to front: light, a leaf that turns away, frame, a leaf that turns to us."""
        w, h, colours = self.width_px, self.height_px, self._colours
        jamb, band, step = self._jamb_px, w * (0.085 if self._detail else 0.11), h * STEP_SHARE
        hall = [_solid(arch(w + jamb, h + jamb / 2), "glow"), _solid(arch(w * 0.66, h * 0.83), "paper")]
        frame = [
            _solid(_ring(w + 2 * (jamb + band), h + jamb + band, jamb + band - 1), colours["frame"]),
            _solid(_ring(w + 2 * jamb, h + jamb, jamb), colours["jamb"]),
        ]
        if self._detail:
            frame.append(_solid(rectangle(w + 2 * (jamb + band) + 2 * step, step, step * 0.3, (0, -step / 2)), colours["frame"]))
        self._still = [*hall, *frame]
        self._guest_stands_before = frame[0]
        light = self._light = _solid(EMPTY, "paper") if floor_light else None
        if light is not None:
            light.set_fill(opacity=0.5)
        leaf = self._build_leaf()
        behind, before = ([], leaf) if self._depth > 0 else (leaf, [])
        return [*([light] if light is not None else []), *hall, *behind, *frame, *before]

    def _build_leaf(self) -> list[Drawn]:
        w, h, colours, detail = self.width_px, self.height_px, self._colours, self._detail
        overlap = 1.5 if detail == 2 else 0.5
        outline = moved(arch(w + 2 * overlap, h + overlap), shifted(w / 2, 0))
        self._edge = self._leaf_part(outline, colours["edge"], -1)
        self._side = self._leaf_part(outline, colours["leaf"])
        boards = (1 / 3, 2 / 3) if detail == 2 else ()
        for x in boards:
            self._leaf_part(rectangle(w * 0.018, h * 0.45, w * 0.009, (w * x, h * 0.255)), colours["seam"])
        self._halo = self._leaf_part(_pane(w, h, 0.06 if detail else 0.05), colours["leaf"])
        self._pane = self._leaf_part(_pane(w, h, 0.0), colours["glass"])
        upright, across = rectangle(w * 0.032, h * 0.32, 0, (w / 2, h * 0.69)), rectangle(w * 0.52, w * 0.032, 0, (w / 2, h * 0.675))
        self._bars = self._leaf_part(joined(upright, across), colours["leaf"]) if detail == 2 else None
        self._leaf_part(arc(w * (0.05 if detail else 0.07), centre=(w * 0.87, h * 0.44)), "paper")
        return [part for part, _, _ in self._leaf]

    def _leaf_part(self, outline: Path, colour: str, offset: float = 1.0) -> Drawn:
        part = _solid(outline, colour)
        self._leaf.append((part, outline, offset))
        return part

    def _projected(self, outline: Path, thickness: float) -> Path:
        """Points of the leaf (from the hinge, from the foot) as the eye sees them in front of the opening, in pixels."""
        turn = radians(self.swing)
        u, v = outline[:, 0], outline[:, 1]
        x = self.width_px / 2 - u * cos(turn) - thickness * sin(turn) * self._depth
        z = u * sin(turn) * self._depth - thickness * cos(turn)
        eye, far = self.height_px * EYE_SHARE, self.height_px * FAR_SHARE
        near = far / (far - z)
        seen: Path = np.column_stack([self._sign * x * near, eye + (v - eye) * near])
        return seen

    def _shows_inner_side(self) -> bool:
        """Whether the leaf has turned so far that we see its other side."""
        foot = self._projected(np.array([[0.0, 0.0], [self.width_px, 0.0]]), 0.0)
        return bool((foot[1, 0] - foot[0, 0]) * self._sign > 0)

    def _beam(self) -> Path:
        """The light on the floor: between the jamb and the leaf's edge, falling to us."""
        w, h, s = self.width_px, self.height_px, self._sign
        edge = self._projected(np.array([[w, 0.0]]), 0.0)[0]
        x = min(s * float(edge[0]), w / 2)
        opened = min((x + w / 2) / w, 1.0)
        if opened < 1e-3:
            return EMPTY
        fall = h * 0.2 * min(1.0, opened * 3) + h * STEP_SHARE
        hinge: Pair = (w / 2, 0.0) if self._depth > 0 else (x, 0.0)
        foot: Pair = (x, min(float(edge[1]), 0.0) * (1 - opened)) if self._depth > 0 else hinge
        corners = [(-w / 2, 0.0), hinge, foot, (x - w * 0.06 * opened, -fall), (-w / 2 - w * 0.42 * opened, -fall)]
        return polyline(*((s * x, y) for x, y in corners), closed=True)

    def _turned_by(self, degrees: float) -> float:
        return self.swing + degrees

    def _paint(self) -> None:
        leaf, glow = self._shade(), stage().colour("glow")
        self._side.paint(leaf)
        self._halo.paint(mix(leaf, glow, 0.34 * self.warmth))
        glass = mix(self._colours["glass"], self._colours["through"], min(max(self.swing - 40.0, 0.0) / 60.0, 1.0))
        self._pane.paint(mix(glass, glow, self.warmth))
        if self._bars is not None:
            self._bars.paint(leaf)

    def _shade(self) -> str:
        """The leaf's colour: bright while it faces us, darker once it stands against the wall."""
        return mix(self._colours["leaf"], self._colours["turned"], min(max(self.swing / 80.0, 0.0), 1.0))


def _solid(path: Path, colour: str) -> Drawn:
    return Drawn(path * px(1), stage().colour(colour))


def _ring(width: float, height: float, thick: float) -> Path:
    """An arch with an arch in it left open."""
    return joined(arch(width, height), backward(arch(width - 2 * thick, height - thick)))


def _pane(w: float, h: float, grow: float) -> Path:
    return arch(w * (0.5 + 2 * grow), h * 0.31 + w * 2 * grow, (w / 2, h * 0.535 - w * grow))


def _colours(ground: str) -> dict[str, str]:
    """The door's colours on a wall of this colour: a dark frame by day, a pale one on dark walls."""
    colour = stage().colour
    dark, bright, light = colour("help_dark"), colour("help"), colour("help_light")
    by_day = contrast(dark, colour(ground)) >= SHAPE_CONTRAST
    return {
        "frame": dark if by_day else light,
        "jamb": bright if by_day else dark,
        "leaf": mix(bright, dark, 0.3),
        "turned": mix(dark, bright, 0.1) if by_day else bright,
        "edge": bright if by_day else light,
        "seam": dark,
        "glass": mix(dark, bright, 0.12),
        "through": mix(colour(ground), light, 0.4),
    }
