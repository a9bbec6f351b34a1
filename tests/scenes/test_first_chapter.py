"""The scenes of a film's first chapter, on a few frames that were looked at."""

from typing import Any

import pytest

SHOTS: dict[str, tuple[str, dict[str, Any], dict[str, int], int, int]] = {
    "doorway-title": ("doorway", {"title": "Knock"}, {"tap": 12, "help": 224}, 250, 80),
    "doorway-peep": ("doorway", {"people": ["pia", "wes"], "room": "den", "how": "peep"}, {"help": 150}, 200, 120),
    "doorway-stop": ("doorway", {"people": ["des"], "room": "hall", "how": "stop"}, {"door": 130}, 190, 150),
    "title": ("title", {"person": "pia", "title": "A Star on a String"}, {"help": 30, "stop": 40}, 112, 60),
    "going-live-two": ("going-live", {}, {"live": 90}, 150, 50),
    "going-live-phone": (
        "going-live",
        {"people": ["pia", "wes"], "device": "tablet", "doing": "bow", "room": "den"},
        {"live": 70},
        130,
        104,
    ),
    "stream-sorts": ("stream", {}, {"sorts": 70}, 130, 110),
    "stream-same": ("stream", {"comments": "same"}, {"same": 80}, 170, 150),
    "stream-room": ("stream", {"people": ["pia", "wes"], "view": "room"}, {"kind": 50}, 120, 60),
    "dares-lifted": ("dares", {"person": "pia", "helper": "wes", "things": "cushions", "room": "den"}, {"needn": 130}, 210, 175),
    "noticing": ("noticing", {}, {"look": 70}, 140, 112),
}


@pytest.mark.parametrize("name", SHOTS)
def test_a_scene_looks_as_it_did(name: str, drawn: Any, golden: Any) -> None:
    scene, params, beats, frames, at = SHOTS[name]
    golden(f"scene-{name}", drawn(scene, params, beats, frames, [at])[at])
