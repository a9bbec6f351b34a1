"""What the tests of shots share: a small task, a theme, a scene performed into a list of pictures, an empty working folder."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from animkit.campaign.project import Project
from animkit.drawing.fonts import register_all
from animkit.shots.model import ShotTask
from animkit.shots.region import Parts
from animkit.store import Store

THEME: dict[str, Any] = {
    "name": "test",
    "colours": {"ink": "#191231", "paper": "#FFF7EB", "white": "#FFFFFF", "mustard": "#F7B93E"},
    "type": {
        name: {"font": "Lexend", "weight": "bold", "size_px": size}
        for name, size in {"title": 196, "headline": 96, "body": 60, "label": 54}.items()
    },
    "line_px": 12,
    "margins_px": {"x": 96, "y": 54},
    "caption_band_px": [858, 1026],
}


@pytest.fixture(scope="session", autouse=True)
def fonts() -> None:
    """Before manim's own Text: Pango looks for fonts once."""
    register_all()


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def scenes_folder() -> Path:
    return Path(__file__).parent / "scenes"


@pytest.fixture
def task() -> ShotTask:
    return ShotTask(shot="door", scene="still", params={}, frames=20, fps=25, width_px=320, height_px=180, theme=THEME)


@dataclass
class Pictures:
    """A reel that keeps what it is given."""

    shown: list[int] = field(default_factory=list)
    pictures: list[np.ndarray] = field(default_factory=list)
    changed: list[bool] = field(default_factory=list)

    def wants(self, frame: int) -> bool:
        return frame not in self.shown

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        self.shown.append(frame)
        self.pictures.append(pixels.copy())
        self.changed.append(bool(changed))


Perform = Callable[..., tuple[Any, Pictures]]


@pytest.fixture
def perform(task: ShotTask, tmp_path: Path) -> Perform:
    """Performs a scene class and returns it with its pictures; keyword arguments change the task."""
    from animkit.shots.setting import camera_for, manim_set_for

    def performed(scene_class: Any, *, exact: bool = False, **changes: Any) -> tuple[Any, Pictures]:
        own, reel = replace(task, **changes), Pictures()
        with manim_set_for(own, tmp_path / "media"):
            scene = scene_class(own, camera_for(exact=exact), reel)
            scene.perform()
        return scene, reel

    return performed


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One fork server for all tests: importing manim takes longer than most of them."""
    from animkit.shots.studio import Studio

    with Studio(tmp_path_factory.mktemp("studio")) as opened:
        yield opened


@pytest.fixture
def project(tmp_path: Path, scenes_folder: Path) -> Project:
    root = tmp_path / "project"
    shutil.copytree(scenes_folder, root / "scenes", ignore=shutil.ignore_patterns("__pycache__"))
    return Project(root.resolve(), root.resolve())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")
