"""Timing as a command's stage: the timeline of a prepared storyboard, its picture lock and its exposure sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from animkit.checks.musts import check_last_words
from animkit.findings import Finding, Refused, errors
from animkit.narration.session import Narration
from animkit.production.prepare import Prepared
from animkit.store import write_whole
from animkit.timing import files
from animkit.timing.lock import locked
from animkit.timing.plan import plan
from animkit.timing.sheet import exposure_sheet_html, exposure_sheet_text
from animkit.timing.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What ``animkit sheet`` answers."""

    text: str
    timeline_json: Any
    findings: tuple[Finding, ...]


def lock_path(storyboard: Path) -> Path:
    """Where a storyboard's picture lock lies: beside it."""
    return storyboard.with_name(f"{storyboard.stem}.lock.json")


def timetable(prepared: Prepared, narration: Narration) -> tuple[Timeline, tuple[Finding, ...]]:
    """The film's timeline and what there is to know about it. Refused with every finding if one is an error."""
    path = lock_path(prepared.path)
    lock = files.from_text(path.read_text(encoding="utf-8"), prepared.project.shown(path)) if path.is_file() else None
    fps = prepared.campaign.profile.delivery.fps
    timeline, findings = plan(prepared.storyboard, narration.takes, prepared.campaign, fps=fps, lock=lock, marks=prepared.marks)
    if not errors(findings):
        findings += check_last_words(prepared.storyboard, timeline, prepared.campaign, prepared.marks)
    if errors(findings):
        raise Refused(*prepared.findings, *narration.findings, *findings)
    return timeline, findings


def sheet(prepared: Prepared, timeline: Timeline, findings: tuple[Finding, ...], html: Path | None) -> Sheet:
    """The exposure sheet, printed and, where asked for, as a page."""
    if html is not None:
        write_whole(html, exposure_sheet_html(timeline, prepared.storyboard).encode())
    return Sheet(text=exposure_sheet_text(timeline, prepared.storyboard), timeline_json=files.as_json(timeline), findings=findings)


def write_lock(prepared: Prepared, timeline: Timeline) -> Path:
    """Lock the picture as it is timed now."""
    path = lock_path(prepared.path)
    write_whole(path, files.as_text(locked(timeline)).encode())
    return path


def remove_lock(storyboard: Path) -> Path | None:
    """Unlock the picture; None if it was not locked."""
    path = lock_path(storyboard)
    if not path.is_file():
        return None
    path.unlink()
    return path
