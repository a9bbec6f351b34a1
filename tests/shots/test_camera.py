"""The fast camera draws manim's own pixels."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import cairo
import manim as m
import numpy as np
import pytest
from numpy.typing import NDArray

from animkit.shots import cairo_path
from animkit.shots.camera import FastCamera, drawn_family

Picture = NDArray[np.uint8]


@pytest.fixture(autouse=True)
def small_frame() -> Iterator[None]:
    with m.tempconfig({"pixel_width": 320, "pixel_height": 180, "frame_width": 14.2222, "frame_height": 8, "background_color": "#E7E2FA"}):
        yield


def by_manim(mobjects: list[m.Mobject], frame: m.Mobject | None = None) -> Picture:
    camera = m.MovingCamera()
    camera.frame = frame or camera.frame
    camera.capture_mobjects(mobjects)
    return camera.pixel_array


def unusual_paths() -> list[m.VMobject]:
    stray, near_stray, broken, open_path = m.Square(), m.Square(), m.Square(), m.VMobject()
    stray.points = np.vstack([stray.points, [[0, 0, 0]]])
    near_stray.points = np.vstack([near_stray.points, near_stray.points[-1:], [[0, 0, 0]]])
    broken.points[3] = np.nan
    open_path.set_points_as_corners([m.LEFT, m.UP, m.RIGHT])
    return [
        stray,
        near_stray,
        broken,
        open_path,
        m.Annulus(),
        m.VMobject().append_points(m.Square().points).append_points(m.Circle().points),
    ]


def busy_picture() -> list[m.Mobject]:
    image = m.ImageMobject(np.arange(40 * 60 * 3, dtype=np.uint8).reshape(40, 60, 3)).shift(3 * m.RIGHT + m.UP)
    return [
        m.Square(side_length=6, fill_color=m.BLUE, fill_opacity=1, stroke_width=0),
        m.Circle(radius=2, color=m.RED, fill_opacity=0.4, stroke_width=9).shift(2 * m.LEFT),
        m.Star(fill_opacity=0.7, stroke_opacity=0.3).set_color_by_gradient(m.RED, m.YELLOW, m.GREEN).shift(m.UP),
        m.Ellipse(4, 1, fill_opacity=1).set_color([m.BLUE, m.GREEN]).set_sheen_direction(m.UR),
        m.VGroup(*m.Text("Hold on, 9&g", font="sans").set_color(m.WHITE).set_stroke(m.RED, 6, background=True)).shift(2 * m.DOWN),
        image,
        m.DashedLine(3 * m.LEFT, 3 * m.RIGHT + m.UP, color=m.RED),
        m.DashedVMobject(m.Circle(radius=1.5, stroke_width=8), num_dashes=9),
        m.Line(m.LEFT, m.UP, stroke_width=30, cap_style=m.CapStyleType.ROUND),
        m.Polygon(m.LEFT, m.UP, m.RIGHT, joint_type=m.LineJointType.ROUND, stroke_width=20, color=m.YELLOW).shift(4 * m.LEFT),
        m.Arc(radius=1, angle=m.PI, fill_opacity=0.5, stroke_width=2).set_z_index(-1),
        m.RoundedRectangle(width=3, height=1, color=m.RED, fill_opacity=0.9).rotate(0.3).shift(2 * m.UP + 3 * m.LEFT),
        m.PointCloudDot(radius=0.5, density=8).shift(5 * m.LEFT),
        m.VGroup(m.Dot().shift(m.RIGHT), m.Triangle(fill_opacity=0), m.VGroup()),
        *unusual_paths(),
    ]


def test_every_kind_of_mobject_is_drawn_to_the_pixel_as_manim_draws_it() -> None:
    picture = busy_picture()
    camera = FastCamera()
    assert camera.draw(picture)
    assert np.array_equal(camera.pixel_array, by_manim(picture))
    assert len(np.unique(camera.pixel_array.reshape(-1, 4), axis=0)) > 500


CHANGES: dict[str, Callable[[list[m.Mobject]], object]] = {
    "moved": lambda picture: picture[1].shift(0.3 * m.UP),
    "scaled": lambda picture: picture[4].scale(1.2),
    "recoloured in place": lambda picture: picture[0].set_fill(m.GREEN),
    "thicker": lambda picture: picture[6].set_stroke(width=7),
    "fainter": lambda picture: picture[4].set_opacity(0.3),
    "gradient turned": lambda picture: picture[3].set_sheen_direction(m.LEFT),
    "points written in place": lambda picture: np.add(picture[8].points, 0.1, out=picture[8].points),
    "one taken away": lambda picture: picture.pop(2),
    "one on top": lambda picture: picture.append(m.Square(fill_opacity=1)),
    "order changed": lambda picture: picture.reverse(),
    "raised by z-index": lambda picture: picture[0].set_z_index(5),
    "image moved": lambda picture: picture[5].shift(m.LEFT),
    "nothing left": lambda picture: picture.clear(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_drawn_as_manim_draws_it_afresh(change: str) -> None:
    picture = busy_picture()
    camera = FastCamera()
    camera.draw(picture)
    for _ in range(3):  # Again and again, so that kept layers come into play.
        picture[-1:] = [picture[-1].shift(0.05 * m.RIGHT)]
        camera.draw(picture)
        assert np.array_equal(camera.pixel_array, by_manim(picture))
    CHANGES[change](picture)
    assert camera.draw(picture)
    assert np.array_equal(camera.pixel_array, by_manim(picture))


def test_a_picture_on_which_nothing_changed_is_not_drawn_again() -> None:
    picture: list[m.Mobject] = [m.Square(), m.Text("still", font="sans")]
    camera = FastCamera()
    assert camera.draw(picture)
    assert not camera.draw(picture)
    picture[0].shift(1e-6 * m.RIGHT)
    assert camera.draw(picture)


def test_a_moving_frame_shows_what_manims_shows() -> None:
    picture = busy_picture()
    camera = FastCamera()
    for _ in range(3):
        camera.frame.scale(0.9).shift(0.2 * m.UR)
        assert camera.draw(picture)
        assert np.array_equal(camera.pixel_array, by_manim(picture, camera.frame))


def random_change(dice: random.Random, picture: list[m.Mobject]) -> None:
    one = dice.choice(picture)
    change = dice.choice(
        [
            lambda: one.shift(m.RIGHT * dice.uniform(-1, 1) + m.UP * dice.uniform(-1, 1)),
            lambda: one.rotate(dice.uniform(0, 2)),
            lambda: one.scale(dice.uniform(0.6, 1.5)),
            lambda: one.set_opacity(dice.random()),
            lambda: picture.remove(one),
            lambda: picture.insert(dice.randrange(len(picture)), random_shape(dice)),
            lambda: picture.append(random_shape(dice)),
        ]
    )
    change()


def random_shape(dice: random.Random) -> m.Mobject:
    paint = {
        "fill_opacity": dice.choice([0, 0.4, 1]),
        "stroke_width": dice.choice([0, 2, 9, 25]),
        "color": dice.choice([m.RED, m.BLUE, m.WHITE]),
    }
    joint, cap = dice.choice(list(m.LineJointType)), dice.choice(list(m.CapStyleType))
    shapes: list[m.Mobject] = [
        m.Square(dice.uniform(0.2, 3), joint_type=joint, **paint),
        m.Circle(dice.uniform(0.2, 2), **paint),
        m.Star(dice.randint(5, 9), joint_type=joint, **paint),
        m.VGroup(m.Ellipse(2, 1, **paint), m.Triangle(**paint)),
        m.Line(m.LEFT * dice.uniform(0.1, 4), m.UP, stroke_width=dice.uniform(1, 30), cap_style=cap),
    ]
    return dice.choice(shapes).shift(m.RIGHT * dice.uniform(-8, 8) + m.UP * dice.uniform(-5, 5)).rotate(dice.uniform(0, 6))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_only_the_parts_told_have_changed_and_all_pixels_are_manims(seed: int) -> None:
    dice, camera = random.Random(seed), FastCamera()
    picture = [random_shape(dice) for _ in range(dice.randint(8, 25))]
    before = np.zeros_like(camera.pixel_array)
    in_part = 0
    for _ in range(25):
        for _ in range(dice.choice([0, 1, 1, 2])):
            random_change(dice, picture)
        parts = camera.draw(picture)
        in_part += 0 < sum(part.area for part in parts) < camera.pixel_height * camera.pixel_width
        assert np.array_equal(camera.pixel_array, by_manim(picture))
        changed = (camera.pixel_array != before).any(axis=2)
        for part in parts:
            part.cut(changed)[...] = False
        assert not changed.any()
        before = camera.pixel_array.copy()
    assert in_part > 5


def test_members_are_drawn_in_manims_order() -> None:
    shared, below = m.Square(), m.Circle().set_z_index(-2)
    family: list[m.Mobject] = [m.VGroup(shared, m.Circle(), m.VGroup(below, m.Dot())), m.Square(), shared]
    camera = m.MovingCamera()
    assert drawn_family(family) == camera.get_mobjects_to_display(family)


def test_paths_are_equal_curve_for_curve_and_without_the_library_call_too() -> None:
    shapes = [shape for mobject in busy_picture() for shape in mobject.family_members_with_points() if isinstance(shape, m.VMobject)]
    context = cairo.Context(cairo.ImageSurface(cairo.FORMAT_ARGB32, 8, 8))
    built = cairo_path.paths([shape.points for shape in shapes], [shape.tolerance_for_point_equality for shape in shapes])
    for shape, path in zip(shapes, built, strict=True):
        expected = taken(context, m.MovingCamera().set_cairo_context_path, shape)
        assert expected == taken(context, path.append) == taken(context, path.append_slowly), shape


def taken(context: Any, append: Callable[..., object], *shape: m.VMobject) -> list[Any]:
    context.new_path()
    append(context, *shape)
    return list(context.copy_path())


def test_nothing_and_shapes_without_a_curve_have_empty_paths() -> None:
    assert cairo_path.paths([], []) == []
    (path,) = cairo_path.paths([np.array([m.ORIGIN, m.UP])], [1e-6])
    assert len(path.rows) == 0
