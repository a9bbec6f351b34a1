"""Numbers in words: the awkward corners."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.storyboard.numbers import NUMBER, digit_words, integer_words, number_words, ordinal_words, year_words


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "nought"),
        (13, "thirteen"),
        (40, "forty"),
        (85, "eighty-five"),
        (100, "one hundred"),
        (245, "two hundred and forty-five"),
        (1001, "one thousand and one"),
        (12_345, "twelve thousand three hundred and forty-five"),
        (1_000_050, "one million and fifty"),
        (2_000_000_000, "two billion"),
    ],
)
def test_integers(number: int, said: str) -> None:
    assert integer_words(number) == said


@pytest.mark.parametrize("number", [-1, 1_000_000_000_000])
def test_integers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        integer_words(number)


@pytest.mark.parametrize(
    ("year", "said"), [(1900, "nineteen hundred"), (2000, "two thousand"), (2026, "twenty twenty-six"), (1807, "eighteen oh seven")]
)
def test_years(year: int, said: str) -> None:
    assert year_words(year) == said


@pytest.mark.parametrize(
    ("number", "said"), [(3, "third"), (5, "fifth"), (12, "twelfth"), (20, "twentieth"), (101, "one hundred and first")]
)
def test_ordinals(number: int, said: str) -> None:
    assert ordinal_words(number) == said


def test_telephone_digits() -> None:
    assert digit_words("0800") == "oh eight hundred"
    assert digit_words("5009") == "five oh oh nine"
    assert number_words("12345678") == "one two three four five six seven eight"
    assert number_words("£1") == "one pound"


@settings(deadline=None)
@given(st.from_regex(NUMBER, fullmatch=True))
def test_whatever_the_pattern_takes_has_words_without_digits(written: str) -> None:
    assert not re.search(r"[0-9%£]", number_words(written))


@settings(deadline=None)
@given(st.integers(0, 999_999_999_999), st.integers(0, 999_999_999_999))
def test_different_numbers_have_different_words(one: int, other: int) -> None:
    assert (integer_words(one) == integer_words(other)) == (one == other)
