"""Shooting: the same clips at any number of jobs, failures as findings, nothing left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from animkit.campaign.project import PACKAGE, Project
from animkit.findings import ExitCode, Finding, Refused
from animkit.shots import costs
from animkit.shots import shoot as shooting
from animkit.shots.encode import count_frames, pictures, rgb
from animkit.shots.model import Clip, ShotTask
from animkit.shots.studio import Studio
from animkit.shots.workroom import sweep
from animkit.store import Store


@pytest.fixture
def tasks(task: ShotTask) -> list[ShotTask]:
    moving = replace(task, scene="moving-parts", beats={"turn": 25}, frames=55)
    return [
        replace(task, shot="door", handle_out=5),
        replace(moving, shot="parts", handle_in=5),
        replace(moving, shot="parts-2"),
        replace(task, shot="gate", frames=60),
    ]


Shoot = Callable[..., dict[str, Clip]]


@pytest.fixture
def shoot(project: Project, store: Store, studio: Studio) -> Shoot:
    """Shoots in the tests' common studio; keyword arguments come first."""
    return lambda tasks, **options: shooting.shoot(tasks, **{"project": project, "store": store, "within": studio, **options})


def hashes(clips: dict[str, Clip]) -> dict[str, list[tuple[str, int, str]]]:
    return {shot: [(piece.role, piece.frames, piece.sha256) for piece in clip.pieces] for shot, clip in clips.items()}


def test_clips_are_whole_equal_at_any_number_of_jobs_and_drawn_once(tasks: list[ShotTask], shoot: Shoot, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    clips = shoot(tasks, jobs=2, progress=lambda *news: told.append(news))
    assert list(clips) == ["door", "parts", "parts-2", "gate"]
    assert told[0] == ("shots", 0, 200)
    assert told[-1] == ("shots", 200, 200)
    frames = {shot: [(piece.role, piece.frames) for piece in clip.pieces] for shot, clip in clips.items()}
    assert frames == {
        "door": [("body", 15), ("tail", 10)],
        "parts": [("head", 10), ("body", 50)],
        "parts-2": [("body", 55)],
        "gate": [("body", 60)],
    }
    for clip in clips.values():
        assert [count_frames(piece.path) for piece in clip.pieces] == [piece.frames for piece in clip.pieces]
    assert clips["gate"].frames_drawn == 1
    assert [text.text for text in clips["gate"].texts] == ["You can stop"]
    assert len({clip.parameters_sha256 for clip in clips.values()}) == 1

    again = shoot(tasks, jobs=2)
    assert all(clip.from_store for clip in again.values())
    assert hashes(again) == hashes(clips)

    elsewhere = shoot(tasks, store=Store(tmp_path / "other"), jobs=1)
    assert not any(clip.from_store for clip in elsewhere.values())
    assert hashes(elsewhere) == hashes(clips)


def test_manims_own_camera_makes_the_same_clip(tasks: list[ShotTask], shoot: Shoot) -> None:
    ours = shoot(tasks[1:2])
    manims = shoot(tasks[1:2], exact=True)
    assert ours["parts"].key != manims["parts"].key
    assert hashes(ours) == hashes(manims)


def test_the_pieces_together_are_the_shot(tasks: list[ShotTask], shoot: Shoot) -> None:
    whole = shoot([replace(tasks[1], handle_in=0)])["parts"]
    cut = shoot([tasks[1]])["parts"]
    first, *_ = drawn = [rgb(picture).astype(int) for picture in pictures(whole.pieces[0].path)]
    joined = [rgb(picture).astype(int) for piece in cut.pieces for picture in pictures(piece.path)]
    for one, other in zip([*[first] * 5, *drawn], joined, strict=True):
        assert np.abs(one - other).mean() < 2, "the same picture, but for what the encoder loses"


FAILURES = {
    "mistake": (r"scenes/failing.py:23:\d+: shot 'bad': AttributeError: 'Failing' object has no attribute 'no_such_thing'", 1),
    "memory": (r"animkit: shot 'bad': drawing it needs more than the 4 GiB it may have", 1),
    "killed": (r"shot 'bad': the process that drew it ended: SIGSEGV", 1),
    "long": (r"shot 'bad': its scene plays for 1500 frames \(60.00 s\) and the shot lasts 20 frames", 2),
}


def test_each_failure_is_a_finding_and_the_other_shots_are_kept(task: ShotTask, shoot: Shoot, tasks: list[ShotTask]) -> None:
    bad = [replace(task, shot="bad", scene="failing", params={"how": how}) for how in FAILURES]
    for one, (message, code) in zip(bad, FAILURES.values(), strict=True):
        with pytest.raises(Refused, match=message) as refused:
            shoot([one, tasks[0]])
        assert refused.value.exit_code == ExitCode(code)
    assert shoot(tasks[:1])["door"].from_store


def test_all_shots_that_fail_are_told_together(task: ShotTask, shoot: Shoot) -> None:
    bad = [replace(task, shot=f"bad-{number}", scene="failing", params={"how": "mistake"}) for number in range(3)]
    with pytest.raises(Refused) as refused:
        shoot(bad, jobs=2)
    assert sorted(finding.shot for finding in refused.value.findings) == ["bad-0", "bad-1", "bad-2"]


def test_a_shot_that_takes_too_long_is_stopped(task: ShotTask, shoot: Shoot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shooting, "SECONDS_AT_LEAST", 0.5)
    monkeypatch.setattr(shooting, "SECONDS_A_FRAME", 0)
    with pytest.raises(Refused, match="drawing it took too long and was stopped"):
        shoot([replace(task, shot="bad", scene="failing", params={"how": "sleep"})])


def test_an_unknown_scene_is_refused_before_anything_starts(task: ShotTask, shoot: Shoot, store: Store) -> None:
    with pytest.raises(Refused, match="there is no scene 'nowhere'"):
        shoot([replace(task, scene="nowhere")])
    assert not store.root.exists()


def test_a_scene_that_does_not_load_is_refused_at_its_line(task: ShotTask, shoot: Shoot, project: Project) -> None:
    (project.root / "scenes" / "torn.py").write_text("from animkit.shots.scene import ShotScene\n\nclass Torn(ShotScene:\n")
    with pytest.raises(Refused, match=r"scenes/torn.py:3:\d+: shot 'door': SyntaxError: invalid syntax$"):
        shoot([replace(task, scene="torn")])
    (project.root / "scenes" / "two.py").write_text("X = 1\n")
    with pytest.raises(Refused, match="a scene file holds one ShotScene; this has none"):
        shoot([replace(task, scene="two")])


def test_an_edited_scene_is_drawn_anew(task: ShotTask, shoot: Shoot, project: Project) -> None:
    before = shoot([task])["door"]
    scene = project.root / "scenes" / "still.py"
    scene.write_text(scene.read_text().replace("Square(fill_opacity=1)", "Square(fill_opacity=.5)"))
    after = shoot([task])["door"]
    assert not after.from_store
    assert after.pieces[0].sha256 != before.pieces[0].sha256


def test_what_was_drawn_while_its_code_was_saved_is_not_kept(
    task: ShotTask, shoot: Shoot, project: Project, store: Store, studio: Studio
) -> None:
    """Its key was made from the code before: kept, the store would show a wrong picture for ever."""
    scene = project.root / "scenes" / "still.py"
    before = scene.read_text()

    def saved_meanwhile(one: ShotTask) -> shooting.Drawn:
        scene.write_text(before.replace("Square(fill_opacity=1)", "Square(fill_opacity=.5)"))
        return shooting.draw_in(studio, one, project)

    key = shooting.keys_of([task], project)["door"]
    with pytest.raises(Refused, match=r"scenes\.still was saved while the shot was drawn"):
        shoot([task], draw=saved_meanwhile)
    assert store.get("clip", key) is None
    scene.write_text(before)
    assert not shoot([task])["door"].from_store


def test_a_damaged_clip_is_made_anew(task: ShotTask, shoot: Shoot, store: Store) -> None:
    before = shoot([task])["door"]
    before.pieces[0].path.write_bytes(b"damaged")
    after = shoot([task])["door"]
    assert not after.from_store
    assert after.pieces[0].sha256 == before.pieces[0].sha256
    assert store.notes


BUILDER = """
import json
import sys
from pathlib import Path
from animkit.campaign.project import Project
from animkit.shots.model import ShotTask
from animkit.shots.shoot import shoot
from animkit.store import Store

task = ShotTask.from_json(json.loads(sys.argv[3]))
shoot([task], project=Project(Path(sys.argv[1]), Path(sys.argv[1])), store=Store(Path(sys.argv[2])))
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_killed_leaves_no_process_and_no_work(
    task: ShotTask, project: Project, store: Store, tmp_path: Path, how: signal.Signals, request: pytest.FixtureRequest
) -> None:
    sleeping = replace(task, scene="failing", params={"how": "sleep"})
    (tmp_path / "builder.py").write_text(BUILDER)
    arguments = [sys.executable, str(tmp_path / "builder.py"), str(project.root), str(store.root), json.dumps(sleeping.as_json())]
    builder = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)})
    rooms = store.root / "tmp" / "shots"
    request.addfinalizer(builder.kill)
    until(lambda: any("asleep" in log.read_text() for log in rooms.glob("work-*/job-0/log.txt")))
    workers = descendants(builder.pid)
    assert len(workers) == 2, "the fork server and the child"
    builder.send_signal(how)
    builder.wait(timeout=30)
    until(lambda: not any(is_running(pid) for pid in workers))
    assert sweep(rooms) == (1 if how == signal.SIGKILL else 0), "what a killed build left, the next one sweeps away"
    assert not list(rooms.iterdir())


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


def descendants(pid: int) -> list[int]:
    children = [int(child) for thread in Path(f"/proc/{pid}/task").iterdir() for child in (thread / "children").read_text().split()]
    return [*children, *(below for child in children for below in descendants(child))]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z" and bool(os.getpgid(pid))
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_the_costliest_begins_first_once_costs_are_known(tasks: list[ShotTask], shoot: Shoot, store: Store) -> None:
    begun: list[str] = []

    def draw(task: ShotTask) -> shooting.Drawn:
        begun.append(task.shot)
        raise Refused(Finding("not-drawn", "this test draws nothing", shot=task.shot))

    costs.remember(store, (320, 180), {"still": 100.0, "moving-parts": 1.0})
    with pytest.raises(Refused):
        shoot(tasks, draw=draw)
    assert begun == ["gate", "door", "parts", "parts-2"]


def test_a_clip_says_why_it_was_drawn(task: ShotTask, shoot: Shoot) -> None:
    assert shoot([task])["door"].why == ("it was never drawn here in this size",)
    again = shoot([task])["door"]
    assert (again.from_store, again.why) == (True, ())
    assert shoot([replace(task, frames=21)])["door"].why == ("its length in frames: 20 -> 21",)
    assert shoot([replace(task, frames=22)], film="another")["door"].why == ("it was never drawn here in this size",)
