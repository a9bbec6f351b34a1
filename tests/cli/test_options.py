"""What a producer means by a name, and what there is instead."""

from pathlib import Path

import pytest

from animkit.cli.options import find_build, find_storyboard, here
from animkit.findings import Refused


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a storyboard and a build of it, and we stand in it."""
    for name in ("storyboards/talk.yaml", "build/talk/manifest.json"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["talk", "storyboards/talk.yaml", "./storyboards/talk.yaml"])
def test_a_storyboard_by_name_or_path(name: str) -> None:
    assert find_storyboard(name).resolve() == Path("storyboards/talk.yaml").resolve()


def test_inside_the_folder_of_storyboards(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "storyboards")
    assert find_storyboard("talk") == Path("talk.yaml")
    assert here() == project
    assert find_build("talk") == project / "build" / "talk"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tlak", "did you mean 'talk'?"),
        ("zebra", "here are: talk"),
        ("storyboards", "'storyboards' is a folder"),
        ("elsewhere/talk.yaml", "looked for elsewhere/talk.yaml"),
    ],
)
def test_a_name_that_is_nothing(name: str, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        find_storyboard(name)
    assert words in str(refusal.value)


def test_without_any_storyboard_the_way_to_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(Refused, match="animkit new my-talk"):
        find_storyboard("My talk.yaml")


@pytest.mark.parametrize("name", ["talk", "build/talk", "build/talk/"])
def test_a_build_by_name_or_folder(name: str) -> None:
    assert find_build(name).resolve() == Path("build/talk").resolve()


def test_a_build_that_is_not_there() -> None:
    with pytest.raises(Refused, match="did you mean 'talk'"):
        find_build("tlak")
