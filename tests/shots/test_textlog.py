"""The text log: what was on screen, where it stood still, how large."""

from typing import Any

import manim as m

from animkit.drawing.type import words
from animkit.shots.scene import ShotScene


def rows(perform: Any, act: Any, **task: Any) -> list[Any]:
    scene, _ = perform(type("Acting", (ShotScene,), {"construct": act}), **{"width_px": 960, "height_px": 540, **task})
    return list(scene.texts())


def test_words_are_logged_as_they_are_drawn(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        self.add(m.VGroup(words("Stop", "title", colour="ink", ground="paper")))

    (row,) = rows(perform, construct, frames=30)
    assert (row.text, row.colour, row.ground, row.size_px) == ("Stop", "#191231", "#FFF7EB", 98.0)
    assert (row.first, row.last) == (0, 25)
    left, top, right, bottom = row.box_px
    assert left == 480, "the ink's left edge is at x = 0"
    assert 190 < top < 270 < bottom < 300, "letters stand on y = 0, and p goes below"
    assert right > 600


def test_words_on_their_way_are_judged_by_where_they_come_to_rest(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        sliding = words("Stop", "headline").shift(20 * m.LEFT)
        self.add(sliding)
        self.play(sliding.animate.move_to(m.ORIGIN), run_time=0.8)
        self.wait(0.8)
        self.play(sliding.animate.scale(3).shift(20 * m.RIGHT), run_time=0.4)

    (row,) = rows(perform, construct, frames=50)
    left, _, right, _ = row.box_px
    assert abs((left + right) / 2 - 480) < 1
    assert row.size_px == 48


def test_a_zooming_camera_makes_words_larger(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        self.add(words("Stop", "headline"))
        self.camera.frame.scale(0.5)

    (row,) = rows(perform, construct)
    assert row.size_px == 96


def test_hidden_and_faint_words_are_not_on_screen(perform: Any) -> None:
    def construct(self: ShotScene) -> None:
        hidden, shown, faint = (words(text, "headline") for text in ("One", "Two", "Three"))
        self.add(hidden.hide(), shown, faint.set_opacity(0.01))
        self.wait(0.4)
        self.remove(shown)
        self.add(words("Four", "headline"))

    seen = rows(perform, construct)
    assert [(row.text, row.first, row.last) for row in seen] == [("Two", 0, 5), ("Four", 10, 15)]
