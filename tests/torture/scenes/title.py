"""A stand-in for the title: little to draw, so that a fault hits the engine and not a long drawing."""

from manim import RIGHT, Square

from animkit.shots.scene import ShotScene


class Title(ShotScene):
    """A square that moves while the shot lasts."""

    def construct(self) -> None:
        square = Square(fill_opacity=1)
        self.add(square)
        for _ in range(4):
            self.play(square.animate.shift(0.5 * RIGHT), run_time=0.5)
