"""Descriptions spoken: each gets its take at its usual pace, and a quick one for a quiet that is too short for that."""

from __future__ import annotations

from animkit.findings import Finding, Refused
from animkit.narration.described import QUICK, description_lines
from animkit.narration.session import Narration, narrate
from animkit.production.prepare import Prepared
from animkit.production.settings import Progress, in_silence
from animkit.store import Store
from animkit.timing.describing import Told

ENDING = "-described"
"""Takes of descriptions lie beside the film's own: assets/takes/LANG/NAME-described/SHOT.seen.opus."""


def describe(prepared: Prepared, store: Store, *, draft: bool, progress: Progress = in_silence) -> Narration:
    """The takes of all descriptions, at both paces. Refused where nobody can speak them."""
    board, campaign = prepared.storyboard, prepared.campaign
    lines = [line for quick in (False, True) for line in description_lines(board, campaign, prepared.marks.shot, quick=quick)]
    return narrate(lines, project=prepared.project, store=store, film=f"{prepared.name}{ENDING}", draft=draft, progress=progress)


def options(spoken: Narration) -> tuple[tuple[Told, ...], ...]:
    """Of each description in the film's order the takes to try, the best one first. Beside a person's take no synthetic one is tried."""
    found = []
    for name, line in spoken.lines.items():
        if name.endswith(QUICK):
            continue
        usual, quick = Told(line=line, take=spoken.takes[name]), f"{name}{QUICK}"
        found.append((usual,) if usual.take.is_human else (usual, Told(line=spoken.lines[quick], take=spoken.takes[quick])))
    return tuple(found)


def require_descriptions(prepared: Prepared) -> None:
    """Refused, before anything is made, where a described film is asked for and no shot has a description."""
    if not any(shot.description for shot in prepared.storyboard.shots()):
        what = "no shot of this storyboard says what its picture shows, so that there is nothing to describe it with"
        mend = "write description: at the shots whose picture tells what no voice says"
        raise Refused(Finding("nothing-described", what, mend=mend, place=prepared.marks.place(())))
