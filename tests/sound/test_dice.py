import numpy as np
import pytest

from animkit.sound.dice import Dice


def test_the_numbers_are_those_of_pcg64s_raw_stream_for_ever():
    """If this fails, numpy has broken a promise, and every sound of every film has changed."""
    assert Dice("knock", 1).uniform(3).tolist() == [0.5141054213385283, 0.5226885383597843, 0.08583118281056945]


def test_equal_keys_give_equal_numbers_and_other_keys_others():
    assert Dice("a", 1).noise(8).tolist() == Dice("a", 1).noise(8).tolist()
    assert Dice("a", 1).noise(8).tolist() != Dice("a", 2).noise(8).tolist()


def test_the_parts_of_a_key_do_not_run_together():
    assert Dice("a", "bc").noise(4).tolist() != Dice("ab", "c").noise(4).tolist()


def test_noise_has_no_offset_and_an_rms_of_one():
    noise = Dice("noise").noise(200_000)
    assert noise.mean() == pytest.approx(0, abs=0.01)
    assert np.sqrt(np.mean(noise**2)) == pytest.approx(1, abs=0.01)


def test_between_stays_between():
    dice = Dice("between")
    drawn = [dice.between(-2.0, 3.0) for _ in range(2000)]
    assert -2 <= min(drawn) < -1.9
    assert 2.9 < max(drawn) < 3
