import re
from typing import Any

import numpy as np
import pytest
import yaml
from manim import MovingCamera

import animkit.drawing
from animkit.campaign.project import CHECKOUT
from animkit.drawing.people.hand import HANDS
from animkit.drawing.people.person import Person
from animkit.shots.model import ShotTask
from animkit.shots.setting import camera_for, manim_set_for

DOCUMENT = (CHECKOUT / "docs/for-animators.md").read_text(encoding="utf-8")


class Counting:
    """Takes frames and keeps the last."""

    def __init__(self) -> None:
        self.frames = 0
        self.last: np.ndarray | None = None

    def wants(self, frame: int) -> bool:
        return frame % 20 == 0

    def take(self, frame: int, pixels: np.ndarray, changed: bool) -> None:
        self.frames, self.last = frame, pixels.copy() if changed else self.last


def test_the_scene_of_the_document_draws_a_whole_shot(tmp_path: Any) -> None:
    source = re.search(r"```python\n(.*?)```", DOCUMENT, re.S)
    assert source is not None
    names: dict[str, Any] = {"__name__": "doorway"}
    exec(compile(source[1], "doorway.py", "exec"), names)
    task = ShotTask(
        shot="doorway",
        scene="doorway",
        params={"guest": "otis"},
        frames=80,
        fps=25,
        width_px=480,
        height_px=270,
        beats={"quiet": 20, "stop": 45},
        theme=yaml.safe_load((CHECKOUT / "assets/themes/campaign.yaml").read_text(encoding="utf-8")),
        cast=yaml.safe_load((CHECKOUT / "assets/cast/cast.yaml").read_text(encoding="utf-8")),
    )
    reel = Counting()
    with manim_set_for(task, tmp_path):
        camera: MovingCamera = camera_for(exact=False)
        scene = names["Doorway"](task, camera, reel)
        scene.perform()
    assert reel.last is not None
    assert reel.frames == 60
    assert {(act.who, act.what, act.frame) for act in scene.acts} >= {("des", "looks otis", 20), ("otis", "smile", 45)}
    assert [text.text for text in scene.texts()] == ["You can stop."]


@pytest.mark.parametrize("name", animkit.drawing.__all__)
def test_every_name_of_the_package_is_found(name: str) -> None:
    assert getattr(animkit.drawing, name) is not None


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match=r"animkit\.drawing has no 'Persona'"):
        animkit.drawing.Persona  # type: ignore[attr-defined]  # noqa: B018  # That it is not there is the test.


def test_the_document_names_every_word_a_person_understands() -> None:
    told = [name for name, value in vars(Person).items() if callable(value) and not name.startswith("_")]
    assert not [name for name in told if f"`{name}(" not in DOCUMENT]


def test_the_document_names_every_hand() -> None:
    assert all(hand in DOCUMENT for hand in HANDS)
