"""What script/ says and does where a machine lacks something: in words, at once, with exit code 3, and without asking for a password."""

import os
import subprocess
from pathlib import Path

import pytest

from animkit.findings import ExitCode

ROOT = Path(__file__).parents[1]


def bash(commands: str, folder: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs ``commands`` after sourcing script/env.sh."""
    text = f'. "{ROOT}/script/env.sh"\n{commands}'
    return subprocess.run(
        ["bash", "-c", text], cwd=folder, env=os.environ | settings, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_checkout_is_found_from_anywhere(tmp_path: Path) -> None:
    assert bash('echo "$ROOT"', tmp_path).stdout.strip() == str(ROOT)


def test_a_linked_script_finds_its_checkout(tmp_path: Path) -> None:
    """A made-up checkout, whose path has a space in it and whose environment is up to date."""
    root = tmp_path / "a checkout"
    (root / "script").mkdir(parents=True)
    for name in ("script/env.sh", "script/film"):
        (root / name).write_bytes((ROOT / name).read_bytes())
        (root / name).chmod(0o755)
    for name in ("requirements/film.txt", "requirements/nodeps.txt", "pyproject.toml", "src/animkit/__init__.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    program = root / ".venv" / "bin" / "animkit"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$PWD" "$@"\n')
    program.chmod(0o755)
    locks = "requirements/film.txt requirements/nodeps.txt"
    stamp = f'. "{root}/script/env.sh"; find_python; cd "$ROOT"; fingerprint {locks} > .venv/stamp'
    subprocess.run(["bash", "-c", stamp], check=True)
    link, elsewhere = tmp_path / "film", tmp_path / "elsewhere"
    link.symlink_to(root / "script" / "film")
    elsewhere.mkdir()
    (root / "storyboards").mkdir()
    (root / "storyboards" / "talk.yaml").touch()

    def said(*arguments: str) -> str:
        answer = subprocess.run([link, *arguments], cwd=elsewhere, capture_output=True, text=True, timeout=60, check=True)
        assert answer.stderr == ""
        return answer.stdout.strip()

    assert said() == f"{elsewhere} build {root}/storyboards/live-streaming-11-14.yaml"
    assert said("--draft") == f"{elsewhere} build {root}/storyboards/live-streaming-11-14.yaml --draft"
    assert said("talk", "--jobs", "1") == f"{elsewhere} build {root}/storyboards/talk.yaml --jobs 1"
    assert said("my film.yaml") == f"{elsewhere} build my film.yaml"


@pytest.mark.parametrize("python", ["/bin/false", "no-such-python"])
def test_a_python_that_will_not_do(python: str) -> None:
    answer = bash("find_python", ANIMKIT_PYTHON=python)
    assert answer.returncode == ExitCode.ENVIRONMENT
    assert answer.stderr == f"ANIMKIT_PYTHON is '{python}': that is no Python 3.11, 3.12 or 3.13 that runs.\n"


def test_no_python_at_all() -> None:
    answer = bash("PATH=/nowhere find_python")
    assert answer.returncode == ExitCode.ENVIRONMENT
    assert "needs Python 3.11, 3.12 or 3.13" in answer.stderr
    assert "apt-get install python3" in answer.stderr


def test_a_plain_user_is_told_the_one_line() -> None:
    answer = bash(
        "apt_missing() { echo gcc libcairo2-dev; }; may_install() { false; }; dpkg-query() { :; }; PYTHON=/usr/bin/python3.11; system_ready"
    )
    assert answer.returncode == ExitCode.ENVIRONMENT
    assert "  apt-get update && apt-get install --no-install-recommends gcc libcairo2-dev\n" in answer.stderr
    assert "everything else needs no rights" in answer.stderr


def test_sudo_never_asks() -> None:
    answer = bash("id() { echo 1000; }; apt-get() { :; }; sudo() { echo sudo $*; false; }; may_install")
    assert (answer.returncode, answer.stdout) == (1, "sudo -n true\n")


def test_a_full_disk_is_told_before_anything_is_fetched() -> None:
    answer = bash("NEEDED_MB=999999999; room_ready")
    assert answer.returncode == ExitCode.ENVIRONMENT
    assert "999999999 MB are needed" in answer.stderr
    assert "Make room" in answer.stderr


def test_other_systems_are_told_their_way() -> None:
    assert "brew install cairo pango" in bash("uname() { echo Darwin; }; PATH=/nowhere system_ready").stderr
    assert "WSL" in bash("uname() { echo MINGW64_NT; }; system_ready").stderr


def test_inherited_settings_change_nothing() -> None:
    answer = bash('echo "${PIP_FIND_LINKS-unset} ${PYTHONPATH-unset}"', PIP_FIND_LINKS="elsewhere", PYTHONPATH="elsewhere")
    assert answer.stdout == "unset unset\n"


def test_a_step_that_fails_is_named_last(tmp_path: Path) -> None:
    text = (ROOT / "script" / "test").read_text()
    step = text[text.index("step() {") : text.index("\n}\n", text.index("step() {")) + 3]
    answer = bash(f"{step}\nstep good true\nstep bad false\nstep never echo never", tmp_path)
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == ["== good", "== bad", "== script/test: failed at: bad"]
    assert answer.stdout == ""
