"""Every exit code, caused for real: the program itself, in a folder of its own, ended by what the code stands for (promise 4)."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_film import SOURCE, Film, Program

from animkit.findings import ExitCode

BROKEN = """
from animkit.shots.scene import ShotScene

class Title(ShotScene):
    def construct(self):
        self.no_such_thing()
"""
ENDLESS = """
import time
from animkit.shots.scene import ShotScene

class Title(ShotScene):
    def construct(self):
        time.sleep(100)
"""
CRASH = """
import sys
from animkit import cli, production

def check(*_arguments, **_options):
    raise KeyError("/home/somebody/a secret place/talk.yaml")

production.check = check
sys.exit(cli.run(sys.argv[1:]))
"""


def test_0_is_a_whole_film(film: Film) -> None:
    assert film.done.returncode == ExitCode.OK
    assert "odd-texts.mp4" in film.done.stdout


def test_1_a_shot_that_cannot_be_drawn(animkit: Program, project: Path) -> None:
    (project / "scenes" / "title.py").write_text(BROKEN)
    done = animkit("build", "sample", "--draft", folder=project)
    assert done.returncode == ExitCode.RENDER_FAILED
    assert "scenes/title.py:6:" in done.stderr
    assert "no_such_thing" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((project / "build").rglob("*"))


def test_2_a_storyboard_with_a_mistake(animkit: Program, project: Path) -> None:
    board = project / "storyboards" / "sample.yaml"
    board.write_text(board.read_text().replace("scene: help-card", "scene: help-crad"))
    done = animkit("build", "sample", "--draft", folder=project)
    assert done.returncode == ExitCode.REFUSED
    assert "storyboards/sample.yaml:" in done.stderr
    assert "did you mean 'help-card'" in done.stderr
    assert not (project / "build").exists()


def test_3_a_file_where_the_films_folder_is_needed(animkit: Program, project: Path) -> None:
    (project / "build").write_text("")
    done = animkit("build", "sample", "--draft", folder=project)
    assert done.returncode == ExitCode.ENVIRONMENT
    assert "is a file, where a folder is needed" in done.stderr
    assert "--out" in done.stderr


def test_4_a_film_that_blames_a_child(animkit: Program, project: Path) -> None:
    board = project / "storyboards" / "sample.yaml"
    board.write_text(board.read_text().replace("In danger, call", "It was silly of her. In danger, call"))
    done = animkit("build", "sample", "--draft", folder=project)
    assert done.returncode == ExitCode.GATE_FAILED
    assert "silly" in done.stderr
    assert not (project / "build").exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, ExitCode.INTERRUPTED), (signal.SIGTERM, ExitCode.TERMINATED)])
def test_130_and_143_stopped_while_it_draws(project: Path, number: signal.Signals, code: ExitCode) -> None:
    (project / "scenes" / "title.py").write_text(ENDLESS)
    command = [sys.executable, "-W", "ignore", "-m", "animkit", "build", "sample", "--draft", "--quiet"]
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True) as build:
        rooms = project / ".animkit" / "tmp" / "shots"
        end = time.monotonic() + 120
        while not list(rooms.glob("work-*/job-*/log.txt")):
            assert build.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)
        build.send_signal(number)
        _, told = build.communicate(timeout=60)
    assert build.returncode == code
    assert "the same command goes on from here" in told
    assert not list(rooms.iterdir()), "its workroom went with it"


def test_a_mistake_of_ours_writes_a_report_that_names_no_private_place(project: Path, tmp_path: Path) -> None:
    (tmp_path / "crash.py").write_text(CRASH)
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)}
    command = [sys.executable, "-W", "ignore", str(tmp_path / "crash.py"), "check", "sample"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == ExitCode.RENDER_FAILED
    assert "this is a mistake in animkit" in done.stderr
    assert "Traceback" not in done.stderr
    (report,) = (project / ".animkit" / "crashes").iterdir()
    text = report.read_text()
    assert report.name in done.stderr
    assert "KeyError: '.../talk.yaml'" in text.replace('"', "'").replace("''", "'")
    assert "animkit/cli/writing.py:" in text
    assert not [private for private in (str(tmp_path), str(Path.home()), "somebody", "secret", str(SOURCE)) if private in text]


def test_debug_shows_the_traceback(project: Path, tmp_path: Path) -> None:
    (tmp_path / "crash.py").write_text(CRASH)
    command = [sys.executable, "-W", "ignore", str(tmp_path / "crash.py"), "check", "sample", "--debug"]
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback (most recent call last)" in done.stderr
    assert "in check" in done.stderr
