"""Why a shot is drawn, in an editor's words."""

from dataclasses import replace
from typing import Any

import pytest

from animkit.shots.fingerprint import Dependencies, ingredients
from animkit.shots.model import ShotTask, SpokenWord
from animkit.shots.why import GONE, NEVER, reasons

KNOWN = Dependencies({"scenes.still": "a", "animkit.drawing.path": "b"}, {"manim": "0.22.0"})


def of(task: ShotTask, known: Dependencies = KNOWN, *, exact: bool = False) -> dict[str, Any]:
    return ingredients(task, known, exact=exact)


def test_the_first_time_and_a_lost_clip_have_words_of_their_own(task: ShotTask) -> None:
    assert reasons(None, of(task)) == (NEVER,)
    assert reasons(of(task), of(task)) == (GONE,)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"frames": 21}, "its length in frames: 20 -> 21"),
        ({"scene": "door"}, "its scene: still -> door"),
        ({"params": {"viewers": 240}}, "what its scene is told: viewers nothing -> 240"),
        ({"beats": {"live": 4}}, "beats: live nothing -> 4"),
        ({"handle_in": 5}, "the dissolve before it, in frames: 0 -> 5"),
        ({"theme": {"colours": {"ink": "#000000"}}}, "the theme: "),
        ({"words": (SpokenWord(speaker="tess", text="Go", start=2, end=5, in_picture=True),)}, "mouths move on other frames"),
    ],
)
def test_what_changed_in_a_shot_is_named(task: ShotTask, changes: dict[str, Any], words: str) -> None:
    (reason,) = reasons(of(task), of(replace(task, **changes)))
    assert reason.startswith(words)


def test_code_versions_and_camera_are_named(task: ShotTask) -> None:
    after = Dependencies({"scenes.still": "A", "scenes.new": "c", "animkit.drawing.path": "b"}, {"manim": "0.23.0"})
    assert reasons(of(task), of(task, after, exact=True)) == (
        "code that draws it: scenes.new, scenes.still",
        "versions: manim 0.22.0 -> 0.23.0",
        "another camera: --exact-manim",
    )


def test_many_changes_are_counted(task: ShotTask) -> None:
    (reason,) = reasons(of(task), of(replace(task, beats={str(number): number for number in range(9)})))
    assert reason.endswith("and 5 more")


def test_every_part_of_a_task_has_a_label_or_is_told_apart(task: ShotTask) -> None:
    from animkit.shots.why import LABELS

    assert set(task.as_json()) == {*LABELS, "shot", "words"}
