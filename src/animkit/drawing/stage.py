"""What everything drawn needs to know about its shot: theme, size, frame rate, the frame on screen, the words said.

The scene puts its stage up before ``construct`` and moves ``now`` on before each frame's updaters; people and props read it.
One stage is up at a time in one process, because a shot is drawn in a process of its own.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from animkit.drawing.layout import Box, frame_units, slots
from animkit.drawing.theme import Theme


class Spoken(Protocol):
    """A word said during the shot, in frames from its start (``end`` exclusive)."""

    @property
    def speaker(self) -> str:
        """Who says it: a person's id."""
        ...

    @property
    def start(self) -> int:
        """The first frame."""
        ...

    @property
    def end(self) -> int:
        """The frame after the last."""
        ...

    @property
    def in_picture(self) -> bool:
        """Whether the speaker's mouth moves."""
        ...


@dataclass(kw_only=True)
class Stage:
    """One shot's surroundings. ``now`` counts frames from the slot's first one (in-handles are negative)."""

    theme: Theme
    width_px: int = 1920
    height_px: int = 1080
    fps: int = 25
    shot: str = "shot"
    cast: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Each person's entry of the cast file, by id."""
    words: Sequence[Spoken] = ()
    still_life: bool = False
    """Breathing, swaying and blinking switched off: for measuring stillness."""
    now: int = 0

    @cached_property
    def slots(self) -> Mapping[str, Box]:
        """The picture's named places (``layout.slots``)."""
        return slots(self.theme, self.width_px, self.height_px)

    @property
    def frame(self) -> tuple[float, float]:
        """Manim's frame width and height in units."""
        return frame_units(self.width_px, self.height_px)

    @property
    def upright(self) -> bool:
        """Whether the picture is higher than wide."""
        return self.height_px > self.width_px

    def colour(self, role: str) -> str:
        """``#RRGGBB`` of a role of the theme."""
        return self.theme.colour(role)

    def frames(self, seconds: float) -> int:
        """A motion's length in whole frames, at least one. Motions may round to the nearest; slots and beats never come from here."""
        return max(1, round(seconds * self.fps))

    def chance(self, *what: object) -> random.Random:
        """Seeded randomness: the same for the same shot and ``what``, on every machine."""
        return random.Random(":".join(map(str, (self.shot, *what))))


_up: list[Stage] = []


def stage() -> Stage:
    """The stage that is up. RuntimeError outside a shot: things are drawn for one picture size and one theme."""
    if not _up:
        raise RuntimeError(
            "nothing can be drawn without a stage: draw inside a ShotScene's construct, or in `with on_stage(Stage(theme=...)):`"
        )
    return _up[-1]


@contextmanager
def on_stage(this: Stage) -> Iterator[Stage]:
    """Puts a stage up while the block runs."""
    _up.append(this)
    try:
        yield this
    finally:
        _up.remove(this)
