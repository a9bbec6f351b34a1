import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.drawing import path
from animkit.drawing.clip import Window, in_short_curves

angle = st.floats(-3.0, 3.0)
length = st.floats(-5.0, 5.0)


def test_svg_and_letters_read_the_same_outline() -> None:
    outline = "M 1 2 L 4 2 C 5 2 5 4 4 4 L 1 4 Z"
    assert np.allclose(path.of_svg(outline), path.of_glyph(outline))


def test_every_svg_outline_is_closed() -> None:
    ring = path.of_svg("M0 0 L10 0 L10 10 M20 0 a5 5 0 0 1 10 0")
    for outline in path.outlines(ring):
        assert np.allclose(outline[0], outline[-1])
    assert len(path.outlines(ring)) == 2


@given(angle, length, length, st.floats(0.1, 3.0))
def test_inverse_undoes(turn: float, x: float, y: float, scale: float) -> None:
    matrix = path.compose(path.shifted(x, y), path.turned(turn, (x, y), scale, 0.3))
    assert np.allclose(path.compose(path.inverse(matrix), matrix), path.IDENTITY, atol=1e-9)


def test_compose_does_the_last_first() -> None:
    first_turn = path.compose(path.shifted(1, 0), path.turned(np.pi / 2))
    assert np.allclose(path.moved(np.array([[1.0, 0.0]]), first_turn), [[1.0, 1.0]])


@given(st.floats(1, 50), st.floats(1, 50), st.floats(0, 60))
def test_a_rectangle_keeps_its_size_whatever_its_corners(width: float, height: float, radius: float) -> None:
    box = path.rectangle(width, height, radius)
    assert np.ptp(box[:, 0]) == pytest.approx(width)
    assert np.ptp(box[:, 1]) == pytest.approx(height)


def test_an_arch_stands_on_its_foot() -> None:
    arch = path.arch(4, 6)
    assert arch[:, 1].min() == pytest.approx(0)
    assert arch[:, 1].max() == pytest.approx(6)
    assert np.allclose(arch[0], arch[-1])


def test_a_circle_is_round() -> None:
    assert np.allclose(np.hypot(*path.arc(2.0)[::4].T), 2.0)


def test_a_smooth_line_goes_through_its_points() -> None:
    points = [(0, 0), (1, 2), (3, 1)]
    assert np.allclose(path.smooth(points)[[0, 3, 7]], points)


def test_short_curves_draw_the_same_outline() -> None:
    circle = path.arc(2.0)
    short = in_short_curves(circle, 0.1)
    assert len(short) > len(circle)
    assert np.allclose(np.hypot(*short[::4].T), 2.0, atol=2e-3)


@given(st.lists(st.tuples(length, length), min_size=1, max_size=20), st.floats(0, 1.0))
def test_a_window_keeps_everything_inside(points: list[tuple[float, float]], radius: float) -> None:
    window = Window(-1.0, 1.0, -2.0, 2.0, radius)
    kept = window.kept(np.array(points))
    assert np.all(np.abs(kept[:, 0]) <= 1.0 + 1e-9)
    assert np.all(np.abs(kept[:, 1]) <= 2.0 + 1e-9)
    assert np.allclose(window.kept(kept), kept)


def test_a_window_leaves_alone_what_is_inside() -> None:
    inside = np.array([[0.0, 0.0], [0.9, 1.5], [-0.5, -1.9]])
    assert np.array_equal(Window(-1, 1, -2, 2).kept(inside), inside)


def test_a_disc_cuts_at_its_rim() -> None:
    assert np.allclose(Window.disc(2.0).kept(np.array([[3.0, 4.0]])), [[1.2, 1.6]])
