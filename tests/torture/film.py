"""The film that is tortured: the two-shot sample in two editions, and the states in which a fault may find its project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "storyboards" / "good" / "sample.yaml"
NAME = "sample"
FIRST, SECOND = "In danger, call", "In danger, ring"
"""What the editor changes between the two editions: one line is spoken and one shot drawn anew."""

BOTH = "deliverables: [web, captioned]"

SCENES = Path(__file__).parent / "scenes"
"""Stand-ins that are soon drawn, and one film file; --whole takes the library's own scenes and both files, in three times the time."""

SPEECH_KINDS = ("take", "scene-schemas", "costs")
LONGEST_S = 400.0
"""A build that takes longer hangs: it is killed and counted as lost."""


def wanted_text(edition: str, *, whole: bool) -> str:
    """The storyboard of an edition."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert FIRST in text
    assert BOTH in text
    return text.replace(FIRST, edition).replace(BOTH, BOTH if whole else "deliverables: [web]")


@dataclass(frozen=True, slots=True)
class Case:
    """A folder with a project, a home and a folder for temporary files of its own."""

    folder: Path
    whole: bool = False

    @property
    def root(self) -> Path:
        return self.folder / "project"

    @property
    def board(self) -> Path:
        return self.root / "storyboards" / f"{NAME}.yaml"

    @property
    def out(self) -> Path:
        return self.root / "build" / NAME

    @property
    def store(self) -> Path:
        return self.root / ".animkit"

    def write(self, edition: str) -> None:
        """The storyboard, as its editor saves it."""
        self.board.parent.mkdir(parents=True, exist_ok=True)
        self.board.write_text(wanted_text(edition, whole=self.whole), encoding="utf-8")
        if not self.whole:
            shutil.copytree(SCENES, self.root / "scenes", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))

    def environment(self, **changes: str) -> dict[str, str]:
        """The environment of a command: this checkout's source, nothing of the user's."""
        for name in ("home", "tmp"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        stated = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder / "home"),
            "TMPDIR": str(self.folder / "tmp"),
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
        }
        return stated | changes


@dataclass(slots=True)
class Running:
    """A command that was started. Its words go to files, so that it never waits for a reader."""

    process: subprocess.Popen[bytes]
    words: Path
    began: float

    def wait(self) -> int:
        """Its exit status; -9 with ``hung`` in its words if it does not end."""
        try:
            return self.process.wait(timeout=LONGEST_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            with self.words.with_suffix(".err").open("a") as file:
                file.write("HUNG\n")
            return -9

    @property
    def out(self) -> str:
        return self.words.with_suffix(".out").read_text(encoding="utf-8", errors="replace")

    @property
    def err(self) -> str:
        return self.words.with_suffix(".err").read_text(encoding="utf-8", errors="replace")


def start(
    case: Case,
    *options: str,
    command: str = "build",
    before: Sequence[str] = (),
    bounded: Callable[[], None] | None = None,
    jobs: int = 2,
    **environment: str,
) -> Running:
    """Start ``animkit build sample --draft`` (or another command) in the case's project. ``before`` is a program that runs it."""
    told = [*options] if command != "build" else [NAME, "--draft", "--jobs", str(jobs), *options]
    words = case.folder / f"words-{time.monotonic_ns()}"
    with words.with_suffix(".out").open("wb") as out, words.with_suffix(".err").open("wb") as err:
        process = subprocess.Popen(
            [*before, sys.executable, "-W", "ignore", "-m", "animkit", command, *told],
            cwd=case.root,
            env=case.environment(**environment),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            preexec_fn=bounded,
            start_new_session=True,
        )
    return Running(process, words, time.monotonic())


def named_files(out: Path) -> dict[str, str]:
    """The hash of every file that stands at a final name in ``out``, by its name."""
    found = (path for path in sorted(out.rglob("*")) if path.is_file() and path.suffix != ".part")
    return {str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest() for path in found}


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """Both editions, each built once without a fault: where they lie, what their files are, how long each way took."""

    first: Case
    second: Case
    first_files: Mapping[str, str]
    second_files: Mapping[str, str]
    sizes: Mapping[str, int]
    seconds: Mapping[str, float]


def editions(folder: Path, *, whole: bool = False, both: bool = True) -> Editions:
    """Build both (or, where no state needs the first, only the second). RuntimeError, with the command's words, if one does not build."""
    first, second = Case(folder / "first", whole), Case(folder / "second", whole)
    from_nothing = edited = 0.0
    if both:
        first.write(FIRST)
        from_nothing = _built(first)
        shutil.copytree(first.folder, second.folder)
    second.write(SECOND)
    edited = _built(second)
    from_nothing = from_nothing or edited
    sizes = {path.name: path.stat().st_size for path in second.out.iterdir()}
    return Editions(
        first=first,
        second=second,
        first_files=named_files(first.out) if both else named_files(second.out),
        second_files=named_files(second.out),
        sizes=sizes,
        seconds={"nothing": from_nothing, "spoken": from_nothing * 0.8, "drawn": from_nothing * 0.6, "edited": edited, "done": edited / 2},
    )


def _built(case: Case) -> float:
    run = start(case)
    if run.wait():
        raise RuntimeError(f"the sample does not build without a fault:\n{run.out}{run.err}")
    return time.monotonic() - run.began


STATES = ("nothing", "spoken", "drawn", "edited", "done")
"""Nothing made yet; takes in the store; takes and clips; the first edition finished, and its text edited; the second finished."""


def in_state(state: str, made: Editions, folder: Path) -> Case:
    """A project in ``state``, whose storyboard is the second edition."""
    case = Case(folder, made.first.whole)
    if state == "nothing":
        case.write(SECOND)
        return case
    source = made.first if state == "edited" else made.second
    shutil.copytree(source.root, case.root, symlinks=True)
    case.write(SECOND)
    if state in ("spoken", "drawn"):
        shutil.rmtree(case.out)
        kept = (*SPEECH_KINDS, "clip") if state == "drawn" else SPEECH_KINDS
        for kind in (case.store / "keys").iterdir():
            if kind.name not in kept:
                shutil.rmtree(kind)
        _forget_objects(case.store)
    return case


def _forget_objects(store: Path) -> None:
    """Take away every object that no record names any more."""
    named = set()
    for record in (store / "keys").rglob("*.json"):
        named |= {item["sha256"] for item in json.loads(record.read_bytes())["files"].values()}
    for path in (store / "objects").rglob("*"):
        if path.is_file() and path.stem not in named:
            path.unlink()
