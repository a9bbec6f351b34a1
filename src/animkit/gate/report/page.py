"""The report as a page and as JSON. The page carries its style and pictures: it can be mailed, and needs no network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from animkit.findings import Finding, Severity
from animkit.gate import captions
from animkit.gate.evidence import Evidence
from animkit.gate.model import Row, State, Verdict
from animkit.gate.report.charts import caption_chart, loudness_chart
from animkit.gate.report.thumbs import thumbs

TEMPLATE = Path(__file__).parent / "page.html"
EDGE = {Severity.ERROR: "refused", Severity.WARNING: "warning", Severity.NEEDS_A_PERSON: "person"}
FEW = 3
"""So many findings of one kind stand open; more of them are folded away."""

FONTS = "/* fonts */"
Fonts = Callable[[frozenset[str]], str]
WORDS = {Severity.ERROR: "Refused", Severity.WARNING: "Warning", Severity.NEEDS_A_PERSON: "Needs a person"}
RESULT = {State.PASS: "Pass", State.WARNING: "Warning", State.REFUSED: "Refused", State.NEEDS_A_PERSON: "Needs a person"}
CLASS = {State.PASS: "pass", State.WARNING: "warning", State.REFUSED: "refused", State.NEEDS_A_PERSON: "person"}


def report_json(verdict: Verdict, evidence: Evidence, outcome: str) -> bytes:
    """The report for machines: every check with what it measured, every finding, what was not run and why."""
    values = {
        "film": evidence.title,
        "language": evidence.language,
        "profile": evidence.profile.name,
        "frames": evidence.frames,
        "fps": evidence.fps,
        "outcome": outcome,
        "counts": {str(state): verdict.count(state) for state in State},
        "checks": [row.as_json() for row in verdict.rows],
        "exceptions": _exceptions(evidence),
    }
    return (json.dumps(values, indent=1, ensure_ascii=False) + "\n").encode()


def report_html(verdict: Verdict, evidence: Evidence, outcome: str, fonts: Fonts = lambda _: "") -> bytes:
    """The report for people. ``outcome`` is ``released``, ``draft``, ``refused`` or ``judged`` (a film that stays where it is).

    ``fonts`` gives the style rules of the house's fonts for the letters of a page.
    """
    findings = verdict.findings
    at = [frame for one in findings if (frame := _seen_at(one, evidence)) is not None]
    shown = thumbs(evidence.film, at, evidence.fps)
    page = _template().render(
        title=evidence.title,
        about=_about(evidence),
        language=evidence.language if evidence.language != "und" else "en-GB",
        outcome=outcome,
        verdict=_verdict_words(verdict, outcome),
        counts=[
            (verdict.count(state), RESULT[state].lower(), CLASS[state])
            for state in (State.REFUSED, State.WARNING, State.NEEDS_A_PERSON, State.PASS)
        ],
        stamp=_stamp(findings),
        findings=_grouped([(one.code, _shown(one, evidence, shown)) for one in findings]),
        loudness=_loudness(evidence, verdict),
        speeds=_speeds(evidence),
        families=[(family, [_row(row) for row in rows]) for family, rows in _by_family(verdict)],
        not_run=[row for row in verdict.rows if row.state is State.NOT_RUN],
        exceptions=_exceptions(evidence),
    )
    return str(page).replace(FONTS, fonts(frozenset(page))).encode()


def clock(frame: int, fps: int) -> str:
    """A frame as a person finds it in a player: ``3:11.4``."""
    tenths = frame * 10 // fps
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


@cache
def _template() -> Any:
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8"))


def _about(evidence: Evidence) -> str:
    from babel import Locale

    parts = [evidence.name]
    if evidence.language != "und":
        parts.append(str(Locale.parse(evidence.language, sep="-").get_language_name("en") or evidence.language))
    return ", ".join([*parts, clock(evidence.frames, evidence.fps), f"profile {evidence.profile.name}"])


def _verdict_words(verdict: Verdict, outcome: str) -> tuple[str, str, str]:
    """The seal, its class, and a sentence beside it."""
    errors = sum(one.severity is Severity.ERROR for one in verdict.findings)
    things = f"{'One thing refuses' if errors == 1 else f'{errors} things refuse'} it."
    if outcome == "refused":
        return "Refused", "refused", f"The film was made and is in refused/. {things} The last good film is untouched."
    if outcome == "draft":
        said = f"{errors} finding{'s' * (errors != 1)} would refuse it as a film." if errors else "Nothing that was looked at refuses it."
        return "Draft", "person", f"A draft, to look at: only what a draft can afford was checked. {said}"
    if errors:
        return "Refused", "refused", f"{things} The file stays where it is."
    people = verdict.count(State.NEEDS_A_PERSON)
    rest = "; a person still has to look and listen" if people else ""
    not_run = verdict.count(State.NOT_RUN)
    missing = f" {not_run} check{'s were' if not_run > 1 else ' was'} not run: see below." if not_run else ""
    return "Passed", "pass", f"Nothing that a machine can judge refuses this film{rest}.{missing}"


def _stamp(findings: Iterable[Finding]) -> str:
    unconfirmed = any(one.code == "help-fact-unconfirmed" for one in findings)
    return "Draft: help routes not yet confirmed" if unconfirmed else ""


def _shown(finding: Finding, evidence: Evidence, pictures: Mapping[int, str]) -> dict[str, str]:
    frame = finding.frame
    where = []
    if finding.shot:
        where.append(f"Shot {_number(finding.shot, evidence)}“{finding.shot}”")
    if frame is not None:
        where.append(clock(frame, evidence.fps))
    return {
        "edge": EDGE[finding.severity],
        "word": WORDS[finding.severity],
        "what": finding.what[:1].upper() + finding.what[1:],
        "why": finding.why[:1].upper() + finding.why[1:],
        "mend": finding.mend[:1].upper() + finding.mend[1:],
        "where": ", ".join(where),
        "place": str(finding.place).removeprefix("storyboards/") if finding.place.path else "",
        "picture": pictures.get(seen_at, "") if (seen_at := _seen_at(finding, evidence)) is not None else "",
    }


def _seen_at(finding: Finding, evidence: Evidence) -> int | None:
    """The frame that shows a finding: its own, or the middle of its shot."""
    if finding.frame is not None or evidence.timeline is None:
        return finding.frame
    return next((slot.start + slot.frames // 2 for slot in evidence.timeline.slots if slot.shot == finding.shot), None)


def _grouped(findings: Iterable[tuple[str, dict[str, str]]]) -> list[tuple[list[dict[str, str]], list[dict[str, str]]]]:
    """Findings of one kind together, where the first of them stood: those to show at once, and the rest."""
    kinds: dict[tuple[str, str], list[dict[str, str]]] = {}
    for code, shown in findings:
        kinds.setdefault((shown["edge"], code), []).append(shown)
    return [(kind[:FEW], kind[FEW:]) if len(kind) > FEW + 1 else (kind, []) for kind in kinds.values()]


def _number(shot: str, evidence: Evidence) -> str:
    if evidence.timeline is None:
        return ""
    return next((f"{number} " for number, slot in enumerate(evidence.timeline.slots, 1) if slot.shot == shot), "")


def _row(row: Row) -> dict[str, str]:
    return {
        "title": row.title,
        "measured": row.measured.replace("-", "−") if row.measured[:1] == "-" else row.measured,
        "limit": row.limit.replace("-", "−") if row.limit[:1] == "-" else row.limit,
        "source": row.source,
        "result": RESULT[row.state],
        "class": CLASS[row.state],
    }


def _by_family(verdict: Verdict) -> Iterable[tuple[str, list[Row]]]:
    run = [row for row in verdict.rows if row.state is not State.NOT_RUN]
    return ((family, list(rows)) for family, rows in groupby(run, key=lambda row: row.family))


def _loudness(evidence: Evidence, verdict: Verdict) -> str:
    if not any(row.name == "loudness" and row.state is not State.NOT_RUN for row in verdict.rows):
        return ""
    rules = evidence.profile.sound
    pauses = [pause.frame * 1000 // evidence.fps for pause in evidence.timeline.pauses] if evidence.timeline else []
    return loudness_chart(evidence.loudness.momentary_lufs, rules.loudness_lufs, rules.loudness_tolerance_lu, pauses)


def _speeds(evidence: Evidence) -> str:
    if evidence.cues is None or evidence.storyboard is None:
        return ""
    most = evidence.profile.bands[evidence.storyboard.band].captions_cps
    return caption_chart([captions.cps(cue, evidence.fps) for cue in evidence.cues], most)


def _exceptions(evidence: Evidence) -> list[str]:
    """What the profile lets this kind of film leave out, with why."""
    board = evidence.storyboard
    if board is None:
        return []
    found = [one for one in evidence.profile.exceptions if one.kind == board.kind and one.band in (None, board.band)]
    return [f"{', '.join(one.rules)}: {one.why}" for one in found]
