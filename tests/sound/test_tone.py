import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound.hearing import pitch_hz

from animkit.sound import tone
from animkit.sound.dice import Dice


@pytest.mark.parametrize(("note", "hz"), [("A4", 440.0), ("A3", 220.0), ("C4", 261.626), ("G2", 97.999), ("F#3", 184.997), ("B1", 61.735)])
def test_notes_are_in_equal_temperament(note, hz):
    assert tone.hz(note) == pytest.approx(hz, abs=0.001)


@pytest.mark.parametrize("note", ["H4", "Gx", "G"])
def test_what_is_no_note_is_an_error(note):
    with pytest.raises((KeyError, ValueError)):
        tone.hz(note)


def test_a_partial_falls_by_60_db_in_its_time_and_keeps_its_pitch():
    ringing = tone.ring(500.0, 0.8, 1.0)
    early, late = (np.abs(ringing[round(at * 48_000) :][:480]).max() for at in (0.1, 0.5))
    assert 20 * np.log10(early / late) == pytest.approx(60 * 0.4 / 0.8, abs=0.2)
    assert pitch_hz(ringing, 500.0) == pytest.approx(500.0, rel=0.0001)


def test_a_bent_partial_starts_high_and_settles_on_its_pitch():
    bent = tone.ring(200.0, 2.0, 1.0, bend=0.2, bend_s=0.02)
    assert np.count_nonzero(np.diff(np.sign(bent[: 48 * 30])) > 0) > 200.0 * 0.030
    assert pitch_hz(bent[4800:], 200.0) == pytest.approx(200.0, rel=0.0005)


def test_a_bent_partial_has_no_jump():
    assert np.abs(np.diff(tone.ring(200.0, 2.0, 1.0, bend=0.2), 2)).max() < (2 * np.pi * 240 / 48_000) ** 2


@given(st.integers(0, 400), st.floats(-0.02, 0.02), st.floats(0.1, 2))
def test_laying_adds_what_lies_inside_and_nothing_else(length, at_s, gain):
    ground, part = np.ones(300), np.arange(1.0, length + 1)
    tone.lay(ground, part, at_s, gain)
    start = tone.count(at_s)
    for place in range(300):
        inside = 0 <= place - start < length
        assert ground[place] == pytest.approx(1 + (gain * part[place - start] if inside else 0))


@given(st.floats(-0.25, 0.25))
def test_panning_keeps_the_sum_of_both_sides(position):
    heard = tone.pan(np.array([0.5, -0.25]), position)
    assert heard.mean(axis=1) == pytest.approx(np.array([0.5, -0.25]))


@pytest.mark.parametrize("shape", [(500,), (500, 2)])
def test_edges_begin_and_end_at_nothing_and_leave_the_middle_alone(shape):
    shaped = tone.fall(tone.rise(np.ones(shape), 0.002), 0.002)
    assert np.abs(shaped[0]).max() == 0
    assert np.abs(shaped[-1]).max() == 0
    assert (shaped[96:-96] == 1).all()


def test_a_swell_crests_where_it_says():
    envelope = tone.swell(1000, 0.35)
    assert np.argmax(envelope) == 350
    assert len(envelope) == 1000


def test_a_band_of_noise_is_as_loud_whatever_its_width():
    for low, high in ((200, 400), (300, 3000)):
        assert np.sqrt(np.mean(tone.hiss(Dice("x"), 2.0, low, high) ** 2)) == pytest.approx(1, abs=0.15)


def test_soft_clipping_keeps_what_is_quiet_and_rounds_what_is_loud():
    assert tone.soft_clip(np.array([0.01]), 1.3) == pytest.approx([0.01], rel=0.001)
    assert tone.soft_clip(np.array([5.0]), 1.3)[0] < 0.8
