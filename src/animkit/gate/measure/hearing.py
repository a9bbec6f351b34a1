"""A recogniser listens to the finished film: does it hear each line, and not the same line with its "not" lost?

It knows nothing but all lines of the film and their decoys, each a line with one guard word gone, so that it cannot heal what it hears by
grammar; then each line is weighed alone against its own decoys. A global word error rate hides a lost "not"; this judges line by line.
English; pocketsphinx, with a word's British and American sounds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from animkit.film.loudness import Samples
from animkit.frames import SAMPLE_RATE_HZ
from animkit.gate.measure.kept import kept
from animkit.gate.measure.sounds import spellings
from animkit.narration.pronunciation import Pronunciation
from animkit.store import Store
from animkit.timing.timeline import PlacedTake

RATE_HZ = 16_000
AROUND_MS = 150
"""How much is listened to before a line's first word and after its last."""

QUIET_MS = 200
"""Silence added on both sides: the recogniser wants it before it believes a word."""

OPPOSITES = {
    "never": "", "not": "", "no": "", "nobody": "somebody", "nothing": "something", "none": "some",
    "don't": "do", "doesn't": "does", "didn't": "did", "isn't": "is", "aren't": "are", "wasn't": "was", "weren't": "were",
    "won't": "will", "wouldn't": "would", "shouldn't": "should", "couldn't": "could", "haven't": "have", "hasn't": "has", "hadn't": "had",
    "cannot": "can", "can't": "can", "needn't": "need", "mustn't": "must",
}  # fmt: skip
"""Guard words, and what would be heard without them."""

DIGITS = frozenset(("oh", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple"))
Spelled = tuple[tuple[str, tuple[str, ...]], ...]
"""Each word with its sounds."""

LOST_UNDER = -0.015
"""A guard word is lost where the line without it fits better by this much. Measured on three films: between 0.003 and 0.3 for words that
are said, -0.034 and less where they were cut out."""

CODE = tuple(f"gate/measure/{name}.py" for name in ("hearing", "sounds"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """What may be heard: the words, whose line they are, and the guard word that is lost in them (empty: the line itself)."""

    words: tuple[str, ...]
    line_id: str
    lost: str = ""

    @property
    def text(self) -> str:
        """The words as the recogniser says them."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard where a line stands: the sentence chosen among all, or None where nothing was."""

    take: PlacedTake
    sentence: Sentence | None
    margins: Mapping[str, float]
    """For each guard word of the line how much better the line fits than the same line without it; under 0 it fits worse."""

    @property
    def right(self) -> bool:
        """Whether it was the line, or one of the same words."""
        return self.sentence is not None and self.sentence.words == plain_words(self.take)


def plain_words(take: PlacedTake) -> tuple[str, ...]:
    """A take's spoken words as the recogniser knows them: small letters and apostrophes."""
    return tuple(word for word in map(plain_word, (word.text for word in take.words)) if word)


def plain_word(text: str) -> str:
    """One word so."""
    return re.sub(r"[^a-z']", "", text.lower().replace("’", "'")).strip("'")


def decoys(words: Sequence[str], line_id: str = "") -> Iterator[Sentence]:
    """The line with each guard word turned into its opposite."""
    for place, word in enumerate(words):
        before, after = tuple(words[:place]), tuple(words[place + 1 :])
        if word in OPPOSITES:
            opposite = (OPPOSITES[word],) if OPPOSITES[word] else ()
            yield Sentence((*before, *opposite, *after), line_id, word)


def sentences(takes: Sequence[PlacedTake]) -> tuple[Sentence, ...]:
    """All lines and all their decoys, each wording once; a decoy that is itself a line of the film stays a line."""
    found: dict[tuple[str, ...], Sentence] = {}
    for take in takes:
        found.setdefault(plain_words(take), Sentence(plain_words(take), take.line_id))
    for take in takes:
        for decoy in decoys(plain_words(take), take.line_id):
            found.setdefault(decoy.words, decoy)
    return tuple(sentence for sentence in found.values() if sentence.words)


def hear(samples: Samples, takes: Sequence[PlacedTake], store: Store | None, entries: tuple[Pronunciation, ...] = ()) -> tuple[Heard, ...]:
    """What is heard at each line. ``samples`` is the film's sound, (n, 2) float32 at 48 kHz; ``entries`` say how hard words sound."""
    known = sentences(takes)
    grammar = "|".join(sorted(sentence.text for sentence in known))
    spelled = tuple((word, spellings(word, entries)) for word in sorted({word for sentence in known for word in sentence.words}))
    by_text = {sentence.text: sentence for sentence in known}
    found = []
    for take in takes:
        if not plain_words(take):
            continue
        pcm = _pcm(samples, take)
        of = {"pcm": hashlib.sha256(pcm).hexdigest(), "grammar": grammar, "words": [list(each) for each in spelled]}
        own = Sentence(plain_words(take), take.line_id)
        facts = kept(store, CODE, {**of, "by": version("pocketsphinx"), "line": own.text}, partial(_facts, grammar, spelled, pcm, own))
        found.append(Heard(take=take, sentence=by_text.get(facts["said"]), margins=facts["margins"]))
    return tuple(found)


def _pcm(samples: Samples, take: PlacedTake) -> bytes:
    from scipy.signal import resample_poly

    per_ms = SAMPLE_RATE_HZ // 1000
    start = max(0, take.words[0].start_ms - AROUND_MS) * per_ms
    heard = samples[start : (take.words[-1].end_ms + AROUND_MS) * per_ms].mean(axis=1).astype(np.float64)
    quiet = np.zeros(RATE_HZ * QUIET_MS // 1000)
    small: NDArray[np.float64] = resample_poly(heard, RATE_HZ, SAMPLE_RATE_HZ) if len(heard) else heard
    loudest = np.abs(small).max(initial=0.0)
    whole = np.concatenate([quiet, small / loudest if loudest > 0 else small, quiet])
    return bytes(np.rint(whole * 32000).astype("<i2").tobytes())


def _facts(grammar: str, spelled: Spelled, pcm: bytes, own: Sentence) -> dict[str, Any]:
    decoder = _decoder(spelled)
    margins: dict[str, float] = {}
    for decoy in decoys(own.words, own.line_id):
        margin = _fit(decoder, own.text, pcm)[1] - _fit(decoder, decoy.text, pcm)[1]
        margins[decoy.lost] = min(margin, margins.get(decoy.lost, margin))
    return {"said": _fit(decoder, grammar, pcm)[0], "margins": margins}


def _fit(decoder: Any, grammar: str, pcm: bytes) -> tuple[str, float]:
    """What is heard where only ``grammar`` may be said, and how well it fits; nothing and 0 where it does not fit at all."""
    decoder.add_jsgf_string("lines", f"#JSGF V1.0; grammar lines; public <line> = {grammar};")
    decoder.activate_search("lines")
    decoder.start_utt()
    decoder.process_raw(pcm, full_utt=True)
    decoder.end_utt()
    heard = decoder.hyp()
    return (heard.hypstr, float(heard.score)) if heard else ("", 0.0)


@cache
def _decoder(spelled: Spelled) -> Any:
    from pocketsphinx import Decoder

    decoder = Decoder(lm=None, loglevel="FATAL")
    for word, sounds in spelled:
        for number, spelling in enumerate(sounds):
            decoder.add_word(f"{word}({number + 20})" if decoder.lookup_word(word) else word, spelling, True)
    return decoder
