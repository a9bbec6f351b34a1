"""ShotScene: what an animator subclasses. It owns the clock, and the clock counts frames.

Promise: a shot draws exactly ``handle_in + frames + handle_out`` frames, whatever its scene plays; nothing is rounded but by
``frames.py``; equal tasks give equal frames (randomness comes from the shot's id). Frame 0 is the slot's first. The in-handle, before it,
holds the first picture; after ``construct`` the picture lives on until slot and out-handle are full.

    class Doorway(ShotScene):
        \"\"\"A door that opens on a beat.\"\"\"

        @dataclass(frozen=True, kw_only=True)
        class Params:
            guest: Character
            \"\"\"Who comes in.\"\"\"

        def construct(self) -> None:
            self.add(door, guest)
            self.at("knock", door.animate.shift(RIGHT))   # runs beside everything else, from that beat on
            self.until("open")                            # lets time pass until that beat
            self.play(FadeIn(light), run_time=0.4)        # manim's own play, in whole frames
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Protocol

import numpy as np
from manim import Mobject, MovingCamera, MovingCameraScene, Wait
from manim.renderer.protocol import RendererCapabilities

from animkit.drawing.stage import Stage, on_stage
from animkit.drawing.theme import Theme
from animkit.findings import ExitCode, Finding, Refused, Severity
from animkit.shots import params
from animkit.shots.model import Acted, DrawnText, ShotTask
from animkit.shots.params import NoParams, param
from animkit.shots.region import Parts
from animkit.shots.running import Running, as_of_now, whole_frames
from animkit.shots.textlog import LOOKED_AT_EVERY, TextLog
from animkit.shots.updating import Updaters

__all__ = ["Reel", "ShotScene", "param"]

LONGEST_S = 600
"""A scene that overruns its slot is run on, undrawn, to say how long it wants to be; but no longer than a shot may last at all."""

Moment = str | int
"""A beat's name, or a frame from the shot's first one."""


class Reel(Protocol):
    """Where the frames go, in order, from ``-handle_in`` on."""

    def wants(self, frame: int) -> bool:
        """Whether this frame's picture is wanted: a contact sheet wants a few."""
        ...

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        """The picture of ``frame``, (height, width, 4) uint8, to be used before returning.

        ``changed`` are the parts that differ from the picture taken last: none of them for a picture that is held.
        """
        ...


class Drawer(Protocol):
    """A camera as the clock uses it."""

    pixel_array: np.ndarray

    def draw(self, mobjects: list[Mobject]) -> Parts:
        """Draw the picture; the parts that changed since the one drawn last."""
        ...


class _Renderer:
    """What manim's Scene asks of a renderer: a camera and the time. It writes no file."""

    capabilities = RendererCapabilities(live_preview=False)
    skip_animations = False
    num_plays = 0
    time = 0.0
    static_image = None

    def __init__(self, camera: MovingCamera) -> None:
        self.camera = camera

    def init_scene(self, *_: object) -> None:
        """Nothing to open."""


class ShotScene(MovingCameraScene):
    """Draws one shot. Subclass it, state ``Params`` and ``construct``, and use the words below; manim's own work too."""

    Params: ClassVar[type] = NoParams
    """What the storyboard tells this scene: a frozen dataclass of plain values."""
    beats: ClassVar[Mapping[str, str]] = {}
    """The beats at which this scene acts, and what it does then: editors are offered them."""
    needs: ClassVar[tuple[str, ...]] = ()
    """``help_routes`` for a scene that shows all routes of the film."""

    def __init__(self, task: ShotTask, camera: MovingCamera, reel: Reel) -> None:
        self.task = task
        self.params: Any = params.read(self.Params, task.params, task.shot)
        self.random = random.Random(task.shot)
        self.now = 0
        self.stage = Stage(
            theme=Theme.of(task.theme),
            width_px=task.width_px,
            height_px=task.height_px,
            fps=task.fps,
            shot=task.shot,
            cast=task.cast,
            words=task.words,
            still_life=task.still_life,
        )
        self.notes: list[Finding] = []
        self.acts: list[Acted] = []
        self._reel, self._running, self._due = reel, list[Running](), list[tuple[int, tuple[Any, ...], dict[str, Any]]]()
        self._camera: Any = camera
        self._texts, self._updaters = TextLog(camera), Updaters()
        self._acted, self._is_in_frame = True, False
        super().__init__(renderer=_Renderer(camera), random_seed=self.random.getrandbits(32))

    # --- What an animator calls -----------------------------------------------------------------------------------------------

    def beat(self, name: str, otherwise: int | None = None) -> int:
        """The frame of the beat ``name``; ``otherwise`` where the storyboard has none of that name, or Refused."""
        frame = self.task.beats.get(name, otherwise)
        if frame is None:
            known = ", ".join(self.task.beats) or "none"
            mend = f"put {{{name}}} before the word on which it happens, or name it under beats:"
            raise self._refused("missing-beat", f"its scene waits for the beat '{name}', and the shot has: {known}", mend=mend)
        return frame

    def frames(self, seconds: float) -> int:
        """``seconds`` in whole frames, rounded up."""
        return whole_frames(seconds, self.task.fps)

    def seconds(self, frames: int) -> float:
        """``frames`` in seconds."""
        return frames / self.task.fps

    def play(self, *animations: Any, **options: Any) -> None:
        """manim's play, in whole frames: each animation begins now and takes its run_time rounded up to a frame."""
        begun = self._begin(animations, options)
        stops = [running.animation.stop_condition for running in begun if isinstance(running.animation, Wait)]
        self._run_to(max(running.end for running in begun), stops[0] if stops else None)

    def wait(self, duration: float = 1.0, stop_condition: Callable[[], bool] | None = None, frozen_frame: bool | None = None) -> None:
        """Let ``duration`` seconds pass, in which all that is scheduled and all that lives goes on; or until ``stop_condition``.

        ``frozen_frame`` is manim's and changes nothing here: a picture on which nothing moves is drawn once in any case.
        """
        del frozen_frame
        self._run_to(self.now + self.frames(duration), stop_condition)

    def until(self, moment: Moment) -> None:
        """Let time pass until a beat (or frame). One that is over already is noted, and the scene goes on at once."""
        frame = self._frame(moment)
        if frame < self.now:
            self._note_late(f"'{moment}'", self.now - frame)
        self._run_to(max(frame, self.now))

    def at(self, moment: Moment, *animations: Any, **options: Any) -> int:
        """Schedule animations to begin at a beat (or frame) and to run beside everything else; returns that frame.

        Each is an animation, ``mobject.animate...`` (from where the mobject is by then), or a function called at that frame, which
        may return more of them. A moment that is over is noted, and they begin now.
        """
        frame = self._frame(moment)
        if frame < self.now:
            self._note_late(f"'{moment}'", self.now - frame)
        self._due.append((max(frame, self.now), animations, options))
        return frame

    def after(self, frames: int, *animations: Any, **options: Any) -> int:
        """Schedule animations to begin so many frames from now; returns that frame."""
        return self.at(self.now + frames, *animations, **options)

    def log_act(self, who: str, what: str) -> None:
        """Log a change of expression, look or gesture, at the present frame."""
        self.acts.append(Acted(who=who, what=what, frame=self.now))

    def add_sound(self, *_: object, **__: object) -> None:
        """Refused: a shot is silent."""
        raise TypeError("a shot is silent: its sounds stand in the storyboard, under sounds:")

    # --- What the child calls -------------------------------------------------------------------------------------------------

    def perform(self) -> None:
        """Draw the whole shot into the reel. Refused, with both lengths, if the scene is longer than its slot."""
        with on_stage(self.stage):
            self.setup()
            self.construct()
            self.tear_down()
            if self.now > self.task.frames:
                self._refuse_overrun()
            self._run_to(self.task.frames)
            self._note_unfinished()
            self._run_to(self.task.frames + self.task.handle_out)

    def texts(self) -> tuple[DrawnText, ...]:
        """The text log, once performed."""
        return self._texts.rows()

    # --- The clock ------------------------------------------------------------------------------------------------------------

    def _run_to(self, end: int, stop: Callable[[], bool] | None = None) -> None:
        """Draw frames until ``end`` is next, or until ``stop`` says so after a frame."""
        if self._is_in_frame:
            raise RuntimeError("what at() or an updater calls may return or schedule animations, but not play, wait or wait until a beat")
        self._acted = True
        while self.now < end:
            self._draw_one()
            if stop is not None and stop():
                break
            if self.now > LONGEST_S * self.task.fps:
                self._refuse_overrun("more than ")
        self._finish_due()

    def _draw_one(self) -> None:
        frame, self._is_in_frame = self.now, True
        self._finish_due()
        self._begin_due(frame)
        self._finish_due()  # What begins and takes no time is over at once.
        dt = 1 / self.task.fps if frame else 0.0
        for running in self._running:
            running.move_on(frame, dt)
        self.stage.now, self.renderer.time = frame, frame / self.task.fps
        self._updaters.run(self.mobjects, dt)
        self.update_self(dt)
        if frame < self.task.frames + self.task.handle_out:
            self._show(frame)
        self.now, self._is_in_frame = frame + 1, False

    def _show(self, frame: int) -> None:
        if self._acted or frame % LOOKED_AT_EVERY == 0:
            self._texts.look(self.mobjects, frame)
        self._acted = False
        first = -self.task.handle_in if frame == 0 else frame
        for shown in range(first, frame + 1):
            if self._reel.wants(shown):
                changed = self._camera.draw(self.mobjects)
                self._reel.take(shown, self._camera.pixel_array, changed)

    def _begin(self, animations: tuple[Any, ...], options: Mapping[str, Any]) -> list[Running]:
        if not animations:
            raise ValueError("play was given no animation")
        self.stage.now = self.now  # What begins may ask on which frame.
        compiled = self.compile_animations(*animations, **options)
        self.add_mobjects_from_animations(compiled)
        begun = [Running.begun(animation, self, self.now, self.task.fps) for animation in compiled]
        self._running += begun
        return begun

    def _begin_due(self, frame: int) -> None:
        due = [entry for entry in self._due if entry[0] <= frame]
        self._due = [entry for entry in self._due if entry[0] > frame]
        for _, things, options in due:
            self._acted = True
            made = [animation for thing in things for animation in as_of_now(thing)]
            if made:
                self._begin(tuple(made), options)

    def _finish_due(self) -> None:
        """End what is over before the next frame, in the order in which it began."""
        over = [running for running in self._running if running.end <= self.now]
        self._running = [running for running in self._running if running.end > self.now]
        for running in over:
            running.finish(self)

    # --- What can go wrong ----------------------------------------------------------------------------------------------------

    def _frame(self, moment: Moment) -> int:
        return self.beat(moment) if isinstance(moment, str) else moment

    def _refuse_overrun(self, more_than: str = "") -> None:
        what = f"its scene plays for {more_than}{self._length(self.now)} and the shot lasts {self._length(self.task.frames)}"
        raise self._refused("overrun", what, mend="give the shot more seconds or words, or shorten what the scene plays")

    def _length(self, frames: int) -> str:
        return f"{frames} frames ({frames / self.task.fps:.2f} s)"

    def _note_late(self, moment: str, late: int) -> None:
        frames = f"{late} frame{'s' * (late > 1)}"
        self._note("late-beat", f"the picture comes {frames} late for {moment}", "leave more time before it, or let the scene play faster")

    def _note_unfinished(self) -> None:
        mend = "start it earlier, or shorten it"
        for running in self._running:
            late = running.end - self.task.frames
            self._note("runs-past-slot", f"{running.animation} would end {late} frames after the shot", mend)
        for frame, _, _ in self._due:
            self._note("never-begun", f"what is scheduled for frame {frame} never begins: the shot has {self.task.frames}", mend)

    def _note(self, code: str, what: str, mend: str) -> None:
        self.notes.append(Finding(code, what, mend=mend, severity=Severity.WARNING, shot=self.task.shot, frame=self.now))

    def _refused(self, code: str, what: str, mend: str = "") -> Refused:
        return Refused(Finding(code, what, mend=mend, shot=self.task.shot, exit_code=ExitCode.REFUSED))
