"""When each caption word is heard."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.storyboard.spoken import words
from animkit.timing.aligned import caption_words
from animkit.timing.timeline import PlacedWord


def said(text, word_ms=100):
    return [PlacedWord(text=word, start_ms=i * word_ms, end_ms=(i + 1) * word_ms) for i, word in enumerate(text.split())]


def times(text, spoken):
    return [(word.text, word.start_ms, word.end_ms) for word in caption_words(text, said(spoken))]


def test_words_that_are_said_as_they_stand_keep_their_times():
    assert times("Don’t stop.", "don't stop") == [("Don’t", 0, 100), ("stop.", 100, 200)]


def test_a_number_takes_the_time_of_the_words_that_say_it():
    assert times("Call 999 now.", "Call nine nine nine now") == [("Call", 0, 100), ("999", 100, 400), ("now.", 400, 500)]


def test_words_that_differ_share_their_time_by_letters():
    assert times("Ring 0800 1111.", "Ring oh eight hundred one one one one") == [("Ring", 0, 100), ("0800", 100, 411), ("1111.", 411, 800)]


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        ("It ends.", "well it ends", [("It", 0, 200), ("ends.", 200, 300)]),
        ("It ends.", "it really ends", [("It", 0, 200), ("ends.", 200, 300)]),
        ("It ends.", "it ends here", [("It", 0, 100), ("ends.", 100, 300)]),
    ],
)
def test_what_is_said_and_not_shown_belongs_to_a_neighbour(text, spoken, expected):
    assert times(text, spoken) == expected


def test_a_word_that_is_not_said_has_its_neighbours_moment():
    assert times("It (really) ends.", "it ends") == [("It", 0, 100), ("(really)", 100, 100), ("ends.", 100, 200)]


def test_nothing_said_gives_no_time():
    assert caption_words("It ends.", ()) == (PlacedWord(text="It", start_ms=0, end_ms=0), PlacedWord(text="ends.", start_ms=0, end_ms=0))


@given(
    st.lists(st.sampled_from(["a", "stop", "999", "oh", "you", "–", "Maya"]), min_size=1),
    st.lists(st.sampled_from(["a", "stop", "nine", "oh", "you"]), min_size=1),
)
@settings(max_examples=100, deadline=None)
def test_times_are_in_order_and_cover_all_that_is_said(shown, spoken):
    placed = caption_words(" ".join(shown), said(" ".join(spoken)))
    assert tuple(word.text for word in placed) == words(" ".join(shown))
    assert all(word.start_ms <= word.end_ms for word in placed)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(placed))
    if placed:
        assert (placed[0].start_ms, placed[-1].end_ms) == (0, 100 * len(spoken))
