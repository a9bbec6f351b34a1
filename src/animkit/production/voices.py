"""Narration as a command's stage: every line of a prepared storyboard gets its take."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from animkit.findings import Finding
from animkit.narration.lines import spoken_lines
from animkit.narration.model import Take
from animkit.narration.session import Narration, narrate
from animkit.production.descriptions import ENDING, describe, require_descriptions
from animkit.production.prepare import Prepared
from animkit.production.settings import Progress
from animkit.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What ``animkit narrate`` answers."""

    takes: dict[str, Take]
    findings: tuple[Finding, ...]
    spoken: int
    from_store: int
    recorded: int
    committed: tuple[Path, ...] = ()


def voices(prepared: Prepared, store: Store, *, draft: bool, progress: Progress) -> Narration:
    """The takes of all lines: recorded ones first, then the store's, the rest spoken now. Refused if a line has no voice."""
    lines = spoken_lines(prepared.storyboard, prepared.campaign, prepared.marks.shot)
    return narrate(lines, project=prepared.project, store=store, film=prepared.name, draft=draft, progress=progress)


def speak(prepared: Prepared, store: Store, *, draft: bool, commit: bool, descriptions: bool, progress: Progress) -> Spoken:
    """The same for the command, which may want the descriptions instead, and may keep the takes in the project."""
    film = f"{prepared.name}{ENDING}" if descriptions else prepared.name
    if descriptions:
        require_descriptions(prepared)
    spoken = describe if descriptions else voices
    narration = spoken(prepared, store, draft=draft, progress=progress)
    committed: tuple[Path, ...] = ()
    if commit:
        from animkit.narration.takes import record

        committed = tuple(record(film, narration, prepared.project, prepared.storyboard.language))
    return Spoken(
        takes=dict(narration.takes),
        findings=prepared.findings + narration.findings,
        spoken=narration.spoken,
        from_store=narration.from_store,
        recorded=narration.recorded,
        committed=committed,
    )
