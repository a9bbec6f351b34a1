"""Flashes: nothing in the film may harm a viewer with photosensitive epilepsy."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from animkit.gate.evidence import Evidence
from animkit.gate.measure.watch import EVERYDAY_PX, Seen, cores, runs, watch
from animkit.gate.model import NotRunError, Outcome, held

INSTALL = "pip install opencv-python-headless && pip install --no-deps iris-pse-detection"
MEND = "let it change more slowly, or in a smaller part of the picture"
WHY = "a viewer with photosensitive epilepsy can be harmed"


def seen(evidence: Evidence) -> tuple[Seen, ...]:
    """The film as it was watched, once for all checks that ask. NotRunError where the judge is not installed."""
    width = None if evidence.release else EVERYDAY_PX
    try:
        return _watched(evidence.film, evidence, width)
    except ImportError as problem:
        raise NotRunError(f"the flash judge is not installed ({problem.name})", INSTALL) from None


@lru_cache(maxsize=2)
def _watched(film: Path, evidence: Evidence, width: int | None) -> tuple[Seen, ...]:
    jobs = cores(evidence.jobs)
    return watch(film, evidence.slots, evidence.fps, evidence.profile.picture, evidence.store, width_px=width, jobs=jobs)


def judged_by(judge: str, what: str, limit: str, source: str) -> Callable[[Evidence], Outcome]:
    """A check that asks one judge; ``what`` is held against the film where it says fail, ``limit`` the report's words for its rule."""

    def check(evidence: Evidence) -> Outcome:
        found = []
        for shot in seen(evidence):
            for first, last in runs(shot.flashes[judge]):
                lasts = (last - first + 1) / evidence.fps
                found.append(held("flash", f"{what} ({lasts:.1f} s)", why=WHY, mend=MEND, shot=shot.slot.shot, frame=first))
        area = f"{evidence.profile.picture.flash_area_share:g}"
        return Outcome(measured=str(len(found)), limit=limit.format(area=area), source=source, findings=tuple(found))

    return check
