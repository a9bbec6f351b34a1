"""A person of the cast, and what a person can be told. Each word gives a motion for ``ShotScene.at`` or ``play``, and begins with that.

self.at("quiet", otis.feel("concerned"), otis.look(maya))
self.play(des.reach(phone, hand="flat"))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import atan2, cos, hypot, sin
from typing import Literal

import numpy as np
from manim import Mobject

from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import in_out, into, out, settle
from animkit.drawing.people.acting import Hold, Impulse
from animkit.drawing.people.arm import reach as joints_of
from animkit.drawing.people.arm import sleeve
from animkit.drawing.people.body import Shoulder
from animkit.drawing.people.face import MOODS
from animkit.drawing.people.hand import hand as hand_of
from animkit.drawing.people.rig import Rig
from animkit.drawing.puppet import Puppet
from animkit.drawing.stage import stage
from animkit.findings import Finding, Refused

Side = Literal["left", "right", "up", "down", "ahead", "us"]
ArmName = Literal["lead", "near"]
Where = np.ndarray | Mobject
"""A point of the scene, or a mobject, which means its middle; a person means the eyes."""

SIDES: dict[str, tuple[float, float]] = {"left": (-1, 0), "right": (1, 0), "up": (0.2, 1), "down": (0.2, -1)}


class Act(Motion):
    """Something a person does. ``tell`` writes the keys, from the frame on which it begins."""

    def __init__(self, person: Rig, what: str, seconds: float, tell: Callable[[int], None]) -> None:
        super().__init__(person, seconds)
        self.act = (person.who, what)
        self._tell = tell

    def start(self) -> None:
        """Writes the keys."""
        self._tell(stage().now)


class Person(Rig):
    """A person. ``arm`` is the one that leads (on the side to which the person looks) or the one near us."""

    def feel(self, mood: str, seconds: float = 0.5) -> Act:
        """Changes the face, under a blink: the head dips, the lids fall, everything settles."""
        if mood not in MOODS:
            raise Refused(Finding("unknown-mood", f"nobody can feel '{mood}'", mend=f"choose one of {', '.join(MOODS)}"))
        return Act(self, mood, seconds, lambda frame: self.acting.feel(frame, mood))

    def look(self, where: Side | Where, seconds: float = 0.32) -> Act:
        """Looks somewhere: the eyes first, the head 0.12 s behind them. ``ahead`` is straight on, ``us`` out of the picture."""

        def tell(frame: int) -> None:
            self.acting.glance.add(frame, _glance(self, where), _frames(seconds * 0.6))

        return Act(self, f"looks {_name(where)}", seconds, tell)

    def nod(self, times: int = 2, seconds: float = 0.8) -> Act:
        """Yes."""
        return self._impulse("nods", seconds, times, y=-8.0, turn=-2.6)

    def shake(self, times: int = 2, seconds: float = 0.9) -> Act:
        """No."""
        return self._impulse("shakes the head", seconds, times, x=9.0, turn=0.8)

    def tilt(self, degrees: float, seconds: float = 0.6) -> Act:
        """Tilts the head, at most 3.5 degrees; positive is towards the back of the head."""
        return Act(self, "tilts the head", seconds, lambda frame: self.acting.tilt.add(frame, (degrees,), _frames(seconds), settle))

    def lean(self, degrees: float = 4.0, seconds: float = 0.7) -> Act:
        """Leans forward (the way the person looks), or back; 0 sits up again."""
        return Act(self, "leans", seconds, lambda frame: self.acting.lean.add(frame, (degrees,), _frames(seconds)))

    def shoulders(self, height: float, seconds: float = 0.6) -> Act:
        """Raises the shoulders (1), lets them drop (-0.5), or rests them (0)."""
        return Act(self, "shoulders", seconds, lambda frame: self.acting.shoulders.add(frame, (height,), _frames(seconds), settle))

    def breathe(self) -> Act:
        """One deep breath that can be seen, 1.95 s."""
        return Act(self, "breathes", 1.95, lambda frame: self.acting.breaths.append(frame))

    def reach(self, where: Where, *, hand: str = "point", arm: ArmName = "lead", seconds: float = 0.6, turn: float = 0.0) -> Act:
        """Moves a hand so that its tip touches ``where``, or as near as the arm is long. Hands: point, flat, hold, fist, open."""

        def tell(frame: int) -> None:
            wrist, hold = _touching(self, arm, self.in_rig(_point(where)), hand, turn)
            _move(self, arm, frame, wrist, hold, seconds)

        return Act(self, f"reaches for {_name(where)}", seconds, tell)

    def rest(self, arm: ArmName | Literal["both"] = "both", seconds: float = 0.6) -> Act:
        """Lets an arm hang, or both."""

        def tell(frame: int) -> None:
            for name in ("lead", "near") if arm == "both" else (arm,):
                _move(self, name, frame, self.acting.wrists[name].rest, Hold("flat", 1, 0.0), seconds)

        return Act(self, "lets the arms hang", seconds, tell)

    def fold(self, seconds: float = 0.7) -> Act:
        """Lays both forearms on the table at which the person sits (``seat``)."""

        def tell(frame: int) -> None:
            for arm, wrist in self.folded().items():
                _move(self, arm, frame, wrist, Hold("flat", 1, 0.0), seconds)

        return Act(self, "lays the arms down", seconds, tell)

    def wave(self, arm: ArmName = "lead", seconds: float = 1.4) -> Act:
        """Raises an open hand and waves it; the arm stays up."""

        def tell(frame: int) -> None:
            shoulder = _shoulder(self, arm)
            x, y = shoulder.x + shoulder.side * 130 * self.arm_size, shoulder.y + 230 * self.arm_size
            up = _frames(seconds * 0.35)
            _move(self, arm, frame, (x, y), Hold("open", _flip(self, arm, (x, y)), 0.0), seconds * 0.35)
            beat = _frames(seconds * 0.16)
            for index, side in enumerate((1, -1, 1, 0)):
                self.acting.wrists[arm].add(frame + up + index * beat, (x + side * 34, y - abs(side) * 8), beat)

        return Act(self, "waves", seconds, tell)

    def drum(self, hits: Sequence[int], *, lift: float = 70.0) -> Act:
        """Beats with both hands in turn, from where they are, sticks swinging: each of ``hits`` (frames of the shot) is one that lands."""

        def tell(frame: int) -> None:
            rests = {arm: self.acting.wrists[arm].at(frame) for arm in ("lead", "near")}
            for index, hit in enumerate(hit for hit in hits if hit > frame):
                arm = ("lead", "near")[index % 2]
                x, y = rests[arm]
                up, down = _frames(0.2), _frames(0.08)
                self.acting.wrists[arm].add(hit - up - down, (x, y + lift), up, out)
                self.acting.wrists[arm].add(hit - down, (x, y), down, into)
                self.acting.swings[arm].add(hit - up - down, (34.0,), up, out)
                self.acting.swings[arm].add(hit - down, (0.0,), down, into)

        return Act(self, "drums", 0.04, tell)

    def hold(self, thing: Puppet, *, arm: ArmName = "lead", turn: float = 0.0, rigid: bool = False) -> Act:
        """Takes ``thing`` into a hand; it stays there, upright but for ``turn`` degrees, or goes along with the hand (``rigid``)."""

        def tell(frame: int) -> None:
            self.carry(thing, arm, turn=turn, rigid=rigid)
            x, y = self.acting.wrists[arm].at(frame)
            self.acting.holds[arm].add(frame, Hold("hold", _flip(self, arm, (x, y)), 0.0))

        return Act(self, "takes it", 0.04, tell)

    def _impulse(self, what: str, seconds: float, times: int, x: float = 0.0, y: float = 0.0, turn: float = 0.0) -> Act:
        def tell(frame: int) -> None:
            self.acting.impulses.append(Impulse(frame, _frames(seconds), x, y, turn, times))

        return Act(self, what, seconds, tell)


def _frames(seconds: float) -> int:
    return stage().frames(seconds)


def _name(where: object) -> str:
    if isinstance(where, str):
        return where
    return str(getattr(where, "who", type(where).__name__.lower() if isinstance(where, Mobject) else "a point"))


def _point(where: Where) -> np.ndarray:
    if not isinstance(where, Mobject):
        return np.asarray(where)
    return where.eyes_at() if isinstance(where, Rig) else np.asarray(where.get_center())


def _glance(person: Rig, where: Side | Where) -> tuple[float, float]:
    if isinstance(where, str):
        if where in ("ahead", "us"):
            return (0.0, 0.0) if where == "ahead" else (-0.7, 0.0)
        x, y = SIDES[where]
        return (-x if person.is_mirrored and where in ("left", "right") else x), y
    eye_x, eye_y = person.in_rig(person.eyes_at())
    x, y = person.in_rig(_point(where))
    dx, dy = x - eye_x, y - eye_y
    return max(-1.0, min(1.0, dx / 420)), max(-1.0, min(1.0, dy / 420))


def _shoulder(person: Rig, arm: str) -> Shoulder:
    return person.body.lead if arm == "lead" else person.body.near


def _flip(person: Rig, arm: str, wrist: tuple[float, ...]) -> int:
    """Which way up the hand is: its thumb up, or forward where the arm points up or down."""
    angle = _fore_angle(person, arm, wrist)
    return 1 if cos(angle) - 0.8 * sin(angle) > 0 else -1


def _fore_angle(person: Rig, arm: str, wrist: tuple[float, ...]) -> float:
    shoulder = _shoulder(person, arm)
    return sleeve(joints_of(shoulder, (wrist[0], wrist[1]), person.arm_size), shoulder).angle


def _touching(person: Rig, arm: str, target: tuple[float, float], hand: str, turn: float) -> tuple[tuple[float, float], Hold]:
    """The wrist that puts the hand's tip on ``target``: from the shoulder's direction on, mended half way each time by the forearm's."""
    tip_x, tip_y = hand_of(hand).tip
    shoulder = _shoulder(person, arm)
    angle = atan2(target[1] - shoulder.y, target[0] - shoulder.x)
    wrist, flip = target, 1
    for _ in range(14):
        wrist = (target[0] - cos(angle) * tip_x + sin(angle) * tip_y * flip, target[1] - sin(angle) * tip_x - cos(angle) * tip_y * flip)
        found = _fore_angle(person, arm, wrist)
        angle += atan2(sin(found - angle), cos(found - angle)) / 2
        flip = 1 if cos(angle) - 0.8 * sin(angle) > 0 else -1
    return wrist, Hold(hand, flip, turn)


def _move(person: Rig, arm: str, frame: int, wrist: tuple[float, ...], hold: Hold, seconds: float) -> None:
    """Moves a wrist; the hand changes half way, where it is fastest and nobody sees it."""
    length = _frames(seconds)
    if length <= 1:  # What takes no time is so from this frame on: nobody sees a pose from before it, least of all after a cut.
        frame -= 1
    start = person.acting.wrists[arm].at(frame)
    person.acting.wrists[arm].add(frame, wrist, length, in_out)
    near = hypot(wrist[0] - start[0], wrist[1] - start[1]) < 20
    person.acting.holds[arm].add(frame if near else frame + length // 2, hold)
