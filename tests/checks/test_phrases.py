from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.checks.phrases import example, excused, find, negated, says


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("monster*", "Two Monsters came."),
        ("stay offline", "Better stay-offline now."),
        ("[a|the|] image*", "Never the images."),
        ("you can ... stop", "You can always just stop."),
        ("you can ... stop", "You can stop."),
        ("*n't too late", "It isn’t too late."),
    ],
)
def test_a_phrase_finds_its_text(phrase, text):
    assert says([phrase], text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("pay", "They repay it."),
        ("sext", "A sextet plays."),
        ("you can ... stop", "You can, if you ever want to, just stop."),
        ("image", "Two images."),
    ],
)
def test_a_phrase_finds_whole_words_only(phrase, text):
    assert not says([phrase], text)


def test_case_counts_where_it_is_asked_to():
    assert list(find(["on Steam"], "a photo on steam", case=True)) == []


def test_a_match_keeps_the_words_of_the_text():
    [match] = find(["don't pay"], "So don’t pay!")
    assert (match.start, match.end, match.words) == (3, 12, "don’t pay")


def test_a_match_inside_an_excuse_is_excused():
    [match] = find(["silly"], "A silly hat.")
    assert excused(match, "A silly hat.", ["silly hat"])
    assert not excused(match, "A silly hat.", ["silly face"])


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("You are not in trouble.", True, True),
        ("If you don't tell anyone you will be in trouble.", True, False),
        ("Never view, copy or share it in trouble.", False, True),
        ("Don't wait. You are in trouble.", False, False),
    ],
)
def test_negations_count_near_or_in_the_sentence(text, near, expected):
    [match] = find(["in trouble"], text)
    assert negated(match, text, near=near) is expected


def test_brackets_that_do_not_match_are_a_mistake_of_ours():
    with pytest.raises(ValueError, match="do not match"):
        says(["[a|b"], "[a|b")


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(text):
    for match in find(["[a|b|] c*", "x ... y"], text):
        assert text[match.start : match.end] == match.words


def test_every_phrase_of_the_project_finds_its_own_example(campaign):
    phrases = [
        phrase
        for entry in (*campaign.terms.terms, *campaign.terms.musts)
        for phrase in (getattr(entry, "avoid", ()) + getattr(entry, "says", ()) + getattr(entry, "unless", ()))
    ]
    assert len(phrases) > 200
    assert [phrase for phrase in phrases if not says([phrase], example(phrase).replace("…", "any").replace("*", ""))] == []


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("monster*", "monster*"),
        ("[|the |a ]logo* of [NCA|CEOP]", "logo* of NCA"),
        ("you can ... [stop|leave]", "you can stop"),
        ("too late to *", "too late to …"),
    ],
)
def test_an_example_is_plain(phrase, plain):
    assert example(phrase) == plain
