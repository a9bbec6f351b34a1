"""What two hands do over a phone that is looked at together: find the tiny door, choose who may watch, point at friends. In plans.

for frame, motions in choosing(des, phone, masks, when=119, rests=at(360, -190)):
    self.at(frame, *motions)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from animkit.drawing.motion.base import Motion
from animkit.drawing.motion.ease import hump, linear
from animkit.drawing.motion.moves import Change, Jolt, Leave, Lift
from animkit.drawing.people.forearm import Forearm
from animkit.drawing.props.phone import Phone
from animkit.drawing.puppet import Puppet
from animkit.drawing.rooms.room import at

Plan: TypeAlias = list[tuple[int, tuple[Motion, ...]]]
"""What begins on which frame."""

TAP = 6
"""Frames before a beat at which a finger begins its tap, to be down on it."""
MASKS_APART = 20
"""Frames between two masks that are sent away."""


def finding_the_door(hand: Forearm, phone: Phone, when: int) -> Plan:
    """A finger finds the tiny door that ends the stream; it grows for a moment."""
    button = phone.button
    found = button.channel("found")

    def grow(share: float) -> None:
        found.sx = found.sy = 1 + 0.3 * hump(share)
        button.refresh()

    beside = button.get_center() + at(-36, -58)
    return [
        (max(when - 22, 0), (hand.reach(beside + at(-26, -40), seconds=0.5),)),
        (max(when - TAP, 1), (hand.tap(beside),)),
        (when, (Change(button, grow, 0.0, 1.0, 1.1, ease=linear),)),
    ]


def choosing(hand: Forearm, phone: Phone, masks: Sequence[Puppet], *, when: int, rests: np.ndarray) -> Plan:
    """Masks are tapped and fall away; who is known stays, and fewer watch."""
    plan: Plan = [(max(when - 20, 0), (hand.reach(masks[0].get_center() + at(60, -80), seconds=0.5),))]
    for index, mask in enumerate(masks):
        tap = when + index * MASKS_APART
        plan += [(max(tap - TAP, 1), (hand.tap(mask.get_center() + at(20, -28)),)), (tap + 1, (Leave(mask),))]
    plan.append((when + 24, (phone.watched_by(4, 0.6),)))
    plan.append((when + 36, (hand.reach(rests, hand="flat", seconds=0.7),)))
    return plan


def pointing_at(hand: Forearm, friends: Sequence[Puppet], when: int) -> Plan:
    """A finger points at a friend; each of the friends lifts."""
    plan: Plan = [(when + 2, (hand.reach(friends[0].get_center() + at(-52, -58), seconds=0.5),))]
    plan += [(when + 10 + index * 12, (Lift(face, 0.9), Jolt(face, 8, 0.5))) for index, face in enumerate(friends)]
    return plan
