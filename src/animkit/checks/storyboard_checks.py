"""All checks of a storyboard, by name. Pure: they read values, never files, and are told what day it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from animkit.campaign import Campaign
from animkit.checks import editorial, help_facts
from animkit.checks.coverage import check_coverage
from animkit.checks.reading import check_reading
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a check is told besides the storyboard."""

    today: date
    release: bool = False
    recorded: Collection[str] = field(default_factory=frozenset)
    """The ids of lines that a person has spoken."""


Check = Callable[[Storyboard, Campaign, Marks, Occasion], tuple[Finding, ...]]

CHECKS: Mapping[str, Check] = {
    "safeguarding": lambda board, campaign, marks, on: editorial.check(board, campaign, marks, on.today, recorded=on.recorded),
    "coverage": lambda board, campaign, marks, _: check_coverage(board, campaign, marks),
    "reading": lambda board, campaign, marks, _: check_reading(board, campaign, marks),
    "help facts": lambda board, campaign, _, on: help_facts.check(board, campaign, on.today, release=on.release),
}
"""A new check is one function, one line here, and one bad storyboard in its test."""


def check_storyboard(
    storyboard: Storyboard,
    campaign: Campaign,
    marks: Marks,
    today: date,
    *,
    release: bool = False,
    recorded: Collection[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Every finding of every check, in the order of the file."""
    on = Occasion(today=today, release=release, recorded=recorded)
    findings = [finding for check in CHECKS.values() for finding in check(storyboard, campaign, marks, on)]
    return tuple(sorted(findings, key=lambda finding: (finding.severity is not finding.severity.ERROR, finding.place, finding.code)))
