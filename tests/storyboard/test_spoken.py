"""Marks keep their words, and what is said is what a person would say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.storyboard.spoken import mark_names, mark_problems, spoken_form, strip_marks, unsayable, web_words, words

ROUTES = {
    "0800 1111": "oh eight hundred, one one one one",
    "999": "nine nine nine",
    "101": "one oh one",
    "CEOP": "see-op",
    "ceop.police.uk": "see-op dot police dot U K",
}


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("You can {end} end the stream", "You can end the stream", (("end", 2),)),
        ("{now} Stop.", "Stop.", (("now", 0),)),
        ("“{now} Stop,” she says", "“Stop,” she says", (("now", 0),)),
        ("Keep – {tell} keep telling", "Keep – keep telling", (("tell", 1),)),
        ("{a} {b} Both at once", "Both at once", (("a", 0), ("b", 0))),
        ("Two\n  rows {x}here", "Two rows here", (("x", 2),)),
        ("No marks", "No marks", ()),
    ],
)
def test_a_mark_stands_before_its_word(text: str, plain: str, marks: object) -> None:
    assert strip_marks(text) == (plain, marks)
    assert mark_problems(text) == ()


@pytest.mark.parametrize(
    ("text", "offset", "fault", "name"),
    [
        ("a {b", 2, "unclosed", ""),
        ("a b} c", 3, "unopened", ""),
        ("a {B c} d", 2, "bad-name", "B c"),
        ("a {} d", 2, "bad-name", ""),
        ("The end {end}", 8, "no-word", "end"),
        ("The end {end}.", 8, "no-word", "end"),
        ("st{x}op", 2, "inside-word", "x"),
        ("stop{x} now", 4, "inside-word", "x"),
        ("stop–{x} now", 5, "inside-word", "x"),
    ],
)
def test_a_brace_that_is_no_mark_before_a_word_is_found(text: str, offset: int, fault: str, name: str) -> None:
    (problem,) = mark_problems(text)
    assert (problem.offset, problem.fault, problem.name) == (offset, fault, name)


def test_a_lone_dash_is_part_of_the_word_before_it() -> None:
    assert words("– Stop – now …") == ("– Stop –", "now …")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Call 0800 1111.", "Call oh eight hundred, one one one one."),
        ("Call 0800\u00a01111.", "Call oh eight hundred, one one one one."),
        ("Ring 999 or 101", "Ring nine nine nine or one oh one"),
        ("Tell CEOP at ceop.police.uk/safety-centre", "Tell see-op at see-op dot police dot U K slash safety dash centre"),
        ("www.childline.org.uk", "childline dot org dot U K"),
        ("0808 800 5000", "oh eight oh eight, eight oh oh, five oh oh oh"),
        ("In 2017, 245 children", "In twenty seventeen, two hundred and forty-five children"),
        ("84 % and 58%", "eighty-four per cent and fifty-eight per cent"),
        ("ages 11–14", "ages eleven to fourteen"),
        ("the 1st, 22nd and 30th", "the first, twenty-second and thirtieth"),
        ("2.5 or £2.50", "two point five or two pounds fifty"),
        ("1,000,000", "one million"),
        ("Maya & Otis", "Maya and Otis"),
        ("1999, 1905, 2003", "nineteen ninety-nine, nineteen oh five, two thousand and three"),
    ],
)
def test_figures_routes_and_addresses_are_put_into_words(text: str, said: str) -> None:
    assert spoken_form(text, ROUTES) == said
    assert unsayable(said) == ()


@pytest.mark.parametrize("text", ["24/7", "3:30", "5G", "1990s", "@maya", "#knock", "help@nspcc.org.uk", "a_b", "50 + 1", "🙂"])
def test_what_has_no_sure_reading_is_left_and_reported(text: str) -> None:
    assert unsayable(spoken_form(text, ROUTES)) != ()


def test_other_languages_keep_their_figures_but_say_help_routes() -> None:
    assert spoken_form("Ffoniwch 0800 1111 cyn 2017", {"0800 1111": "dim wyth"}, "cy") == "Ffoniwch dim wyth cyn 2017"
    assert unsayable("cyn 2017", "cy") == ()
    assert unsayable("cyn #2017", "cy") == ("#2017",)


def test_a_mark_keeps_its_word_when_a_number_becomes_many() -> None:
    assert strip_marks(spoken_form("Call {n} 0800 1111 {or} or tell", ROUTES))[1] == (("n", 1), ("or", 8))


def test_an_address_that_is_none_stays() -> None:
    assert web_words("no address") == "no address"


PROSE = st.text(st.sampled_from("ab {}.,–“” 0189%£/\n"), max_size=60)


@settings(deadline=None)
@given(PROSE)
def test_the_spoken_form_keeps_every_mark_in_order(text: str) -> None:
    assert mark_names(spoken_form(text, ROUTES)) == mark_names(text)


@settings(deadline=None)
@given(PROSE)
def test_every_mark_of_a_sound_text_points_at_a_word(text: str) -> None:
    plain, marks = strip_marks(text)
    if not mark_problems(text):
        assert all(index < len(words(plain)) for _, index in marks)
        assert "{" not in plain
        assert "}" not in plain


@settings(deadline=None)
@given(PROSE)
def test_words_lose_nothing(text: str) -> None:
    joined = " ".join(words(text))
    assert joined == " ".join(text.split()) or not any(letter.isalnum() for letter in text)
