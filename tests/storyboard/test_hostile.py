"""Hostile storyboards end in bounded time and memory: each of these is read within 10 s of processor time and 800 MB, or the child dies."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

HEAD = "version: 1\ntitle: K\nband: 11-14\nreview_by: 2027-05-01\nchapters:\n  - title: L\n    shots:\n"
SHOT = "      - id: a\n        scene: door\n        lines:\n"
MOST = 2_000_000
QUICK = {
    "brackets": "[" * MOST,
    "dashes": "- " * (MOST // 2),
    "laughs": "l: &l [x]\n" + "".join(f"l{n}: &l{n} [{','.join([f'*l{n - 1}' if n else '*l'] * 9)}]\n" for n in range(40)),
    "number": "a: " + "9" * MOST,
    "quotes": 'a: "' + "\\u0041" * (MOST // 6) + '"',
    "hidden": "a: " + "\u202e" * (MOST // 3),
}
SLOW = {
    "values": "[" + "a," * (MOST // 2) + "]",
    "keys": "".join(f"k{number}: v\n" for number in range(99_000)),
    "lines": HEAD + SHOT + "          - text: a b c\n" * 33_000,
    "marks": HEAD + SHOT + ("          - text: a" + " {a} b" * 60 + "\n") * 4_500,
    "numbers": HEAD + SHOT + ("          - text: a " + "1," * 190 + "\n") * 4_500,
    "addresses": HEAD + SHOT + ("          - text: " + "a.-" * 130 + "\n") * 4_500,
    "shots": HEAD + "".join(f"      - id: s{number}\n        scene: door\n        seconds: 2\n" for number in range(19_000)),
    "accents": "a: " + "é" * (MOST // 2),
}
CHILD = """
import json, resource, sys, time
from animkit.campaign.load import load
from animkit.campaign.project import Project, library_root
from animkit.storyboard.parse import parse
root = library_root().resolve()
campaign = load(Project(root, root))
resource.setrlimit(resource.RLIMIT_AS, (800 << 20, 800 << 20))
for name, text in json.load(sys.stdin).items():
    used = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + 10, -1))
    print(name, len(parse(text, "film.yaml", campaign=campaign, scenes={"door": {}}).findings), flush=True)
"""


def found_in(texts: Mapping[str, str]) -> dict[str, int]:
    """How many findings each text has, told by a child that lives within the bounds."""
    source = str(Path(__file__).parent.parent.parent / "src")
    command = [sys.executable, "-c", CHILD]
    child = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=False, env={"PYTHONPATH": source})
    assert child.returncode == 0, child.stdout + child.stderr[-2000:]
    return {name: int(count) for name, count in (line.split() for line in child.stdout.splitlines())}


def test_hostile_storyboards_end_within_their_bounds() -> None:
    assert {name: count > 0 for name, count in found_in(QUICK).items()} == dict.fromkeys(QUICK, True)


@pytest.mark.slow
def test_large_storyboards_end_within_their_bounds() -> None:
    found = found_in(SLOW)
    assert list(found) == list(SLOW)
    assert max(found.values()) <= 400
    assert found["lines"] == 0
