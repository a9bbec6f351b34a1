"""Lines in caption-sized parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import campaign, texts

from animkit.storyboard.spoken import words
from animkit.timing.phrases import UNBREAKABLE, break_cost
from animkit.timing.reading import reader_for
from animkit.timing.split import parts, rows
from animkit.timing.timeline import PlacedWord

READER = reader_for(campaign().profile, "11-14", 25)
NARROW = reader_for(campaign().profile, "11-14", 25, "9:16")


def said(text, word_ms=400):
    return [PlacedWord(text=word, start_ms=i * word_ms, end_ms=(i + 1) * word_ms) for i, word in enumerate(words(text))]


def shown(text, word_ms=400, reader=READER, label=0):
    return [part.rows for part in parts(said(text, word_ms), reader, label)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maya drums.", [("Maya drums.",)]),
        (
            "You can end the stream at any time. You owe nobody a reason.",
            [("You can end the stream at any time.", "You owe nobody a reason.")],
        ),
        ("Whatever you said or sent, it is never your fault.", [("Whatever you said or sent,", "it is never your fault.")]),
        ("If you are worried, you can tell the CEOP Safety Centre.", [("If you are worried,", "you can tell the CEOP Safety Centre.")]),
        (
            "This film is about pressure in live streams. You can step out at any time. It ends with help.",
            [("This film is about pressure", "in live streams."), ("You can step out at any time.", "It ends with help.")],
        ),
    ],
)
def test_captions_break_at_phrases(text, expected):
    assert shown(text) == expected


def test_narrow_pictures_have_shorter_rows():
    text = "You can end the stream at any time. You owe nobody a reason."
    assert all(len(row) <= 30 for part in shown(text, reader=NARROW) for row in part)


def test_a_label_takes_its_room():
    text = "You can tell me at any time you like."
    assert shown(text) == [(text,)]
    assert shown(text, label=14) == [("You can tell me", "at any time you like.")]


def test_a_part_waits_until_it_can_be_read():
    text = "Stop. You can end the stream at any time, and you owe nobody a reason."
    assert shown(text, 300)[0] == ("Stop.", "You can end the stream at any time,")  # “Stop.” alone would be gone in 300 ms.
    first, *others = said(text, 300)
    later = [PlacedWord(text=word.text, start_ms=word.start_ms + 900, end_ms=word.end_ms + 900) for word in others]
    assert [part.rows for part in parts([first, *later], READER)] == [
        ("Stop.",),
        ("You can end the stream at any time,", "and you owe nobody a reason."),
    ]


def test_no_part_stays_too_long():
    slow = parts(said("Stop. You can end the stream at any time.", 1500), READER)
    assert len(slow) > 1
    assert all(part.end_ms - part.start_ms <= 7000 for part in slow)


def test_a_word_without_room_is_shown_anyway_and_alone():
    long_word = "a" * 50
    assert shown(f"Go to {long_word} now.")[-2:] == [(long_word,), ("now.",)]


def test_rows_are_even_and_need_no_more_than_two():
    text = "It can be a coach or a helper too, you know"
    assert rows(text.split(), READER) == ("It can be a coach", "or a helper too, you know")
    assert rows(["word"] * 30, READER) is None


@given(texts(), st.integers(80, 900), st.sampled_from([READER, NARROW]), st.sampled_from([0, 13]))
@settings(max_examples=100, deadline=None)
def test_parts_say_the_whole_line_and_break_no_name_they_need_not(text, word_ms, reader, label):
    found = parts(said(text, word_ms), reader, label)
    assert " ".join(row for part in found for row in part.rows) == text
    tokens = words(text)
    at = -1
    for number, part in enumerate(found):
        assert 1 <= len(part.rows) <= 2
        for row_number, row in enumerate(part.rows):
            room = reader.row_chars - (label if number == 0 and row_number == 0 else 0)
            assert len(row) <= room
            at += len(words(row))
            if at < len(tokens) - 1 and _short_names(tokens):
                assert break_cost(tokens, at) < UNBREAKABLE


def _short_names(tokens):
    """Whether every run of words that must stay together has room in a row."""
    run = 0
    for index in range(len(tokens) - 1):
        run = run + len(tokens[index]) + 1 if break_cost(tokens, index) >= UNBREAKABLE else 0
        if run > 12:
            return False
    return True
