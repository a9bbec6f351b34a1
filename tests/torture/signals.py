"""Signals at random moments: to the build, to the fork server, to a child that draws."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from random import Random

from torture.faults import FAILED, IN_WORK, INTERRUPTED, KILLED, MACHINE, OK, TERMINATED, Fault, Faulted
from torture.film import Case, Running, start
from torture.processes import drawing, servers


def _to_the_build(*numbers: signal.Signals) -> Callable[[Case, Random, float], Faulted]:
    """Sends one signal after another to the build's own process, the first at a random moment."""

    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        moment = dice.uniform(0.02, 1.0) * lasts
        run = start(case, jobs=dice.choice((1, 2)))
        alive = _sleep_beside(run, moment)
        for number in numbers:
            with suppress(ProcessLookupError):
                run.process.send_signal(number)
            time.sleep(dice.uniform(0.01, 0.3) if len(numbers) > 1 else 0)
        return Faulted(run.wait(), run.err, hit=alive, detail=f"at {moment:.1f} s")

    return do


def _to_one_below(find: Callable[[int], list[int]], number: signal.Signals) -> Callable[[Case, Random, float], Faulted]:
    """Sends a signal to one of the processes that ``find`` finds, a moment after the first of them is there."""

    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        run = start(case, jobs=dice.choice((1, 2)))
        while run.process.poll() is None and not find(run.process.pid):
            time.sleep(0.01)
        moment = dice.uniform(0, 0.4) * lasts
        _sleep_beside(run, moment)
        there = find(run.process.pid) if run.process.poll() is None else []
        if there:
            with suppress(ProcessLookupError):
                os.kill(dice.choice(there), number)
        return Faulted(run.wait(), run.err, hit=bool(there), detail=f"{moment:.1f} s after the first")

    return do


def _sleep_beside(run: Running, seconds: float) -> bool:
    """Wait, but no longer than the command runs; whether it still does."""
    end = time.monotonic() + seconds
    while run.process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    return run.process.poll() is None


STOPPED = frozenset({OK, INTERRUPTED, -signal.SIGINT})
ENDED = frozenset({OK, TERMINATED, -signal.SIGTERM})
"""A signal that comes while Python itself starts ends it as any program; a shell shows 130 and 143 for that as well."""

FAULTS = {
    "kill -9 of the build": Fault(
        do=_to_the_build(signal.SIGKILL), endings=frozenset({KILLED, OK}), states=IN_WORK, may_leave=True, weight=4
    ),
    "kill -9 of a child": Fault(
        do=_to_one_below(drawing, signal.SIGKILL), endings=frozenset({FAILED, OK}), states=("nothing", "spoken", "edited"), weight=2
    ),
    "SIGSEGV of a child": Fault(
        do=_to_one_below(drawing, signal.SIGSEGV), endings=frozenset({FAILED, OK}), states=("nothing", "spoken", "edited")
    ),
    "kill -9 of the fork server": Fault(
        do=_to_one_below(servers, signal.SIGKILL), endings=frozenset({MACHINE, OK}), states=("nothing", "spoken", "edited"), weight=2
    ),
    "Ctrl-C": Fault(do=_to_the_build(signal.SIGINT), endings=STOPPED, states=IN_WORK, weight=2),
    "Ctrl-C, Ctrl-C": Fault(do=_to_the_build(signal.SIGINT, signal.SIGINT), endings=STOPPED, states=IN_WORK, may_leave=True),
    "SIGTERM": Fault(do=_to_the_build(signal.SIGTERM), endings=ENDED, states=IN_WORK, weight=2),
}
