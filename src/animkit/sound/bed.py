"""The bed: the music under a film, from its score and the moods of its timeline.

Promise: exactly as many samples as the film has, the same bytes every time, no jump where moods meet: each fades out over what
follows, and what was struck rings over. Where the mood is ``none`` or ``room`` the bed is empty; the mix adds the room's tone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from animkit.frames import samples
from animkit.sound import room, tone
from animkit.sound.catalogue import QUIET
from animkit.sound.dice import Dice, Samples
from animkit.sound.instruments import INSTRUMENTS
from animkit.sound.instruments.stroke import Stroke
from animkit.sound.palette import PALETTE
from animkit.sound.score import GRID_PER_S, Mood, PlacedNote, Score, stretch

LOWEST_HZ = 70.0
LEAD_S = 0.5
"""How long before a mood's first frame its sweeps may begin."""
LAST_FADE_S = 0.5
VELOCITY_SPREAD = 0.07
"""How much harder or softer than written a stroke may fall."""


class MoodSpan(Protocol):
    """A stretch of music in whole frames of the film, as ``timing.timeline.PlacedMood`` has it."""

    @property
    def mood(self) -> str:
        """Its name in the catalogue."""

    @property
    def start(self) -> int:
        """Its first frame in the film."""

    @property
    def frames(self) -> int:
        """How many frames it lasts."""


def render_bed(score: Score, moods: Sequence[MoodSpan], frames: int, fps: int) -> npt.NDArray[np.float32]:
    """The bed of a film with ``frames`` at ``fps``: ``(samples(frames, fps), 2)`` at 48 kHz.

    ``moods`` are in order and do not overlap; KeyError if the score lacks one (``read_score.check_moods`` tells beforehand).
    """
    length = samples(frames, fps)
    bed = np.zeros((length, 2))
    came: Counter[str] = Counter()
    for name, start, end in _joined(moods):
        if name in QUIET:
            continue
        first, after = samples(start, fps), samples(end, fps)
        notes = stretch(score, name, (after - first) * GRID_PER_S // 48_000, time=came[name], last=end >= frames)
        tone.lay(bed, _stem(score.moods[name], notes, (after - first) / 48_000), first / 48_000 - LEAD_S)
        came[name] += 1
    heard = tone.band(room.in_room(bed), LOWEST_HZ, None)
    return tone.fall(tone.rise(heard), LAST_FADE_S).astype(np.float32)


def _joined(moods: Sequence[MoodSpan]) -> Iterator[tuple[str, int, int]]:
    """(name, first frame, frame after) of each stretch; a mood that is named again at once simply goes on."""
    name, start, end = "", 0, 0
    for span in moods:
        if span.mood == name and span.start == end:
            end = span.start + span.frames
            continue
        if name:
            yield name, start, end
        name, start, end = span.mood, span.start, span.start + span.frames
    if name:
        yield name, start, end


def _stem(mood: Mood, notes: Sequence[PlacedNote], seconds: float) -> Samples:
    """One stretch of a mood, ``(n, 2)``, from LEAD_S before its first frame until its tails have faded."""
    fade_out_s = mood.fade_out / GRID_PER_S
    stem = np.zeros((tone.count(LEAD_S + seconds + fade_out_s), 2))
    for note in notes:
        _play(stem, note)
    if mood.low_pass_hz is not None:
        stem = tone.band(stem, None, mood.low_pass_hz, 4)
    stem = tone.rise(tone.fall(stem, fade_out_s), 0.02)
    if mood.fade_in:
        lead = tone.count(LEAD_S)
        stem = np.concatenate([0.0 * stem[:lead], tone.rise(stem[lead:], mood.fade_in / GRID_PER_S)])
    return stem * tone.gain(mood.gain_db)


def _play(stem: Samples, placed: PlacedNote) -> None:
    """Add one note to its stem. Its generator is seeded by its own key, so that no other note changes it."""
    instrument, part = INSTRUMENTS[placed.instrument], PALETTE[placed.instrument]
    dice = Dice(*placed.key)
    velocity = placed.velocity * dice.between(1.0 - VELOCITY_SPREAD, 1.0 + VELOCITY_SPREAD)
    late_s = dice.between(0.0, part.loose_ms / 1000)
    stroke = Stroke(placed.note, min(1.0, velocity), placed.frames / GRID_PER_S)
    played = tone.pan(instrument.play(stroke, dice), part.pan)
    at = LEAD_S + placed.at / GRID_PER_S + late_s - instrument.lead_s(stroke)
    tone.lay(stem, played, at, tone.gain(part.gain_db))
