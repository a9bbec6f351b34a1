"""The report of a crash says where in our code it happened, and nothing about whose machine it was."""

from pathlib import Path

import pytest

from animkit.cli import crash


def raised(words: str) -> BaseException:
    try:
        raise ValueError(words)
    except ValueError as problem:
        return problem


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("cannot read /home/somebody/talk.yaml", "cannot read .../talk.yaml"),
        ("no '/home/somebody/a secret place/talk.yaml' here", "no '.../talk.yaml' here"),
        ("~/films/talk.yaml:4:7", ".../talk.yaml:4:7"),
        (r"C:\\Users\\maya\\talk.yaml is odd", ".../talk.yaml is odd"),
        ("1/2 of it, and/or storyboards/talk.yaml", "1/2 of it, and/or storyboards/talk.yaml"),
        ("nothing of the kind", "nothing of the kind"),
    ],
)
def test_paths_are_cut_down_to_their_last_name(words: str, left: str) -> None:
    assert crash.without_paths(words) == left


def test_the_working_folder_is_cut_away_even_with_spaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "Maya's own place"
    here.mkdir()
    monkeypatch.chdir(here)
    assert crash.without_paths(f"lost {here}/talk.yaml today") == "lost .../talk.yaml today"


def test_a_report_names_lines_of_code_but_no_folder() -> None:
    text = crash.report(raised("seven"))
    assert "ValueError: seven" in text
    assert "test_crash.py:" in text
    assert str(Path(__file__).parent) not in text
    assert str(Path.home()) not in text


def test_where_it_came_from_is_told_first() -> None:
    try:
        try:
            raise KeyError("first")
        except KeyError as problem:
            raise ValueError("second") from problem
    except ValueError as problem:
        text = crash.report(problem)
    assert text.index("KeyError") < text.index("and then:") < text.index("ValueError")


def test_equal_crashes_have_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "storyboards").mkdir()
    monkeypatch.chdir(tmp_path)
    problem = raised("seven")
    assert crash.write_report(problem) == crash.write_report(problem)
    assert len(list((tmp_path / ".animkit" / "crashes").iterdir())) == 1


def test_a_report_that_cannot_be_written_is_no_second_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "storyboards").mkdir()
    (tmp_path / ".animkit").write_text("a file where the store should be")
    monkeypatch.chdir(tmp_path)
    assert crash.write_report(raised("seven")) is None
