"""The safeguarding rules of a storyboard: what it may not say, what it must say, its shape, its figures, its people. Pure.

The rules and their sources are told in docs/safeguarding.md. Errors carry exit code 4.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from animkit.campaign import Campaign
from animkit.checks.figures import check_figures
from animkit.checks.musts import check_musts
from animkit.checks.people import check_people
from animkit.checks.routes import check_ceop_with_an_adult, check_routes
from animkit.checks.structure import check_child_voices, check_structure
from animkit.checks.words import check_words
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard


def check(storyboard: Storyboard, campaign: Campaign, marks: Marks, today: date, *, recorded: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every safeguarding finding. ``recorded`` holds the ids of the lines that a person has spoken."""
    findings = [
        *check_structure(storyboard, campaign, marks),
        *check_routes(storyboard, campaign, marks),
        *check_ceop_with_an_adult(storyboard, campaign, marks),
        *check_child_voices(storyboard, campaign, marks, recorded),
    ]
    if storyboard.language.startswith("en"):
        findings += check_words(storyboard, campaign, marks)
        findings += check_musts(storyboard, campaign, marks)
        findings += check_figures(storyboard, campaign, marks)
    findings += check_people(storyboard, campaign, marks, today)
    return tuple(findings)
