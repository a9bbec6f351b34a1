"""Where speech begins, ends and pauses in a recording at 48 kHz: by energy, in windows of 5 ms.

A model's durations and an aligner's frames say which word comes when; next to a pause the sound itself says it better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.errors import NoSpeechError
from animkit.narration.model import Word

Samples: TypeAlias = NDArray[np.float32]
"""One channel, one-dimensional, 1.0 is full scale."""

WINDOW_MS = 5
WINDOW = SAMPLE_RATE_HZ * WINDOW_MS // 1000
QUIET_DB = 42.0
"""What lies this far under the loudest moments is no speech..."""
NOISE_DB = 9.0
"""...and neither is what lies within this of the room's noise..."""
SPEECH_DB = 25.0
"""...but what lies within this of the loudest moments always is."""

FAINTEST_DB = -80.0
"""Under this there is nothing to hear, whatever else there is."""

SILENCE_MS = 100
"""A shorter gap belongs to the sound of a p, t or k: a pause put into it would tear a word apart."""

BLIP_DB = 32.0
BLIP_AFTER_MS = 60
"""A sound this faint after so long a gap at the very end is the model's own click, no letter."""

AROUND_MS = 250
"""How far a word may lie from where it is expected."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Where speech starts and ends, and the silences inside it as (start, end), all in milliseconds."""

    start_ms: int
    end_ms: int
    silences_ms: tuple[tuple[int, int], ...]


def edges(samples: Samples, words: Sequence[Word] = ()) -> Edges:
    """The edges of the speech in ``samples`` (48 kHz). Sounds far outside of ``words`` (a click, a breath, a door) do not count.

    NoSpeechError if there is nothing but silence.
    """
    level_db = levels_db(samples)
    top_db = float(np.sort(level_db)[-20:].mean())
    runs = [run for run in _runs(level_db >= _threshold(level_db, top_db)) if _near(run, words)]
    while len(runs) > 1 and _is_blip(runs[-2], runs[-1], level_db, top_db):
        runs.pop()
    if not runs:
        raise NoSpeechError("there is no speech in it")
    gaps = [(before[1], after[0]) for before, after in pairwise(runs) if (after[0] - before[1]) * WINDOW_MS >= SILENCE_MS]
    silences = tuple((start * WINDOW_MS, end * WINDOW_MS) for start, end in gaps)
    return Edges(runs[0][0] * WINDOW_MS, runs[-1][1] * WINDOW_MS, silences)


def snap(words: Sequence[Word], found: Edges) -> tuple[Word, ...]:
    """``words`` with the first and last put on the edges of the speech, and those at a pause on the edges of that pause.

    Times stay in order; a word never gets shorter than one window.
    """
    if not words:
        return ()
    starts = [word.start_ms for word in words]
    ends = [word.end_ms for word in words]
    starts[0], ends[-1] = found.start_ms, found.end_ms
    for index, word in enumerate(words[:-1]):
        pause = _pause(found, ends[index], starts[index + 1]) if not word.text[-1].isalnum() else None
        if pause and starts[index] < pause[0] and pause[1] < ends[index + 1]:
            ends[index], starts[index + 1] = pause
    return _in_order(words, starts, ends, found)


def spread(spoken: Sequence[str], found: Edges) -> tuple[Word, ...]:
    """An estimate for speech that nobody can align: its longest silences stand where the text has punctuation, and between them every
    letter lasts as long as the next.
    """
    clauses: list[list[str]] = [[]]
    for index, word in enumerate(spoken):
        clauses[-1].append(word)
        if not word[-1].isalnum() and index + 1 < len(spoken):
            clauses.append([])
    pauses = sorted(sorted(found.silences_ms, key=lambda gap: gap[0] - gap[1])[: len(clauses) - 1])
    if len(pauses) < len(clauses) - 1:
        clauses, pauses = [list(spoken)], []
    starts = [found.start_ms, *(gap[1] for gap in pauses)]
    ends = [*(gap[0] for gap in pauses), found.end_ms]
    return tuple(word for clause, start, end in zip(clauses, starts, ends, strict=True) for word in _even(clause, start, end))


def _even(spoken: Sequence[str], start_ms: int, end_ms: int) -> list[Word]:
    letters = [0]
    for word in spoken:
        letters.append(letters[-1] + len(word))
    times = [start_ms + at * (end_ms - start_ms) // letters[-1] for at in letters]
    return [Word(text=word, start_ms=a, end_ms=b) for word, (a, b) in zip(spoken, pairwise(times), strict=True)]


def _pause(found: Edges, end_ms: int, start_ms: int) -> tuple[int, int] | None:
    """The longest silence between a word that should end at ``end_ms`` and one that should start at ``start_ms``."""
    near = [gap for gap in found.silences_ms if gap[1] > end_ms - AROUND_MS and gap[0] < start_ms + AROUND_MS // 2]
    return max(near, key=lambda gap: gap[1] - gap[0], default=None)


def _in_order(words: Sequence[Word], starts: list[int], ends: list[int], found: Edges) -> tuple[Word, ...]:
    times: list[Word] = []
    at_ms = found.start_ms
    for index, word in enumerate(words):
        latest = found.end_ms - (len(words) - index) * WINDOW_MS
        start = min(max(starts[index], at_ms), max(latest, at_ms))
        following = starts[index + 1] if index + 1 < len(words) else found.end_ms
        end = max(start + WINDOW_MS, min(ends[index], max(following, start + WINDOW_MS)))
        times.append(replace(word, start_ms=start, end_ms=end))
        at_ms = end
    return tuple(times)


def levels_db(samples: Samples) -> NDArray[np.float64]:
    """The level of each window of ``samples`` (48 kHz) in dB under full scale. NoSpeechError if there is not even one."""
    whole = len(samples) // WINDOW
    if not whole:
        raise NoSpeechError("there is no speech in it")
    power = np.square(samples[: whole * WINDOW].astype(np.float64)).reshape(whole, WINDOW).mean(axis=1)
    levels: NDArray[np.float64] = 10 * np.log10(power + 1e-12)
    return levels


def _threshold(level_db: NDArray[np.float64], top_db: float) -> float:
    noise_db = float(np.percentile(level_db, 10))
    return max(FAINTEST_DB, min(top_db - SPEECH_DB, max(top_db - QUIET_DB, noise_db + NOISE_DB)))


def _runs(active: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of True, as (first, exclusive last)."""
    steps = np.flatnonzero(np.diff(np.concatenate(([0], active.astype(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in zip(steps[::2], steps[1::2], strict=True)]


def _near(run: tuple[int, int], words: Sequence[Word]) -> bool:
    if not words:
        return True
    return run[1] * WINDOW_MS > words[0].start_ms - AROUND_MS and run[0] * WINDOW_MS < words[-1].end_ms + AROUND_MS


def _is_blip(before: tuple[int, int], last: tuple[int, int], level_db: NDArray[np.float64], top_db: float) -> bool:
    faint = float(level_db[last[0] : last[1]].max()) < top_db - BLIP_DB
    return faint and (last[0] - before[1]) * WINDOW_MS >= BLIP_AFTER_MS
