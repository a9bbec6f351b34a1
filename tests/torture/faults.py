"""The table of faults: what is done to a build, in which states, and which endings are honest answers to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from torture.film import STATES, Case

IN_WORK = ("nothing", "spoken", "drawn", "edited")
IN_STORE = ("drawn", "done", "edited")
OK, FAILED, MACHINE, INTERRUPTED, TERMINATED = 0, 1, 3, 130, 143
KILLED = -9


@dataclass(slots=True)
class Faulted:
    """What came of a command that a fault was done to. ``hit`` is False where it had ended before the fault could be done."""

    status: int
    err: str
    hit: bool = True
    detail: str = ""
    mend: Callable[[], None] = lambda: None
    """Takes the fault away, so that the same command can be given again."""


Doing = Callable[[Case, Random, float], Faulted]
"""Starts the command in the case's project, does its harm, waits for the end. The number is how long the command takes unharmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One line of the table.

    ``may_leave``: half files and workrooms may lie about until the next command. ``either``: the film of either edition is right.
    """

    do: Doing
    endings: frozenset[int]
    states: tuple[str, ...] = STATES
    may_leave: bool = False
    either: bool = False
    needs: Callable[[], bool] = lambda: True
    weight: int = 1


def table() -> Mapping[str, Fault]:
    """Every fault by its name."""
    from torture import clocks, disks, signals, stores, together

    return {**signals.FAULTS, **disks.FAULTS, **stores.FAULTS, **together.FAULTS, **clocks.FAULTS}
