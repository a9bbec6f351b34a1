"""What the tests of scenes share: a scene as a film has it, with the campaign's own theme and people, drawn small."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from animkit import campaign
from animkit.campaign.project import Project
from animkit.drawing.fonts import register_all
from animkit.shots.model import ShotTask
from animkit.shots.tasks import as_seen, as_shown

ROOT = Path(__file__).parents[2]
Drawn = Callable[..., Mapping[int, np.ndarray]]


class Some:
    """A reel that wants a few frames."""

    def __init__(self, wanted: Iterable[int]) -> None:
        self._wanted = set(wanted)
        self.pictures: dict[int, np.ndarray] = {}

    def wants(self, frame: int) -> bool:
        return frame in self._wanted

    def take(self, frame: int, pixels: np.ndarray, changed: range) -> None:
        del changed
        self.pictures[frame] = pixels.copy()


@pytest.fixture(scope="session")
def shared() -> Any:
    register_all()
    return campaign.load(Project(ROOT, ROOT))


@pytest.fixture
def drawn(shared: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Draws a scene by name and gives the pictures of the frames ``at``, 320 by 180; no finding may be noted."""
    from animkit.shots.loading import load_scene, open_scenes
    from animkit.shots.setting import camera_for, manim_set_for

    for name in [name for name in sys.modules if name == "scenes" or name.startswith("scenes.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.chdir(tmp_path)

    def draw(
        name: str, params: Mapping[str, Any], beats: Mapping[str, int], frames: int, at: Iterable[int], routes: Iterable[str] = ()
    ) -> Mapping[int, np.ndarray]:
        task = ShotTask(
            shot=name,
            scene=name,
            params=dict(params),
            beats=dict(beats),
            frames=frames,
            fps=25,
            width_px=320,
            height_px=180,
            theme=shared.theme,
            cast={who: as_seen(person) for who, person in shared.cast.items()},
            help_routes=tuple(as_shown(route) for route in map(shared.help_route, routes)),
        )
        reel = Some(at)
        with manim_set_for(task, tmp_path / "media"):
            open_scenes([ROOT / "scenes"])
            scene = load_scene(name)(task, camera_for(exact=False), reel)
            scene.perform()
        assert not scene.notes
        return reel.pictures

    yield draw
    for name in [name for name in sys.modules if name == "scenes" or name.startswith("scenes.")]:
        monkeypatch.delitem(sys.modules, name)
