"""A scene for tests: nothing moves; words stand in the picture."""

from dataclasses import dataclass

from manim import Square

from animkit.drawing.params import OnScreenText
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene


class Still(ShotScene):
    """A square and some words, at rest."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        text: OnScreenText = "You can stop"
        """What stands in the picture."""
        played: float = 0.0
        """Seconds that the scene itself plays."""

    def construct(self) -> None:
        self.add(Square(fill_opacity=1), words(self.params.text, "headline", ground="paper", colour="ink"))
        if self.params.played:
            self.wait(self.params.played)
