"""What props do, as motions: values of a prop led through phases. Nothing is copied; a prop is posed from its values on every frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import Ease, in_out
from animkit.drawing.puppet import Puppet


@dataclass(frozen=True, slots=True)
class Phase:
    """Over ``seconds`` the named values of a prop go to ``goals``."""

    seconds: float
    goals: dict[str, float]
    ease: Ease = in_out


def phase(seconds: float, ease: Ease = in_out, **goals: float) -> Phase:
    """A phase, written shortly: ``phase(0.16, swing=34.0)``."""
    return Phase(seconds, goals, ease)


class Phased(Motion):
    """Leads values of a prop through phases, one after the other, from what they are when it begins.

    ``delay`` seconds pass first, in which nothing is touched. Of two that lead the same value at once the one begun last wins.
    """

    def __init__(self, prop: Puppet, *phases: Phase, delay: float = 0.0, introduces: bool = False) -> None:
        self.prop = prop
        self.phases = ([Phase(delay, {})] if delay else []) + list(phases)
        super().__init__(prop, sum(one.seconds for one in self.phases), introduces=introduces)
        self._from: dict[str, float] = {}

    def start(self) -> None:
        """Reads the values it begins with."""
        self._from = {name: float(getattr(self.prop, name)) for one in self.phases for name in one.goals}

    def step(self, share: float) -> None:
        """Sets the values of this moment and poses the prop."""
        now = share * self.run_time
        values, begun = dict(self._from), set[str]()
        for one in self.phases:
            if now < 0 or (one.goals and now == 0 and begun):
                break
            way = one.ease(min(now / one.seconds, 1.0)) if one.seconds else 1.0
            for name, goal in one.goals.items():
                values[name] += (goal - values[name]) * way
                begun.add(name)
            now -= one.seconds
        for name in begun:
            setattr(self.prop, name, values[name])
        self.prop.refresh()


class Told(Motion):
    """Something that happens at once, on the frame on which it begins."""

    def __init__(self, prop: Puppet, what: Any) -> None:
        super().__init__(prop, 0.04)
        self._what = what

    def start(self) -> None:
        """Does it."""
        self._what()
