"""What shots cost to draw, learnt from those that were drawn: so that the longest begin first and all cores end together.

Pure but for `known` and `remember`. Only the order of work depends on it, never a picture: equal tasks give equal clips in any order.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from animkit.shots.model import ShotTask
from animkit.store import Store, key_of

KIND = "costs"
FRESH = 0.5
"""How much the newest measurement counts: scenes change, and machines are busier at times."""

BEGIN_MS = 400.0
"""What a shot costs before its first frame: its child, its scene's code, its people (0.3 to 0.6 s)."""

UNKNOWN_MS = 25.0
"""What a frame is taken to cost while nothing was measured. Only differences matter."""

Costs = Mapping[str, float]
"""Processor milliseconds a frame, by scene."""


def estimate(task: ShotTask, costs: Costs) -> float:
    """How many milliseconds the task will take. A scene never drawn at this size is taken to cost what the middle one does."""
    usual = median(costs.values()) if costs else UNKNOWN_MS
    return BEGIN_MS + task.all_frames * costs.get(task.scene, usual)


def learnt(costs: Costs, task: ShotTask, took_ms: float) -> Costs:
    """The costs after ``task`` took so many milliseconds of processor time."""
    each = max(0.0, took_ms - BEGIN_MS) / task.all_frames
    before = costs.get(task.scene, each)
    return {**costs, task.scene: before + (each - before) * FRESH}


def known(store: Store, size: tuple[int, int]) -> Costs:
    """What was learnt of pictures of this size."""
    entry = store.get(KIND, key_of(list(size)))
    return dict(entry.facts["ms_a_frame"]) if entry else {}


def remember(store: Store, size: tuple[int, int], costs: Costs) -> None:
    """Keep what was learnt. Of two builds at once the last has its say: it is a guess in any case."""
    store.put(KIND, key_of(list(size)), {}, {"ms_a_frame": {scene: round(cost, 3) for scene, cost in costs.items()}})
