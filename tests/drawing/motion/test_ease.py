from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.drawing.motion import ease

THERE = [ease.linear, ease.in_out, ease.out, ease.into, ease.back_out, ease.settle]
BACK = [ease.swing, ease.hump]
share = st.floats(0, 1)


@pytest.mark.parametrize("curve", THERE)
def test_a_way_there_begins_and_ends_where_it_should(curve: ease.Ease) -> None:
    assert curve(0.0) == pytest.approx(0.0, abs=1e-9)
    assert curve(1.0) == pytest.approx(1.0)


@pytest.mark.parametrize("curve", BACK)
def test_a_way_and_back_ends_where_it_began(curve: ease.Ease) -> None:
    assert curve(0.0) == pytest.approx(0.0, abs=1e-9)
    assert curve(1.0) == pytest.approx(0.0, abs=1e-9)


def test_what_enters_goes_eight_percent_over() -> None:
    assert max(ease.back_out(step / 1000) for step in range(1001)) == pytest.approx(1.08, abs=0.002)


def test_what_settles_swings_one_and_a_half_times() -> None:
    values = [ease.settle(step / 1000) - 1 for step in range(1001)]
    assert sum(1 for a, b in pairwise(values) if a < 0 <= b or a >= 0 > b) == 3


@given(share, share)
def test_cameras_never_go_back(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert ease.in_out(low) <= ease.in_out(high) + 1e-12


@given(st.integers(2, 40))
def test_pressure_comes_faster_and_faster(count: int) -> None:
    times = [ease.stagger(index, count) for index in range(count)]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] == pytest.approx(0.28)
    assert all(0.16 - 1e-9 <= gap <= 0.28 + 1e-9 for gap in gaps)


@given(st.floats(0, 100))
def test_no_way_takes_too_long(distance: float) -> None:
    assert 0.16 <= ease.seconds_for(distance) <= 1.4
