"""The hostile film, built once without a network and under watch; the program itself; a project to harm."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hostile_film import FOLDER, GUARD, SAMPLE, SCENES, SOURCE, Film, Program, storyboard, strace, without_network


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    folder = tmp_path_factory.mktemp("hostile")
    root, home, guard = folder / FOLDER.replace("/", "\u2215"), folder / "home", folder / "guard"
    for made in (root / "storyboards", home, guard):
        made.mkdir(parents=True)
    (root / "storyboards" / "odd-texts.yaml").write_text(storyboard(), encoding="utf-8")
    shutil.copytree(SCENES, root / "scenes", ignore=shutil.ignore_patterns("__pycache__"))
    watched, calls = folder / "watched", folder / "calls"
    (guard / "sitecustomize.py").write_text(GUARD % watched)
    traced = strace()
    before = without_network() + ([*traced, "-o", str(calls)] if traced else [])
    environment = {name: os.environ[name] for name in ("PATH",)}
    environment |= {"HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": f"{guard}{os.pathsep}{SOURCE}", "LANG": "C.UTF-8"}
    command = [*before, sys.executable, "-W", "ignore", "-m", "animkit", "build", "odd-texts", "--draft"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=600, check=False)
    return Film(root=root, out=root / "build" / "odd-texts", home=home, done=done, calls=calls, watched=watched)


@pytest.fixture
def animkit(tmp_path: Path) -> Program:
    """Runs the program itself in ``folder`` (default: an empty one), as a user whose home is empty."""

    def run(*arguments: str, folder: Path = tmp_path, before: Sequence[str] = (), **environment: str) -> subprocess.CompletedProcess[str]:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        stated = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(SOURCE), "LANG": "C.UTF-8"} | environment
        command = [*before, sys.executable, "-W", "ignore", "-m", "animkit", *arguments]
        return subprocess.run(command, cwd=folder, env=stated, capture_output=True, text=True, timeout=300, check=False)

    return run


@pytest.fixture
def project(tmp_path: Path, film: Film) -> Path:
    """A project with the sample and scenes that are soon drawn; their schemas are in its store already."""
    root = tmp_path / "project"
    (root / "storyboards").mkdir(parents=True)
    shutil.copy(SAMPLE, root / "storyboards" / "sample.yaml")
    shutil.copytree(SCENES, root / "scenes", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(film.root / ".animkit" / "keys" / "scene-schemas", root / ".animkit" / "keys" / "scene-schemas")
    shutil.copytree(film.root / ".animkit" / "objects", root / ".animkit" / "objects")
    return root
