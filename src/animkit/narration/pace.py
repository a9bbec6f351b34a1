"""How fast a line may be said, and where its voice takes a breath. Pure.

A line is spoken in the middle of its audience's pace; the pauses of its punctuation are given their full length first, so that slow
speech is slow by its pauses and not by drawling. Where the line is still too fast for its audience, or its caption for their reading
speed, it is spoken slower.
"""

from __future__ import annotations

from collections.abc import Sequence

from animkit.narration.model import SpokenLine, Word
from animkit.storyboard.spoken import words as words_of

TAIL_MS = 500
"""How long after the speech a caption may stay as a rule (profile ``captions.tail_ms``)."""

CUE_CHARS = 74
"""Two rows of a caption: a longer line is read in parts, and only the last one has the tail."""

SENTENCE_MS = 650
CLAUSE_MS = 300
USUAL_WPM = 140
"""The pace at which these two pauses are right; for slower audiences they grow with the square of the ratio (8-10: 0.88 and 0.41 s)."""

BREATH_MS = SENTENCE_MS
"""The quiet after a line counts with it, as the pause of its last sentence would: two sentences are as fast in one line as in two."""

LONGEST_EASE = 1.5
"""A slower try lengthens the pauses too, up to this many times."""

SLOWEST = 0.7
"""Below this speed the voices drawl."""

FASTEST = 1.1


def target_wpm(line: SpokenLine) -> float:
    """The middle of the band's pace."""
    return sum(line.pace_wpm) / 2


def first_speed(line: SpokenLine, natural_wpm: float) -> float:
    """The speed at which a voice that says ``natural_wpm`` at speed 1 keeps the middle of the band's pace over a whole film."""
    return bounded(target_wpm(line) / natural_wpm)


def bounded(speed: float) -> float:
    """``speed`` within what a voice can do, in thousandths: a take's key must not hang on the last bit of a quotient."""
    return round(min(FASTEST, max(SLOWEST, speed)), 3)


def pause_ms(line: SpokenLine, word: str, slower: float = 1.0) -> int:
    """The least quiet after ``word`` inside its line, by its punctuation; 0 if it has none.

    ``slower`` is how many times slower than at first the line is tried: its pauses grow with it.
    """
    ease = (USUAL_WPM / target_wpm(line)) ** 2 * min(LONGEST_EASE, slower**2)
    if ends_sentence(word):
        return round(SENTENCE_MS * ease)
    return round(CLAUSE_MS * ease) if _mark(word) in tuple(",;:—–") else 0


def ends_sentence(word: str) -> bool:
    """Whether a sentence ends with ``word``, by its punctuation."""
    return _mark(word) in tuple(".?!…")


def _mark(word: str) -> str:
    return word.rstrip("'’\"”)] ")[-1:]


def pace_wpm(words: Sequence[Word], duration_ms: int) -> float:
    """Words a minute of a take, the breath after it counted in."""
    return len(words) * 60_000 / (duration_ms + BREATH_MS)


def reading_cps(line: SpokenLine, words: Sequence[Word], duration_ms: int) -> float:
    """Characters a second that a reader of the captions must manage: the fastest of the line's parts."""
    end_ms = duration_ms + TAIL_MS
    if tuple(word.text for word in words) != words_of(line.text):
        return len(line.text) * 1000 / end_ms
    parts: list[list[Word]] = [[]]
    for word in words:
        if parts[-1] and len(" ".join(w.text for w in (*parts[-1], word))) > CUE_CHARS:
            parts.append([])
        parts[-1].append(word)
    ends_ms = [*(part[0].start_ms for part in parts[1:]), end_ms]
    return max(
        len(" ".join(word.text for word in part)) * 1000 / max(1, end - part[0].start_ms) for part, end in zip(parts, ends_ms, strict=True)
    )


def excess(line: SpokenLine, words: Sequence[Word], duration_ms: int) -> float:
    """How many times too fast a take is for its audience, by pace or by reading speed; up to 1.0 is right."""
    return max(pace_wpm(words, duration_ms) / line.pace_wpm[1], reading_cps(line, words, duration_ms) / line.captions_cps)
