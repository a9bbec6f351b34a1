"""Each judge of flashes fails a film that flashes in its own way, and passes one that does not."""

import numpy as np
import pytest
from gate_helpers import ask, calm, codes, grey

from animkit.gate.measure.reversals import Limits, Reversals

JUDGES = ("flash-iris", "flash-iris-small", "flash-pattern", "flash-reversals", "flash-red")


def flicker(seconds, every, other, part=slice(None)):
    """Light that changes to ``other`` and back every so many frames, in the rows ``part``."""
    frames = [grey(20) for _ in range(round(seconds * 25))]
    for number, frame in enumerate(frames):
        if number // every % 2:
            frame[part] = other
    return frames


def red(frame):
    frame[...] = (230, 0, 0)
    return frame


def stripes():
    picture = grey(0)
    for left in range(0, 160, 16):
        picture[:, left : left + 8] = 255
    return [picture] * 50


def test_a_calm_film_passes_every_judge(film):
    evidence = film(calm(3))
    assert {name: codes(ask(name, evidence)) for name in JUDGES} == {name: [] for name in JUDGES}


def test_iris_sees_four_flashes_a_second_at_both_settings(film):
    evidence = film(flicker(3, 3, 235))
    assert codes(ask("flash-iris", evidence))
    assert codes(ask("flash-iris-small", evidence))


def test_a_flash_in_a_tenth_of_the_picture_passes_one_setting_and_fails_the_other(film):
    evidence = film(flicker(3, 2, 255, slice(0, 13)))
    assert not codes(ask("flash-iris", evidence))
    assert codes(ask("flash-iris-small", evidence))


def test_iris_sees_stripes(film):
    assert codes(ask("flash-pattern", film(stripes())))


def test_our_rule_is_stricter_than_three_flashes(film):
    evidence = film(flicker(2, 4, 200))
    outcome = ask("flash-reversals", evidence)
    assert codes(outcome)[0] == "flash"
    assert "back and forth" in outcome.findings[0].what
    assert outcome.findings[0].frame is not None


def test_saturated_red_may_not_come_and_go_at_all(film):
    frames = [grey(20) for _ in range(25)] + [red(grey(20)) for _ in range(8)] + [grey(20) for _ in range(25)]
    assert codes(ask("flash-red", film(frames)))


def test_a_red_thing_that_only_moves_is_no_flash(film):
    frames = [grey(20) for _ in range(50)]
    for number, frame in enumerate(frames):
        frame[20:60, 2 * number : 2 * number + 40] = (230, 0, 0)
    assert not codes(ask("flash-red", film(frames)))


@pytest.mark.parametrize(("flashes", "share"), [(2, 0.0), (3, 1.0)])
def test_two_reversals_a_second_are_allowed_and_three_are_not(flashes, share):
    judge = Reversals(Limits(0.1, 0.8, 2), 25)
    levels = [0.1] * 2 + [level for _ in range(flashes) for level in (0.5, 0.5, 0.1, 0.1)] + [0.1] * 3
    assert max(judge.share(np.full((4, 4), level, np.float32)) for level in levels) == share


def test_a_street_that_passes_quickly_is_no_flash(film):
    chance, street = np.random.default_rng(7), np.full((90, 1600, 3), 60, np.uint8)
    for _ in range(500):  # Windows and doors, small against the picture.
        left, top = int(chance.integers(1590)), int(chance.integers(80))
        street[top : top + 9, left : left + 6] = int(chance.integers(40, 220))
    frames = [street[:, 12 * number : 12 * number + 160] for number in range(60)]
    assert codes(ask("flash-reversals", film(frames))) == []
