"""A scene for tests: manim's own animations, updaters, and shapes with every kind of paint."""

from dataclasses import dataclass

from manim import (
    BLUE,
    DOWN,
    LEFT,
    RED,
    RIGHT,
    UP,
    AnimationGroup,
    Circle,
    Create,
    DashedLine,
    Dot,
    FadeIn,
    FadeOut,
    LaggedStart,
    Square,
    Succession,
    Transform,
    Triangle,
    VGroup,
)

from animkit.shots.scene import ShotScene, param


class MovingParts(ShotScene):
    """Shapes that come, turn, change and go."""

    beats = {"turn": "The square turns."}

    @dataclass(frozen=True, kw_only=True)
    class Params:
        dots: int = param(5, ge=1, le=9, help="How many dots there are.")
        faint: float = 0.4
        """How much of the disc shows."""

    def construct(self) -> None:
        square = Square(color=BLUE, fill_opacity=0.8, stroke_width=9).shift(3 * LEFT)
        disc = Circle(radius=1.6, fill_opacity=self.params.faint).set_color_by_gradient(RED, BLUE)
        dots = VGroup(*(Dot(radius=0.2).shift(i * 0.6 * RIGHT + 2 * UP) for i in range(self.params.dots)))
        spinner = Triangle(fill_opacity=1, stroke_width=0).shift(2 * DOWN)
        spinner.add_updater(lambda shape, dt: shape.rotate(dt))
        self.add(spinner, DashedLine(5 * LEFT + 3 * DOWN, 5 * RIGHT + 3 * DOWN), square)
        self.at("turn", square.animate.rotate(1).shift(RIGHT))
        self.play(FadeIn(disc, shift=UP), run_time=0.3)
        self.play(LaggedStart(*(FadeIn(dot) for dot in dots), lag_ratio=0.3, run_time=0.5))
        self.until("turn")
        self.play(Succession(Create(Square(side_length=1)), disc.animate.shift(0.5 * RIGHT)), run_time=0.4)
        self.play(AnimationGroup(Transform(square, Circle().shift(LEFT)), FadeOut(dots)), run_time=0.32)
        self.wait(0.2)
