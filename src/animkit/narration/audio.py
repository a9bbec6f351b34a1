"""From raw speech to a take: breaths, trim, 48 kHz, level, fades, 16-bit WAV. Word times move with the sound.

Everything here gives equal bytes for equal samples: scipy's polyphase filter resamples, libavfilter (through PyAV) measures loudness by
EBU R128 and holds the peaks.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, gcd

import numpy as np

from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.edges import Samples, edges, snap
from animkit.narration.filters import held_under, loudness_lufs
from animkit.narration.model import Speech, Word

LEAD_MS = 10
"""Kept before the first sound, so that its onset is whole."""
TAIL_MS = 80
"""Kept after the last sound, for the voice to die away."""
FADE_MS = 5

LOUDNESS_LUFS = -16.0
CEILING_DB = -1.5
"""Peaks are held under this: a mono voice at -16 LUFS has some at +2 dB, which 16 bits cannot carry."""

FULL_SCALE = 32767
A_MS = SAMPLE_RATE_HZ // 1000
"""Samples in a millisecond."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A take's sound: (n,) float32 at 48 kHz, and the words in it."""

    samples: Samples
    words: tuple[Word, ...]

    @property
    def duration_ms(self) -> int:
        """Its length: always a whole number of milliseconds."""
        return len(self.samples) // A_MS

    def wav(self) -> bytes:
        """The sound as a WAV file: mono, 16 bit, 48 kHz, nothing but the samples in it."""
        whole = np.rint(np.clip(self.samples, -1.0, 1.0) * FULL_SCALE).astype("<i2")
        file = io.BytesIO()
        with wave.open(file, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(SAMPLE_RATE_HZ)
            out.writeframes(whole.tobytes())
        return file.getvalue()


def finish(speech: Speech, pause_after: Callable[[str], int] | None = None) -> Finished:
    """``speech`` as a take. ``pause_after`` gives the least quiet in ms after a word inside the line; None leaves its pauses alone.

    ValueError if there is nothing but silence in it.
    """
    if speech.finished:
        return Finished(speech.samples, speech.words)
    samples = at_48_khz(speech.samples, speech.rate_hz)
    found = edges(samples, speech.words)
    samples, words = _trimmed(samples, snap(speech.words, found), max(0, found.start_ms - LEAD_MS), found.end_ms + TAIL_MS)
    if pause_after:
        samples, words = breathe(samples, words, pause_after)
    sound = faded(levelled(samples))
    return Finished(np.pad(sound, (0, -len(sound) % A_MS)), words)


def breathe(samples: Samples, words: Sequence[Word], pause_after: Callable[[str], int]) -> tuple[Samples, tuple[Word, ...]]:
    """Lengthen the pauses between words that are shorter than they should be, by silence in their middle. All at 48 kHz from here on."""
    parts: list[Samples] = []
    moved: list[Word] = []
    cut, added_ms = 0, 0
    for index, word in enumerate(words):
        moved.append(replace(word, start_ms=word.start_ms + added_ms, end_ms=word.end_ms + added_ms))
        if index + 1 == len(words):
            break
        following = words[index + 1]
        lacking_ms = pause_after(word.text) - (following.start_ms - word.end_ms)
        if lacking_ms > 0:
            middle = (word.end_ms + following.start_ms) * A_MS // 2
            parts += [faded(samples[cut:middle]), np.zeros(lacking_ms * A_MS, dtype=np.float32)]
            cut, added_ms = middle, added_ms + lacking_ms
    return np.concatenate([*parts, faded(samples[cut:])]) if parts else samples, tuple(moved)


def at_48_khz(samples: Samples, rate_hz: int) -> Samples:
    """``samples`` at 48 kHz. No delay: a word stays where it is."""
    if rate_hz == SAMPLE_RATE_HZ:
        return samples
    from scipy.signal import resample_poly

    common = gcd(SAMPLE_RATE_HZ, rate_hz)
    resampled = resample_poly(samples.astype(np.float64), SAMPLE_RATE_HZ // common, rate_hz // common)
    return np.asarray(resampled, dtype=np.float32)


def levelled(samples: Samples) -> Samples:
    """``samples`` (48 kHz) at -16 LUFS, measured as one channel, with peaks under -1.5 dBFS. The second round makes up for held peaks."""
    for _ in range(2):
        gain_db = LOUDNESS_LUFS - loudness_lufs(samples)
        samples = held_under((samples * 10 ** (gain_db / 20)).astype(np.float32), CEILING_DB)
    return samples


def faded(samples: Samples) -> Samples:
    """``samples`` with 5 ms of fade at both ends."""
    length = min(FADE_MS * A_MS, len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, length, endpoint=False, dtype=np.float32)
    shaped = samples.copy()
    shaped[:length] *= ramp
    shaped[len(shaped) - length :] *= ramp[::-1]
    return shaped


def _trimmed(samples: Samples, words: Sequence[Word], first_ms: int, last_ms: int) -> tuple[Samples, tuple[Word, ...]]:
    kept = samples[first_ms * A_MS : last_ms * A_MS]
    length_ms = ceil(len(kept) / A_MS)

    def moved(time_ms: int) -> int:
        return min(max(0, time_ms - first_ms), length_ms)

    return kept, tuple(replace(word, start_ms=moved(word.start_ms), end_ms=moved(word.end_ms)) for word in words)
