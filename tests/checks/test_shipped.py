"""The shipped storyboards keep every rule, and teach what they say they teach."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from animkit import campaign as campaign_package
from animkit.campaign import Project
from animkit.checks.coverage import coverage
from animkit.checks.storyboard_checks import check_storyboard
from animkit.findings import Severity
from animkit.storyboard.parse import read

FILMS = sorted((Path(__file__).parents[2] / "storyboards").glob("*.yaml"))


@pytest.mark.parametrize("film", FILMS, ids=lambda path: path.stem)
def test_a_shipped_film_breaks_no_rule(film):
    campaign = campaign_package.load(Project.holding(film))
    parsed = read(film, film.name, campaign=campaign)
    assert parsed.storyboard is not None, [str(finding) for finding in parsed.findings]
    found = check_storyboard(parsed.storyboard, campaign, parsed.marks, date(2026, 11, 24))
    assert [str(finding) for finding in found if finding.severity is Severity.ERROR] == []


def test_the_film_for_11_to_14_teaches_all_eight_signs():
    film = next(path for path in FILMS if path.stem == "live-streaming-11-14")
    campaign = campaign_package.load(Project.holding(film))
    parsed = read(film, film.name, campaign=campaign)
    assert parsed.storyboard is not None
    rows = coverage(parsed.storyboard, campaign)
    assert {row.sign for row in rows} == {sign.id for sign in campaign.signs}
    assert all(row.action for row in rows)
