"""Seconds become frames in one place: starts round down, ends round up."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from animkit import frames

FPS = st.sampled_from([24, 25, 30, 50, 60])
MS = st.integers(0, 10**7)


@given(MS, FPS)
def test_a_span_in_frames_covers_its_span_in_time(ms: int, fps: int) -> None:
    start, end = frames.start_frame(ms, fps), frames.end_frame(ms, fps)
    assert Fraction(start, fps) <= Fraction(ms, 1000) <= Fraction(end, fps)
    assert end - start <= 1


@given(st.decimals(0, 600, places=2), FPS)
def test_stated_seconds_are_read_as_the_decimal_that_was_written(seconds: object, fps: int) -> None:
    count = frames.frames_for(float(str(seconds)), fps)
    exact = Fraction(str(seconds)) * fps
    assert 0 <= count - exact < 1


def test_twelve_hundredths_of_a_second_are_three_frames() -> None:
    assert frames.frames_for(0.12, 25) == 3


@given(st.integers(0, 10**6), st.sampled_from([24, 25, 30, 50, 60]))
def test_frames_begin_on_whole_samples(frame: int, fps: int) -> None:
    assert frames.samples(frame, fps) * fps == frame * frames.SAMPLE_RATE_HZ


def test_a_timecode_reads_as_minutes_seconds_frames() -> None:
    assert frames.timecode(25 * 67 + 12, 25) == "1:07:12"
