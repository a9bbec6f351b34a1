import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import Square

from animkit.drawing.layout import Box, box_of, frame_units, place, px, slots, stroke
from animkit.drawing.theme import Theme
from animkit.findings import Refused

SHAPES = [(1920, 1080), (1080, 1920), (1080, 1080), (854, 480), (480, 854)]


@pytest.mark.parametrize(("size", "units"), [((1920, 1080), (14.222, 8)), ((1080, 1920), (8, 14.222)), ((1080, 1080), (8, 8))])
def test_the_shorter_side_is_always_eight_units(size: tuple[int, int], units: tuple[float, float]) -> None:
    assert frame_units(*size) == pytest.approx(units, abs=0.001)


def test_a_pixel_is_one_length_in_every_shape() -> None:
    assert px(1080) == 8.0
    assert stroke(12) == pytest.approx(8.889, abs=0.001)


@pytest.mark.parametrize("size", SHAPES)
def test_every_slot_lies_in_the_picture(theme: Theme, size: tuple[int, int]) -> None:
    found = slots(theme, *size)
    assert all(found["picture"].holds(box) for box in found.values())


@pytest.mark.parametrize("size", SHAPES)
def test_words_slots_never_touch_the_captions(theme: Theme, size: tuple[int, int]) -> None:
    found = slots(theme, *size)
    for name in ("content", "left", "middle", "right", "left_half", "right_half", "upper", "lower"):
        assert found[name].bottom > found["caption_band"].top, name
        assert found["safe"].holds(found[name]), name


def test_an_upright_picture_leaves_the_buttons_free(theme: Theme) -> None:
    safe = slots(theme, 1080, 1920)["safe"]
    assert safe.bottom == pytest.approx(px(1920 / 2 - 1920 * 0.8))
    assert safe.right == pytest.approx(px(1080 * 6 / 7 - 540))


@given(x=st.floats(0, 1), y=st.floats(0, 1), side=st.floats(0.1, 2.0))
def test_what_is_placed_lies_in_its_slot(x: float, y: float, side: float) -> None:
    slot = Box(-2.0, 1.0, -1.0, 3.0)
    assert slot.holds(box_of(place(Square(side), slot, x, y)), slack=1e-6)


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(Refused, match=r"Square does not fit its place: 540 x 540 px into 135 x 135 px"):
        place(Square(4.0), Box(0, 1, 0, 1))
