"""Measures animkit and prints the table: script/bench [--no-usual] [--full] [--write]."""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path

from animkit import __version__
from bench.project import HERE
from bench.rows import Row, as_json, measure
from bench.table import rows_table, targets_table

DOCUMENT = HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- written by script/bench -->", "<!-- end -->"


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--no-usual", action="store_true", help="leave out plain manim and MoviePy, which take most of the time")
    parser.add_argument("--full", action="store_true", help="build the main film cold as well")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    parser.add_argument("--note", default="", help="what else ran on the machine meanwhile")
    parser.add_argument("--out", type=Path, help="keep what was measured as JSON")
    parser.add_argument("--from", dest="kept", type=Path, help="measure nothing: make the tables of what was kept with --out")
    options = parser.parse_args()
    if options.kept:
        kept = json.loads(options.kept.read_text(encoding="utf-8"))
        machine, rows = kept["machine"], {name: Row(**values) for name, values in kept["rows"].items()}
    else:
        machine = _machine()
        rows = measure(lambda so_far: _tell(so_far, machine, options.out), usual=not options.no_usual, full=options.full)
        machine = _machine()
    text = "\n\n".join([f"{machine} {options.note}".strip(), targets_table(rows), rows_table(rows)])
    print(f"\n{text}")
    if options.write:
        before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _tell(rows: dict[str, Row], machine: str, out: Path | None) -> None:
    """Print the newest row, and keep them all: a run that is cut short has not measured in vain."""
    name, one = list(rows.items())[-1]
    sizes = f"{one.wall_s:8.2f} s {one.cpu_s:8.2f} CPU s {one.largest_mb:6.0f} MB {one.together_mb:6.0f} MB"
    print(f"{name:<34} {sizes}  {one.work}", flush=True)
    if out:
        out.write_text(json.dumps({"machine": machine, "rows": as_json(rows)}, indent=1) + "\n", encoding="utf-8")


def _machine() -> str:
    model = next((row.split(":")[1].strip() for row in _cpu() if row.startswith("model name")), platform.machine())
    cores = len(os.sched_getaffinity(0))
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    made_with = f"animkit {__version__}, Python {platform.python_version()}, {cores} cores of {model}"
    return f"{made_with}; load at the end {load}."


def _cpu() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return []


if __name__ == "__main__":
    main()
