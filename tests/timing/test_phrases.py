"""Where a sentence may be broken, and where it may not."""

from __future__ import annotations

import pytest

from animkit.timing.phrases import UNBREAKABLE, break_cost


def cost(text):
    """What a break at the bar in ``text`` costs."""
    before, after = text.split(" | ")
    words = f"{before} {after}".split()
    return break_cost(words, len(before.split()) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Maya tells Miss | Noor.",
        "call the CEOP | Safety Centre",
        "And Report | Remove can help",
        "Ring 0800 | 1111 now",
        "It is 0808 800 | 5000.",
        "Ask Mr. | Lee",
        "“Grandad | Des”",
    ],
)
def test_names_and_numbers_are_never_broken(text):
    assert cost(text) >= UNBREAKABLE


@pytest.mark.parametrize(
    "text",
    ["When | Maya knocks", "Stop. | Maya knocks", "So | I tell", "Maya, | Otis and Des", "and then | Maya", "Call 999. | 101 is for later"],
)
def test_capitals_alone_make_no_name(text):
    assert cost(text) < UNBREAKABLE


def test_better_places_cost_less():
    places = [
        "You can stop. | You owe nobody",
        "Next comes an app, | a secret",
        "Otis tells Maya | and she listens",
        "They come | from all sorts",
        "Stopping feels | really hard",
        "in 10 | minutes",
        "It is the | end",
    ]
    costs = [cost(text) for text in places]
    assert costs == sorted(set(costs))


@pytest.mark.parametrize("text", ["“Stop!” | she says", "(It ends.) | Now", "Really? | Yes", "Well… | yes"])
def test_a_sentence_ends_inside_its_quotes_and_brackets(text):
    assert cost(text) == 0
