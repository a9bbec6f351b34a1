"""Three figures of a survey: bars that fill, and a hundred people of whom some stand out. The words stand still while they are read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from animkit.drawing.layout import px
from animkit.drawing.motion.ease import in_out
from animkit.drawing.motion.moves import Appear
from animkit.drawing.motion.show import shown
from animkit.drawing.params import OnScreenText
from animkit.drawing.path import Matrix, rectangle
from animkit.drawing.pen import Drawn, shape
from animkit.drawing.props.acts import Phased, phase
from animkit.drawing.props.hundred import Hundred
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import at, floor, light, wall
from animkit.drawing.type import words
from animkit.shots.scene import ShotScene

FILL_S = 1.3
LEFT_PX, MIDDLE_PX, RIGHT_PX = -864.0, -40.0, 20.0
"""Where the bars begin, where the line between stands, where the people begin."""


class Numbers(ShotScene):
    """Three figures: two as bars on the left, one as people out of a hundred on the right. Each comes on its beat; the source stays."""

    @dataclass(frozen=True, kw_only=True)
    class Params:
        """What the storyboard says."""

        first: int = 84
        """In a hundred: the first bar."""
        first_says: OnScreenText = "were alert to the threats children face online"
        """What it counts."""
        second: int = 58
        """In a hundred: the second bar."""
        second_says: OnScreenText = "were unsure their internet security was strong enough"
        """What it counts."""
        people: int = 30
        """In a hundred: the people who stand out."""
        people_say: OnScreenText = "had not talked with their child about web safety in the last month"
        """What they have in common."""
        survey: OnScreenText = "UK survey, 2017"
        """Whose figures they are, and of which year: over all, from the first moment on."""
        source: OnScreenText = "UK survey of 927 adults, published with the NCA and NPCC campaign, December 2017"
        """The same in full, in small print."""

    beats = {
        "alert": "The first bar is full.",
        "unsure": "The second bar is full.",
        "talked": "The people stand out.",
    }

    def construct(self) -> None:
        """Ground, source, a hundred people who come; then figure after figure."""
        p, frames = self.params, self.task.frames
        alert, unsure, talked = (self.beat(name, frames * share // 6) for name, share in (("alert", 2), ("unsure", 3), ("talked", 4)))
        rule = shape(rectangle(5, 690, 2, (MIDDLE_PX, 118)), "sand")
        self.add(Puppet(wall("paper"), *light((RIGHT_PX + 424, -60), "paper", "glow", (560, 400)), rule), Puppet(*floor("sand", -318)))
        source = words(p.source, "source", colour="quiet", ground="paper", width_px=1728, lines=1)
        source.shift(at(LEFT_PX, -286))
        survey = words(p.survey, "label", colour="quiet", ground="paper", width_px=760, lines=1).shift(at(LEFT_PX, 428))
        crowd = Hundred(width_px=848, height_px=370).shift(at(RIGHT_PX + 424, -30))
        self.add(source, survey, crowd)
        self.at(6, crowd.arrive(2.6))
        self.at(0, Appear(survey))
        self.at(16, Appear(source))
        self._bar(p.first, p.first_says, 314, alert, 58)
        self._bar(p.second, p.second_says, -6, unsure, 26)
        self.at(max(alert - self.frames(FILL_S), 80), crowd.mark(p.first, FILL_S + 0.3))
        self.at(max(unsure - self.frames(0.8), alert + 20), crowd.mark(p.second, 1.0))
        self._people(crowd, talked)
        for before, after in ((alert, unsure), (unsure, talked)):
            if after - before > 80:
                self.at(before + 20, crowd.stir())

    def _bar(self, share: int, says: str, top: float, when: int, early: int) -> None:
        """A number, what it counts, and a bar that is full on the beat."""
        number = words(f"{share} in 100", "number", ground="paper", width_px=700, lines=1, size_px=96).shift(at(LEFT_PX, top))
        text = words(says, "body", ground="paper", width_px=740, lines=2, size_px=54).shift(at(LEFT_PX, top - 68))
        bar = Bar(share / 100).shift(at(LEFT_PX, top - 186))
        self.add(number, text, bar)
        bar.hide()
        start = max(when - self.frames(FILL_S), 4)
        self.at(max(when - early, 0), Appear(number))
        self.at(start, shown(bar), bar.fill(FILL_S))
        self.at(start + 10, Appear(text))

    def _people(self, crowd: Hundred, when: int) -> None:
        p = self.params
        number = words(f"{p.people} in 100", "number", ground="paper", width_px=880, lines=1, size_px=132).shift(at(RIGHT_PX, 372))
        text = words(p.people_say, "body", ground="paper", width_px=850, lines=2, size_px=54).shift(at(RIGHT_PX, 288))
        self.add(number, text)
        self.at(max(when - 22, 0), Appear(number))
        self.at(max(when - 10, 0), crowd.mark(p.people, 1.3), Appear(text))


class Bar(Puppet):
    """A bar, its left end at the origin; ``full`` (0 to 1) of ``share`` is filled."""

    def __init__(self, share: float, *, width_px: float = 724.0, height_px: float = 32.0) -> None:
        self.share, self.full, self._size = share, 0.0, (width_px, height_px)
        self._filled: Drawn = shape(np.zeros((0, 2)), "iris")
        super().__init__(shape(rectangle(width_px, height_px, 14, (width_px / 2, 0)), "mist"), self._filled)
        self.refresh()

    def fill(self, seconds: float) -> Phased:
        """Fills it."""
        return Phased(self, phase(seconds, in_out, full=1.0))

    def bones(self) -> object:
        """How full it is."""
        return self.full

    def lay(self, whole: Matrix, factor: float) -> None:
        """As full as it is."""
        width, height = self._size
        long = width * self.share * self.full
        self._filled.rest = rectangle(long, height, min(14.0, long / 2), (long / 2, 0)) * px(1) if long > 1 else np.zeros((0, 2))
        super().lay(whole, factor)
