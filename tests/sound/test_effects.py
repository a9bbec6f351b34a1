import numpy as np
import pytest
from sound.hearing import centroid_hz, click_db, longest_tone_s, mono, novelty_by_2_ms, onset_ms, rise_ms, share, true_peak_db

from animkit.sound.catalogue import SOUNDS
from animkit.sound.effects import EFFECTS, SPEECH_50_MS_DB, loudest_50_ms_db, render

STRUCK = (
    "knock", "tap", "taps", "door", "message", "pop", "heart", "star", "stop", "leaves", "pages", "tum", "ta", "hit", "tada", "thud",
    "lid", "snap", "click", "chair", "kettle", "clock", "twang",
)  # fmt: skip
"""Sounds whose hit is a stroke; the others swell or tighten."""
APART = ("knock", "taps", "clock")
"""Sounds of several strokes, each of which is over before the next."""
RINGING = ("heart", "star", "leaves", "tada")
"""Sounds of several notes that ring into each other: a new note is heard as what was not there before."""
SKETCHED_DB = {
    "message": 9, "heart": 8, "star": 10, "creak": 14, "riffle": 16, "curtain": 15, "leaves": 10, "lid": 14, "stop": 8, "breath": 21,
}  # fmt: skip
"""How far the loudest 50 ms lie under speech, as the sound study set it."""


def test_every_sound_of_the_catalogue_is_made():
    assert set(EFFECTS) == set(SOUNDS)


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_as_long_as_declared_and_begins_and_ends_in_silence(effects, name):
    assert effects[name].shape == (SOUNDS[name].length_ms * 48, 2)
    assert effects[name].dtype == np.float32
    assert np.abs(effects[name][[0, -1]]).max() < 1e-6


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_made_of_the_same_bytes_every_time(effects, name):
    assert render(name).tobytes() == effects[name].tobytes()


@pytest.mark.parametrize("name", STRUCK)
def test_the_hit_is_heard_where_it_is_declared(effects, name):
    late = onset_ms(mono(effects[name]), SOUNDS[name].hit_ms) - SOUNDS[name].hit_ms
    assert 0 <= late <= 2


@pytest.mark.parametrize("name", APART)
def test_every_stroke_is_heard_where_it_is_declared(effects, name):
    for onset in SOUNDS[name].onsets_ms:
        assert -1 <= onset_ms(mono(effects[name]), onset, before_ms=15) - onset <= 2


@pytest.mark.parametrize("name", RINGING)
def test_every_note_that_rings_into_the_next_begins_where_it_is_declared(effects, name):
    novelty = novelty_by_2_ms(mono(effects[name]))
    for onset in SOUNDS[name].onsets_ms[1:]:
        around = novelty[onset // 2 - 12 : onset // 2 + 12]
        assert abs(2 * (int(np.argmax(around)) - 12)) <= 4


def test_every_page_begins_where_it_is_declared(effects):
    pages = mono(effects["pages"])
    for onset in SOUNDS["pages"].onsets_ms[1:]:
        before, after = (np.sqrt(np.mean(pages[(onset + at) * 48 : (onset + at + 8) * 48] ** 2)) for at in (-9, 1))
        assert after > 1.5 * before


def test_a_creak_is_taut_on_its_hit_and_then_still(effects):
    creak, hit = mono(effects["creak"]), SOUNDS["creak"].hit_ms
    power = [np.sum(creak[at * 48 : (at + 20) * 48] ** 2) for at in range(0, 900, 20)]
    assert abs(20 * int(np.argmax(power)) - hit) <= 20
    assert max(power[(hit + 160) // 20 :]) < 0.01 * max(power)


def test_a_riffle_gets_louder_and_is_open_on_its_hit(effects):
    riffle, hit = mono(effects["riffle"]), SOUNDS["riffle"].hit_ms
    power = [np.sum(riffle[at * 48 : (at + 60) * 48] ** 2) for at in (0, hit - 150, hit)]
    assert power == sorted(power)


def test_a_breath_turns_on_its_hit(effects):
    breath, turn = mono(effects["breath"]), SOUNDS["breath"].hit_ms
    level = [np.sqrt(np.mean(breath[at * 48 : (at + 40) * 48] ** 2)) for at in range(0, 2200, 40)]
    assert level[(turn - 20) // 40] < 0.1 * max(level[: turn // 40])
    assert max(level[turn // 40 :]) > 0.8 * max(level)


@pytest.mark.parametrize("name", SOUNDS)
def test_no_sound_startles(effects, name):
    """The rules the study set: no rise under 3 ms, no click, little of what hisses, no whistle, nothing near speech's own level."""
    heard = mono(effects[name])
    assert rise_ms(heard, SOUNDS[name].hit_ms) >= 3
    assert click_db(heard) < -35
    assert share(heard, 2000, 5000) <= 0.2
    assert share(heard, 5000, 24000) <= 0.01
    assert longest_tone_s(heard, 1000) <= 0.5
    under = SPEECH_50_MS_DB - loudest_50_ms_db(effects[name].astype(float))
    assert under >= (3 if name == "knock" else 7)
    assert true_peak_db(effects[name]) < (-6 if name == "knock" else -10)


@pytest.mark.parametrize("name", SOUNDS)
def test_one_loudspeaker_loses_nothing(effects, name):
    stereo = effects[name].astype(float)
    assert 10 * np.log10(np.mean(stereo**2) / np.mean(mono(stereo) ** 2)) < 0.5


@pytest.mark.parametrize(("name", "under"), SKETCHED_DB.items())
def test_levels_are_those_of_the_study(effects, name, under):
    assert SPEECH_50_MS_DB - loudest_50_ms_db(effects[name].astype(float)) == pytest.approx(under, abs=0.05)


def test_the_knock_asks_first_and_means_it_last(effects):
    knock = mono(effects["knock"])
    peaks = [np.abs(knock[onset * 48 : (onset + 100) * 48]).max() for onset in SOUNDS["knock"].onsets_ms]
    assert peaks[0] < peaks[3] < peaks[4]
    assert peaks[1] < peaks[0]
    assert 200 < centroid_hz(knock) < 280


def test_a_clock_has_one_pitch(effects):
    """Two pitches in turn would be a countdown."""
    clock = mono(effects["clock"])
    ticks = [centroid_hz(clock[onset * 48 : (onset + 80) * 48]) for onset in SOUNDS["clock"].onsets_ms]
    assert max(ticks) - min(ticks) < 0.05 * max(ticks)


def test_a_name_nobody_knows_is_an_error():
    with pytest.raises(KeyError):
        render("siren")


def test_the_knock_is_the_same_on_every_machine_within_one_step_of_16_bits(effects):
    """Whoever changes how it is made changes these numbers on purpose, and listens."""
    steps = np.rint(effects["knock"][500::8000][:15, 0] * 32767)
    assert np.abs(steps - [-2955, 215, 28, 0, 5100, 25, 4553, -94, -1668, 73, 6, 1, 1337, 36, -2]).max() <= 1
