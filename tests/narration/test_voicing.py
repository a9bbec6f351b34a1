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
    ("sounds", "token", "hums"),
    [
        ("juː.", 1, True),
        ("tˈIm.", 2, True),
        ("stˈɒp.", 3, False),
        ("hˈɛlpɪŋ.", 5, True),
        ("sˈɛntə.”", 5, True),
        ("fɹˈɛndz.", 3, False),
    ],
)
def test_a_word_knows_its_last_vowel_and_what_comes_after_it(sounds, token, hums):
    spelling = Spelling(("so,", "word"), ("sˌQ,", sounds), ())
    first, second = voicing.outlines(spelling, [10] * (len(spelling.text) + 2), speed=1.0)
    assert (first.vowel_ms, first.hums) == (3 * 250 - voicing.EARLY_MS, True)
    assert (second.vowel_ms, second.hums) == ((5 + token + 1) * 250 - voicing.EARLY_MS, hums)


@pytest.mark.parametrize(
    ("sounds", "starts"),
    [("ˈɪn", "suddenly"), ("tˈɛl", "suddenly"), ("ʧˈIld", "suddenly"), ("sˈAf", "hissing"), ("ðˌɛn", "humming"), ("juː", "humming")],
)  # fmt: skip
def test_a_word_knows_how_it_starts(sounds, starts):
    (outline,) = voicing.outlines(Spelling(("word",), (sounds,), ()), [1] * (len(sounds) + 2), speed=1.0)
    assert outline.starts == starts


def test_a_word_without_a_vowel_has_no_last_one():
    (outline,) = voicing.outlines(Spelling(("Mm.",), ("m.",), ()), [1, 2, 3, 4], speed=1.0)
    assert (outline.vowel_ms, outline.hums) == (None, False)
