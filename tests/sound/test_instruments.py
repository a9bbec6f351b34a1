import numpy as np
import pytest
from sound.hearing import centroid_hz, click_db, pitch_hz, rise_ms

from animkit.sound.dice import Dice
from animkit.sound.instruments import INSTRUMENTS
from animkit.sound.instruments.stroke import Stroke
from animkit.sound.palette import PALETTE
from animkit.sound.tone import hz

PITCHED = tuple(name for name, part in PALETTE.items() if part.pitched)


def played(name, *, note="G3", velocity=0.7, key="key"):
    part = PALETTE[name]
    return INSTRUMENTS[name].play(Stroke(note if part.pitched else "", velocity, part.frames / 25), Dice(key))


def test_every_instrument_of_the_palette_is_played():
    assert set(INSTRUMENTS) == set(PALETTE)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_stroke_depends_on_its_dice_alone(name):
    assert played(name).tobytes() == played(name).tobytes()


@pytest.mark.parametrize("name", sorted(set(INSTRUMENTS) - {"bass", "hum"}))
def test_no_two_strokes_are_the_same(name):
    assert played(name, key="one").tobytes() != played(name, key="two").tobytes()


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_stroke_begins_and_ends_in_silence_without_a_click(name):
    samples = played(name, velocity=1.0)
    assert abs(samples[0]) < 1e-9
    assert abs(samples[-1]) < 1e-3
    assert np.isfinite(samples).all()
    assert click_db(samples) < -30
    assert rise_ms(samples, 0) >= 3


@pytest.mark.parametrize("name", PITCHED)
@pytest.mark.parametrize("note", ["G3", "D4"])
def test_pitched_instruments_are_in_tune_within_a_cent(name, note):
    cents = 1200 * np.log2(pitch_hz(played(name, note=note), hz(note)) / hz(note))
    assert abs(cents) < 1


@pytest.mark.parametrize("name", ["kalimba", "marimba"])
def test_a_harder_stroke_is_louder_and_brighter(name):
    soft, hard = played(name, velocity=0.3), played(name, velocity=0.9)
    assert np.abs(hard).max() > 2 * np.abs(soft).max()
    assert centroid_hz(hard) > centroid_hz(soft)


def test_a_hum_takes_more_than_a_second_to_arrive():
    samples = played("hum")
    level = [np.abs(samples[at * 4800 : (at + 1) * 4800]).max() for at in range(14)]
    assert level[0] < 0.05 * level[13]
    assert level[6] < 0.8 * level[13]


def test_a_tick_has_one_pitch_and_lasts_60_ms():
    samples = played("tick")
    assert len(samples) == 0.06 * 48_000
    assert pitch_hz(samples, 620.0) == pytest.approx(620.0, rel=0.02)


def test_a_brush_crests_on_its_beat():
    stroke = Stroke("", 0.7, 0.6)
    lead = round(INSTRUMENTS["brushes"].lead_s(stroke) * 48_000)
    samples = np.mean([np.abs(INSTRUMENTS["brushes"].play(stroke, Dice(key))) for key in range(24)], axis=0)
    level = np.convolve(samples, np.ones(960) / 960, "same")
    assert abs(int(np.argmax(level)) - lead) < 0.03 * 48_000


def test_what_is_low_stands_in_the_middle_and_nothing_far_from_it():
    assert all(PALETTE[name].pan == 0 for name in ("bass", "tum", "hum"))
    assert all(abs(part.pan) <= 0.25 for part in PALETTE.values())


def test_beats_are_exact_and_colour_is_loose():
    assert all(PALETTE[name].loose_ms == 0 for name in ("tum", "ta", "bowl", "tick", "bass"))
    assert all(part.loose_ms <= 6 for part in PALETTE.values())


@pytest.mark.parametrize("name", ["tum", "ta", "bowl"])
def test_a_drums_pitch_falls(name):
    samples = played(name, velocity=1.0)
    crossings = np.flatnonzero(np.diff(np.sign(samples)) > 0)
    assert np.diff(crossings[:3]).mean() < np.diff(crossings[4:8]).mean()
