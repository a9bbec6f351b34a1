"""A camera that draws exactly manim's pixels, in a fraction of manim's time.

Each trick with its reason. Together they make 23 ms a frame 9 on a help card with two people who breathe, and 38 ms 22 where everything
moves (CPU time at 1920x1080; docs/decisions/0003).

- Paths are built for all changed shapes in one numpy pass and appended in one call each (cairo_path).
- A shape whose points and paint are byte for byte those of the frame before keeps its path.
- Paints that draw nothing (no width, no opacity) are skipped; manim strokes every shape with them.
- Nothing copies the whole frame: one surface lies over one array, where manim copies it three times a frame.
- What lies under everything that changed is kept as a picture (the layer).
- Only the part of the picture in which something changed is painted, and only with the shapes that reach into it: whole and on a surface
  of their own, because cairo rounds where it is made to cut a shape off; then the part is taken over.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import cairo
import numpy as np
from manim import Mobject, MovingCamera, VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from animkit.shots.cairo_path import NOWHERE, Extent, paths
from animkit.shots.shapes import NOTHING, Foreign, Item, Line, Paint, Shape, State, drawn_family, state_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[Any]
    Rgbas = NDArray[np.float64]

LAYER_GAIN = 4
"""How many more shapes a new layer must save to be worth its copy (about 1 ms at 1080p)."""

WHOLE_FROM = 0.7
"""When this much of the picture changed, the whole of it is painted: cutting costs more than it saves."""

UNCHANGED = range(0)


class Part(NamedTuple):
    """A part of the picture in pixels, ``right`` and ``bottom`` exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def cut(self, pixels: Pixels) -> Pixels:
        """The part of a picture's array, as a view."""
        return pixels[self.top : self.bottom, self.left : self.right]


class FastCamera(MovingCamera):
    """Draws VMobjects by the tricks above and everything else by manim's own code, into ``pixel_array`` ((height, width, 4) uint8)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._canvas = Canvas(self.pixel_array)
        self._scratch = Canvas(self.pixel_array.copy())
        self._layer = self.pixel_array.copy()
        self._layer_items = 0
        self._known: dict[int, Shape] = {}
        self._drawn: list[Item] | None = None
        self._place: tuple[object, ...] = ()

    def draw(self, mobjects: Iterable[Mobject]) -> range:
        """Draw the picture of ``mobjects``; the rows that changed since the one drawn last, none if it is the same."""
        items = self._items(drawn_family(mobjects))
        view, before = self._matrix(), self._drawn
        place = (view, id(self.background))
        if place != self._place:
            before, self._layer_items = None, 0
        self._drawn, self._place = items, place
        if before is None:
            self._draw_whole(items, view, 0)
            return range(self.pixel_height)
        common = _shared(items, before)
        if self._layer_items > common:
            self._layer_items = 0
        part = self._part(_changed(before, items), view)
        if part is None or common - self._layer_items >= LAYER_GAIN:
            self._draw_whole(items, view, common)
            return range(self.pixel_height) if part is None else range(part.top, part.bottom)
        if part.right > part.left and part.bottom > part.top:
            self._draw_part(part, items, view)
        return range(part.top, part.bottom)

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

    def _draw_part(self, part: Part, items: Sequence[Item], view: View) -> None:
        """Paint one part of the picture over the layer."""
        np.copyto(part.cut(self._scratch.pixels), part.cut(self._below))
        reached = _units(part, view)
        self._scratch.context.set_matrix(cairo.Matrix(*view))
        self._scratch.surface.mark_dirty()
        for item in items[self._layer_items :]:
            if isinstance(item, Shape) and _meet(item.extent, reached):
                item.draw(self._scratch.context)
        self._scratch.surface.flush()
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

    def _part(self, extent: Extent | None, view: View) -> Part | None:
        """The pixels that a changed box of the scene can touch; None where so much changed that it is all."""
        if extent is None:
            return None
        if extent == NOWHERE:
            return Part(0, 0, 0, 0)
        across, _, _, down, left, top = view
        part = self._within(
            math.floor(extent[0] * across + left) - 1,
            math.floor(extent[3] * down + top) - 1,
            math.ceil(extent[2] * across + left) + 1,
            math.ceil(extent[1] * down + top) + 1,
        )
        area = (part.right - part.left) * (part.bottom - part.top)
        return part if area < WHOLE_FROM * self.pixel_width * self.pixel_height else None

    def _within(self, left: int, top: int, right: int, bottom: int) -> Part:
        left, right = (min(max(edge, 0), self.pixel_width) for edge in (left, right))
        top, bottom = (min(max(edge, 0), self.pixel_height) for edge in (top, bottom))
        return Part(left, top, right, bottom)

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

    def draw(self, mobjects: Iterable[Mobject]) -> range:
        """Draw the picture of ``mobjects``; all its rows, or none if it has the pixels of the one drawn last."""
        self.reset()
        self.capture_mobjects(mobjects)
        if self._last is not None and np.array_equal(self._last, self.pixel_array):
            return UNCHANGED
        self._last = np.array(self.pixel_array, np.uint8)
        return range(self.pixel_height)


class Canvas:
    """An array of pixels and the cairo surface that lies over it."""

    def __init__(self, pixels: Pixels) -> None:
        self.pixels = pixels
        height, width = pixels.shape[:2]
        self.surface = cairo.ImageSurface.create_for_data(pixels.data, cairo.FORMAT_ARGB32, width, height)
        self.context = cairo.Context(self.surface)


View = tuple[float, float, float, float, float, float]


def _changed(before: Sequence[Item], after: Sequence[Item]) -> Extent | None:
    """The box of everything that came, went or changed; None where it cannot be told: something of manim's own, or another order."""
    kept = set(map(id, before)) & set(map(id, after))
    if [item for item in before if id(item) in kept] != [item for item in after if id(item) in kept]:
        return None
    extent = NOWHERE
    for item in (*before, *after):
        if id(item) not in kept:
            if not isinstance(item, Shape):
                return None
            left, bottom, right, top = item.extent
            extent = (min(extent[0], left), min(extent[1], bottom), max(extent[2], right), max(extent[3], top))
    return extent


def _units(part: Part, view: View) -> Extent:
    """A part of the picture as a box of the scene."""
    across, _, _, down, left, top = view
    return ((part.left - left) / across, (part.bottom - top) / down, (part.right - left) / across, (part.top - top) / down)


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _shared(new: Sequence[Item], old: Sequence[Item]) -> int:
    """How many items both begin with."""
    shared = 0
    for one, other in zip(new, old, strict=False):
        if one is not other:
            break
        shared += 1
    return shared
