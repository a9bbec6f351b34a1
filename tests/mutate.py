"""Takes each guard out in a copy of the checkout and shows that its test then fails: `script/mutate` runs it.

A patch in tests/mutations/ names, at its head, the promise it breaks (docs/reliability.md), the guard that it takes out, and the test that
must fail. The copy lies in a temporary folder; the checkout itself is never touched.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATCHES = ROOT / "tests" / "mutations"
COPIED = ("src", "scenes", "assets", "tests", "storyboards", "pyproject.toml")
FAILED = 1
"""pytest's exit code for tests that ran and failed; 4 and 5 say that there is no such test."""


@dataclass(frozen=True)
class Mutation:
    """One patch and what its head says."""

    path: Path
    promise: int
    guard: str
    fails: str


def mutations() -> list[Mutation]:
    """Every patch, in the order of the promises."""
    return [_read(path) for path in sorted(PATCHES.glob("*.patch"))]


def _read(path: Path) -> Mutation:
    head = dict(re.findall(r"(?m)^(Promise|Guard|Fails): (.+)$", path.read_text(encoding="utf-8").partition("\n\n")[0]))
    return Mutation(path, int(head["Promise"]), head["Guard"], head["Fails"])


def copied(folder: Path) -> Path:
    """A copy of what the tests need, in ``folder``."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(source, folder / name)
    return folder


def outcome(mutation: Mutation, copy: Path) -> str:
    """What happens to the test with the guard taken out: ``fails``, as it should, or what is wrong."""
    applied = _git(copy, "apply", str(mutation.path))
    if applied.returncode:
        return f"THE PATCH DOES NOT APPLY: {applied.stderr.strip()}"
    try:
        code = _tested(mutation.fails, copy)
    finally:
        _git(copy, "apply", "--reverse", str(mutation.path))
    return {FAILED: "fails", 0: "STILL PASSES"}.get(code, f"DID NOT RUN (pytest ended with {code})")


def _git(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Above the copy there may be a checkout, whose index is none of ours.
    environment = os.environ | {"GIT_CEILING_DIRECTORIES": str(copy.parent), "GIT_DIR": str(copy / "no-repository")}
    return subprocess.run(["git", *arguments], cwd=copy, env=environment, capture_output=True, text=True, check=False)


def _tested(test: str, copy: Path) -> int:
    environment = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-x", "--rootdir", str(copy), test]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=600, check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Try all patches, or those named; print a table; 1 if any test still passes without its guard."""
    parser = argparse.ArgumentParser(prog="script/mutate", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("names", nargs="*", help="patches by their names without .patch (default: all)")
    asked = parser.parse_args(arguments)
    chosen = [one for one in mutations() if not asked.names or one.path.stem in asked.names]
    print("| promise | guard taken out | test | |\n| --- | --- | --- | --- |")
    results = []
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        copy = copied(Path(folder).resolve())
        for one in chosen:
            results.append(outcome(one, copy))
            print(f"| {one.promise} | {one.guard} | `{one.fails.rpartition('::')[2]}` | {results[-1]} |", flush=True)
    return int(not chosen or any(result != "fails" for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
