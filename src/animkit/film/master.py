"""The end of the mix: one gain, the quiet of a room, the limiter, until the meter agrees. Pure numpy and scipy; the meter is PyAV's."""

from __future__ import annotations

import numpy as np
from scipy.signal import lfilter

from animkit.campaign.profile import SoundRules
from animkit.film.limiter import limited
from animkit.film.loudness import SOUNDLESS_LUFS, Loudness, Samples, factor, measure
from animkit.frames import SAMPLE_RATE_HZ

PEAK_MARGIN_DB = 0.5
"""How far the limiter stays under the peak that is allowed: a lossy codec adds up to 0.4 dB (measured)."""

ROOM_TONE_DBFS = -67.0
MOST_GAIN_DB = 20.0
"""A film so soft that it needs more has something wrong with it, which a finding says better than noise does."""

TRIES = 4
EDGE = round(0.02 * SAMPLE_RATE_HZ)


def mastered(sound: Samples, rules: SoundRules) -> tuple[Samples, Loudness, float]:
    """``sound`` with one gain, room tone and the limiter; what the meter says of it, and the deepest cut in dB."""
    _fade_edges(sound)
    before = measure(sound).integrated_lufs
    heard = before > SOUNDLESS_LUFS
    gain_db = min(MOST_GAIN_DB, rules.loudness_lufs - before) if heard else 0.0
    ceiling_db = rules.true_peak_dbtp - PEAK_MARGIN_DB
    peak_db = ceiling_db
    room = room_tone(len(sound))
    for _ in range(TRIES):
        made, cut_db = limited(sound * np.float32(factor(gain_db)) + room, factor(ceiling_db))
        found = measure(made)
        off_lu = rules.loudness_lufs - found.integrated_lufs if heard else 0.0
        if (abs(off_lu) < 0.1 or gain_db >= MOST_GAIN_DB) and found.true_peak_dbtp <= peak_db + 0.02:
            break
        gain_db = min(MOST_GAIN_DB, gain_db + off_lu)
        ceiling_db -= max(0.0, found.true_peak_dbtp - peak_db)
    return made, found, cut_db


def room_tone(length: int) -> Samples:
    """The quiet of a room at -67 dBFS, (length, 2) float32: soft noise, always the same, so that a speaker never falls dead."""
    draws = np.random.Generator(np.random.PCG64(1917)).random((length, 2), dtype=np.float32) - np.float32(0.5)
    # A single pole at about 500 Hz: air, not hiss.
    soft = lfilter([0.065], [1, -0.935], draws, axis=0)
    level = np.sqrt(np.mean(np.square(soft))) if length else 1.0
    tone: Samples = (soft * (factor(ROOM_TONE_DBFS) / level)).astype(np.float32)
    return tone


def _fade_edges(sound: Samples) -> None:
    edge = min(EDGE, len(sound) // 2)
    slope = (np.arange(edge, dtype=np.float32) / max(1, edge))[:, None]
    sound[:edge] *= slope
    sound[len(sound) - edge :] *= slope[::-1]
