import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.film.duck import DEEPEST_DB, DUCK, RIDE, Window, bridged, depth_db, duck_gain, ride_db

RATE = 48_000


def down_db(windows, samples):
    return -20 * np.log10(duck_gain(windows, samples))


def test_the_bed_falls_before_the_voice_and_comes_back_after_it():
    curve = down_db([Window(2 * RATE, 4 * RATE, 10.0)], 8 * RATE)
    assert curve[2 * RATE - DUCK.early - 1] == 0
    assert curve[2 * RATE - DUCK.early + DUCK.fall] == pytest.approx(10, abs=0.01)
    assert np.all(np.abs(curve[2 * RATE : 4 * RATE + DUCK.hold] - 10) < 0.01)
    assert curve[4 * RATE + DUCK.hold + DUCK.release // 2] == pytest.approx(5, abs=0.1)
    assert np.all(curve[4 * RATE + DUCK.hold + DUCK.release :] == 0)


def test_a_gap_under_nine_tenths_of_a_second_is_bridged():
    first, second = Window(RATE, 2 * RATE, 8.0), Window(int(2.8 * RATE), 4 * RATE, 8.0)
    assert down_db([first, second], 6 * RATE)[RATE : 4 * RATE].min() > 7.9
    later = Window(int(3.8 * RATE), 5 * RATE, 8.0)
    assert down_db([first, later], 7 * RATE)[2 * RATE : int(3.8 * RATE)].min() < 0.1


def test_windows_are_lengthened_only_over_short_gaps():
    windows = [Window(0, 10, 1.0), Window(20, 30, 1.0), Window(RATE * 3, RATE * 4, 1.0)]
    assert [window.end for window in bridged(windows)] == [20, 30, RATE * 4]


@pytest.mark.parametrize(
    ("speech", "bed", "depth"), [(-16.0, -25.0, 13.5), (-16.0, -30.0, 8.5), (-16.0, -40.0, 0.0), (-16.0, -38.5, 0.0), (-20.0, -41.0, 1.5)]
)
def test_depth_is_what_is_missing_to_the_aim_and_at_most_twelve(speech, bed, depth):
    assert depth_db(speech, bed, 22.5) == pytest.approx(min(depth, DEEPEST_DB))


WINDOWS = st.lists(
    st.builds(
        lambda start, length, depth: Window(start, start + length, depth), st.integers(0, 300_000), st.integers(0, 90_000), st.floats(0, 12)
    ),
    max_size=8,
)


@given(WINDOWS)
def test_every_window_is_wholly_under_its_depth_and_the_curve_has_no_jump(windows):
    curve = down_db(windows, 400_000)
    for window in windows:
        assert np.all(curve[window.start : window.end] >= window.depth_db - 0.01)
    # Twelve decibels over 0.30 s by a cosine: at most 12 * pi / 2 / 14,400 a sample.
    assert np.abs(np.diff(curve)).max(initial=0) < 12 * np.pi / 2 / DUCK.fall * 1.5
    assert curve.max(initial=0) <= max((window.depth_db for window in windows), default=0) + 0.01


@pytest.mark.parametrize(("over_bed", "ride"), [(22.5, 0), (20.5, 0), (19.5, 1.0), (10.0, 3.0)])
def test_riding_takes_the_last_decibels_and_no_more_than_three(over_bed, ride):
    assert ride_db(over_bed, 20.0) == pytest.approx(ride)


def test_a_ridden_bed_moves_more_slowly_than_a_ducked_one():
    window = [Window(4 * RATE, 5 * RATE, 3.0)]
    slow = -20 * np.log10(duck_gain(window, 12 * RATE, RIDE))
    assert slow[4 * RATE : 5 * RATE].min() > 2.99
    assert np.abs(np.diff(slow)).max() < np.abs(np.diff(down_db(window, 12 * RATE))).max() / 3
