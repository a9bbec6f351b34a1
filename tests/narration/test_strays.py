import numpy as np
import pytest

from animkit.narration.edges import edges
from animkit.narration.model import Outline, Word
from animkit.narration.strays import without_strays


def tone(ms, level=0.3):
    return (level * np.sin(np.arange(ms * 48) * 2 * np.pi * 220 / 48_000)).astype(np.float32)


def quiet(ms):
    return np.zeros(ms * 48, np.float32)


def hiss(ms, level):
    return (level * np.diff(np.random.default_rng(7).standard_normal(ms * 48 + 1))).astype(np.float32)


def words(*times):
    return tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in times)


def outline(starts="suddenly", vowel_ms=300, hums=True):
    return Outline(starts, vowel_ms, hums)


def cleaned(sound, expected, *outlines, heard=None, pauses=()):
    heard = heard or words((expected[0].text, edges(sound).start_ms, edges(sound).end_ms))
    return without_strays(sound, expected, heard, pauses, outlines or [outline()] * len(expected))


def loudness(sound, first_ms, last_ms):
    return float(np.abs(sound[first_ms * 48 : last_ms * 48]).max())


def test_a_hiss_before_the_first_sound_is_silenced():
    sound = np.concatenate([quiet(100), hiss(70, 0.1), tone(500), quiet(200)])
    clean, (word,) = cleaned(sound, words(("In.", 172, 600)))
    assert word.start_ms == pytest.approx(165, abs=12)
    assert loudness(clean, 0, word.start_ms - 10) == 0
    assert np.array_equal(clean[180 * 48 : 600 * 48], sound[180 * 48 : 600 * 48])


def test_a_murmur_before_a_burst_is_silenced_up_to_the_gap():
    sound = np.concatenate([quiet(100), tone(80, 0.1), quiet(30), hiss(20, 0.1), tone(500), quiet(200)])
    clean, (word,) = cleaned(sound, words(("Tell.", 165, 700)))
    assert word.start_ms == pytest.approx(205, abs=6)
    assert loudness(clean, 0, word.start_ms - 10) == 0


@pytest.mark.parametrize(("starts", "start_ms"), [("hissing", 205), ("humming", 175)])
def test_a_sound_that_runs_into_its_stray_is_cut_where_it_is_expected(starts, start_ms):
    sound = np.concatenate([quiet(100), tone(100, 0.1), tone(500), quiet(200)])
    clean, (word,) = cleaned(sound, words(("So.", 200, 700)), outline(starts))
    assert word.start_ms == start_ms
    assert loudness(clean, 0, start_ms - 9) == 0


def test_a_word_that_begins_where_it_is_expected_is_left_alone():
    sound = np.concatenate([quiet(100), tone(500), quiet(200)])
    clean, (word,) = cleaned(sound, words(("In.", 110, 600)))
    assert np.array_equal(clean, sound)
    assert (word.start_ms, word.end_ms) == (100, 600)


def test_a_hiss_after_a_last_vowel_is_silenced():
    sound = np.concatenate([quiet(100), tone(500), tone(40, 0.01), hiss(200, 0.1), quiet(100)])
    clean, (word,) = cleaned(sound, words(("you.", 100, 900)))
    assert word.end_ms == pytest.approx(600, abs=12)
    assert loudness(clean, word.end_ms + 31, 940) == 0


def test_half_a_syllable_after_a_last_consonant_is_silenced_and_the_consonant_stays():
    sound = np.concatenate([quiet(100), tone(400), hiss(120, 0.1), quiet(40), hiss(15, 0.15), tone(150, 0.15), quiet(100)])
    clean, (word,) = cleaned(sound, words(("trust.", 100, 900)), outline(hums=False))
    assert word.end_ms == pytest.approx(670, abs=12)
    assert np.array_equal(clean[: 655 * 48], sound[: 655 * 48])
    assert loudness(clean, 705, 900) == 0


def test_a_long_consonant_at_the_end_is_speech():
    sound = np.concatenate([quiet(100), tone(400), hiss(300, 0.1), quiet(100)])
    clean, (word,) = cleaned(sound, words(("this.", 100, 900)), outline(hums=False))
    assert np.array_equal(clean, sound)
    assert word.end_ms == 800


def test_a_vowel_that_dies_away_is_kept_whole():
    sound = np.concatenate([tone(300), tone(600) * np.linspace(1, 0.1, 600 * 48, dtype=np.float32)])
    clean, (word,) = cleaned(sound, words(("go.", 0, 900)))
    assert np.array_equal(clean, sound)
    assert word.end_ms == 900


def test_strays_around_a_pause_inside_the_line_are_silenced_too():
    sound = np.concatenate([tone(400), tone(30, 0.01), hiss(150, 0.1), quiet(300), hiss(70, 0.1), tone(500)])
    expected = words(("you.", 0, 500), ("In.", 952, 1_450))
    heard = words(("you.", 0, 580), ("In.", 880, 1_450))
    clean, (you, then) = cleaned(sound, expected, outline(vowel_ms=200), outline(vowel_ms=1_200), heard=heard, pauses={0})
    assert you.end_ms == pytest.approx(400, abs=12)
    assert then.start_ms == pytest.approx(945, abs=12)
    assert loudness(clean, you.end_ms + 31, then.start_ms - 10) == 0


def test_a_word_whose_vowel_is_unknown_keeps_its_end():
    sound = np.concatenate([tone(400), hiss(200, 0.1)])
    clean, (word,) = cleaned(sound, words(("Mm.", 0, 600)), outline(vowel_ms=None))
    assert np.array_equal(clean, sound)
    assert word.end_ms == 600


def test_a_voiced_ending_that_dips_and_comes_back_has_half_a_syllable_too_much():
    ends = np.concatenate([quiet(100), tone(400), tone(60, 0.02), tone(250, 0.12), quiet(100)])
    clean, (word,) = cleaned(ends, words(("frightened.", 100, 900)), outline(hums=False))
    assert word.end_ms == pytest.approx(560, abs=15)
    assert loudness(clean, word.end_ms + 31, 800) == 0


def test_a_buzzing_last_sound_stays():
    buzz = np.concatenate([quiet(100), tone(400), tone(200, 0.05), quiet(100)])
    clean, (word,) = cleaned(buzz, words(("friends.", 100, 700)), outline(hums=False))
    assert np.array_equal(clean, buzz)
    assert word.end_ms == 700


def test_a_louder_syllable_before_the_last_one_is_not_taken_for_it():
    sound = np.concatenate([tone(200, 0.5), quiet(60), tone(300, 0.15), quiet(100)])
    for hums in (True, False):
        clean, (word,) = cleaned(sound, words(("nobody.", 0, 560)), outline(vowel_ms=250, hums=hums))
        assert np.array_equal(clean, sound)
        assert word.end_ms == 560
