import pytest

from animkit.findings import Refused
from animkit.narration import voicing
from animkit.narration.model import Word
from animkit.narration.phonemes import Spelling


def test_durations_become_word_times_without_punctuation():
    spelling = Spelling(("No,", "stop."), ("nˈQ,", "stˈɒp."), ())
    durations = [10, 2, 1, 4, 3, 1, 2, 2, 1, 4, 2, 8, 5]
    words = voicing.word_times(spelling, durations, speed=1.0)
    early = voicing.EARLY_MS
    assert words == (
        Word(text="No,", start_ms=250 - early, end_ms=425 - early),
        Word(text="stop.", start_ms=525 - early, end_ms=800 - early),
    )


def test_slow_speech_is_heard_earlier_than_its_durations_say_by_more():
    spelling = Spelling(("No.",), ("nˈQ.",), ())
    (quick,) = voicing.word_times(spelling, [20, 2, 2, 2, 2, 2], speed=1.0)
    (slow,) = voicing.word_times(spelling, [20, 2, 2, 2, 2, 2], speed=0.5)
    assert quick.start_ms - slow.start_ms == voicing.EARLY_MS


def test_an_output_is_named_in_thirty_bytes():
    added = voicing.with_durations(b"", "/encoder/Round_output_0")
    assert added == bytes([0x3A, 27, 0x62, 25, 0x0A, 23]) + b"/encoder/Round_output_0"


def test_a_line_that_no_breath_can_hold_is_refused(line):
    with pytest.raises(Refused, match="two lines"):
        voicing.token_ids(line(), "a" * 511, {"a": 1, " ": 2}, 510)
    assert voicing.token_ids(line(), "ab", {"a": 1, " ": 2}, 510) == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("sounds", "token"),
    [("juː.", 1), ("tˈIm.", 2), ("stˈɒp.", None), ("hˈɛlpɪŋ.", 5), ("sˈɛntə.”", 5), ("fɹˈɛndz.", None), ("nˈQ", 2)],
)
def test_a_line_that_ends_on_a_vowel_knows_when_it_begins(sounds, token):
    spelling = Spelling(("word",), (sounds,), ())
    found = voicing.last_vowel_ms(spelling, [10] * (len(sounds) + 2), speed=1.0)
    assert found == (None if token is None else (token + 1) * 250 - voicing.EARLY_MS)
