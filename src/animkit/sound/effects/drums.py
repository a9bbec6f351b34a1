"""Buckets on their own, and what lands with a thump."""

from __future__ import annotations

from animkit.sound import tone
from animkit.sound.catalogue import SoundInfo
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments import bucket
from animkit.sound.instruments.marimba import marimba
from animkit.sound.instruments.stroke import Stroke


def tum(info: SoundInfo, dice: Dice) -> Samples:
    """One stroke on the big bucket."""
    return tone.padded(bucket.tum(Stroke("", 0.85, 0.5), dice), tone.count(info.length_ms / 1000))


def ta(info: SoundInfo, dice: Dice) -> Samples:
    """One stroke on the small bucket."""
    return tone.padded(bucket.ta(Stroke("", 0.8, 0.4), dice), tone.count(info.length_ms / 1000))


def hit(info: SoundInfo, dice: Dice) -> Samples:
    """A whole yard on one beat: bins, rails, buckets. The first is exact; the others are people, so they come within 20 ms."""
    samples = tone.silence(info.length_ms / 1000)
    tone.lay(samples, bucket.tum(Stroke("", 0.9, 0.5), dice), 0.0, 1.0)
    tone.lay(samples, bucket.ta(Stroke("", 0.8, 0.4), dice), 0.0, 0.6)
    for _ in range(9):
        player = (bucket.ta, bucket.bowl, bucket.spoon)[int(dice.between(0, 3))]
        tone.lay(samples, player(Stroke("", dice.between(0.5, 0.9), 0.4), dice), dice.between(0.002, 0.020), 0.28)
    bin_hz = 78.0
    tone.lay(samples, tone.rise(tone.chord([(bin_hz, 1.0, 0.9), (2.7 * bin_hz, 0.3, 0.5)], 1.2, bend=0.1), 0.008), 0.003, 0.4)
    return samples


def tada(info: SoundInfo, dice: Dice) -> Samples:
    """A short and a long: the cloth comes off the cake."""
    samples = tone.silence(info.length_ms / 1000)
    short, long = (onset_ms / 1000 for onset_ms in info.onsets_ms)
    for note in ("D4", "G4"):
        tone.lay(samples, marimba(Stroke(note, 0.6, 0.3), dice), short, 0.7)
    for note in ("G4", "B4", "D5"):
        tone.lay(samples, marimba(Stroke(note, 0.85, 1.0), dice), long, 0.8)
    tone.lay(samples, bucket.tum(Stroke("", 0.5, 0.5), dice), long, 0.6)
    return samples


def thud(info: SoundInfo, dice: Dice) -> Samples:
    """A bucket is set down on the pile in front of her: hollow, low, without a bang."""
    shell = tone.chord([(96.0, 1.0, 0.28), (171.0, 0.5, 0.20), (262.0, 0.22, 0.12)], 0.45, bend=0.12)
    scuff = tone.hiss(dice, 0.09, 200.0, 800.0)
    tone.lay(shell, scuff * tone.decay(len(scuff), 0.06), 0.0, 0.16)
    return tone.padded(tone.rise(tone.soft_clip(shell, 0.9), 0.006), tone.count(info.length_ms / 1000))


def flump(info: SoundInfo, dice: Dice) -> Samples:
    """A cushion lands: air and cloth."""
    seconds = info.length_ms / 1000
    air = tone.hiss(dice, seconds, 80.0, 320.0)
    cloth = tone.hiss(dice, seconds, 300.0, 1100.0)
    samples = air * tone.decay(len(air), 0.26) + 0.35 * cloth * tone.decay(len(cloth), 0.16)
    return tone.rise(samples, 0.010)
