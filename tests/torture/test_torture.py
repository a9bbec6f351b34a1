"""A minute of `script/torture`: the kinds of fault that take least time, one of each; and the table of them all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from torture import __main__ as program
from torture.faults import table
from torture.film import STATES
from torture.judging import KINDS, Verdict
from torture.table import details, summary

TESTS = Path(__file__).parents[1]
QUICK = ("film: one bit flipped", "store: one bit flipped", "kill -9 of the build")


def torture(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent / 'src'}"}
    command = [sys.executable, "-m", "torture", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900, check=False)


def test_a_few_faults_are_withstood() -> None:
    only = [word for name in QUICK for word in ("--only", name)]
    done = torture("--seed", "5", "--faults", "3", "--state", "drawn", "--state", "done", *only)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count("withstood") == 3


def test_faults_are_those_of_their_number_and_seed() -> None:
    faults = dict(table())
    kinds = [program._kind_of(number, 7, faults) for number in range(1, 61)]
    assert kinds == [program._kind_of(number, 7, faults) for number in range(1, 61)]
    assert kinds != [program._kind_of(number, 8, faults) for number in range(1, 61)]
    assert set(kinds) == set(faults), "sixty faults meet every kind"


def test_every_fault_has_states_and_endings() -> None:
    for name, fault in table().items():
        assert set(fault.states) <= set(STATES), name
        assert fault.endings, name


def test_an_unknown_fault_is_not_a_run_that_was_withstood() -> None:
    assert torture("--only", "no such fault").returncode == 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_counts_every_kind_of_failure(kind: str) -> None:
    bad = Verdict(number=1, seed=7, name="SIGTERM", state="drawn", status=143)
    getattr(bad, kind).append("film.mp4 | after the fault")
    good = Verdict(number=2, seed=7, name="SIGTERM", state="done", hit=False)
    row = next(line for line in summary([bad, good]).splitlines() if line.startswith("| SIGTERM"))
    counts = dict(zip(("done", "in time", *KINDS), (cell.strip() for cell in row.split("|")[2:-1]), strict=True))
    assert counts == {"done": "2", "in time": "1", **{name: "1" if name == kind else "0" for name in KINDS}}
    assert f"{kind}: film.mp4 / after the fault" in details([bad, good])
    assert "right film" in details([good])
