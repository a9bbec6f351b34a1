"""Every check of the table, run on the evidence there is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from animkit.findings import Finding
from animkit.gate.evidence import LACKS, Evidence
from animkit.gate.model import Check, NotRunError, Outcome, Row, State, Verdict, state_of
from animkit.gate.table import CHECKS

Progress = Callable[[str, int, int], None]

DRAFT = "a draft's build runs the cheap checks only"


def judge(evidence: Evidence, *, cheap: bool = False, only: Collection[str] = (), progress: Progress = lambda *_: None) -> Verdict:
    """The verdict on a film. ``cheap`` leaves out what decodes, draws or listens; ``only`` names the checks to run (default: all)."""
    chosen = [check for check in CHECKS if not only or check.name in only]
    rows = []
    for number, check in enumerate(chosen):
        progress("gate", number, len(chosen))
        rows.append(_row(check, evidence, cheap=cheap))
    progress("gate", len(chosen), len(chosen))
    return Verdict(rows=tuple(rows))


def _row(check: Check, evidence: Evidence, *, cheap: bool) -> Row:
    row = Row(name=check.name, family=check.family, title=check.title, state=State.NOT_RUN)
    if cheap and check.cost == "dear":
        return replace(row, why=DRAFT, mend="animkit qc judges it whole")
    lacking = [need for need in check.needs if getattr(evidence, need) is None]
    if lacking:
        return replace(row, why=LACKS[lacking[0]])
    try:
        outcome: Outcome = check.run(evidence)
    except NotRunError as problem:
        return replace(row, why=problem.why, mend=problem.mend)
    findings = tuple(_placed(finding, evidence) for finding in outcome.findings)
    return replace(row, state=state_of(findings), measured=outcome.measured, limit=outcome.limit, source=outcome.source, findings=findings)


def _placed(finding: Finding, evidence: Evidence) -> Finding:
    """The finding with its shot, and with the storyboard's line of that shot, where it has none of its own."""
    shot = finding.shot or (evidence.shot_at(finding.frame) if finding.frame is not None else "")
    place = finding.place if finding.place.line or finding.place.path else evidence.place(shot)
    return replace(finding, shot=shot, place=place)
