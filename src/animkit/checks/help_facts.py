"""Whether the help routes a film names are fresh and confirmed by a person. Pure: ``today`` is given, never asked from a clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from animkit.campaign import Campaign, HelpRoute
from animkit.findings import ExitCode, Finding, Place, Severity
from animkit.storyboard.model import Storyboard


def check(storyboard: Storyboard, campaign: Campaign, today: date, *, release: bool = False) -> tuple[Finding, ...]:
    """Findings for the routes of this film: a release is refused for them, a draft only says so."""
    return check_routes(storyboard.help, campaign, today, release=release)


def check_routes(names: Iterable[str], campaign: Campaign, today: date, *, release: bool = False) -> tuple[Finding, ...]:
    """The same for the routes called ``names``, such as all those that a pack prints."""
    routes = (campaign.help_route(name) for name in names)
    return tuple(finding for route in routes if route for finding in _facts(route, campaign, today, release))


def _facts(route: HelpRoute, campaign: Campaign, today: date, release: bool) -> Iterator[Finding]:
    fresh_days = campaign.profile.editorial.help_facts_fresh_days
    place = campaign.help_places.get(route.id, Place(campaign.paths.get("help_routes", "")))
    if route.is_stale(today, fresh_days):
        what = f"{route.name} was last verified on {route.verified_on.isoformat()}, more than {fresh_days} days ago"
        mend = f"read it again in its source ({route.source}), then set verified_on"
        yield _finding(
            "help-fact-stale", what, "numbers and addresses change", mend, place, Severity.ERROR if release else Severity.WARNING
        )
    if not route.confirmed_by:
        what = f"nobody has confirmed {route.name}, {route.value}"
        mend = "look it up on its own page (never test 999 by ringing it), then write your name into confirmed_by"
        severity = Severity.ERROR if release else Severity.NEEDS_A_PERSON
        yield _finding("help-fact-unconfirmed", what, "a wrong number is worse than none", mend, place, severity)


def _finding(code: str, what: str, why: str, mend: str, place: Place, severity: Severity) -> Finding:
    return Finding(code, what, why, mend, place, severity, ExitCode.GATE_FAILED)
