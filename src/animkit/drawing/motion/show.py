"""Being there and not being there: at once, under cover of something else, or coming up where it stands."""

from __future__ import annotations

from collections.abc import Callable

from animkit.drawing.motion.base import PuppetMotion
from animkit.drawing.motion.ease import in_out
from animkit.drawing.puppet import Puppet


def shown(*puppets: Puppet) -> Callable[[], None]:
    """For ``ShotScene.at``: they are there from that frame on. For what comes from behind something, and never for what could pop."""

    def show() -> None:
        for puppet in puppets:
            puppet.reveal()

    return show


def gone(*puppets: Puppet) -> Callable[[], None]:
    """For ``ShotScene.at``: they are gone from that frame on, under cover of something."""

    def hide() -> None:
        for puppet in puppets:
            puppet.hide()

    return hide


class Fade(PuppetMotion):
    """Comes up where it stands, from nothing to its full strength, and stays: a ground, a light. Hidden from now until it begins."""

    def __init__(self, puppet: Puppet, seconds: float = 0.5) -> None:
        super().__init__(puppet, seconds, ease=in_out, introduces=True)
        self.puppet.hide()

    def start(self) -> None:
        """Shows it."""
        self.puppet.reveal()

    def step(self, share: float) -> None:
        """Comes up."""
        self.channel.opacity = share
