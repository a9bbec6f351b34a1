"""What a voice model adds to speech and is none: a hiss or murmur before the first sound, a breath or half a syllable after the last.

Kokoro, asked to speak slowly, fills the lengthened silence around a sentence: "sIn danger", "I believe yous", "an adult you trusti". Its
durations say where speech begins and which sound is the last vowel, so that the rest can be told apart and silenced.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.edges import WINDOW_MS, Samples, levels_db
from animkit.narration.model import Outline, Word

A_MS = SAMPLE_RATE_HZ // 1000

EARLIER_MS = 20
"""A sound that begins this much before its word is expected is no part of it."""
BEFORE_MS = 45
AFTER_MS = 55
"""A sudden sound is looked for so close to where it is expected: it begins after the last gap there, or else after the faintest moment."""
GAP_DB = 22.0
FAINTEST_DB = 3.0
HISS_AFTER_MS = 5
HUM_BEFORE_EXPECTED_MS = 25
"""A hiss or a hum runs into its stray without a gap: it is cut where it is expected, a hiss rather late, a hum rather early."""

HUM_HZ = 1000
"""Under this lies the hum of the voice, and hardly any hiss."""
NUCLEUS_MS = (-20, 200)
"""Where the loudest moment of the last vowel lies, from where it is expected to begin."""
VOWEL_LASTS_MS = 60
GONE_DB = 22.0
"""A last vowel is over when its hum has fallen by this much."""

SYLLABLE_LASTS_MS = 80
DIP_DB = 14.0
RISE_DB = 8.0
WEAKEST_DB = 20.0
RISE_MS = 60
"""After other last sounds: where the hum has dipped so far under the vowel and rises again by so much, nearly up to it and for so long,
that is half a syllable more than the line has."""

FADE_IN_MS = 8
FADE_OUT_MS = 30


def without_strays(
    samples: Samples, expected: Sequence[Word], heard: Sequence[Word], pauses: Collection[int], outlines: Sequence[Outline]
) -> tuple[Samples, tuple[Word, ...]]:
    """``samples`` (48 kHz) with strays silenced, and the words as they are then.

    ``expected`` are the words by the model's durations, ``heard`` the same by energy; after those in ``pauses``, and around the whole,
    there is silence.
    """
    level_db, hum_db = levels_db(samples), levels_db(_hum(samples))
    gain = np.ones(len(samples), dtype=np.float32)
    words = list(heard)
    for index, word in enumerate(heard):
        if index == 0 or index - 1 in pauses:
            start_ms = _start(level_db, outlines[index], expected[index].start_ms, word.start_ms)
            if start_ms > word.start_ms:
                _silence_before(gain, start_ms, words[index - 1].end_ms if index else 0)
                words[index] = replace(word, start_ms=min(start_ms, word.end_ms))
        if index == len(heard) - 1 or index in pauses:
            end_ms = max(words[index].start_ms + WINDOW_MS, _end(hum_db, outlines[index], word.end_ms))
            if end_ms < word.end_ms:
                _silence_after(gain, end_ms, heard[index + 1].start_ms if index + 1 < len(heard) else len(samples) // A_MS)
                words[index] = replace(words[index], end_ms=end_ms)
    return samples * gain, tuple(words)


def _start(level_db: NDArray[np.float64], outline: Outline, expected_ms: int, heard_ms: int) -> int:
    if heard_ms >= expected_ms - EARLIER_MS:
        return heard_ms
    if outline.starts == "hissing":
        return expected_ms + HISS_AFTER_MS
    if outline.starts == "humming":
        return max(heard_ms, expected_ms - HUM_BEFORE_EXPECTED_MS)
    first = max(heard_ms, expected_ms - BEFORE_MS) // WINDOW_MS
    near_db = level_db[first : (expected_ms + AFTER_MS) // WINDOW_MS]
    if not len(near_db):
        return heard_ms
    top_db = float(np.sort(level_db)[-20:].mean())
    quiet = np.flatnonzero(near_db < top_db - GAP_DB)
    if not len(quiet):
        quiet = np.flatnonzero(near_db <= near_db.min() + FAINTEST_DB)
    return (first + int(quiet[-1])) * WINDOW_MS


def _end(hum_db: NDArray[np.float64], outline: Outline, end_ms: int) -> int:
    if outline.vowel_ms is None:
        return end_ms
    first, last = (max(0, outline.vowel_ms + ms) // WINDOW_MS for ms in NUCLEUS_MS)
    nucleus_db = hum_db[first : max(first + 1, last)].max(initial=-np.inf)
    lasts_ms = VOWEL_LASTS_MS if outline.hums else SYLLABLE_LASTS_MS
    after = (outline.vowel_ms + lasts_ms) // WINDOW_MS
    after_db = hum_db[after : end_ms // WINDOW_MS] - nucleus_db
    over = _gone(after_db) if outline.hums else _risen(after_db)
    return end_ms if over is None else (after + over) * WINDOW_MS


def _gone(after_db: NDArray[np.float64]) -> int | None:
    gone = np.flatnonzero(after_db < -GONE_DB)
    return int(gone[0]) if len(gone) else None


def _risen(after_db: NDArray[np.float64]) -> int | None:
    """The first window of a rise that lasts."""
    windows = RISE_MS // WINDOW_MS
    if len(after_db) < windows:
        return None
    lowest_db = np.minimum.accumulate(after_db)
    floor_db = np.maximum(lowest_db + RISE_DB, -WEAKEST_DB)
    lasting_db = np.lib.stride_tricks.sliding_window_view(after_db, windows).min(axis=1)
    rises = np.flatnonzero((lowest_db < -DIP_DB)[: len(lasting_db)] & (lasting_db > floor_db[: len(lasting_db)]))
    return int(rises[0]) - 1 if len(rises) else None


def _hum(samples: Samples) -> Samples:
    from scipy.signal import butter, sosfiltfilt

    sections = butter(4, HUM_HZ, "lowpass", fs=SAMPLE_RATE_HZ, output="sos")
    return np.asarray(sosfiltfilt(sections, samples.astype(np.float64)), dtype=np.float32)


def _silence_before(gain: Samples, start_ms: int, from_ms: int) -> None:
    fade = slice(max(0, start_ms - FADE_IN_MS) * A_MS, start_ms * A_MS)
    gain[from_ms * A_MS : fade.start] = 0
    gain[fade] *= np.linspace(0.0, 1.0, len(gain[fade]), dtype=np.float32)


def _silence_after(gain: Samples, end_ms: int, until_ms: int) -> None:
    fade = slice(end_ms * A_MS, min(end_ms + FADE_OUT_MS, until_ms) * A_MS)
    gain[fade] *= np.linspace(1.0, 0.0, len(gain[fade]), dtype=np.float32)
    gain[fade.stop : until_ms * A_MS] = 0
