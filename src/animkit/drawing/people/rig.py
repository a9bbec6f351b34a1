"""The rig of a person: head and face of Open Peeps on a body that breathes, leans, reaches and holds.

Promise: what a person looks like on a frame depends on that frame's number, on what they were told to do and on nothing else; a person
is told once and then lives by itself. Nothing is copied and no part is ever exchanged while a shot runs.
"""

from __future__ import annotations

from math import radians
from typing import Literal, NamedTuple, Self

import numpy as np

from animkit.drawing.clip import Window, in_short_curves
from animkit.drawing.layout import px
from animkit.drawing.path import EMPTY, Matrix, Path, area_scale, compose, inverse, moved, shifted, turned
from animkit.drawing.pen import Drawn, in_space, laid
from animkit.drawing.people import face
from animkit.drawing.people.acting import Acting, ArmPose, Pose
from animkit.drawing.people.arm import at_rest
from animkit.drawing.people.body import Shoulder, body
from animkit.drawing.people.limb import Limb
from animkit.drawing.people.look import BUILDS, Look
from animkit.drawing.people.parts import TONGUE, parts_of
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage

Facing = Literal["left", "right"]

UNIT_PX = 0.75
"""One of the drawing's units in pixels, for a grown-up at size 1: its ink is then 12 px, the theme's line."""
SUBDIVIDED_PX = 14.0
WAIST = (10.0, -520.0)
"""Where the trunk leans, in the rig."""


TABLE = -410.0
"""How far under the neck a table's top is, in the rig."""


SEATED_IN = 0.88
"""How far in the lines of a seated person's sides lie: behind the sleeves that rest on the table."""


class Held(NamedTuple):
    """A thing in a hand."""

    thing: Puppet
    turn: float
    rigid: bool


class Rig(Puppet):
    """A bust, from the hair to below the chest. Its origin is the neck; ``put`` places that. ``Person`` adds what it can be told."""

    def __init__(self, who: str | Look, *, facing: Facing = "right", mood: str = "smile", size: float = 1.0) -> None:
        self.who, self.looks = look_of(who)
        scale, broad = BUILDS[self.looks.build]
        self.unit = px(UNIT_PX * scale * size)
        self.broad = broad
        self.body = body(broad)
        self.arm_size = 0.5 + 0.5 * broad
        up = stage()
        self.acting = Acting(
            fps=up.fps,
            seed=f"{up.shot}:{self.who}",
            lead_rest=at_rest(self.body.lead, self.arm_size),
            near_rest=at_rest(self.body.near, self.arm_size),
            first_mood=mood,
            still=up.still_life,
        )
        self.acting.talk([(word.start, word.end) for word in up.words if word.speaker == self.who and word.in_picture])
        self.parts = parts_of(self.looks, self.body, self.unit)
        self._limbs = {name: Limb(self.arm_size, self.looks.sleeves == "short") for name in self.parts.arms}
        self._window: tuple[Puppet, Window] | None = None
        self._held: dict[str, Held] = {}
        self._edge: float | None = None
        super().__init__(*self.parts.in_order())
        if facing == "left":
            self.stretch(-1, 0, about_point=np.zeros(3))
        self.refresh()

    # --- Placing --------------------------------------------------------------------------------------------------------------

    def put(self, neck: np.ndarray) -> Self:
        """Moves the person so that the neck is at this point."""
        self.shift(np.asarray(neck) - self.point(0, 0))
        return self.refresh()

    def eyes_at(self) -> np.ndarray:
        """The middle between the eyes, in the scene."""
        return self.point(110, face.EYE_LINE)

    def point(self, x: float, y: float) -> np.ndarray:
        """A point of the rig (its units, the neck at 0) in the scene."""
        where: np.ndarray = in_space(moved(np.array([[x, y]]) * self.unit, self.matrix()))[0]
        return where

    def in_rig(self, where: np.ndarray) -> tuple[float, float]:
        """A point of the scene in the rig's units."""
        x, y = moved(np.asarray(where)[None, :2], inverse(self.matrix()))[0] / self.unit
        return float(x), float(y)

    def seat(self, edge: np.ndarray) -> Self:
        """Sits at a table, both forearms on it: ``edge`` is the point of its edge right before the person. Add the person after it.

        The trunk ends there, so that sleeves and hands lie in front of the table's edge, as they do. The edge stays at this height of the
        scene, whatever the person does.
        """
        self._edge = float(edge[1])
        self.put(np.asarray(edge) - self.point(0, TABLE * self.broad) + self.point(0, 0))
        for arm, wrist in self.folded().items():
            self.acting.wrists[arm].rest = wrist
        self._last = None
        return self.refresh()

    def folded(self) -> dict[str, tuple[float, float]]:
        """The wrists of arms that lie on the table."""
        top = TABLE * self.broad
        return {"near": (-20.0 * self.arm_size, top + 14), "lead": (66.0 * self.arm_size, top + 18)}

    @property
    def is_mirrored(self) -> bool:
        """Whether the person looks left."""
        return bool(np.linalg.det(self.placement()[:, :2]) < 0)

    def inside(self, screen: Puppet, window: Window) -> Self:
        """Keeps the person within a window of ``screen``, in that puppet's resting units: a phone's glass, a round frame."""
        self._window = (screen, window)
        for part in self.drawn():
            part.rest = in_short_curves(part.rest, px(SUBDIVIDED_PX))
        self.parts.weigh()
        self._last = None
        return self.refresh()

    def carry(self, thing: Puppet, arm: str, *, turn: float = 0.0, rigid: bool = False) -> None:
        """Puts ``thing`` into a hand from now on: its own origin lies where the hand holds. ``turn`` is in degrees."""
        self._held[arm] = Held(thing, radians(turn), rigid)
        order = self.submobjects
        if thing not in order:
            self.add(thing)
        order.remove(thing)
        order.insert(order.index(self.parts.arms[arm].hand[0]), thing)

    @property
    def is_kept(self) -> bool:
        """Whether the person is kept inside a screen or a door."""
        return self._window is not None

    def held(self) -> dict[str, Puppet]:
        """What is in each hand, by arm."""
        return {arm: held.thing for arm, held in self._held.items()}

    # --- Posing ---------------------------------------------------------------------------------------------------------------

    def bones(self) -> Pose:
        """The pose of the frame on stage."""
        return self.acting.pose(stage().now)

    def head(self) -> Matrix:
        """From the resting head to where it is on the frame on stage: what is worn goes along."""
        return self._bones_of(self.bones(), self.matrix())[2]

    def _bones_of(self, pose: Pose, whole: Matrix) -> tuple[Matrix, Matrix, Matrix]:
        """How far the trunk leans, where it is, and where the head is."""
        u = self.unit
        lean = turned(radians(-pose.lean), (WAIST[0] * u, WAIST[1] * u))
        trunk = compose(whole, lean)
        return lean, trunk, compose(trunk, shifted(pose.head_x * u, pose.head_y * u), turned(radians(pose.head_turn)))

    def lay(self, whole: Matrix, factor: float) -> None:
        """Lays every part on its bone."""
        pose, u, parts = self.bones(), self.unit, self.parts
        lean, trunk, head = self._bones_of(pose, whole)
        for part, share in zip(parts.trunk, parts.rise, strict=True):
            path = part.rest + share * pose.rise
            if self._edge is None:
                self.draw_part(part, path, trunk, factor)
            else:
                self.draw_part(part, self._behind_table(path, lean, (self._edge - whole[1, 2]) / whole[1, 1]), whole, factor)
        for part in parts.head:
            self.draw_part(part, part.rest, head, factor)
        self._lay_face(head, factor, pose)
        upright = inverse(lean)
        self._lay_arm("lead", self.body.lead, _stay(pose.lead, upright, u), pose.rise, trunk, factor)
        self._lay_arm("near", self.body.near, _stay(pose.near, upright, u), pose.rise, trunk, factor)

    def _behind_table(self, path: Path, lean: Matrix, table: float) -> Path:
        """The trunk, leaning, as far as it shows over the table; its sides lie a little in, behind the sleeves."""
        path[:, 0] *= np.where(path[:, 1] < self.body.near.y * self.unit, SEATED_IN, 1.0)
        path[:, 1] = np.maximum(path[:, 1], table)
        seen = moved(path, lean)
        seen[:, 1] = np.maximum(seen[:, 1], table)
        return seen

    def _lay_face(self, head: Matrix, factor: float, pose: Pose) -> None:
        """The features lie on a round face: what is nearer to us moves further when it turns."""
        u, parts = self.unit, self.parts

        def on_face(x: float, y: float = 1.0, dx: float = 0.0, dy: float = 0.0) -> Matrix:
            return compose(head, shifted((pose.face_x * x + dx) * u, (pose.face_y * y + dy) * u))

        squint = turned(0, (0, face.EYE_LINE * u), (1.0, pose.lids if 0 < pose.lids < 1 else 1.0))
        eyes = compose(on_face(1.0, 1.0, pose.eyes_x, pose.eyes_y), squint)
        mouth = on_face(1.1, 1.0, 0.0, -14.0 if self.looks.beard.startswith("moustache") else 0.0)
        self.draw_part(parts.nose, parts.nose.rest, on_face(1.3, 1.2), factor)
        self.draw_part(parts.brows, parts.face("brows", pose.brows, "ink"), on_face(1.0, 1.0, pose.eyes_x * 0.3, pose.eyes_y * 0.6), factor)
        self.draw_part(parts.eyes, parts.face("eyes", pose.eyes, "ink"), eyes, factor)
        self.draw_part(parts.mouth, parts.face("mouth", pose.mouth, "ink"), mouth, factor)
        self.draw_part(parts.tongue, parts.face("mouth", pose.mouth, TONGUE), mouth, factor)
        for part in parts.beard:
            self.draw_part(part, part.rest, on_face(0.4), factor)
        for part in parts.glasses:
            self.draw_part(part, part.rest, on_face(1.0), factor)

    def _lay_arm(self, name: str, shoulder: Shoulder, at: ArmPose, rise: float, trunk: Matrix, factor: float) -> None:
        u, parts = self.unit, self.parts.arms[name]
        limb = self._limbs[name].posed(shoulder, at, rise)
        for part, path in zip(parts.all(), limb.paths(), strict=True):
            self.draw_part(part, path * u, trunk, factor)
        held = self._held.get(name)
        if held is not None:
            held.thing.anchor.stand(_axes(compose(trunk, shifted(*limb.grip[:, 2] * u)), limb.grip, held, radians(at.swing)))
            held.thing.refresh()

    def draw_part(self, part: Drawn, path: Path, matrix: Matrix, factor: float) -> None:
        """Lays one outline where ``matrix`` takes it, within the window in which the person is kept: for what a person wears, too."""
        if not self.visible:
            part.points = in_space(EMPTY)
        elif self._window is None:
            part.points = laid(path, matrix)
        else:
            screen, window = self._window
            there = screen.matrix()
            kept = window.kept_line if part.line and not part.get_fill_opacity() else window.kept
            part.points = laid(kept(moved(path, compose(inverse(there), matrix))), there)
        if part.line:
            part.stroke_width = part.line * 100 * factor


def _stay(pose: ArmPose, upright: Matrix, unit: float) -> ArmPose:
    """An arm whose hand stays where it is in the picture while the trunk leans: on the table, on a door, hanging."""
    x, y = moved(np.array([[pose.x, pose.y]]) * unit, upright)[0] / unit
    return pose._replace(x=float(x), y=float(y))


def _axes(place: Matrix, grip: Matrix, held: Held, swing: float) -> Path:
    """Origin and axes of what a hand holds. Never mirrored, even if its holder is: a picture on it stays readable."""
    mirrored = np.linalg.det(place[:, :2]) < 0
    angle = held.turn + (-swing if mirrored else swing)
    if held.rigid:
        along = place[:, :2] @ grip[:, 0]
        angle += float(np.arctan2(along[1], along[0])) - (np.pi if mirrored else 0.0)
    size = area_scale(place)
    return moved(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), compose(shifted(*place[:, 2]), turned(angle, scale=size)))


def look_of(who: str | Look) -> tuple[str, Look]:
    """A person's id and look: from the film's cast, or a look given as it is (somebody without a name)."""
    if isinstance(who, Look):
        return "someone", who
    up = stage()
    return who, Look.of(who, up.cast.get(who, {}).get("look", {}), up.theme)
