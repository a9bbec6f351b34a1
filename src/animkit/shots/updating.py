"""Updaters, run as manim runs them but without asking each function for its signature on every frame.

manim calls ``inspect.signature`` for every updater of every mobject on every frame: about 15 us each, where the call itself takes 0.1.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

from manim import Mobject


class Updaters:
    """Runs the updaters of a picture; remembers which of them take ``dt``."""

    def __init__(self) -> None:
        self._takes_dt: dict[Any, bool] = {}

    def run(self, mobjects: Iterable[Mobject], dt: float) -> None:
        """Every updater once, parents before their parts; a mobject whose updating is suspended rests with all its parts."""
        for mobject in list(mobjects):
            if mobject.updating_suspended:
                continue
            for updater in list(mobject.updaters):
                if self._wants_dt(updater):
                    updater(mobject, dt)  # type: ignore[call-arg]  # manim tells the two kinds apart by name alone.
                else:
                    updater(mobject)  # type: ignore[call-arg]
            if mobject.submobjects:
                self.run(mobject.submobjects, dt)

    def _wants_dt(self, updater: Callable[..., object]) -> bool:
        """Whether ``updater`` has a parameter named dt. Closures share their code, and so their answer."""
        key = getattr(updater, "__code__", updater)
        if key not in self._takes_dt:
            self._takes_dt[key] = "dt" in inspect.signature(updater).parameters
        return self._takes_dt[key]
