"""When a person says each word: forced alignment by pocketsphinx. English; one alignment at a time.

Measured against the onset of sound after a pause (three voices, 330 words): pocketsphinx hears a word 20 ms before it sounds, with a
spread of 20 to 30 ms, and its words touch. Next to a pause ``edges.snap`` puts them right.
"""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import Any

import numpy as np

from animkit.narration.edges import Samples
from animkit.narration.errors import NotHeardError
from animkit.narration.model import SpokenLine, Word
from animkit.narration.phonemes import spell
from animkit.narration.pronunciation import Pronunciation

RATE_HZ = 16_000
FRAME_MS = 10
EARLY_MS = 20
QUIET_MS = 200
"""Added on both sides: the aligner wants silence before it believes a word."""

ARPABET = {
    "ʤ": "JH", "ʧ": "CH", "b": "B", "d": "D", "f": "F", "h": "HH", "j": "Y", "k": "K", "l": "L", "m": "M", "n": "N", "p": "P", "s": "S",
    "t": "T", "T": "T", "v": "V", "w": "W", "z": "Z", "ð": "DH", "ŋ": "NG", "ɡ": "G", "ɹ": "R", "ʃ": "SH", "ʒ": "ZH", "θ": "TH",
    "A": "EY", "I": "AY", "O": "OW", "W": "AW", "Y": "OY", "i": "IY", "u": "UW", "ɑ": "AA", "ɔ": "AO", "æ": "AE", "ə": "AH", "ᵊ": "AH",
    "ɛ": "EH", "ɜ": "ER", "ɪ": "IH", "ᵻ": "IH", "ʊ": "UH", "ʌ": "AH",
}  # fmt: skip
"""hibari's American sounds in the aligner's own; its model was trained on American speech."""

_turn = Lock()


def align(line: SpokenLine, samples: Samples, rate_hz: int, entries: tuple[Pronunciation, ...] = ()) -> tuple[Word, ...]:
    """The words of ``line`` with their times in ``samples``.

    NotHeardError if the recording does not say them; Refused if a word has no sounds.
    """
    from scipy.signal import resample_poly

    spelling = spell(line, "us", entries)
    quiet = np.zeros(RATE_HZ * QUIET_MS // 1000)
    common = np.gcd(RATE_HZ, rate_hz)
    at_16_khz = resample_poly(samples.astype(np.float64), RATE_HZ // common, rate_hz // common)
    heard = np.concatenate([quiet, at_16_khz / np.abs(at_16_khz).max(), quiet])
    pcm = np.rint(heard * 32000).astype("<i2").tobytes()
    names = [_name(word, sounds) for word, sounds in zip(spelling.words, spelling.sounds, strict=True)]
    with _turn:
        spans = _spans(names, pcm)
    return tuple(Word(text=word, start_ms=start, end_ms=end) for word, (start, end) in zip(spelling.words, spans, strict=True))


def _spans(names: list[tuple[str, str]], pcm: bytes) -> list[tuple[int, int]]:
    decoder = _decoder()
    for name, sounds in names:
        if decoder.lookup_word(name) is None:
            decoder.add_word(name, sounds, True)
    try:
        decoder.set_align_text(" ".join(name for name, _ in names))
        decoder.start_utt()
        decoder.process_raw(pcm, full_utt=True)
        decoder.end_utt()
        segments = [item for item in decoder.seg() or () if item.word[0] not in "<[("]
    except RuntimeError as problem:
        raise NotHeardError(str(problem)) from None
    if [item.word.partition("(")[0] for item in segments] != [name for name, _ in names]:
        raise NotHeardError("its words were not all heard")
    first = QUIET_MS - EARLY_MS
    return [(max(0, item.start_frame * FRAME_MS - first), max(0, (item.end_frame + 1) * FRAME_MS - first)) for item in segments]


def _name(word: str, sounds: str) -> tuple[str, str]:
    """The word as the aligner's dictionary has it, and its sounds for where the dictionary has it not."""
    plain = sounds.replace("ɜɹ", "ɜ").replace("əɹ", "ɜ")
    return re.sub(r"[^a-zà-ÿ']", "", word.lower().replace("’", "'")).strip("'"), " ".join(
        ARPABET[sound] for sound in plain if sound in ARPABET
    )


@cache
def _decoder() -> Any:
    from pocketsphinx import Decoder

    return Decoder(lm=None, loglevel="FATAL")
