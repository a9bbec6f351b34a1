"""`animkit check` itself, on the worst files we know: within ten seconds of processor time and 800 MB, refused in words, never a traceback.

tests/storyboard/test_hostile.py holds the parser to this with many more files; here it is the whole program, from its start.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_film import SAMPLE, SOURCE

from animkit.findings import ExitCode

MEMORY_BYTES, SECONDS = 800 << 20, 10
TEXT = SAMPLE.read_text(encoding="utf-8")
LINE = "          - text: You can {stop} stop at any time. It is never your fault.\n"


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


HONEST = "three thousand lines"
"""Nothing is wrong with them: they are only many."""

HOSTILE = {
    "two megabytes of brackets": b"[" * 2_000_000,
    "laughs": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(b"b%d: &b%d [%s]\n" % (n, n, b",".join([b"*b%d" % (n - 1) if n else b"*a"] * 9)) for n in range(40)),
    "nothing": b"",
    "utf-16": TEXT.encode("utf-16"),
    "latin-1": TEXT.replace("Sample", "Café").encode("latin-1"),
    "a NUL in a text": TEXT.replace("Sample", "Sam\0ple").encode(),
    "cut in the middle of a letter": TEXT.replace("Sample", "Café").encode()[: TEXT.index("Sample") + 4],
    "turned text": TEXT.replace("A green door", "A \u202egreen door").encode(),
    "a zero-width space": TEXT.replace("A green door", "A gre\u200ben door").encode(),
    "a python object": TEXT.replace("title: Sample", "title: !!python/object/apply:os.system ['touch pwned']").encode(),
    "an endless number": TEXT.replace("dissolve: 0.4", "dissolve: .inf").encode(),
    "no number": TEXT.replace("dissolve: 0.4", "dissolve: .nan").encode(),
    "a hundred digits": TEXT.replace("dissolve: 0.4", "dissolve: " + "9" * 100).encode(),
    "a negative length": TEXT.replace("dissolve: 0.4", "dissolve: -0.4").encode(),
    "a text of 300,000 letters": TEXT.replace("A green door.", "a" * 300_000).encode(),
    HONEST: TEXT.replace(LINE, LINE + "          - text: You can stop.\n" * 3000).encode(),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str, str]]:
    """How the program ended for each file: all are given to it at once, as an editor's folder would be, and each alone has its findings."""
    root = tmp_path_factory.mktemp("bounded")
    (root / "storyboards").mkdir()
    found = {}
    for number, data in enumerate(HOSTILE.values()):
        (root / "storyboards" / f"film-{number}.yaml").write_bytes(data)
    for number, name in enumerate(HOSTILE):
        found[name] = check(root, f"film-{number}") if number in HEAVY else (-1, "", "")
    every = check(root, *(f"film-{number}" for number in range(len(HOSTILE)) if number not in HEAVY), limits=False)
    for number, name in enumerate(HOSTILE):
        if number not in HEAVY:
            found[name] = (every[0], "\n".join(line for line in every[2].splitlines() if f"film-{number}.yaml" in line), every[2])
    assert not (root / "pwned").exists()
    return found


HEAVY = (0, 1, len(HOSTILE) - 2, len(HOSTILE) - 1)
"""Those that could take long have a process of their own, with the limits on it."""


def check(root: Path, *names: str, limits: bool = True) -> tuple[int, str, str]:
    command = [sys.executable, "-W", "ignore", "-m", "animkit", "check", *names]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SOURCE), "LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
    # The first run also asks a child for the scenes' params; that child has bounds of its own.
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False, preexec_fn=bounded if limits else None
    )
    return done.returncode, done.stderr, done.stderr


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_at_its_place(told: dict[str, tuple[int, str, str]], name: str) -> None:
    code, own, everything = told[name]
    assert code == (ExitCode.OK if name == HONEST else ExitCode.REFUSED), own
    assert "Traceback" not in everything
    assert "mistake in animkit" not in everything
    number = list(HOSTILE).index(name)
    assert f"storyboards/film-{number}.yaml" in own
