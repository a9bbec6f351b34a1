"""The key of a clip: a hash of everything its picture depends on, and of nothing else. Pure.

Moving a shot in the film, or changing another shot's words, leaves it as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from animkit.shots.model import ShotTask
from animkit.store import key_of

FORMAT = 1
"""Raised when what the store keeps of a clip changes its shape."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """What draws a scene: the hashes of its source and of the project's code that it imports, and the versions of what is installed."""

    sources: Mapping[str, str]
    """The SHA-256 of each file, by module name."""
    versions: Mapping[str, str]


def fingerprint(task: ShotTask, dependencies: Dependencies, *, exact: bool = False) -> str:
    """The key under which the store holds the clip of ``task``. ``exact``: drawn by manim's own camera."""
    return key_of(ingredients(task, dependencies, exact=exact))


def ingredients(task: ShotTask, dependencies: Dependencies, *, exact: bool = False) -> dict[str, Any]:
    """What the fingerprint is the hash of, as plain values: format, exact, task, sources, versions."""
    return {"format": FORMAT, "exact": exact, "task": task.as_json(), **asdict(dependencies)}
