"""A camera that draws exactly manim's pixels, in a fraction of manim's time.

Each trick with its reason. Together they make 23 ms a frame 9 on a help card with two people who breathe, and 38 ms 22 where everything
moves (CPU time at 1920x1080; docs/decisions/0003).

- Paths are built for all changed shapes in one numpy pass and appended in one call each (cairo_path).
- A shape whose points and paint are byte for byte those of the frame before keeps its path.
- Paints that draw nothing (no width, no opacity) are skipped; manim strokes every shape with them.
- Nothing copies the whole frame: one surface lies over one array, where manim copies it three times a frame.
- What lies under everything that changed is kept as a picture (the layer).
- Only the parts of the picture in which something changed are painted, and only with the shapes that reach into them (region): whole and
  on a surface of their own, because cairo rounds where it is made to cut a shape off; then the parts are taken over.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import cairo
import numpy as np
from manim import Mobject, MovingCamera, VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from animkit.shots.cairo_path import Extent, paths
from animkit.shots.region import Grid, Part, Parts, View
from animkit.shots.shapes import NOTHING, Foreign, Item, Line, Paint, Shape, State, drawn_family, state_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[Any]
    Rgbas = NDArray[np.float64]

LAYER_GAIN = 4
"""How many more shapes a new layer must save to be worth its copy (about 1 ms at 1080p)."""

WHOLE_FROM = 0.7
"""When this much of the picture changed, the whole of it is painted: cutting costs more than it saves."""

UNCHANGED: Parts = ()

LASTING = 6
"""For how many frames items must have been unchanged to go into the layer."""


class FastCamera(MovingCamera):
    """Draws VMobjects by the tricks above and everything else by manim's own code, into ``pixel_array`` ((height, width, 4) uint8)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._canvas = Canvas(self.pixel_array)
        self._scratch = Canvas(self.pixel_array.copy())
        self._layer = self.pixel_array.copy()
        self._layer_items = 0
        self._shared_lately: deque[int] = deque(maxlen=LASTING)
        self._grid = Grid(self.pixel_width, self.pixel_height)
        self._known: dict[int, Shape] = {}
        self._drawn: list[Item] | None = None
        self._place: tuple[object, ...] = ()

    def draw(self, mobjects: Iterable[Mobject]) -> Parts:
        """Draw the picture of ``mobjects``; the parts that changed since the one drawn last, none if it is the same."""
        items = self._items(drawn_family(mobjects))
        view, before = self._matrix(), self._drawn
        place = (view, id(self.background))
        if place != self._place:
            before, self._layer_items = None, 0
        self._drawn, self._place = items, place
        if before is None:
            self._draw_whole(items, view, 0)
            return self._grid.whole
        shared = _shared(items, before)
        if self._layer_items > shared:
            self._layer_items = 0
        common = self._lasting(shared)
        parts = self._parts(_changed(before, items), view)
        if not parts:
            return parts
        if parts == self._grid.whole or common - self._layer_items >= LAYER_GAIN:
            self._draw_whole(items, view, common)
        else:
            self._draw_parts(parts, items, view)
        return parts

    def _lasting(self, shared: int) -> int:
        """How many of the first items have not changed for a while: a layer is to last longer than the pause between two breaths."""
        self._shared_lately.append(shared)
        return min(self._shared_lately)

    def _draw_whole(self, items: Sequence[Item], view: View, common: int) -> None:
        """Paint everything over the layer, and lift the layer to the first ``common`` items where that is worth it."""
        start = self._layer_items
        np.copyto(self.pixel_array, self._below)
        self._canvas.context.set_matrix(cairo.Matrix(*view))
        if common - start >= LAYER_GAIN:
            self._paint(items[start:common])
            np.copyto(self._layer, self.pixel_array)
            start = self._layer_items = common
        self._paint(items[start:])

    def _draw_parts(self, parts: Parts, items: Sequence[Item], view: View) -> None:
        """Paint some parts of the picture over the layer."""
        for part in parts:
            np.copyto(part.cut(self._scratch.pixels), part.cut(self._below))
        above = [item for item in items[self._layer_items :] if isinstance(item, Shape)]
        self._scratch.context.set_matrix(cairo.Matrix(*view))
        self._scratch.surface.mark_dirty()
        for item, is_touched in zip(above, self._grid.touched([item.extent for item in above], parts, view).tolist(), strict=True):
            if is_touched:
                item.draw(self._scratch.context)
        self._scratch.surface.flush()
        for part in parts:
            np.copyto(part.cut(self.pixel_array), part.cut(self._scratch.pixels))

    def _paint(self, items: Sequence[Item]) -> None:
        surface = self._canvas.surface
        surface.mark_dirty()
        for item in items:
            if isinstance(item, Shape):
                item.draw(self._canvas.context)
            else:
                surface.flush()
                self.display_funcs[item.kind]([item.mobject], self.pixel_array)
                surface.mark_dirty()
        surface.flush()

    def _parts(self, changed: list[Extent] | None, view: View) -> Parts:
        """The parts that the changed boxes of the scene can touch; the whole where that is cheaper, or where they cannot be told."""
        if changed is None:
            return self._grid.whole
        parts = self._grid.parts(changed, view)
        return parts if sum(part.area for part in parts) < WHOLE_FROM * self._grid.whole[0].area else self._grid.whole

    @property
    def _below(self) -> Pixels:
        """What is painted over: the layer, or what manim fills a frame with."""
        below: Pixels = self._layer if self._layer_items else np.asarray(self.background)
        return below

    def _matrix(self) -> View:
        """Scene units to pixels: the very numbers of manim's get_cairo_context."""
        across, down = self.pixel_width / self.frame_width, self.pixel_height / self.frame_height
        centre = self.frame_center
        return (across, 0, 0, -down, self.pixel_width / 2 - centre[0] * across, self.pixel_height / 2 + centre[1] * down)

    def _items(self, members: Sequence[Mobject]) -> list[Item]:
        """What to draw, in order: the record of the frame before for a shape that has not changed, new ones for the rest."""
        items: list[Item] = []
        changed: list[tuple[int, VMobject, bytes, State]] = []
        for member in members:
            if not isinstance(member, VMobject) or member.background_image is not None:
                items.append(Foreign(member, self.type_or_raise(member)))
                continue
            points, state = member.points.tobytes(), state_of(member)
            known = self._known.get(id(member))
            if known is None or known.state != state or known.points != points:
                changed.append((len(items), member, points, state))
                items.append(known or NOTHING)
            else:
                items.append(known)
        built = paths([member.points for _, member, _, _ in changed], [member.tolerance_for_point_equality for _, member, _, _ in changed])
        for (place, member, points, state), path in zip(changed, built, strict=True):
            known = self._known.get(id(member))
            keeps_paint = known is not None and known.state == state and known.is_plain
            items[place] = Shape(points, state, path, known.paints if known and keeps_paint else tuple(self._paints(member)))
        self._known = {id(member): item for member, item in zip(members, items, strict=True) if isinstance(item, Shape)}
        return items

    def _paints(self, mobject: VMobject) -> Iterator[Paint]:
        """The paints that show, in manim's order: stroke behind, fill, stroke."""
        join, cap = LINE_JOIN_MAP[mobject.joint_type], CAP_STYLE_MAP[mobject.cap_style]
        for rgbas, width in (
            (self.get_stroke_rgbas(mobject, background=True), mobject.get_stroke_width(background=True)),
            (self.get_fill_rgbas(mobject), None),
            (self.get_stroke_rgbas(mobject), mobject.get_stroke_width()),
        ):
            if width != 0 and rgbas[:, 3].any():
                line = None if width is None else Line(width * self.cairo_line_width_multiple, join, cap)
                yield Paint(self._source(mobject, rgbas), line)

    def _source(self, mobject: VMobject, rgbas: Rgbas) -> cairo.Pattern:
        """The colour, or the gradient, in manim's order of channels: cairo keeps blue first, so red and blue change places."""
        if len(rgbas) == 1:
            red, green, blue, alpha = rgbas[0]
            return cairo.SolidPattern(blue, green, red, alpha)
        ends = self.transform_points_pre_display(mobject, np.array(mobject.get_gradient_start_and_end_points()))
        gradient = cairo.LinearGradient(*(number for point in ends for number in point[:2]))
        for offset, (red, green, blue, alpha) in zip(np.linspace(0, 1, len(rgbas)), rgbas, strict=True):
            gradient.add_color_stop_rgba(offset, blue, green, red, alpha)
        return gradient


class ExactCamera(MovingCamera):
    """manim's own camera, for ``--exact-manim``: every frame drawn whole by manim's code."""

    _last: Pixels | None = None

    def draw(self, mobjects: Iterable[Mobject]) -> Parts:
        """Draw the picture of ``mobjects``; the whole of it, or no part if it has the pixels of the one drawn last."""
        self.reset()
        self.capture_mobjects(mobjects)
        if self._last is not None and np.array_equal(self._last, self.pixel_array):
            return UNCHANGED
        self._last = np.array(self.pixel_array, np.uint8)
        return (Part(0, 0, self.pixel_width, self.pixel_height),)


class Canvas:
    """An array of pixels and the cairo surface that lies over it."""

    def __init__(self, pixels: Pixels) -> None:
        self.pixels = pixels
        height, width = pixels.shape[:2]
        self.surface = cairo.ImageSurface.create_for_data(pixels.data, cairo.FORMAT_ARGB32, width, height)
        self.context = cairo.Context(self.surface)


def _changed(before: Sequence[Item], after: Sequence[Item]) -> list[Extent] | None:
    """The boxes of everything that came, went or changed; None where it cannot be told: something of manim's own, or another order."""
    if len(before) == len(after):
        pairs = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
        gone, come = [old for old, _ in pairs], [new for _, new in pairs]
        if not set(map(id, gone)).isdisjoint(map(id, come)):
            return None
        differing = gone + come
    else:
        kept = set(map(id, before)) & set(map(id, after))
        if [item for item in before if id(item) in kept] != [item for item in after if id(item) in kept]:
            return None
        differing = [item for item in (*before, *after) if id(item) not in kept]
    shapes = [item for item in differing if isinstance(item, Shape)]
    return [item.extent for item in shapes if item.paints] if len(shapes) == len(differing) else None


def _shared(new: Sequence[Item], old: Sequence[Item]) -> int:
    """How many items both begin with."""
    shared = 0
    for one, other in zip(new, old, strict=False):
        if one is not other:
            break
        shared += 1
    return shared
