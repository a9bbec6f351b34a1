"""A project with the sample film, built once for all tests of this folder."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from animkit.production import Settings, build
from animkit.production.report import Report

SAMPLE = Path(__file__).parents[1] / "storyboards" / "good" / "sample.yaml"
TODAY = date(2026, 11, 24)

Build = Callable[..., Report]


def project(folder: Path) -> Settings:
    """A project in ``folder`` with the sample storyboard, and the settings of its draft."""
    board = folder / "storyboards" / "sample.yaml"
    board.parent.mkdir(parents=True)
    shutil.copy(SAMPLE, board)
    return Settings(storyboard=board, today=TODAY, draft=True, jobs=2)


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Report]:
    """The sample film as first built, with a store of its own."""
    settings = project(tmp_path_factory.mktemp("first"))
    return settings, build(settings)


@pytest.fixture
def copy(first: tuple[Settings, Report], tmp_path: Path) -> Settings:
    """A copy of that project with its store and its films, to change."""
    root = first[0].storyboard.parent.parent
    shutil.copytree(root, tmp_path / "project")
    return replace(first[0], storyboard=tmp_path / "project" / "storyboards" / "sample.yaml")
