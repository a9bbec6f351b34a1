"""Commands are thin: they print, and end with the exit code that says what happened."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from animkit.cli import animkit
from animkit.findings import ExitCode

ORDER = [
    *("new", "check", "schema", "narrate", "sheet", "lock", "unlock", "cast", "panels", "animatic"),
    *("build", "pack", "qc", "verify", "store", "doctor"),
]


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The program itself, in ``folder``."""
    command = [sys.executable, "-W", "ignore", "-m", "animkit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def test_commands_stand_in_the_films_order() -> None:
    assert list(animkit.commands) == ORDER


@pytest.mark.parametrize("command", ORDER)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(animkit, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from animkit.cli import animkit; animkit.main(['build', '--help'], standalone_mode=False); "
        "print([name for name in ('manim', 'moviepy', 'av', 'numpy', 'pydantic', 'yaml') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


def test_a_storyboard_that_is_not_there(tmp_path: Path) -> None:
    result = run("check", "tlak", folder=tmp_path)
    assert result.returncode == ExitCode.REFUSED
    assert "there is no storyboard 'tlak'" in result.stderr
    assert "animkit new tlak" in result.stderr
    assert "Traceback" not in result.stderr


def test_new_then_check_is_clean_for_every_band(tmp_path: Path) -> None:
    for band in ("8-10", "11-14", "14-18", "adults"):
        name = f"talk-{band}"
        assert run("new", name, "--band", band, folder=tmp_path).returncode == 0
        checked = run("check", name, "--json", folder=tmp_path)
        assert checked.returncode == 0, checked.stderr
        found = json.loads(checked.stdout)["storyboards"][0]["findings"]
        assert {finding["severity"] for finding in found} <= {"needs a person"}, found


def test_new_never_overwrites(tmp_path: Path) -> None:
    assert run("new", "talk", folder=tmp_path).returncode == 0
    before = (tmp_path / "storyboards" / "talk.yaml").read_bytes()
    again = run("new", "talk", folder=tmp_path)
    assert again.returncode == ExitCode.REFUSED
    assert "there is a storyboard 'talk' already" in again.stderr
    assert (tmp_path / "storyboards" / "talk.yaml").read_bytes() == before


def test_a_mistake_is_told_at_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    run("new", "talk", folder=tmp_path)
    board = tmp_path / "storyboards" / "talk.yaml"
    board.write_text(board.read_text().replace("band: 11-14", "bnad: 11-14"))
    line = next(number for number, row in enumerate(board.read_text().splitlines(), 1) if "bnad" in row)
    result = run("build", "talk", folder=tmp_path)
    assert result.returncode == ExitCode.REFUSED
    assert f"storyboards/talk.yaml:{line}:1: unknown key 'bnad'" in result.stderr
    assert not (tmp_path / "build").exists()


def test_a_film_that_blames_a_child_does_not_build(tmp_path: Path) -> None:
    run("new", "talk", folder=tmp_path)
    board = tmp_path / "storyboards" / "talk.yaml"
    text = board.read_text()
    at = text.index("- text:")
    board.write_text(text[:at] + "- text: It was silly of her.\n          " + text[at:])
    result = run("check", "talk", folder=tmp_path)
    assert result.returncode == ExitCode.GATE_FAILED
    assert "silly" in result.stderr


def test_json_is_json_even_for_a_refusal(tmp_path: Path) -> None:
    result = run("check", "nowhere", "--json", folder=tmp_path)
    answer = json.loads(result.stdout)
    assert answer["ok"] is False
    assert answer["exit_code"] == result.returncode == ExitCode.REFUSED


def test_doctor_finds_what_a_film_needs(tmp_path: Path) -> None:
    result = run("doctor", "--json", folder=tmp_path)
    rows = {row["name"]: row for row in json.loads(result.stdout)["parts"]}
    assert all(row["ok"] for row in rows.values() if row["needed"]), rows
    assert rows["cairo"]["found"].startswith("cairo 1.")
