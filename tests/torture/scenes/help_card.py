"""A stand-in for the help card: little to draw, words that must be set, and a beat to wait for."""

from dataclasses import dataclass

from manim import UP, Circle

from animkit.drawing.params import Character, OnScreenText
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene


class HelpCard(ShotScene):
    """A disc that rises, and a headline."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        people: tuple[Character, ...] = ()
        headline: OnScreenText = "It is never your fault."

    def construct(self) -> None:
        disc = Circle(fill_opacity=1)
        self.add(disc, words(self.params.headline, "headline", ground="paper", colour="ink"))
        self.play(disc.animate.shift(UP), run_time=1)
        self.until("never")
        self.play(disc.animate.shift(-1 * UP), run_time=1)
