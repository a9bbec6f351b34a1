"""Does faults to builds of the sample film, one after another, and prints the table. Ends with 1 if any was not withstood.

    script/torture --seed 7 --faults 150
    script/torture --seed 7 --only "kill -9 of the build"     that fault alone
    script/torture --seed 7 --begin 41 --faults 1             one fault of a longer run, again

Every fault has a number; the number and the seed are all that it depends on, but for the moment at which the machine is hit.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from random import Random

from torture.disks import unmounted
from torture.faults import Fault, table
from torture.film import STATES, Case, Editions, editions, in_state
from torture.judging import Verdict, after_fault, after_mending
from torture.processes import adopt_orphans
from torture.table import details, summary


def main(arguments: Sequence[str]) -> int:
    """Parse, do, print."""
    parser = argparse.ArgumentParser(prog="script/torture", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=150, help="how many (default: 150)")
    parser.add_argument("--begin", type=int, default=1, help="the number of the first one (default: 1)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="just this kind of fault (may be given again)")
    parser.add_argument("--state", action="append", default=[], choices=STATES, help="just in this state (may be given again)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no fault after so many seconds")
    parser.add_argument("--lock", type=Path, help="hold this file's lock during each fault, so that other work gets its turn between them")
    parser.add_argument("--whole", action="store_true", help="the library's own scenes, and two film files (three times slower)")
    parser.add_argument("--list", action="store_true", help="name the faults and end")
    asked = parser.parse_args(arguments)
    faults = {name: fault for name, fault in table().items() if not asked.only or name in asked.only}
    if asked.list or not faults:
        print("\n".join(table()))
        return 0 if asked.list else 2
    usable = {name: in_states(fault, asked.state) for name, fault in faults.items() if fault.needs()}
    for name in faults.keys() - usable.keys():
        print(f"not done on this machine: {name}", file=sys.stderr)
    adopt_orphans()
    verdicts = list(_series(usable, asked))
    print(f"\nseed {asked.seed}, faults {asked.begin} to {asked.begin + len(verdicts) - 1}\n\n{summary(verdicts)}\n{details(verdicts)}")
    return int(any(verdict.problems() for verdict in verdicts))


def in_states(fault: Fault, asked: Sequence[str]) -> Fault:
    """The fault, done only in those of its states that are asked for (in all of its own, if it has none of them)."""
    return replace(fault, states=tuple(state for state in fault.states if state in asked) or fault.states)


def _series(faults: dict[str, Fault], asked: argparse.Namespace) -> Iterator[Verdict]:
    ends = time.monotonic() + asked.seconds
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        with _turn(asked.lock):
            both = any(state == "edited" for fault in faults.values() for state in fault.states) or any(
                one.either for one in faults.values()
            )
            made = editions(Path(folder) / "editions", whole=asked.whole, both=both)
        for number in range(asked.begin, asked.begin + asked.faults):
            if time.monotonic() > ends:
                print(f"time is over before fault {number}", file=sys.stderr)
                return
            with _turn(asked.lock):
                verdict = _one(number, asked.seed, faults, made, Path(folder) / f"fault-{number}")
            told = "; ".join(verdict.problems()) or "withstood"
            print(f"{number} {verdict.name} [{verdict.state}] {verdict.detail} -> {verdict.status}: {told}", file=sys.stderr, flush=True)
            yield verdict


def _one(number: int, seed: int, faults: dict[str, Fault], made: Editions, folder: Path) -> Verdict:
    """Fault ``number`` of ``seed``: a project in some state, the fault, the judgement, the same command again."""
    dice = Random(f"{seed}/{number}")
    name = _kind_of(number, seed, faults)
    fault = faults[name]
    state = dice.choice(fault.states)
    verdict = Verdict(number=number, seed=seed, name=name, state=state)
    began = time.monotonic()
    case = in_state(state, made, folder)
    with _clean(case):
        faulted = fault.do(case, dice, made.seconds[state])
        verdict.status, verdict.hit, verdict.detail = faulted.status, faulted.hit, faulted.detail
        after_fault(verdict, fault, faulted, case, made)
        faulted.mend()
        after_mending(verdict, case, made)
    verdict.seconds = time.monotonic() - began
    return verdict


def _kind_of(number: int, seed: int, faults: dict[str, Fault]) -> str:
    """Kinds come in rounds: each as often as its weight, in an order of the round's own, so that a short run has met most of them."""
    deck = [name for name, fault in sorted(faults.items()) for _ in range(fault.weight)]
    in_round, place = divmod(number - 1, len(deck))
    Random(f"{seed}/round {in_round}").shuffle(deck)
    return deck[place]


@contextmanager
def _turn(lock: Path | None) -> Iterator[None]:
    with lock.open("a") if lock else nullcontext() as file:
        if file is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _clean(case: Case) -> Iterator[None]:
    try:
        yield
    finally:
        for folder in (case.out, case.store, case.root):
            unmounted(folder)
        shutil.rmtree(case.folder, ignore_errors=True)


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main(sys.argv[1:]))
