from __future__ import annotations

import pytest

from animkit.checks.routes import routes_named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Call 999.", {"emergency-999"}),
        ("It costs 9990.", set()),
        ("childline, 0800 1111", {"childline"}),
        ("Go to www.example/999/x", set()),
        ("Tell CEOP yourself.", {"ceop"}),
        ("A report can remove it.", set()),
        ("Report Remove can help.", {"report-remove"}),
    ],
)
def test_routes_are_named_by_number_name_or_word(campaign, words, named):
    assert {route.id for route in routes_named(words, campaign.help_routes)} == named


def test_childlines_address_stands_for_childline_and_for_report_remove(campaign):
    assert {route.id for route in routes_named("See childline.org.uk.", campaign.help_routes)} == {"childline", "report-remove"}
