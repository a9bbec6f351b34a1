from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from animkit.checks.help_facts import check
from animkit.findings import ExitCode, Severity

READ_ON = date(2026, 11, 24)


def severities(findings, code):
    return {finding.severity for finding in findings if finding.code == code}


def test_a_fact_is_fresh_for_180_days(campaign, board, good):
    storyboard, _ = board(good)
    assert not severities(check(storyboard, campaign, READ_ON + timedelta(days=180)), "help-fact-stale")
    assert severities(check(storyboard, campaign, READ_ON + timedelta(days=181)), "help-fact-stale") == {Severity.WARNING}


def test_a_stale_fact_stops_a_release(campaign, board, good):
    storyboard, _ = board(good)
    found = check(storyboard, campaign, READ_ON + timedelta(days=181), release=True)
    assert severities(found, "help-fact-stale") == {Severity.ERROR}
    assert {finding.exit_code for finding in found} == {ExitCode.GATE_FAILED}


def test_an_unconfirmed_route_asks_for_a_person_and_stops_a_release(campaign, board, good):
    storyboard, _ = board(good)
    assert severities(check(storyboard, campaign, READ_ON), "help-fact-unconfirmed") == {Severity.NEEDS_A_PERSON}
    assert severities(check(storyboard, campaign, READ_ON, release=True), "help-fact-unconfirmed") == {Severity.ERROR}


def test_a_confirmed_fresh_route_is_silent(campaign, board, good):
    storyboard, _ = board(good)
    confirmed = tuple(replace(route, confirmed_by="A. Reader") for route in campaign.help_routes)
    assert check(storyboard, replace(campaign, help_routes=confirmed), READ_ON, release=True) == ()


def test_findings_stand_in_the_file_of_help_routes(campaign, board, good):
    storyboard, _ = board(good)
    places = [finding.place for finding in check(storyboard, campaign, READ_ON)]
    assert {place.path for place in places} == {"assets/help-routes.yaml"}
    assert len({place.line for place in places}) == len(storyboard.help)


def test_only_the_routes_of_the_film_are_judged(campaign, board, good):
    storyboard, _ = board(good)
    assert not any("NSPCC" in finding.what for finding in check(storyboard, campaign, READ_ON))
