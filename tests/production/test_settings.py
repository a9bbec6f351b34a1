"""What a build would only find out after an hour of drawing is refused before it begins."""

import os
from pathlib import Path

import pytest

from animkit.findings import ExitCode, Refused
from animkit.production.settings import require_rights


def test_folders_that_can_be_made_or_written(tmp_path: Path) -> None:
    require_rights(tmp_path, tmp_path / "a" / "b" / "c")
    assert not list(tmp_path.iterdir())


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(Refused, match="is a file, where a folder is needed") as refusal:
        require_rights(tmp_path, tmp_path / "out" / "talk")
    assert refusal.value.exit_code == ExitCode.ENVIRONMENT


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        os, "access", lambda place, _mode: Path(place) != tmp_path
    )  # Root may write everywhere, so the answer is given here.
    with pytest.raises(Refused, match=r"no right to write in .*; choose other folders with --out and --store"):
        require_rights(tmp_path / "out")
