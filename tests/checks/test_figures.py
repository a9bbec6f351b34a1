from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "It was 84 %.",
        "It was 84 per cent.",
        "One in five do.",
        "3 out of 10 do.",
        "Thousands of children do.",
        "A third of all cases were so.",
    ],
)
def test_a_figure_is_seen(errors, sentence):
    assert "figure-for-the-young" in {f.code for f in errors(("They all want the same thing.", f'"{sentence}"'))}


@pytest.mark.parametrize(
    "sentence",
    [
        "There are eight signs.",
        "Childline is 0800 1111.",
        "He eats half of it.",
        "Most people are kind.",
        "Wait 10 seconds.",
        "Anyone under 18 can.",
    ],
)
def test_numbers_that_measure_nobody_pass(errors, sentence):
    assert errors(("They all want the same thing.", f'"{sentence}"')) == []
