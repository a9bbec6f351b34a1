"""The narrators, by name. A new one is a file here and a line in NARRATORS.

In: a line. Out: its Speech, or a refusal. Each is made for a project and a film, and loads nothing before it speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from animkit.campaign.project import Project
from animkit.narration.model import Narrator

RELEASE = ("recorded", "kokoro")
"""Who is asked for a line, in order: what is recorded, then the voices of a release. There is no silent fallback."""

DRAFT = ("recorded", "hibari")

NOT_KEPT = frozenset({"hibari", "silent"})
"""Engines whose takes are never committed."""


def _recorded(project: Project, film: str) -> Narrator:
    from animkit.narration.narrators.recorded import Recorded

    return Recorded(project, film)


def _kokoro(project: Project, film: str) -> Narrator:
    from animkit.narration.narrators.kokoro import Kokoro

    del film
    return Kokoro(project)


def _hibari(project: Project, film: str) -> Narrator:
    from animkit.narration.narrators.hibari import Hibari

    del film
    return Hibari(project)


def _silent(project: Project, film: str) -> Narrator:
    from animkit.narration.narrators.silent import Silent

    del project, film
    return Silent()


NARRATORS: Mapping[str, Callable[[Project, str], Narrator]] = {
    "recorded": _recorded,
    "kokoro": _kokoro,
    "hibari": _hibari,
    "silent": _silent,
}
