"""What all motions share: Manim animations that copy nothing and leave updaters running."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from manim import Animation, Mobject, Scene, VMobject

from animkit.drawing.motion.ease import Ease, linear
from animkit.drawing.puppet import Channel, Puppet


class Motion(Animation):
    """A motion of one mobject. Subclasses say what ``start``, ``step`` (0 to 1, eased) and ``end`` do.

    ``act`` is what a report records of it, if anybody acts: who, and what.
    """

    act: tuple[str, str] | None = None

    def __init__(self, mobject: Mobject, seconds: float, *, ease: Ease = linear, introduces: bool = False) -> None:
        self.moved = mobject
        super().__init__(mobject, run_time=seconds, rate_func=linear, suspend_mobject_updating=False, introducer=introduces)
        self.ease = ease

    def start(self) -> None:
        """Called once, on the frame it begins."""

    def step(self, share: float) -> None:
        """Called for each frame with the eased share of the way."""

    def end(self) -> None:
        """Called once, when it is over."""

    def begin(self) -> None:
        """Manim's word for ``start``; makes no copy."""
        self.start()
        self.interpolate(0)

    def interpolate(self, alpha: float) -> None:
        """Manim's word for ``step``."""
        self.step(self.ease(min(max(alpha, 0.0), 1.0)))

    def finish(self) -> None:
        """Manim's word for ``end``."""
        self.interpolate(1)
        self.end()

    def get_all_mobjects(self) -> Sequence[Mobject]:
        """The one that moves."""
        return [self.moved]

    def _setup_scene(self, scene: Scene) -> None:
        super()._setup_scene(scene)
        if self.act is not None and hasattr(scene, "log_act"):
            scene.log_act(*self.act)


class PuppetMotion(Motion):
    """A motion that has a channel of a puppet to itself while it lasts."""

    def __init__(self, mobject: VMobject, seconds: float, **options: Any) -> None:
        self.puppet = puppet_of(mobject)
        super().__init__(mobject, seconds, **options)

    @property
    def channel(self) -> Channel:
        """Its channel."""
        return self.puppet.channel(self)

    def interpolate(self, alpha: float) -> None:
        """Sets the channel, and poses the puppet at once."""
        super().interpolate(alpha)
        self.puppet.refresh()

    def end(self) -> None:
        """Keeps the place it has come to and drops its channel."""
        self.puppet.settle(self)


def puppet_of(mobject: VMobject) -> Puppet:
    """``mobject`` itself; TypeError for what is no puppet, with what to write instead."""
    if isinstance(mobject, Puppet):
        return mobject
    raise TypeError(f"only puppets move this way: write Puppet({type(mobject).__name__}(...)) and add that to the scene")
