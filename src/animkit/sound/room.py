"""The room in which everything is heard: one small furnished room, made of seeded noise."""

from __future__ import annotations

from functools import cache

import numpy as np
from scipy import signal

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples

T60_S = 0.42
LOW_HZ, HIGH_HZ = 220.0, 3800.0
WET = 0.16
"""How loud the room is beside what sounds in it (energy of the room's answer against the direct sound, as amplitudes)."""
WET_KNOCK = 0.20
SHARED = 0.8
"""How much of the answer is the same on both sides: what keeps a mono loudspeaker from losing the room."""
BEFORE_S = 0.008
"""The walls answer after the sound has come by itself."""


@cache
def answer() -> Samples:
    """The room's answer to one click: ``(n, 2)``, the same energy of 1 in each channel, partly different left and right."""
    seconds = 1.2 * T60_S
    both = tone.hiss(Dice("room", "both"), seconds, LOW_HZ, HIGH_HZ)
    sides = []
    for side in ("left", "right"):
        noise = SHARED * both + tone.hiss(Dice("room", side), seconds, LOW_HZ, HIGH_HZ)
        noise = tone.fall(tone.rise(noise * tone.decay(len(noise), T60_S), 0.004), 0.03)
        sides.append(np.concatenate([tone.silence(BEFORE_S), noise]) / np.sqrt(np.sum(noise**2)))
    return np.column_stack(sides)


def in_room(dry: Samples, wet: float = WET) -> Samples:
    """``dry`` ``(n, 2)`` with its room, ``(n, 2)``. What rings on after the last sample is cut: leave room for it."""
    echo = signal.oaconvolve(dry.mean(axis=1, keepdims=True), answer(), axes=0)[: len(dry)]
    return np.asarray(dry + wet * echo)
