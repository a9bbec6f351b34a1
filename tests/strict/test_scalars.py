"""Core words: what is a number, a switch or nothing, and what is text after all."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.strict.scalars import core_value, why_no_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("False", False), ("null", None), ("~", None), ("", None), ("0", 0), ("-12", -12), ("1.50", 1.5), ("-0.25", -0.25)],
)
def test_core_words(text: str, value: object) -> None:
    assert core_value(text) == value
    assert type(core_value(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "off", "y", "n", "1:30", "010", "0x1f", "0o17", "1_000", "1e3", ".5", "5.", "+5", ".inf", ".nan", "inf",
     "2027-05-01", "11-14", "nUll", "１２", "9" * 16, "1." + "3" * 16, "=", "<<"],
)  # fmt: skip
def test_everything_else_is_text(text: str) -> None:
    assert core_value(text) == text


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1:30", "write 90, in seconds"),
        ("0:02.5", "write 2.5, in seconds"),
        ("010", "write 10"),
        ("00", "write 0"),
        ("1,5", "write 1.5"),
        (".5", "write 0.5"),
        ("5.", "write 5"),
        ("+5", "write 5"),
        ("4", "take the quotes away: 4"),
        ("4 s", "write the number alone, in the unit of its key"),
        ("2-3", "write one number"),
        ("-.inf", "write how much it really is"),
        ("1e3", "write it out in figures"),
        ("9" * 20, "write it out in figures"),
        ("soon", "write a number, such as 2 or 1.5"),
    ],
)
def test_what_looks_like_a_number_is_explained(text: str, mend: str) -> None:
    assert why_no_number(text)[1] == mend


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_has_a_finite_value_and_an_explanation(text: str) -> None:
    value = core_value(text)
    assert not isinstance(value, float) or math.isfinite(value)
    assert why_no_number(text)[1]


@settings(deadline=None)
@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_keep_their_value(number: int) -> None:
    assert core_value(str(number)) == number
