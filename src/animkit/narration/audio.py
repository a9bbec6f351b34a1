"""From raw speech to a take: breaths, trim, 48 kHz, level, fades, 16-bit WAV. Word times move with the sound.

Everything here gives equal bytes for equal samples: scipy's polyphase filter resamples, libavfilter (through PyAV) measures loudness by
EBU R128 and holds the peaks.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, gcd

import numpy as np

from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.edges import Samples, edges, snap
from animkit.narration.filters import held_under, loudness_lufs
from animkit.narration.model import Speech, Word
from animkit.narration.strays import without_strays

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
class Part:
    """Trimmed speech at 48 kHz, (n,) float32, and its words. ``pauses`` holds the indices of words with true silence after them."""

    samples: Samples
    words: tuple[Word, ...]
    pauses: frozenset[int] = frozenset()


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


def part_of(speech: Speech) -> Part:
    """``speech`` at 48 kHz from its first sound to its last. NoSpeechError if there is nothing but silence in it."""
    samples = at_48_khz(speech.samples, speech.rate_hz)
    found = edges(samples, speech.words)
    words = snap(speech.words, found)
    pauses = frozenset(i for i, (word, after) in enumerate(pairwise(words)) if (word.end_ms, after.start_ms) in found.silences_ms)
    if speech.outlines:
        samples, words = without_strays(samples, speech.words, words, pauses, speech.outlines)
    return _trimmed(Part(samples, words, pauses), max(0, words[0].start_ms - LEAD_MS), words[-1].end_ms + TAIL_MS)


def finish(parts: Sequence[Part], pause_after: Callable[[str], int] | None = None) -> Finished:
    """``parts``, one after the other, as a take.

    ``pause_after`` gives the least quiet in ms after a word inside the line; None leaves the pauses alone.
    """
    if pause_after:
        parts = [breathe(part, pause_after) for part in parts]
    whole = parts[0] if len(parts) == 1 else _joined(parts, pause_after)
    sound = faded(levelled(whole.samples))
    return Finished(np.pad(sound, (0, -len(sound) % A_MS)), whole.words)


def breathe(part: Part, pause_after: Callable[[str], int]) -> Part:
    """Lengthen silences between words that are shorter than they should be, in their middle.

    Where the voice ran on there is no silence to lengthen: a hole cut into a vowel is worse than no pause.
    """
    pieces: list[Samples] = []
    moved: list[Word] = []
    cut, added_ms = 0, 0
    for index, word in enumerate(part.words):
        moved.append(_moved(word, added_ms))
        if index not in part.pauses:
            continue
        after = part.words[index + 1]
        lacking_ms = pause_after(word.text) - (after.start_ms - word.end_ms)
        if lacking_ms > 0:
            middle = (word.end_ms + after.start_ms) * A_MS // 2
            pieces += [faded(part.samples[cut:middle]), np.zeros(lacking_ms * A_MS, dtype=np.float32)]
            cut, added_ms = middle, added_ms + lacking_ms
    samples = np.concatenate([*pieces, faded(part.samples[cut:])]) if pieces else part.samples
    return Part(samples, tuple(moved), part.pauses)


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


def _joined(parts: Sequence[Part], pause_after: Callable[[str], int] | None) -> Part:
    """Parts that were spoken apart: equally loud, with the pause of the punctuation between them."""
    pieces: list[Samples] = []
    words: list[Word] = []
    for index, part in enumerate(parts):
        at_ms = ceil(sum(map(len, pieces)) / A_MS)
        words += [_moved(word, at_ms) for word in part.words]
        pieces.append(np.pad(faded(levelled(part.samples)), (0, -len(part.samples) % A_MS)))
        if pause_after and index + 1 < len(parts):
            last, first = part.words[-1], parts[index + 1].words[0]
            lacking_ms = pause_after(last.text) - (len(part.samples) // A_MS - last.end_ms) - first.start_ms
            pieces.append(np.zeros(max(0, lacking_ms) * A_MS, dtype=np.float32))
    return Part(np.concatenate(pieces), tuple(words))


def _trimmed(part: Part, first_ms: int, last_ms: int) -> Part:
    kept = part.samples[first_ms * A_MS : last_ms * A_MS]
    length_ms = ceil(len(kept) / A_MS)
    bounds = ((word.text, max(0, word.start_ms - first_ms), max(0, word.end_ms - first_ms)) for word in part.words)
    words = tuple(Word(text=text, start_ms=min(start, length_ms), end_ms=min(end, length_ms)) for text, start, end in bounds)
    return Part(kept, words, part.pauses)


def _moved(word: Word, by_ms: int) -> Word:
    return replace(word, start_ms=word.start_ms + by_ms, end_ms=word.end_ms + by_ms)
