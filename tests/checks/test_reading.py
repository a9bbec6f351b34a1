from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.checks.reading import grade, reading, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("You can stop. You owe nobody a reason!", ("You can stop.", "You owe nobody a reason!")),
        ('He asks: "OK?" She nods.', ('He asks: "OK?', "She nods.")),
        ("No full stop", ("No full stop",)),
        ("  ", ()),
    ],
)
def test_sentences_end_at_their_signs(text, parts):
    assert sentences(text) == parts


@given(st.text(alphabet="ab .!?\n", max_size=80))
def test_sentences_keep_every_word(text):
    assert " ".join(sentences(text)).split() == text.split()


def test_longer_words_read_at_a_higher_grade():
    assert grade("We run to the sea.") < grade("Unquestionable determination characterises intercontinental exploration.")
    assert grade("") == 0


def test_help_routes_do_not_count_as_sentences_to_read(campaign, board, good):
    storyboard, _ = board(good)
    plain = reading(storyboard, campaign)
    assert plain.longest_sentence == "Tell an adult you trust, such as a parent or a teacher."
    assert plain.longest_sentence_words == 12
    assert plain.grade <= 6


def test_the_words_are_counted_with_the_help_card(campaign, board, good):
    storyboard, _ = board(good)
    assert reading(storyboard, campaign).words == sum(
        sum(any(letter.isalnum() for letter in token) for token in line.text.replace("{end} ", "").split())
        for shot in storyboard.shots()
        for line in shot.lines
    )


def test_a_film_for_the_youngest_is_held_to_its_own_length(errors):
    sixteen = "One and two and three and four and five and six and seven and eight and."
    found = [f for f in errors(("They all want the same thing.", sixteen), ("band: 11-14", "band: 8-10")) if f.code == "long-sentence"]
    assert [finding.place.line for finding in found] == [19]
    assert errors(("They all want the same thing.", sixteen)) == []
