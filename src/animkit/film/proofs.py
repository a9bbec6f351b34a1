"""What was proved of a film, kept in the store by its plan, so that a film that stands is not made again to be proved again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import av
import numpy as np

from animkit.film.loudness import Loudness
from animkit.film.model import FilmPlan
from animkit.film.recipe import recipe
from animkit.store import Store, key_of, sha256_file

KIND = "film"
CODE = tuple(f"film/{name}.py" for name in ("assemble", "audio", "chapter_language", "joins", "pieces", "tracks", "verify"))


@dataclass(frozen=True, slots=True)
class Proof:
    """A film with these bytes was proved to be its plan. ``loudness`` has no momentary readings: they are not kept."""

    sha256: str
    loudness: Loudness | None


def plan_key(plan: FilmPlan) -> str:
    """The hash of everything the film's bytes and their proof depend on."""
    values: dict[str, Any] = {
        "title": plan.title,
        "language": plan.language,
        "length": [plan.frames, plan.fps],
        "stretches": [[run.start, run.frames, run.sha256] for run in plan.stretches],
        "sound": sha256_file(plan.sound) if plan.sound else None,
        "texts": [asdict(text) for text in plan.texts],
        "chapters": [asdict(mark) for mark in plan.chapters],
        "code": recipe(*CODE),
        "libraries": {name: list(number) for name, number in av.library_versions.items()},
    }
    return key_of(values)


def remember(store: Store, plan: FilmPlan, sha256: str, loudness: Loudness | None) -> None:
    """Keep that the plan's film has these bytes and was proved."""
    levels = [loudness.integrated_lufs, loudness.range_lu, loudness.true_peak_dbtp] if loudness else None
    store.put(KIND, plan_key(plan), {}, {"sha256": sha256, "levels": levels})


def remembered(store: Store, plan: FilmPlan) -> Proof | None:
    """What was proved of the plan's film, or None."""
    entry = store.get(KIND, plan_key(plan))
    if entry is None:
        return None
    levels = entry.facts["levels"]
    if levels is None:
        return Proof(entry.facts["sha256"], None)
    integrated, wide, peak = levels
    loudness = Loudness(integrated_lufs=integrated, range_lu=wide, true_peak_dbtp=peak, momentary_lufs=np.zeros(0))
    return Proof(entry.facts["sha256"], loudness)
