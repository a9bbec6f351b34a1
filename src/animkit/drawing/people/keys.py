"""Keyed values: what a pose is made of, as pure functions of the frame. Keys may be added while the shot runs; none is ever rubbed out."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from animkit.drawing.motion.ease import Ease, in_out

Value = tuple[float, ...]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """From ``frame`` on, over ``length`` frames, the value goes to ``value``."""

    frame: int
    value: Value = field(compare=False)
    length: int = field(compare=False)
    ease: Ease = field(compare=False)


class Track:
    """A value over time. A key that begins before the one before it has ended takes over smoothly."""

    def __init__(self, *rest: float) -> None:
        self.rest: Value = rest
        self.keys: list[Key] = []

    def add(self, frame: int, value: Value, length: int, ease: Ease = in_out) -> None:
        """A key."""
        insort(self.keys, Key(frame, value, max(length, 1), ease))

    def at(self, frame: float) -> Value:
        """The value on ``frame``."""
        value = self.rest
        for key in self.keys:
            if frame <= key.frame:
                break
            share = key.ease(min((frame - key.frame) / key.length, 1.0))
            value = tuple(old + (new - old) * share for old, new in zip(value, key.value, strict=True))
        return value


class Steps(Generic[Thing]):
    """A thing that changes at once: a mood, a hand."""

    def __init__(self, first: Thing) -> None:
        self.first = first
        self.changes: list[tuple[int, int, Thing]] = []

    def add(self, frame: int, thing: Thing) -> None:
        """From ``frame`` on it is ``thing``."""
        insort(self.changes, (frame, len(self.changes), thing), key=lambda change: change[:2])

    def at(self, frame: float) -> Thing:
        """The thing on ``frame``."""
        now = self.first
        for start, _, thing in self.changes:
            if start > frame:
                break
            now = thing
        return now
