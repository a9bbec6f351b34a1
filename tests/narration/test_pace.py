import pytest

from animkit.narration import pace
from animkit.narration.model import Word


def spoken(text, word_ms=400, gap_ms=0):
    step = word_ms + gap_ms
    return tuple(Word(text=word, start_ms=i * step, end_ms=i * step + word_ms) for i, word in enumerate(text.split()))


def test_a_voice_starts_in_the_middle_of_its_audiences_pace(line):
    assert pace.first_speed(line(), 175) == 0.8
    assert pace.first_speed(line(pace_wpm=(110, 130)), 150) == 0.8


def test_no_voice_is_made_to_drawl_or_to_gabble(line):
    assert pace.first_speed(line(), 1000) == pace.SLOWEST
    assert pace.first_speed(line(), 10) == pace.FASTEST


@pytest.mark.parametrize(
    ("word", "pause_ms"), [("hurry.", 650), ("You?”", 650), ("secret,", 300), ("friends —", 300), ("stop", 0), ("don't", 0), ("girls'", 0)]
)
def test_punctuation_gives_a_pause(line, word, pause_ms):
    assert pace.pause_ms(line(), word) == pause_ms


def test_younger_children_get_longer_pauses_and_a_slower_try_too(line):
    assert pace.pause_ms(line(pace_wpm=(110, 130)), "hurry.") == 885
    assert pace.pause_ms(line(), "hurry.", slower=1.1) == 787
    assert pace.pause_ms(line(), "hurry.", slower=3) == 975


def test_pace_counts_the_quiet_after_the_line():
    assert pace.pace_wpm(spoken("one two three four"), 1350) == 120


def test_a_long_line_is_read_in_parts_and_only_the_last_has_the_tail(line):
    text = " ".join(["seven77"] * 15)
    words = spoken(text, word_ms=500)
    assert pace.reading_cps(line(text), words, 7500) == pytest.approx(71 * 1000 / 4500)
    assert pace.reading_cps(line("seven77"), words[:1], 500) == pytest.approx(7)


def test_a_caption_that_says_more_than_the_voice_is_read_as_a_whole(line):
    assert pace.reading_cps(line("0800 1111", "oh eight hundred, one one one one"), spoken("oh"), 4000) == 2


def test_a_line_is_too_fast_by_pace_or_by_reading(line):
    slow = line("one two three four", captions_cps=100.0)
    assert pace.excess(slow, spoken(slow.text), 950) == pytest.approx(1.0)
    long_words = line("uncomfortable messages", captions_cps=11.0)
    assert pace.excess(long_words, spoken(long_words.text), 1500) == pytest.approx(1.0)
