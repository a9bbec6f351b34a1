"""However a command ends, it says so in the producer's words, in JSON where that was asked for, and with the right exit code."""

import errno
import json
from pathlib import Path

import click
import pytest

from animkit import cli
from animkit.cli.console import Console, Terminated
from animkit.cli.ending import ended, plainly
from animkit.findings import ExitCode, Finding, Refused


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project of our own: reports of crashes go there."""
    (tmp_path / "storyboards").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (Refused(Finding("bad", "a word is missing")), ExitCode.REFUSED, "a word is missing"),
        (Refused(Finding("bad", "it blames", exit_code=ExitCode.GATE_FAILED)), ExitCode.GATE_FAILED, "it blames"),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, "goes on from here"),
        (Terminated(), ExitCode.TERMINATED, "goes on from here"),
        (click.UsageError("no such thing"), ExitCode.REFUSED, "no such thing"),
        (OSError(errno.ENOSPC, "No space", "film.mp4"), ExitCode.ENVIRONMENT, "the disk is full (film.mp4)"),
        (MemoryError(), ExitCode.ENVIRONMENT, "there is too little memory; close other programs or build with --jobs 1"),
        (ImportError("libx.so: failed to map segment from shared object"), ExitCode.ENVIRONMENT, "there is too little memory"),
        (RuntimeError("can't start new thread"), ExitCode.ENVIRONMENT, "there is too little memory"),
        (ValueError("seven"), ExitCode.RENDER_FAILED, "a mistake in animkit, not in your storyboard: ValueError: seven"),
    ],
)
def test_every_way_to_end_has_its_code_and_words(
    problem: BaseException, code: ExitCode, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(problem, Console()) == code
    out, err = capsys.readouterr()
    assert (out, words in err, "Traceback" in err) == ("", True, False)
    assert ended(problem, Console(as_json=True)) == code
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["exit_code"]) == (False, code)
    assert words in json.dumps(answer, ensure_ascii=False)


def test_a_mistake_of_ours_shows_no_traceback_unless_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for console, shows in ((Console(), False), (Console(as_json=True), False), (Console(debug=True), True)):
        try:
            raise ValueError("seven")
        except ValueError as problem:
            ended(problem, console)
        assert ("Traceback (most recent call last)" in capsys.readouterr().err) is shows


def test_debug_shows_where_a_mistake_of_ours_happened(capsys: pytest.CaptureFixture[str]) -> None:
    ended(ValueError("seven"), Console(debug=True))
    assert "ValueError: seven" in capsys.readouterr().err.split("animkit:")[0]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "no right to write"),
        (errno.EROFS, "choose others with --out and --store"),
        (errno.ENOTDIR, "a file stands where a folder is needed"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_the_machine_refuses_is_said_plainly(number: int, words: str) -> None:
    assert words in plainly(OSError(number, "Input/output error", "out/talk.mp4"))


def test_a_file_that_may_not_be_read_is_not_answered_with_other_folders(tmp_path: Path) -> None:
    board = tmp_path / "talk.yaml"
    board.touch()
    assert plainly(PermissionError(errno.EACCES, "Permission denied", str(board))) == f"no right to open {board} (Permission denied)"


def test_a_temporary_file_is_called_by_the_name_that_it_was_to_get() -> None:
    assert plainly(OSError(errno.EIO, "Input/output error", "out/talk.vtt.0a1b2c3d.part")) == "Input/output error (out/talk.vtt)"


@pytest.mark.parametrize(
    "arguments", [["check", "--jsno"], ["biuld", "talk"], ["check"], ["new", "talk", "--band", "12"], ["store", "--days", "4"]]
)
def test_a_command_line_that_cannot_be_read(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == ExitCode.REFUSED
    assert "Error: " in capsys.readouterr().err
    assert cli.run([*arguments, "--json"]) == ExitCode.REFUSED
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "bad-command"


@pytest.mark.parametrize("arguments", [["--json", "check", "tlak"], ["check", "tlak", "--json"], ["check", "--json", "tlak", "--quiet"]])
def test_options_of_all_commands_stand_before_or_behind(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == ExitCode.REFUSED
    assert json.loads(capsys.readouterr().out)["exit_code"] == ExitCode.REFUSED
