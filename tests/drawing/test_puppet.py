import numpy as np
import pytest
from manim import LEFT, RIGHT, UP, Square, VGroup

from animkit.drawing.layout import box_of
from animkit.drawing.path import rectangle
from animkit.drawing.pen import shape
from animkit.drawing.puppet import Puppet

pytestmark = pytest.mark.usefixtures("stage_up")


def a_box(size_px: float = 135) -> Puppet:
    return Puppet(shape(rectangle(size_px, size_px), "white", "ink"))


def middle(puppet: Puppet) -> np.ndarray:
    return puppet.drawn()[0].points[:, :2].mean(axis=0)


def test_what_manim_does_to_a_puppet_is_kept() -> None:
    puppet = a_box()
    puppet.shift(2 * RIGHT).rotate(0.5).scale(1.5)
    before = puppet.drawn()[0].points.copy()
    puppet.refresh()
    assert np.allclose(puppet.drawn()[0].points, before)


def test_what_manim_does_to_its_group_is_kept() -> None:
    puppet = a_box()
    VGroup(puppet, Square()).scale(2).shift(UP)
    before = puppet.drawn()[0].points.copy()
    puppet.update()
    assert np.allclose(puppet.drawn()[0].points, before)


def test_lines_grow_with_the_puppet() -> None:
    puppet = a_box()
    before = puppet.drawn()[0].stroke_width
    puppet.scale(2)
    assert puppet.drawn()[0].stroke_width == pytest.approx(2 * before)


def test_channels_add_up_and_leave_no_trace() -> None:
    puppet = a_box()
    rest = puppet.drawn()[0].points.copy()
    puppet.channel("drift").dx = 1.0
    puppet.channel("pop").sx = puppet.channel("pop").sy = 0.5
    puppet.refresh()
    assert middle(puppet)[0] == pytest.approx(1.0)
    assert box_of(puppet.drawn()[0]).width == pytest.approx(0.5)
    puppet.channels.clear()
    assert np.allclose(puppet.refresh().drawn()[0].points, rest)


def test_settling_keeps_the_place_it_has_come_to() -> None:
    puppet = a_box()
    puppet.channel("glide").dx = 1.5
    puppet.refresh()
    puppet.settle("glide")
    assert not puppet.channels
    assert middle(puppet)[0] == pytest.approx(1.5)


def test_puppets_inside_go_along_and_keep_their_own_pose() -> None:
    inside = a_box(27)
    outside = Puppet(shape(rectangle(270, 270), "mist"), inside)
    inside.channel("own").dx = 0.25
    outside.channel("glide").dx = 2.0
    outside.update()
    assert middle(inside)[0] == pytest.approx(2.25)
    outside.shift(LEFT)
    outside.update()
    assert middle(inside)[0] == pytest.approx(1.25)
    outside.settle("glide")
    outside.update()
    assert middle(inside)[0] == pytest.approx(1.25)


def test_puppets_inside_puppets_inside_puppets_go_along() -> None:
    innermost = a_box(13)
    middle_one = Puppet(shape(rectangle(27, 27), "mist"), innermost)
    outside = Puppet(shape(rectangle(270, 270), "mist"), middle_one)
    outside.channel("glide").dx = 2.0
    outside.channel("turn").turn = 0.3
    outside.update()
    innermost.shift(UP)
    outside.update()
    assert middle(innermost) == pytest.approx([2.0, 1.0])
    outside.channels.clear()
    outside.update()
    assert middle(innermost)[0] == pytest.approx(np.sin(0.3))


def test_shrunk_to_nothing_and_back_is_the_same() -> None:
    inside = a_box(27)
    outside = Puppet(shape(rectangle(270, 270), "mist"), inside)
    rest = inside.drawn()[0].points.copy()
    pop = outside.channel("pop")
    for size in (0.0, 0.3, 1.08, 1.0):
        pop.sx = pop.sy = size
        outside.update()
    assert np.allclose(inside.drawn()[0].points, rest)


def test_hidden_puppets_draw_nothing_and_hide_what_is_inside() -> None:
    inside, secret = a_box(27), a_box(13)
    outside = Puppet(shape(rectangle(270, 270), "mist"), inside, secret)
    secret.hide()
    outside.hide()
    assert not len(outside.drawn()[0].points)
    assert not len(inside.drawn()[0].points)
    outside.reveal()
    assert len(inside.drawn()[0].points)
    assert not len(secret.drawn()[0].points)


def test_manims_own_shapes_become_parts() -> None:
    square = Square(2.0, fill_color="#FF7F61", fill_opacity=1)
    puppet = Puppet(square)
    puppet.channel("glide").dx = 1.0
    puppet.refresh()
    assert middle(puppet)[0] == pytest.approx(1.0)
    assert puppet.drawn()[0].get_fill_color().to_hex() == "#FF7F61"


def test_opacity_returns_to_what_it_was() -> None:
    puppet = a_box()
    fade = puppet.channel("fade")
    for opacity in (0.2, 1.0):
        fade.opacity = opacity
        puppet.refresh()
        assert puppet.drawn()[0].get_fill_opacity() == pytest.approx(opacity)
