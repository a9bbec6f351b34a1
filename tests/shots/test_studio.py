"""The studio: children in empty surroundings, within bounds, that end with it."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from animkit.campaign.project import Project
from animkit.findings import ExitCode, Refused
from animkit.shots.model import ShotTask
from animkit.shots.server import FILE_BYTES, MEMORY_BYTES
from animkit.shots.shoot import scenes_folders
from animkit.shots.studio import Studio
from animkit.shots.workroom import sweep, sweep_all, workroom


def job(task: ShotTask, project: Project, **params: Any) -> dict[str, Any]:
    return {"action": "shoot", "task": replace(task, **params).as_json(), "exact": False, "scenes_folders": scenes_folders(project)}


def test_a_child_has_bounds_and_nothing_of_its_users(
    task: ShotTask, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_STRAY_VARIABLE", "yes")
    (tmp_path / "manim.cfg").write_text("[CLI]\nbackground_color = RED\n")
    with Studio(tmp_path / "rooms") as opened:
        folder, ended = opened.run(job(task, project, scene="probing"), seconds=100)
        assert folder.is_dir()
    facts = json.loads(ended.log.partition("FACTS ")[2].splitlines()[0])
    assert facts == {
        "folder": ["job.json", "log.txt"],
        "home": [],
        "stdin": "",
        "leads_its_group": True,
        "memory": MEMORY_BYTES,
        "file": FILE_BYTES,
        "seconds": 101,
        "secret": None,
        "colour": "#FFF7EB",
        "bytecode": True,
    }
    assert not folder.exists()
    assert not list((tmp_path / "rooms").iterdir())


def test_a_studio_whose_server_ends_refuses_instead_of_waiting(task: ShotTask, project: Project, tmp_path: Path) -> None:
    with Studio(tmp_path / "rooms") as opened:
        opened.run(job(task, project), seconds=100)
        assert opened._server is not None
        threading.Timer(0.5, opened._server.kill).start()
        with pytest.raises(Refused, match="the process that draws shots ended") as refused:
            opened.run(job(task, project, scene="failing", params={"how": "sleep"}), seconds=100)
        with pytest.raises(Refused):
            opened.run(job(task, project), seconds=100)
    assert refused.value.exit_code == ExitCode.ENVIRONMENT


def test_a_server_that_is_still_loading_ends_with_whoever_started_it(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "animkit.shots.serving"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"HOME": str(tmp_path)}) as server:
        assert server.stdin is not None
        assert server.stderr is not None
        while b"threading" not in server.stderr.readline():
            assert server.poll() is None
        server.stdin.close()
        said = server.stderr.read()
    assert server.returncode == 1
    assert b"animkit.shots.child" not in said, "it had not loaded yet"


def test_a_studio_without_jobs_starts_nothing(tmp_path: Path) -> None:
    with Studio(tmp_path / "rooms"):
        pass
    assert not (tmp_path / "rooms").exists()


def test_jobs_from_several_threads_get_their_own_answers(task: ShotTask, project: Project, studio: Studio) -> None:
    answers: dict[int, int] = {}

    def run(frames: int) -> None:
        _, ended = studio.run(job(task, project, frames=frames), seconds=100)
        assert ended.result is not None
        answers[frames] = ended.result["done"]["pieces"]["body"]["frames"]

    threads = [threading.Thread(target=run, args=(frames,)) for frames in (3, 5, 8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {3: 3, 5: 5, 8: 8}


def test_workrooms_that_were_left_are_swept_and_those_in_use_are_not(tmp_path: Path) -> None:
    left = tmp_path / "work-left"
    left.mkdir()
    (left / ".in-use").write_text("")
    (left / "half.mp4").write_text("half")
    (tmp_path / "else").mkdir()
    with workroom(tmp_path) as room:
        assert not left.exists()
        assert sweep(tmp_path) == 0
        (room / "kept").write_text("")
        assert names(tmp_path) == ["else", room.name]
    assert names(tmp_path) == ["else"]


def test_all_workrooms_that_were_left_are_swept(tmp_path: Path) -> None:
    for name in ("shots", "film"):
        left = tmp_path / name / "work-left"
        left.mkdir(parents=True)
        (left / ".in-use").write_text("")
    with workroom(tmp_path / "papers") as room:
        assert sweep_all(tmp_path) == 2
        assert room.is_dir()
    assert not list(tmp_path.glob("*/*"))


def test_many_at_once_never_sweep_each_others_workrooms(tmp_path: Path) -> None:
    """Between its making and its locking a new one looks like one that was left."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(40):
                with workroom(tmp_path) as room:
                    (room / "made").write_text("")
                    assert (room / "made").is_file()
        except BaseException as problem:
            failed.append(problem)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert names(tmp_path) == []


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
