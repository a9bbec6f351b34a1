"""Descriptions spoken: each gets its take, as a line of the film does."""

from __future__ import annotations

from animkit.findings import Finding, Refused
from animkit.narration.described import description_lines
from animkit.narration.session import Narration, narrate
from animkit.production.prepare import Prepared
from animkit.production.settings import Progress, in_silence
from animkit.store import Store
from animkit.timing.describing import Told

ENDING = "-described"
"""Takes of descriptions lie beside the film's own: assets/takes/LANG/NAME-described/SHOT.seen.opus."""


def describe(prepared: Prepared, store: Store, *, draft: bool, progress: Progress = in_silence) -> Narration:
    """The takes of all descriptions. Refused where nobody can speak them."""
    lines = description_lines(prepared.storyboard, prepared.campaign, prepared.marks.shot)
    return narrate(lines, project=prepared.project, store=store, film=f"{prepared.name}{ENDING}", draft=draft, progress=progress)


def told(spoken: Narration) -> tuple[Told, ...]:
    """Each description with its take, in the film's order."""
    return tuple(Told(line=line, take=spoken.takes[name]) for name, line in spoken.lines.items())


def require_descriptions(prepared: Prepared) -> None:
    """Refused, before anything is made, where a described film is asked for and no shot has a description."""
    if not any(shot.description for shot in prepared.storyboard.shots()):
        what = "no shot of this storyboard says what its picture shows, so that there is nothing to describe it with"
        mend = "write description: at the shots whose picture tells what no voice says"
        raise Refused(Finding("nothing-described", what, mend=mend, place=prepared.marks.place(())))
