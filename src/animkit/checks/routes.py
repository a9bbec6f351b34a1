"""Which help routes a film must name, may name, and names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from animkit.campaign import Campaign, HelpRoute
from animkit.checks.gate import gate
from animkit.checks.phrases import says
from animkit.checks.texts import film_lines, heard
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard

WITH_AN_ADULT = ("with [an|a|your|the|some] *", "with * together", "together", "[adult*|grown up*] can", "ask [an|a] [adult|grown up]")


def routes_named(words: str, routes: Iterable[HelpRoute]) -> tuple[HelpRoute, ...]:
    """The routes that ``words`` name: by value, by name, or by a word that stands for them, such as CEOP."""
    return tuple(route for route in routes if any(_stands_in(name, words) for name in (route.value, route.name, *route.says)))


def check_routes(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """The band's signposts are on the card and said; no route stands there that this audience cannot use."""
    band = storyboard.band
    said = {route.id for text in film_lines(storyboard) for route in routes_named(text.words, campaign.help_routes)}
    for needed in campaign.profile.bands[band].signposts:
        route = campaign.help_route(needed)
        name = route.name if route else needed
        if needed not in storyboard.help:
            what = f"the help of this film leaves out {name}"
            yield gate("signpost-missing", what, f"films for {band} carry it", f"add {needed} to help:", marks.place(("help",)))
        elif needed not in said:
            what = f"{name} is on the help card but nobody says it"
            mend = f"name {route.value if route else needed} in a line"
            yield gate("signpost-unsaid", what, "a viewer who cannot read it must hear it", mend, marks.place(("help",)))
    for index, listed in enumerate(storyboard.help):
        route = campaign.help_route(listed)
        if route and band not in route.bands:
            why = f"it is for {route.audience}"
            mend = f"take {listed} out of help:"
            yield gate("route-for-others", f"{route.name} is no help for {band}", why, mend, marks.place(("help", index)))
        if route and route.status == "unverified":
            why = f"its entry is marked unverified ({route.source})"
            yield gate("route-unverified", f"{route.name} has not been verified", why, "leave it out", marks.place(("help", index)))


def check_ceop_with_an_adult(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """Children of 8 to 10 go to CEOP together with an adult, and the film says so where it first names CEOP."""
    ceop = campaign.help_route("ceop")
    if storyboard.band != "8-10" or ceop is None:
        return
    for shot in storyboard.shots():
        together = " ".join(text.words for text in heard(shot))
        named = [text for text in heard(shot) if routes_named(text.words, (ceop,))]
        if named and not says(WITH_AN_ADULT, together):
            what = "CEOP is named without an adult at the child's side"
            mend = 'say "CEOP, with an adult"'
            yield gate(
                "ceop-with-an-adult", what, "its form is not made for a child of 8 to 10 alone", mend, named[0].place(marks), shot.id
            )


def _stands_in(name: str, words: str) -> bool:
    return re.search(rf"(?<![\w@./-]){re.escape(name)}(?![\w/@-])", words, re.IGNORECASE) is not None
