"""Small words for messages."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.storyboard.model import NAME
from animkit.storyboard.near import choose, closest, one, quoted, slug


def test_the_nearest_word_is_offered_or_else_the_list() -> None:
    assert choose("grove", ["groove", "tick"]) == "did you mean 'groove'?"
    assert choose("xyz", ["tick", "groove"]) == "write one of groove, tick"
    assert choose("xyz", []) == "there is none yet"
    assert choose("xyz", [f"name-{number:02}" for number in range(30)]).endswith("name-23 and 6 more")
    assert closest("xyz", ["tick"]) == ""


def test_values_are_quoted_short_and_on_one_line() -> None:
    assert quoted("two\n  rows") == "'two rows'"
    assert quoted("a" * 60) == f"'{'a' * 47}…'"


def test_articles() -> None:
    assert (one("shot"), one("action")) == ("a shot", "an action")


@settings(deadline=None)
@given(st.text(max_size=80))
def test_a_slug_is_a_name_or_nothing(text: str) -> None:
    assert slug(text) == "" or re.fullmatch(NAME, slug(text))
    assert slug(slug(text)) == slug(text)
