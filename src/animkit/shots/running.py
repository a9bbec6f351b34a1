"""Animations on a clock of whole frames: manim's own, begun, moved on and finished one frame at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from manim import Animation
from manim.mobject.mobject import _AnimationBuilder

from animkit.frames import frames_for

if TYPE_CHECKING:
    from manim import Scene


def whole_frames(seconds: float, fps: int) -> int:
    """How many frames an animation of ``seconds`` takes: enough to last that long.

    Rounded to a microsecond first: an animator's 3 * 0.12 is 0.36 s, nine frames, although its double is a little more.
    """
    return frames_for(round(seconds, 6), fps)


@dataclass(slots=True)
class Running:
    """One animation that has begun. ``start`` is its first frame (drawn at its beginning); it is finished before frame ``end`` is drawn."""

    animation: Animation
    start: int
    frames: int

    @classmethod
    def begun(cls, animation: Animation, scene: Scene, start: int, fps: int) -> Running:
        """Begin ``animation`` in ``scene`` as manim's play does."""
        animation._setup_scene(scene)
        animation.begin()
        return cls(animation, start, whole_frames(animation.run_time, fps))

    @property
    def end(self) -> int:
        """The first frame on which it is over."""
        return self.start + self.frames

    def move_on(self, frame: int, dt: float) -> None:
        """Show it as it is on ``frame``."""
        self.animation.update_mobjects(dt)
        self.animation.interpolate((frame - self.start) / self.frames)

    def finish(self, scene: Scene) -> None:
        """Bring it to its end and let it clean up."""
        self.animation.finish()
        self.animation.clean_up_from_scene(scene)


def as_of_now(thing: Any) -> list[Any]:
    """What was scheduled, made ready at its beat: a function is called for its animations, ``.animate`` starts from where its mobject is.

    ``mobject.animate.shift(UP)`` fixes its goal when it is written; scheduled for later, it means UP from where the mobject is by then.
    """
    if isinstance(thing, _AnimationBuilder):
        if thing.overridden_animation is None:
            thing.mobject.generate_target()
            for call in thing.methods:
                call.method.__func__(thing.mobject.target, *call.args, **call.kwargs)
        return [thing]
    if isinstance(thing, Animation) or not callable(thing):
        return [thing]
    made = thing()
    if made is None:
        return []
    return list(made) if isinstance(made, (list, tuple)) else [made]
