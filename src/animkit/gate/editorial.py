"""Words and care: the storyboard's own rules, asked once more of the film that was made from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from animkit.checks import CHECKS
from animkit.checks.coverage import coverage
from animkit.checks.musts import check_last_words
from animkit.checks.phrases import says
from animkit.checks.reading import reading
from animkit.checks.storyboard_checks import Occasion
from animkit.findings import Finding, Severity
from animkit.gate.evidence import Evidence
from animkit.gate.model import Outcome

FAULT = "never-your-fault"


@lru_cache(maxsize=2)
def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """Everything that the storyboard's checks hold against it, on the day of the judging."""
    assert evidence.storyboard is not None
    assert evidence.campaign is not None
    assert evidence.marks is not None
    on = Occasion(today=evidence.today, release=evidence.release, recorded=evidence.recorded)
    found = [one for check in CHECKS.values() for one in check(evidence.storyboard, evidence.campaign, evidence.marks, on)]
    if evidence.timeline is not None:
        found += check_last_words(evidence.storyboard, evidence.timeline, evidence.campaign, evidence.marks)
    return tuple(dict.fromkeys(found))


def _of(evidence: Evidence, belongs: Callable[[str], bool], *, people: bool = False) -> tuple[Finding, ...]:
    return tuple(
        one for one in findings(evidence) if belongs(one.code) and (one.severity is Severity.NEEDS_A_PERSON) == people and one.code
    )


def never_your_fault(evidence: Evidence) -> Outcome:
    """ "It is never your fault" often enough, and among the last words."""
    assert evidence.timeline is not None
    assert evidence.campaign is not None
    musts = [must for must in evidence.campaign.terms.musts if must.counted]
    times = [take for take in evidence.timeline.takes for must in musts if says(must.says, take.text)]
    rules = evidence.profile.editorial
    last = times[-1].start // evidence.fps if times else 0
    measured = f"{len(times)} times; last at {last // 60}:{last % 60:02d}" if times else "never"
    limit = f"{rules.never_your_fault_times}, one in the last {rules.never_your_fault_within_ms // 1000} s"
    found = _of(evidence, lambda code: FAULT in code or any(must.id in code for must in musts))
    return Outcome(measured=measured, limit=limit, findings=found)


def signs(evidence: Evidence) -> Outcome:
    """Each sign is answered by an action."""
    assert evidence.storyboard is not None
    assert evidence.campaign is not None
    rows = coverage(evidence.storyboard, evidence.campaign)
    shown = {row.sign for row in rows}
    helped = {row.sign for row in rows if row.action}
    codes = {"sign-without-action", "action-without-sign", "unknown-pair"}
    return Outcome(measured=f"{len(helped)} of {len(shown)}", limit="all", findings=_of(evidence, codes.__contains__))


def grade(evidence: Evidence) -> Outcome:
    """How hard the narration reads."""
    assert evidence.storyboard is not None
    assert evidence.campaign is not None
    band = evidence.storyboard.band
    measured = f"{reading(evidence.storyboard, evidence.campaign).grade:.1f}"
    limit = f"{evidence.profile.bands[band].grade:g}"
    found = _of(evidence, lambda code: code == "reading-grade")
    return Outcome(measured=measured, limit=limit, source=evidence.source(f"bands.{band}.grade"), findings=found)


def sentences(evidence: Evidence) -> Outcome:
    """The longest sentence."""
    assert evidence.storyboard is not None
    assert evidence.campaign is not None
    band = evidence.storyboard.band
    measured = f"{reading(evidence.storyboard, evidence.campaign).longest_sentence_words} words"
    limit = f"{evidence.profile.bands[band].sentence_words} words"
    found = _of(evidence, lambda code: code == "long-sentence")
    return Outcome(measured=measured, limit=limit, source=evidence.source(f"bands.{band}.sentence_words"), findings=found)


def help_facts(evidence: Evidence) -> Outcome:
    """Help routes were read lately, and a person has confirmed them."""
    assert evidence.storyboard is not None
    assert evidence.campaign is not None
    routes = [route for name in evidence.storyboard.help if (route := evidence.campaign.help_route(name))]
    days = max(((evidence.today - route.verified_on).days for route in routes), default=0)
    confirmed = sum(bool(route.confirmed_by) for route in routes)
    most = evidence.profile.editorial.help_facts_fresh_days
    found = tuple(one for one in findings(evidence) if one.code.startswith("help-fact"))
    return Outcome(
        measured=f"read {days} days ago, {confirmed} of {len(routes)} confirmed",
        limit=f"{most} days, all confirmed before a release",
        source=evidence.source("editorial.help_facts_fresh_days"),
        findings=found,
    )


TOLD_ELSEWHERE = {"sign-without-action", "action-without-sign", "unknown-pair", "reading-grade", "long-sentence"}


def rules(evidence: Evidence) -> Outcome:
    """Words to avoid, musts, figures, structure: every other safeguarding rule."""
    assert evidence.campaign is not None
    counted = {must.id for must in evidence.campaign.terms.musts if must.counted}
    found = _of(
        evidence,
        lambda code: (
            code not in TOLD_ELSEWHERE
            and not code.startswith("help-fact")
            and FAULT not in code
            and not any(one in code for one in counted)
        ),
    )
    return Outcome(measured=str(len(found)), limit="0", findings=found)


def people(evidence: Evidence) -> Outcome:
    """What no machine can settle."""
    found = _of(evidence, lambda code: not code.startswith("help-fact"), people=True)
    return Outcome(measured=f"{len(found)} things", limit="a named person for each", findings=found)
