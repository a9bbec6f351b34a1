"""What tests of sound share: the shipped scores, and every effect rendered once."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from animkit.campaign.project import CHECKOUT, Project
from animkit.sound.catalogue import SOUNDS
from animkit.sound.effects import render
from animkit.sound.read_score import read_score
from animkit.sound.score import Score

NAMES = ("knock", "star", "door")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("project"), CHECKOUT)


@pytest.fixture(scope="session")
def scores(project: Project) -> Mapping[str, Score]:
    return {name: read_score(project, name) for name in NAMES}


@pytest.fixture(scope="session")
def effects() -> Mapping[str, npt.NDArray[np.float32]]:
    return {name: render(name) for name in SOUNDS}


@pytest.fixture
def score_path(project: Project) -> Path:
    """Where a project's own score lies; removed again after the test."""
    path = project.root / "assets" / "scores" / "own.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    yield path
    path.unlink(missing_ok=True)
