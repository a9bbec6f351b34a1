"""What is asked after each fault: was the truth told, what stands at the films' names, does the same command then reach the right film?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from torture.faults import Fault, Faulted
from torture.film import Case, Editions, named_files, start
from torture.processes import left_running

SHOTS = 2
OURS = "mistake in animkit"


@dataclass(slots=True)
class Verdict:
    """What was found after one fault. Each list holds what is wrong, in words; all are empty after a fault that was withstood."""

    number: int
    seed: int
    name: str
    state: str
    status: int = 0
    hit: bool = True
    detail: str = ""
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lied: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def problems(self) -> list[str]:
        """Everything that is wrong, each with its kind."""
        return [f"{kind}: {words}" for kind in KINDS for words in getattr(self, kind)]


KINDS: Mapping[str, str] = {
    "lost": "the same command did not reach the right film, or the last good film was gone",
    "wrong": "a whole file stood at its name that is neither the last good one nor the right one",
    "lied": "exit 0 without the right film, another exit code than this fault calls for, or a traceback",
    "torn": "half a file stood at its name",
    "left": "a process, a half file or a temporary file was left",
    "again": "something was drawn again that was in the store already",
}
"""The kinds of failure, as the table counts them."""


def after_fault(verdict: Verdict, fault: Fault, faulted: Faulted, case: Case, made: Editions) -> None:
    """Judge the faulted run itself."""
    orphans = left_running()
    if orphans:
        verdict.left.append(f"{orphans} processes still ran")
    _names(verdict, case, made)
    _truth(verdict, fault, faulted, case, made)
    if not fault.may_leave:
        verdict.left += _leftovers(case, anywhere=False)


def after_mending(verdict: Verdict, case: Case, made: Editions) -> None:
    """Give the same command again, without the fault, and judge what it reaches."""
    kept = _clips(case, made)
    run = start(case, "--json")
    status = run.wait()
    if left_running():
        verdict.left.append("a process still ran after the second command")
    if status:
        verdict.lost.append(f"the same command ended with {status}: {' / '.join(_problems(run.out)) or run.err[-300:]}")
        return
    found = named_files(case.out)
    for name, digest in made.second_files.items():
        if found.get(name) != digest:
            verdict.lost.append(f"after the same command {name} is {'not there' if name not in found else 'not the right one'}")
    verdict.lost += [f"after the same command {name} lies there too" for name in sorted(found.keys() - made.second_files.keys())]
    verdict.left += _leftovers(case, anywhere=True)
    drawn = json.loads(run.out)["work"]["shots_drawn"]
    if drawn > SHOTS - min(kept, SHOTS):
        verdict.again.append(f"{kept} clips were in the store, and {drawn} of {SHOTS} were drawn")


def _names(verdict: Verdict, case: Case, made: Editions) -> None:
    allowed: dict[str, set[str]] = {}
    for files in (made.first_files, made.second_files):
        for name, digest in files.items():
            allowed.setdefault(name, set()).add(digest)
    found = named_files(case.out)
    for name, digest in found.items():
        if digest in allowed.get(name, set()) or name.startswith("refused/"):
            continue
        is_short = (case.out / name).stat().st_size < made.sizes.get(name, 0)
        (verdict.torn if is_short else verdict.wrong).append(f"{name} after the fault")
    if verdict.state in ("edited", "done") and not verdict.name.startswith(("store: ", "film: ")):
        verdict.lost += [f"the last good {name} was gone" for name in sorted(made.first_files.keys() - found.keys())]


def _truth(verdict: Verdict, fault: Fault, faulted: Faulted, case: Case, made: Editions) -> None:
    if "HUNG" in faulted.err:
        verdict.lied.append("it did not end")
    if faulted.status not in fault.endings:
        verdict.lied.append(f"it ended with {faulted.status}: {faulted.err.strip()[-300:]}")
    if "Traceback (most recent call last)" in faulted.err or OURS in faulted.err:
        verdict.lied.append(f"no plain words: {faulted.err.strip()[-300:]}")
    if faulted.status > 0 and not faulted.err.strip():
        verdict.lied.append("it failed without a word")
    if faulted.status == 0:
        right = [made.first_files, made.second_files] if fault.either else [made.second_files]
        if named_files(case.out) not in [dict(files) for files in right]:
            verdict.lied.append("it ended with 0 without the right film")


def _leftovers(case: Case, *, anywhere: bool) -> list[str]:
    """Half files beside the films, work in the store, and what lies in the home and the folder for temporary files."""
    places = list(case.out.rglob("*.part")) + _files(case.store / "tmp")
    if anywhere:
        places += _files(case.folder / "home") + _files(case.folder / "tmp")
    return [f"{path.relative_to(case.folder)} was left" for path in places[:5]]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _clips(case: Case, made: Editions) -> int:
    """How many of the second edition's clips have a record in the store."""
    keys = json.loads((made.second.out / "manifest.json").read_bytes())["clips"].values()
    return sum((case.store / "keys" / "clip" / key[:2] / f"{key}.json").is_file() for key in keys)


def _problems(answer: str) -> list[str]:
    try:
        return [str(finding["what"]) for finding in json.loads(answer)["findings"]][:3]
    except (ValueError, KeyError, TypeError):
        return []
