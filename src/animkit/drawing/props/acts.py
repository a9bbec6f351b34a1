"""What props do, as motions: values of a prop led through phases. Nothing is copied; a prop is posed from its values on every frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from animkit.drawing.motion.base import Motion, PuppetMotion
from animkit.drawing.motion.ease import Ease, in_out, into
from animkit.drawing.puppet import Puppet

Goal: TypeAlias = float | Callable[[], float]
"""Where a value goes; a function is asked when the motion begins, since a prop may have changed after the motion was written."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Over ``seconds`` the named values of a prop go to ``goals``."""

    seconds: float
    goals: dict[str, Goal]
    ease: Ease = in_out


def phase(seconds: float, ease: Ease = in_out, **goals: Goal) -> Phase:
    """A phase, written shortly: ``phase(0.16, swing=34.0)``."""
    return Phase(seconds, goals, ease)


class Phased(Motion):
    """Leads values of a prop through phases, one after the other, from what they are when it begins.

    ``delay`` seconds pass first, in which nothing is touched. ``shows`` reveals the prop when it begins (True) or hides it when it is over
    (False). Of two that lead the same value at once the one begun last wins.
    """

    def __init__(self, prop: Puppet, *phases: Phase, delay: float = 0.0, shows: bool | None = None) -> None:
        self.prop, self.shows = prop, shows
        self.phases = ([Phase(delay, {})] if delay else []) + list(phases)
        super().__init__(prop, sum(one.seconds for one in self.phases), introduces=shows is True)
        self._from: dict[str, float] = {}

    def start(self) -> None:
        """Reads the values it begins with."""
        self._from = {name: float(getattr(self.prop, name)) for one in self.phases for name in one.goals}
        self._goals = [{name: goal() if callable(goal) else goal for name, goal in one.goals.items()} for one in self.phases]
        if self.shows:
            self.prop.reveal()

    def end(self) -> None:
        """Hides what has gone."""
        if self.shows is False:
            self.prop.hide()

    def step(self, share: float) -> None:
        """Sets the values of this moment and poses the prop."""
        now = share * self.run_time
        values, begun = dict(self._from), set[str]()
        for one, goals in zip(self.phases, self._goals, strict=True):
            if now < 0 or (goals and now == 0 and begun):
                break
            way = one.ease(min(now / one.seconds, 1.0)) if one.seconds else 1.0
            for name, goal in goals.items():
                values[name] += (goal - values[name]) * way
                begun.add(name)
            now -= one.seconds
        for name in begun:
            setattr(self.prop, name, values[name])
        self.prop.refresh()


class Shrink(PuppetMotion):
    """Shrinks to nothing where it is, after ``delay`` seconds, and is hidden then."""

    def __init__(self, prop: Puppet, seconds: float = 0.2, *, delay: float = 0.0) -> None:
        self._delay = delay
        super().__init__(prop, seconds + delay)

    def step(self, share: float) -> None:
        """Smaller."""
        way = (share * self.run_time - self._delay) / (self.run_time - self._delay)
        self.channel.sx = self.channel.sy = 1 - into(min(max(way, 0.0), 1.0))

    def end(self) -> None:
        """Hidden, its size as it was."""
        self.puppet.hide()
        super().end()
