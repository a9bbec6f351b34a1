"""The scenes that stop a stream, keep and report, and show figures, on a few frames that were looked at."""

from typing import Any

import pytest

DEN: dict[str, Any] = {"people": ["pia", "wes"], "room": "den", "device": "tablet", "pile": "cushions", "friend": "flap", "threat": True}
TABLET: dict[str, Any] = {"child": "pia", "adult": "nan", "device": "tablet", "doors": "screen"}
SHOTS: dict[str, tuple[str, dict[str, Any], dict[str, int], int, int]] = {
    "stopping-pressed": ("stopping", {}, {"end": 30}, 183, 42),
    "stopping-space": ("stopping", {}, {"end": 30}, 183, 132),
    "stopping-flap": ("stopping", DEN, {"stop": 30}, 178, 110),
    "table-keep": ("table", {}, {"pay": 40, "send": 64, "keep": 91}, 149, 84),
    "table-doors": ("table", {}, {"report": 23, "block": 63, "ceop": 107, "remove": 150}, 230, 200),
    "table-down": ("table", {}, {"down": 22, "keep": 84, "pay": 130}, 190, 56),
    "table-together": ("table", TABLET, {"keep": 50, "block": 76, "ceop": 126, "together": 139}, 199, 170),
    "table-choose": ("table", {"friends": ["maya"]}, {"together": 25, "button": 52, "choose": 90, "friends": 116}, 185, 100),
    "numbers": ("numbers", {}, {"alert": 60, "unsure": 100, "talked": 140}, 190, 170),
}


@pytest.mark.parametrize("name", SHOTS)
def test_a_scene_looks_as_it_did(name: str, drawn: Any, golden: Any) -> None:
    scene, params, beats, frames, at = SHOTS[name]
    golden(f"scene-{name}", drawn(scene, params, beats, frames, [at])[at])


def test_a_table_without_beats_keeps_the_messages(drawn: Any, golden: Any) -> None:
    golden("scene-table-plain", drawn("table", {}, {}, 140, [100])[100])
