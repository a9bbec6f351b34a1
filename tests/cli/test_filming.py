"""What `animkit build` ends with: the report, and an exit code that is never 0 for a film that a gate refused."""

import json
from datetime import date
from pathlib import Path

import pytest

from animkit import cli, production
from animkit.findings import ExitCode
from animkit.production.report import Made, Report, Work
from animkit.production.settings import Settings


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a storyboard that nobody reads, and we stand in it."""
    path = tmp_path / "storyboards" / "talk.yaml"
    path.parent.mkdir()
    path.touch()
    monkeypatch.chdir(tmp_path)
    return path


def report(folder: Path, *, refused: bool) -> Report:
    film = folder / "talk.mp4"
    film.touch()
    made = (Made(name="web", path=film, purpose="for the web", refused=refused),)
    work = Work(lines_spoken=2, shots_drawn=1)
    return Report(
        title="Talk",
        folder=folder,
        film_seconds=65.4,
        took_seconds=3.2,
        made=made,
        papers=(),
        work=work,
        levels={},
        voices={},
        findings=(),
        log=folder,
    )


def ending(arguments: list[str]) -> int:
    try:
        return cli.run(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)


@pytest.mark.parametrize(("refused", "code"), [(False, ExitCode.OK), (True, ExitCode.GATE_FAILED)])
def test_a_film_that_a_gate_refused_is_no_success(
    refused: bool, code: ExitCode, board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(production, "build", lambda _settings, **_: report(board.parent, refused=refused))
    assert ending(["build", "talk"]) == code
    assert ("REFUSED by a gate" in capsys.readouterr().out) is refused
    assert ending(["build", "talk", "--json"]) == code
    assert json.loads(capsys.readouterr().out)["ok"] is not refused


def test_what_was_asked_for_is_what_is_built(board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[Settings] = []

    def build(settings: Settings, **_: object) -> Report:
        asked.append(settings)
        return report(board.parent, refused=False)

    monkeypatch.setattr(production, "build", build)
    assert (
        ending(
            [
                "build",
                "talk",
                "--draft",
                "--only",
                "a",
                "--only",
                "b",
                "--jobs",
                "3",
                "--deliverable",
                "web",
                "--out",
                "o",
                "--store",
                "s",
                "--quiet",
            ]
        )
        == 0
    )
    assert capsys.readouterr() == ("", "")
    (settings,) = asked
    assert (settings.storyboard, settings.out, settings.store) == (Path("storyboards/talk.yaml"), Path("o"), Path("s"))
    assert (settings.draft, settings.only, settings.jobs, settings.deliverables) == (True, ("a", "b"), 3, ("web",))
    assert settings.today == date.today()
