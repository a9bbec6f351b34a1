"""What a person does, frame by frame, as values: keys go in, a pose comes out. Pure: equal keys give equal poses on equal frames.

Timing is ART's: a change of mood hides under a blink and is announced by the head; heads follow shoulders and eyes by 0.12 s; what was
moved settles in one and a half swings. Lengths are the rig's units (``peeps``), angles degrees, anticlockwise as the person looks right.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin
from typing import NamedTuple

from animkit.drawing.motion.ease import hump, in_out, swing
from animkit.drawing.people.face import LIDS, MOODS
from animkit.drawing.people.keys import Steps, Track

BREATH_UNITS = 21.0
"""A deep breath's rise: 16 px on a grown-up at full size."""
IDLE_UNITS = 4.5
IN_S, OUT_S = 0.9, 1.05
"""A deep breath, in and out."""
LAG_S = 0.12
"""How far the head is behind shoulders and eyes."""
TILT_MOST = 3.5
"""A head turns no further about its neck, in degrees, but for a nod's moment."""


class Hold(NamedTuple):
    """A hand: its shape, which way up, and how it turns at the wrist (degrees)."""

    hand: str
    flip: int
    turn: float


class ArmPose(NamedTuple):
    """Where a wrist is while the shoulders are at rest, and the hand at its end."""

    x: float
    y: float
    hold: Hold
    swing: float = 0.0
    """How far what is held is swung up, in degrees."""


class Pose(NamedTuple):
    """One frame's pose."""

    rise: float
    lean: float
    head_turn: float
    head_x: float
    head_y: float
    face_x: float
    face_y: float
    eyes_x: float
    eyes_y: float
    lids: float
    brows: str
    eyes: str
    mouth: str
    lead: ArmPose
    near: ArmPose


class Impulse(NamedTuple):
    """A short movement of the head that comes back: a nod, a shake."""

    frame: int
    length: int
    x: float
    y: float
    turn: float
    times: float


@dataclass(slots=True)
class Acting:
    """All keys of one person in one shot."""

    fps: int
    seed: str
    lead_rest: tuple[float, float]
    near_rest: tuple[float, float]
    first_mood: str = "smile"
    still: bool = False
    glance: Track = field(default_factory=lambda: Track(0.0, 0.0))
    tilt: Track = field(default_factory=lambda: Track(0.0))
    lean: Track = field(default_factory=lambda: Track(0.0))
    shoulders: Track = field(default_factory=lambda: Track(0.0))
    impulses: list[Impulse] = field(default_factory=list)
    breaths: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """When each change of mood begins."""
    stresses: list[int] = field(default_factory=list)
    """When the head goes along with a word."""
    mouths: dict[int, str] = field(default_factory=dict)
    """The mouth's shape on each frame on which it speaks."""
    moods: Steps[str] = field(init=False)
    wrists: dict[str, Track] = field(init=False)
    holds: dict[str, Steps[Hold]] = field(init=False)
    swings: dict[str, Track] = field(init=False)
    _blinks: list[int] = field(init=False)
    _dice: random.Random = field(init=False)
    _phase: float = field(init=False)

    def __post_init__(self) -> None:
        self.moods = Steps(self.first_mood)
        self.wrists = {"lead": Track(*self.lead_rest), "near": Track(*self.near_rest)}
        self.swings = {arm: Track(0.0) for arm in ("lead", "near")}
        self.holds = {arm: Steps(Hold("flat", 1, 0.0)) for arm in ("lead", "near")}
        self._dice = random.Random(self.seed)
        self._phase = self._dice.uniform(0, 2 * pi)
        self._blinks = [self._frames(self._dice.uniform(0.6, 2.4))]

    # --- Keys -----------------------------------------------------------------------------------------------------------------

    def feel(self, frame: int, mood: str) -> None:
        """From ``frame`` on another mood: the head dips, the lids fall, the face changes under them, and all settles."""
        self.starts.append(frame)
        self.moods.add(frame + self._frames(0.12) + 1, mood)
        self.shoulders.add(frame + self._frames(0.12), (MOODS[mood].shoulders,), self._frames(0.5))

    def talk(self, words: Sequence[tuple[int, int]]) -> None:
        """Moves the mouth through words, (first frame, frame after the last). Closed between phrases."""
        self.stresses += [start for index, (start, end) in enumerate(words) if end - start > 5 or index % 3 == 0]
        for index, (start, end) in enumerate(words):
            dice = random.Random(f"{self.seed}:{index}:{end - start}")
            frame = start
            shapes = ["small"]
            while frame < end:
                shape = shapes[-1]
                for at in range(frame, min(frame + dice.choice((2, 3, 3, 4)), end)):
                    self.mouths[at] = shape
                    frame = at + 1
                shapes.append(dice.choice(("wide", "round", "wide") if shape == "small" else ("small",)))

    # --- The pose -------------------------------------------------------------------------------------------------------------

    def pose(self, frame: int) -> Pose:
        """The pose on ``frame``."""
        lag = self._frames(LAG_S)
        mood = MOODS[self.moods.at(frame)]
        lids = self._open(frame) if mood.blinks else 1.0
        gx, gy = self.glance.at(frame)
        hx, hy = self.glance.at(frame - lag)
        rise, head_rise = self._rise(frame), self._rise(frame - lag)
        turn, x, y = self._head(frame)
        (tilt,), (lean,) = self.tilt.at(frame - lag), self.lean.at(frame)
        (head_lean,) = self.lean.at(frame - lag)
        tilt = max(-TILT_MOST, min(TILT_MOST, tilt + hy * 2.4 + (lean - head_lean) * 0.7))
        return Pose(
            rise=rise,
            lean=lean,
            head_turn=tilt + turn,
            head_x=hx * 7 + x,
            head_y=hy * 5 + y + head_rise * 0.6,
            face_x=hx * (5 if hx > 0 else 22),
            face_y=hy * 12,
            eyes_x=gx * 7,
            eyes_y=gy * 6,
            lids=lids,
            brows=mood.brows,
            eyes=LIDS if lids <= 0.0 else mood.eyes,
            mouth=self.mouths.get(frame, mood.mouth),
            lead=self._arm("lead", frame),
            near=self._arm("near", frame),
        )

    def _arm(self, arm: str, frame: int) -> ArmPose:
        x, y = self.wrists[arm].at(frame)
        return ArmPose(x, y, self.holds[arm].at(frame), self.swings[arm].at(frame)[0])

    def _rise(self, frame: int) -> float:
        (shoulders,) = self.shoulders.at(frame)
        rise = shoulders * 24.0
        for start in self.breaths:
            rise += BREATH_UNITS * self._breath((frame - start) / self.fps)
        if not self.still:
            rise += IDLE_UNITS * (0.5 - 0.5 * cos(2 * pi * frame / (3.9 * self.fps) + self._phase))
        return rise

    def _breath(self, seconds: float) -> float:
        if seconds < 0 or seconds > IN_S + OUT_S:
            return 0.0
        return in_out(seconds / IN_S) if seconds < IN_S else 1 - in_out((seconds - IN_S) / OUT_S)

    def _head(self, frame: int) -> tuple[float, float, float]:
        turn = x = y = 0.0
        if not self.still:
            turn += 0.45 * sin(2 * pi * frame / (5.3 * self.fps) + self._phase)
        for start in self.starts:
            dip, after = (frame - start) / (0.24 * self.fps), (frame - start - self._frames(0.16)) / (0.64 * self.fps)
            if 0 < dip < 1:
                y -= 7 * hump(dip)
                turn -= 1.2 * hump(dip)
            if 0 < after < 1:
                turn += 1.4 * swing(after)
        for start in self.stresses:
            share = (frame - start) / (0.32 * self.fps)
            if 0 < share < 1:
                y, turn = y - 5 * hump(share), turn - 0.5 * hump(share)
        for impulse in self.impulses:
            share = (frame - impulse.frame) / impulse.length
            if 0 < share < 1:
                wave = sin(2 * pi * impulse.times * share) * (1 - share) ** 0.6
                x, y, turn = x + impulse.x * wave, y + impulse.y * wave, turn + impulse.turn * wave
        return turn, x, y

    def _open(self, frame: int) -> float:
        """How far the lids are open: 1, half, or 0 (closed)."""
        if self.still and not self.starts:
            return 1.0
        while self._blinks[-1] < frame:
            self._blinks.append(self._blinks[-1] + self._frames(self._dice.uniform(2.0, 4.0)))
        starts = self.starts if self.still else [*self.starts, *self._blinks]
        half, closed = self._frames(0.04), self._frames(0.08)
        for start in starts:
            since = frame - start - (self._frames(0.08) if start in self.starts else 0)
            if 0 <= since < half or half + closed <= since < 2 * half + closed:
                return 0.45
            if half <= since < half + closed:
                return 0.0
        return 1.0

    def _frames(self, seconds: float) -> int:
        return max(1, round(seconds * self.fps))
