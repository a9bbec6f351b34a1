"""Others at work on the same things at the same time: a second build, pruning, an editor who saves."""

from __future__ import annotations

import time
from random import Random

from torture.faults import IN_WORK, OK, Fault, Faulted
from torture.film import FIRST, SECOND, Case, start


def _two_builds(case: Case, dice: Random, lasts: float) -> Faulted:
    """The same command twice, the second a while after the first."""
    offset = dice.uniform(0, 0.8) * lasts
    one = start(case, jobs=1)
    time.sleep(offset)
    together = one.process.poll() is None
    other = start(case, jobs=1)
    statuses = (one.wait(), other.wait())
    return Faulted(max(statuses, key=abs), one.err + other.err, hit=together, detail=f"{offset:.1f} s apart")


def _pruned(case: Case, dice: Random, lasts: float) -> Faulted:
    """Everything is pruned while the build works."""
    moment = dice.uniform(0, 0.9) * lasts
    run = start(case)
    time.sleep(moment)
    alive = run.process.poll() is None
    pruning = start(case, "--prune", "--days", "0", command="store")
    statuses = (run.wait(), pruning.wait())
    return Faulted(max(statuses, key=abs), run.err + pruning.err, hit=alive, detail=f"at {moment:.1f} s")


def _saved_meanwhile(case: Case, dice: Random, lasts: float) -> Faulted:
    """The editor saves the other edition while the build works; the film may be either, and its manifest must say which."""
    moment = dice.uniform(0.05, 0.9) * lasts
    case.write(FIRST)
    run = start(case)
    time.sleep(moment)
    alive = run.process.poll() is None
    case.write(SECOND)
    return Faulted(run.wait(), run.err, hit=alive, detail=f"at {moment:.1f} s")


FAULTS = {
    "two builds at once": Fault(do=_two_builds, endings=frozenset({OK}), weight=3),
    "pruning during a build": Fault(do=_pruned, endings=frozenset({OK}), states=IN_WORK, weight=2),
    "saved during a build": Fault(do=_saved_meanwhile, endings=frozenset({OK}), states=IN_WORK, either=True, weight=2),
}
