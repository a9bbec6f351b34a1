"""A kettle that simmers and settles. It never whistles."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments.stroke import Stroke

LOW_HZ, HIGH_HZ = 240.0, 900.0
BUBBLES_PER_S = 9.0


def kettle(stroke: Stroke, dice: Dice) -> Samples:
    """A simmer that comes up, bubbles, and settles over the second half of the stroke."""
    simmer = tone.hiss(dice, stroke.seconds, LOW_HZ, HIGH_HZ)
    samples = simmer * (0.75 + 0.25 * _slow(dice, len(simmer)))
    for _ in range(round(stroke.seconds * BUBBLES_PER_S)):
        at = stroke.seconds * dice.between(0.0, 0.85) ** 1.3
        tone.lay(samples, _bubble(dice), at, dice.between(0.4, 1.1))
    return stroke.velocity * samples * tone.swell(len(samples), 0.22)


def _bubble(dice: Dice) -> Samples:
    """A bubble that breaks: a short tone that rises as the bubble shrinks towards the surface."""
    seconds = dice.between(0.03, 0.07)
    low = dice.between(260.0, 520.0)
    time = tone.clock(tone.count(seconds))
    return tone.wave(low * (1.0 + 0.5 * time / seconds)) * tone.swell(len(time), 0.25)


def _slow(dice: Dice, samples: int) -> Samples:
    """A slow wander between about -1 and 1, some three turns a second."""
    steps = dice.uniform(samples // 8000 + 4) * 2.0 - 1.0
    place = tone.clock(samples) * 6.0
    whole = place.astype(int)
    part = 0.5 - 0.5 * tone.cosine(place - whole)
    wander: Samples = steps[whole] * (1.0 - part) + steps[whole + 1] * part
    return wander
