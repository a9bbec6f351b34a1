import numpy as np
import pytest

from animkit.film.loudness import SILENT_LUFS, decibels, factor, measure, over


def test_a_thousand_hertz_in_both_channels_measures_as_bs_1770_says(tone):
    # A sine at -23 dBFS in both channels reads -23 LUFS (EBU Tech 3341, case 1).
    found = measure(tone(20, 1000, factor(-23)))
    assert found.integrated_lufs == pytest.approx(-23.0, abs=0.1)
    assert found.true_peak_dbtp == pytest.approx(-23.0, abs=0.2)


def test_steps_of_level_give_their_range(tone):
    # EBU Tech 3342, case 1: 20 s at -20, 20 s at -30 give 10 LU.
    steps = np.concatenate([tone(20, 1000, factor(-20)), tone(20, 1000, factor(-30))])
    assert measure(steps).range_lu == pytest.approx(10.0, abs=1.0)


def test_a_peak_between_samples_is_seen():
    # A quarter of the sampling rate, sampled beside its crests: the samples reach 0.707 of it.
    phase = np.arange(48_000) * np.pi / 2 + np.pi / 4
    swell = np.hanning(48_000)
    sound = np.repeat((0.5 * swell * np.sin(phase)).astype(np.float32)[:, None], 2, axis=1)
    assert np.abs(sound).max() == pytest.approx(0.3536, abs=0.001)
    assert measure(sound).true_peak_dbtp == pytest.approx(decibels(0.5), abs=0.3)


def test_silence_and_next_to_nothing_are_silent():
    assert measure(np.zeros((48_000, 2), np.float32)).integrated_lufs == SILENT_LUFS
    assert measure(np.zeros((100, 2), np.float32)).integrated_lufs == SILENT_LUFS
    assert over(measure(np.zeros((100, 2), np.float32)), [(0, 100)]) == SILENT_LUFS


def test_a_window_counts_what_lies_inside_it(tone):
    sound = np.concatenate([tone(3, 1000, factor(-40)), tone(3, 1000, factor(-20)), tone(3, 1000, factor(-40))])
    found = measure(sound)
    assert over(found, [(144_000, 288_000)]) == pytest.approx(-20, abs=0.2)
    assert over(found, [(0, 144_000)]) == pytest.approx(-40, abs=0.2)
    assert over(found, [(0, 144_000), (288_000, 432_000)]) == pytest.approx(-40, abs=0.2)


def test_a_window_shorter_than_the_meters_takes_the_reading_that_covers_it(tone):
    sound = np.concatenate([tone(3, 1000, factor(-40)), tone(1, 1000, factor(-20)), tone(3, 1000, factor(-40))])
    assert over(measure(sound), [(160_000, 172_000)]) == pytest.approx(-20, abs=0.5)
