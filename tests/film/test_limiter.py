import numpy as np
import pytest

from animkit.film.limiter import high_pass, limited, true_peaks
from animkit.film.loudness import decibels, factor, measure


def test_no_true_peak_passes_the_ceiling(speechlike):
    voice = speechlike(4)
    loud = np.repeat(voice[:, None], 2, axis=1) * 2.5
    made, cut_db = limited(loud, factor(-2))
    assert measure(loud).true_peak_dbtp > 0
    assert measure(made).true_peak_dbtp <= -2 + 0.05
    assert cut_db > 3


def test_what_keeps_to_the_ceiling_is_left_alone(tone):
    quiet = tone(1)
    made, cut_db = limited(quiet, factor(-2))
    assert made is quiet
    assert cut_db == 0


def test_only_the_neighbourhood_of_a_peak_is_touched(tone):
    sound = tone(2, level=0.1)
    sound[48_000] = 1.0
    made, _ = limited(sound, 0.5)
    assert np.array_equal(made[:46_000], sound[:46_000])
    assert np.array_equal(made[50_000:], sound[50_000:])
    assert np.abs(made).max() <= 0.5


def test_a_peak_at_either_end_is_limited_too(tone):
    sound = tone(0.5)
    sound[0] = sound[-1] = 0.9
    made, _ = limited(sound, 0.5)
    assert true_peaks(made).max() <= 0.51


def test_both_channels_share_one_gain(tone):
    sound = tone(1)
    sound[24_000, 0] = 1.0
    made, _ = limited(sound, 0.5)
    assert np.allclose(
        made[:, 1][sound[:, 1] != 0] / sound[:, 1][sound[:, 1] != 0],
        made[:, 0][sound[:, 1] != 0] / sound[:, 0][sound[:, 1] != 0],
        atol=1e-4,
    )


def test_blocks_are_not_heard_in_the_peaks(speechlike):
    voice = np.repeat(speechlike(2.5)[:, None], 2, axis=1)
    peaks = true_peaks(voice)
    shifted = true_peaks(voice[1000:])
    assert np.abs(peaks[1000 + 200 :] - shifted[200:]).max() < 2e-3


def test_rumble_goes_and_speech_stays(tone):
    rumble, speech = tone(2, hertz=20), tone(2, hertz=300)
    assert decibels(np.abs(high_pass(rumble)[48_000:]).max()) < decibels(0.1) - 18
    assert decibels(np.abs(high_pass(speech)[48_000:]).max()) == pytest.approx(decibels(0.1), abs=0.3)
