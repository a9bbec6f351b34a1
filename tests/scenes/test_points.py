"""The scenes of praise, gifts, secrets and cards, and of being together again, on frames that were looked at."""

from typing import Any

import pytest

DEN: dict[str, Any] = {"room": "den", "child": "pia", "card": "dog"}
SHOTS: dict[str, tuple[str, dict[str, Any], dict[str, int], int, int]] = {
    "days-rush": ("days", {}, {"fast": 172}, 267, 250),
    "days-stop": ("days", {"moment": "stop"}, {"hurry": 57}, 125, 66),
    "days-hall": (
        "days",
        {"moment": "hall", "room": "hall", "child": "des"},
        {"gifts": 30, "dares": 66, "comments": 90, "hurry": 150},
        200,
        185,
    ),
    "gifts-strings": ("gifts", {}, {"back": 116}, 190, 122),
    "gifts-first": ("gifts", DEN | {"stars": 1}, {"star": 68}, 117, 80),
    "gifts-under": ("gifts", DEN | {"friend": "wes"}, {"string": 99}, 243, 110),
    "sharing": ("sharing", {}, {"nothing": 78}, 154, 84),
    "curtain-drawn": ("curtain", {}, {"secret": 91}, 278, 225),
    "curtain-surprise": (
        "curtain",
        DEN | {"moment": "surprise", "friend": "wes"},
        {"tada": 60, "shut": 130, "tell": 247},
        290,
        80,
    ),
    "curtain-quiet": ("curtain", {"moment": "quiet", "room": "hall", "friend": "des"}, {"quiet": 106}, 207, 60),
    "card-strip": ("card", {}, {"anyone": 80}, 230, 210),
    "card-friend": ("card", DEN | {"moment": "friend", "friend": "wes", "fans": ["robot", "flower"]}, {"anyone": 127}, 240, 142),
    "card-whistle": ("card", {"moment": "whistle", "room": "practice", "child": "maya"}, {"know": 35}, 220, 110),
    "together-yard": ("together", {}, {"your": 30}, 125, 90),
    "together-den": ("together", {"moment": "den", "people": ["pia", "wes", "teacher"]}, {"any": 98}, 149, 125),
    "together-bench": ("together", {"moment": "bench", "people": ["anita", "des", "jas"]}, {"too": 37}, 179, 100),
    "together-bowls": ("together", {"moment": "bowls", "people": ["otis", "des", "maya"]}, {"again": 79}, 134, 110),
    "crown": ("crown", {}, {"fast": 164}, 261, 190),
    "across": ("across", {}, {"turn": 40, "know": 84}, 200, 130),
    "two-shot": ("two-shot", {}, {"best": 86}, 185, 98),
}


@pytest.mark.parametrize("name", SHOTS)
def test_a_scene_looks_as_it_did(name: str, drawn: Any, golden: Any) -> None:
    scene, params, beats, frames, at = SHOTS[name]
    golden(f"scene-{name}", drawn(scene, params, beats, frames, [at])[at])
