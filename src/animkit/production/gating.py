"""The gate as a command's stage: a film is judged, and the verdict becomes report.html and report.json beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from animkit.findings import ExitCode, Finding, Severity
from animkit.gate import Evidence, Verdict, judge
from animkit.gate.model import State
from animkit.gate.report import report_html, report_json
from animkit.packs.pages.faces import face_rules
from animkit.production.evidence import of_file, of_folder
from animkit.production.settings import Progress, in_silence
from animkit.store import write_whole

REPORTS = ("report.html", "report.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What ``animkit qc`` answers."""

    title: str
    verdict: Verdict
    report: Path

    @property
    def exit_code(self) -> ExitCode:
        """4 where a check refuses the film."""
        return ExitCode.GATE_FAILED if self.verdict.refused else ExitCode.OK

    def as_text(self) -> str:
        """The verdict in a few lines."""
        counts = ", ".join(f"{self.verdict.count(state)} {state}" for state in State if self.verdict.count(state))
        not_run = [row for row in self.verdict.rows if row.state is State.NOT_RUN]
        rows = [f"{self.title}: {'REFUSED' if self.verdict.refused else 'passed'} ({counts})"]
        rows += [f"  not run: {row.title}: {row.why}" + (f"; {row.mend}" if row.mend else "") for row in not_run]
        return "\n".join([*rows, f"  report: {self.report}"])

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "ok": not self.verdict.refused,
            "title": self.title,
            "report": str(self.report),
            "checks": [row.as_json() for row in self.verdict.rows],
            "findings": [finding.as_json() for finding in self.verdict.findings],
        }


def judge_film(
    target: Path,
    *,
    store_root: Path | None,
    out: Path | None,
    today: date,
    jobs: int,
    release: bool = False,
    progress: Progress = in_silence,
) -> Judged:
    """Judge a finished build (its folder) or a film file, and write the report: beside a build, or in the working folder for a file."""
    if target.is_dir():
        evidence = of_folder(target, store_root=store_root, today=today, jobs=jobs, release=release)
        folder = out or target
    else:
        evidence = of_file(target, today=today, jobs=jobs, release=release)
        folder = out or Path.cwd() / "build" / f"{target.stem}-report"
    if evidence.store is None:
        verdict = judge(evidence, progress=progress)
    else:
        with evidence.store.in_use():
            verdict = judge(evidence, progress=progress)
    write_report(verdict, evidence, folder, "judged")
    return Judged(title=evidence.title, verdict=verdict, report=folder / REPORTS[0])


def write_report(verdict: Verdict, evidence: Evidence, folder: Path, outcome: str) -> tuple[Path, ...]:
    """Write report.html and report.json into ``folder``; returns their paths."""
    page, data = (folder / name for name in REPORTS)
    write_whole(page, report_html(verdict, evidence, outcome, face_rules))
    write_whole(data, report_json(verdict, evidence, outcome))
    return page, data


def told_once(findings: Iterable[Finding], known: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of ``findings`` that ``known`` has not told already, in other places or with another frame."""
    told = {(one.code, one.what, one.shot) for one in known}
    return tuple(one for one in findings if (one.code, one.what, one.shot) not in told and one.severity is not Severity.NEEDS_A_PERSON)
