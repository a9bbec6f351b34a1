"""Paced silence: a line's words at the middle of its band's pace, and nothing to hear. For animatics and tests.

Never a fallback: it speaks only where it is asked for by name, and what it makes says so.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from animkit.findings import Finding
from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration import pace
from animkit.narration.model import Speech, SpokenLine, Word
from animkit.store import key_of
from animkit.storyboard.spoken import words


class Silent:
    """Lasts as long as a voice would. The longer a word, the longer its share."""

    name = "silent"

    def can_speak(self, line: SpokenLine) -> bool:
        """Any line in any language."""
        del line
        return True

    def notes(self, line: SpokenLine) -> tuple[Finding, ...]:
        """Nothing: whoever asked for silence knows."""
        del line
        return ()

    def natural_wpm(self, line: SpokenLine) -> float | None:
        """It is in the middle of the band's pace as it is."""
        return pace.target_wpm(line)

    def fingerprint(self, line: SpokenLine) -> str:
        """The words and their pace."""
        return key_of({"spoken": line.spoken, "wpm": pace.target_wpm(line)})

    def speak(self, line: SpokenLine, speed: float) -> Speech:
        """Silence for the line at ``speed``."""
        spoken = words(line.spoken)
        duration_ms = round(len(spoken) * 60_000 / (pace.target_wpm(line) * speed))
        letters = [0]
        for word in spoken:
            letters.append(letters[-1] + len(word) + 1)
        edges = [at * duration_ms // letters[-1] for at in letters]
        return Speech(
            samples=np.zeros(duration_ms * SAMPLE_RATE_HZ // 1000, dtype=np.float32),
            rate_hz=SAMPLE_RATE_HZ,
            words=tuple(Word(text=word, start_ms=a, end_ms=b) for word, (a, b) in zip(spoken, pairwise(edges), strict=True)),
            source="synthetic: silent/none@0",
            finished=True,
        )
