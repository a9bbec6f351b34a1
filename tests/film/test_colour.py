import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.film.colour import planes_of, to_rgb, to_yuv
from animkit.shots.encode import Converter

STEP = st.integers(0, 255)


@pytest.mark.parametrize(
    ("rgb", "yuv"),
    [((255, 255, 255), (235, 128, 128)), ((0, 0, 0), (16, 128, 128)), ((255, 0, 0), (63, 102, 240)), ((0, 0, 255), (32, 240, 118))],
)
def test_the_corners_are_where_bt_709_puts_them(rgb, yuv):
    assert [round(float(value)) for value in to_yuv(np.array(rgb, float))] == list(yuv)


@given(STEP, STEP, STEP)
def test_a_flat_colour_comes_back_within_two_steps(red, green, blue):
    planes = [
        np.full((4, 4) if number == 0 else (2, 2), np.rint(value), np.uint8)
        for number, value in enumerate(to_yuv(np.array([red, green, blue], float)))
    ]
    back = to_rgb((planes[0], planes[1], planes[2]))
    assert np.abs(back.astype(int) - (red, green, blue)).max() <= 2


@pytest.mark.parametrize("colour", [(255, 246, 235), (200, 60, 60), (25, 18, 49), (250, 200, 60)])
def test_what_our_encoder_converts_comes_back_without_a_drift(colour):
    frame = np.full((16, 16, 3), colour, np.uint8)
    convert = Converter()
    for _ in range(5):
        frame = to_rgb(planes_of(convert(frame).to_ndarray(), 16, 16))
    assert np.abs(frame.astype(int) - colour).max() <= 2
