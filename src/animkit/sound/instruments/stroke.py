"""One note as an instrument gets it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stroke:
    """``note`` is a name such as G4 (empty for drums and noises), ``velocity`` 0 to 1, ``seconds`` how long it is meant to last."""

    note: str
    velocity: float
    seconds: float
