"""In: a sound's name. Out: its samples at the level at which the mix takes it. The table below names who makes it.

Promise: the same bytes every time; the hit lies where the catalogue says; the first and the last sample are silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from animkit.sound import room, tone
from animkit.sound.catalogue import SOUNDS, SoundInfo
from animkit.sound.dice import Dice, Samples
from animkit.sound.effects import drums, house, outdoors, paper, people, phone, strings, wood

SPEECH_50_MS_DB = -11.6
"""The loudest 50 ms (RMS, dBFS) of narration that stands at -16 LUFS: what every effect is measured against."""

LOWEST_HZ = 70.0
"""What lies below only costs headroom: school speakers do not play it."""

Maker = Callable[[SoundInfo, Dice], Samples]


@dataclass(frozen=True, slots=True)
class Effect:
    """Who makes a sound (one dry channel), how far its loudest 50 ms lie under speech's, its room, and where it stands."""

    make: Maker
    under_speech_db: float
    wet: float = room.WET
    pan: float = 0.0


_EFFECTS = {
    "knock": Effect(wood.knock, 3.2, wet=room.WET_KNOCK),
    "tap": Effect(wood.tap, 12.0, pan=0.10),
    "taps": Effect(wood.taps, 12.0, pan=0.10),
    "door": Effect(wood.door, 15.0, pan=-0.10),
    "creak": Effect(strings.creak, 14.0, wet=0.10, pan=0.15),
    "twang": Effect(strings.twang, 13.5, wet=0.10, pan=0.15),
    "message": Effect(phone.message, 9.0, wet=0.06),
    "pop": Effect(phone.pop, 12.0, wet=0.06),
    "heart": Effect(phone.heart, 8.0, wet=0.08),
    "star": Effect(phone.star, 10.0, wet=0.08),
    "stop": Effect(phone.stop, 8.0),
    "leaves": Effect(phone.leaves, 10.0),
    "riffle": Effect(paper.riffle, 16.0, wet=0.08, pan=-0.10),
    "pages": Effect(paper.pages, 16.0, wet=0.08),
    "paper": Effect(paper.slide, 18.0, wet=0.10, pan=0.10),
    "curtain": Effect(paper.curtain, 15.0, wet=0.10),
    "tum": Effect(drums.tum, 9.0),
    "ta": Effect(drums.ta, 10.0, pan=0.10),
    "hit": Effect(drums.hit, 7.5),
    "tada": Effect(drums.tada, 9.0),
    "thud": Effect(drums.thud, 10.0),
    "flump": Effect(drums.flump, 13.0),
    "lid": Effect(house.lid, 14.0),
    "snap": Effect(house.snap, 17.0, pan=-0.10),
    "click": Effect(house.click, 18.0, pan=0.10),
    "chair": Effect(wood.chair, 13.0, pan=-0.10),
    "kettle": Effect(house.kettle, 17.0, pan=0.20),
    "suds": Effect(house.suds, 19.0, pan=-0.15),
    "clock": Effect(wood.clock, 17.0, pan=0.20),
    "breath": Effect(people.breath, 21.0, wet=0.06),
    "clap": Effect(people.clap, 17.0),
    "yard": Effect(people.yard, 20.0, wet=0.30),
    "pigeon": Effect(outdoors.pigeon, 19.0, wet=0.25, pan=0.20),
}

EFFECTS: Mapping[str, Effect] = MappingProxyType(_EFFECTS)
"""Every sound of ``catalogue.SOUNDS``, made."""


def render(name: str) -> npt.NDArray[np.float32]:
    """The sound ``name``: ``(n, 2)`` at 48 kHz, ``length_ms`` long, its hit ``hit_ms`` after its start. KeyError if there is none.

    The level is the one it has in the mix beside narration at -16 LUFS: the mixer adds it as it is.
    """
    effect, info = EFFECTS[name], SOUNDS[name]
    length = tone.count(info.length_ms / 1000)
    dry = tone.padded(effect.make(info, Dice("effect", name)), length)
    heard = tone.band(room.in_room(tone.pan(dry, effect.pan), effect.wet), LOWEST_HZ, None)
    heard = tone.fall(heard, min(0.25, info.length_ms / 4000))
    level_db = SPEECH_50_MS_DB - effect.under_speech_db - loudest_50_ms_db(heard)
    return (heard * tone.gain(level_db)).astype(np.float32)


def loudest_50_ms_db(samples: Samples) -> float:
    """The RMS of the loudest 50 ms of ``samples`` ``(n, 2)``, both channels together, in dBFS. -inf for silence."""
    power = np.concatenate([[0.0], np.cumsum(np.mean(samples**2, axis=1))])
    window = min(tone.count(0.05), len(samples))
    with np.errstate(divide="ignore"):
        return float(10.0 * np.log10(np.max(power[window:] - power[:-window]) / window))
