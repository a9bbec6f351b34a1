"""A camera that draws exactly manim's pixels, in a fraction of manim's time.

Each trick with its reason; gains measured at 1920x1080 on one core (`python -m animkit.shots.look --measure`):

- Paths are built for all changed shapes in one numpy pass and appended in one call each (cairo_path): 56 letters that move, 4.6 ms
  become 0.9.
- A shape whose points and paint are byte for byte those of the frame before keeps its path: 56 letters at rest, 0.1 ms.
- What lies under everything that changed is kept as a picture and drawn over (the layer), and a frame on which nothing changed is
  not drawn at all.
- Paints that draw nothing (no width, no opacity) are skipped; manim strokes every shape with them.
- Nothing copies the whole frame: one surface lies over one array, where manim copies it three times a frame (1 ms each).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import cairo
import numpy as np
from manim import Mobject, MovingCamera, VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP
from manim.utils.iterables import remove_list_redundancies

from animkit.shots.cairo_path import PathData, paths

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Context = cairo.Context[Any]
    Rgbas = NDArray[np.float64]

LAYER_GAIN = 4
"""How many more shapes a new layer must save to be worth its copy (about 1 ms at 1080p)."""


def drawn_family(mobjects: Iterable[Mobject]) -> list[Mobject]:
    """All members with points, in the order in which manim draws them: by z-index, a member met twice where it is met last."""
    members: list[Mobject] = []
    stack = list(mobjects)[::-1]
    while stack:
        mobject = stack.pop()
        if len(mobject.points):
            members.append(mobject)
        stack.extend(mobject.submobjects[::-1])
    if len(set(map(id, members))) != len(members):
        members = remove_list_redundancies(members)
    if any(member.z_index for member in members):
        members.sort(key=lambda member: member.z_index)
    return members


class FastCamera(MovingCamera):
    """Draws VMobjects by the tricks above and everything else by manim's own code, into ``pixel_array`` ((height, width, 4) uint8)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._surface = cairo.ImageSurface.create_for_data(self.pixel_array.data, cairo.FORMAT_ARGB32, self.pixel_width, self.pixel_height)
        self._context = cairo.Context(self._surface)
        self._known: dict[int, Shape] = {}
        self._drawn: list[Item] | None = None
        self._view: tuple[float, ...] = ()
        self._on: object = None
        self._layer = self.pixel_array.copy()
        self._layer_items = 0

    def draw(self, mobjects: Iterable[Mobject]) -> bool:
        """Draw the picture of ``mobjects``; False, and nothing done, if it is the picture drawn last."""
        items = self._items(drawn_family(mobjects))
        view = self._matrix()
        is_same_place = self._drawn is not None and view == self._view and self._on is self.background
        common = _shared(items, self._drawn or []) if is_same_place else 0
        if is_same_place and common == len(items) == len(self._drawn or []):
            return False
        start = self._layer_items if self._layer_items <= common else 0
        np.copyto(self.pixel_array, self._layer if start else self._background)
        self._context.set_matrix(cairo.Matrix(*view))
        if common - start >= LAYER_GAIN:
            self._paint(items[start:common])
            np.copyto(self._layer, self.pixel_array)
            start = self._layer_items = common
        elif not start:
            self._layer_items = 0
        self._paint(items[start:])
        self._drawn, self._view, self._on = items, view, self.background
        return True

    def _paint(self, items: Sequence[Item]) -> None:
        self._surface.mark_dirty()
        for item in items:
            if isinstance(item, Shape):
                item.draw(self._context)
            else:
                self._surface.flush()
                self.display_funcs[item.kind]([item.mobject], self.pixel_array)
                self._surface.mark_dirty()
        self._surface.flush()

    @property
    def _background(self) -> NDArray[np.uint8]:
        """What manim fills the frame with: made anew whenever a scene sets ``background_color``."""
        background: NDArray[np.uint8] = np.asarray(self.background)
        return background

    def _matrix(self) -> tuple[float, ...]:
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

    _last: NDArray[np.uint8] | None = None

    def draw(self, mobjects: Iterable[Mobject]) -> bool:
        """Draw the picture of ``mobjects``; False if it has the pixels of the one drawn last."""
        self.reset()
        self.capture_mobjects(mobjects)
        if self._last is not None and np.array_equal(self._last, self.pixel_array):
            return False
        self._last = np.array(self.pixel_array, np.uint8)
        return True


State = tuple[Any, ...]


def state_of(mobject: VMobject) -> State:
    """Everything but the points that the look of ``mobject`` depends on, cheap to make and to compare."""
    return (
        mobject.get_fill_rgbas().tobytes(),
        mobject.get_stroke_rgbas().tobytes(),
        mobject.stroke_width,
        mobject.get_stroke_rgbas(background=True).tobytes(),
        mobject.background_stroke_width,
        mobject.joint_type,
        mobject.cap_style,
        tuple(mobject.sheen_direction),
    )


class Line(NamedTuple):
    """How a stroke is drawn; ``width`` in scene units."""

    width: float
    join: cairo.LineJoin
    cap: cairo.LineCap


class Paint(NamedTuple):
    """One fill (``line`` is None) or one stroke."""

    source: cairo.Pattern
    line: Line | None


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One VMobject as it was drawn: the bytes by which a change is seen, its path and its paints."""

    points: bytes
    state: State
    path: PathData
    paints: tuple[Paint, ...]

    @property
    def is_plain(self) -> bool:
        """Whether its paints stay right wherever its points go: a gradient lies between its edges."""
        return all(isinstance(paint.source, cairo.SolidPattern) for paint in self.paints)

    def draw(self, context: Context) -> None:
        """Paint it under the matrix of ``context``."""
        if not self.paints:
            return
        context.new_path()
        self.path.append(context)
        for source, line in self.paints:
            context.set_source(source)
            if line is None:
                context.fill_preserve()
            else:
                context.set_line_width(line.width)
                context.set_line_join(line.join)
                context.set_line_cap(line.cap)
                context.stroke_preserve()


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """What is drawn by manim's own code (images, point clouds, shapes coloured by an image), anew on every frame."""

    mobject: Mobject
    kind: type[Mobject]


Item = Shape | Foreign
NOTHING = Shape(b"", (), PathData(np.empty((0, 2))), ())


def _shared(new: Sequence[Item], old: Sequence[Item]) -> int:
    """How many items both begin with."""
    shared = 0
    for one, other in zip(new, old, strict=False):
        if one is not other:
            break
        shared += 1
    return shared
