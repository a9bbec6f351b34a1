"""Lines to be spoken and the takes that speak them, as values. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from animkit.findings import Finding, Place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """One Line, ready for a narrator.

    ``text`` is the caption without marks. ``spoken`` is what the voice says, without marks: the words that word times belong to.
    ``marks`` maps each beat's name to the index of the spoken word it stands before.
    """

    line_id: str
    shot: str
    speaker: str
    voice: str
    """The voice's name in the narrators' tables, for instance ``bf_emma``; from the cast file."""
    text: str
    spoken: str
    language: str
    pace_wpm: tuple[int, int]
    """Least and greatest pace for the film's band (standards.md)."""
    captions_cps: float
    """The most caption characters a second: a synthetic line over it is spoken slower."""
    marks: tuple[tuple[str, int], ...] = ()
    place: Place = field(default_factory=Place)
    """Where the line stands in the storyboard, for findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One spoken word. Times are milliseconds from the take's first sample; ``text`` as in ``SpokenLine.spoken``, with punctuation."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One recording of a Line: 48 kHz mono, trimmed (speech starts within 20 ms of sample 0), levelled to -16 LUFS.

    ``audio`` is a 16-bit WAV file in the store; ``audio_sha256`` is the hash of its bytes.
    ``source`` is ``human: NAME`` or ``synthetic: ENGINE/VOICE@HASH``.
    """

    line_id: str
    text_sha256: str
    """The hash of the spoken form: a take whose line has changed since is stale."""
    audio: Path
    audio_sha256: str
    duration_ms: int
    words: tuple[Word, ...]
    source: str

    @property
    def is_human(self) -> bool:
        """Whether a person spoke it."""
        return self.source.startswith("human:")


Starts = Literal["suddenly", "hissing", "humming"]


@dataclass(frozen=True, slots=True)
class Outline:
    """How a word starts and ends, by its sounds.

    It ``starts`` suddenly (a vowel, or a sound such as t or b), hissing (s, f, h) or humming (m, l, v). ``vowel_ms`` is when its last vowel
    begins (None for a word without one), and it ``hums`` where nothing but sounds such as l, m and n come after that.
    """

    starts: Starts
    vowel_ms: int | None
    hums: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What a narrator returns: mono float32 samples in -1..1, and where each word lies in them."""

    samples: NDArray[np.float32]
    """One-dimensional."""
    rate_hz: int
    words: tuple[Word, ...]
    source: str
    finished: bool = False
    """Whether it is already trimmed, at 48 kHz and levelled: a committed take, or silence."""
    outlines: tuple[Outline, ...] = ()
    """One for each word, where the voice is a model whose stray sounds have to be told from speech; empty for a recording."""
    guessed: tuple[str, ...] = ()
    """Words that no dictionary knows: their sound was guessed from their letters."""


class Narrator(Protocol):
    """One way to get a line spoken. A narrator that cannot speak a line says so by raising Refused; it never returns silence unasked."""

    name: str

    def can_speak(self, line: SpokenLine) -> bool:
        """Whether this narrator has a voice for the line, without doing the work."""
        ...

    def notes(self, line: SpokenLine) -> tuple[Finding, ...]:
        """What a person should know of this narrator and this line: a stale take, a take from another line."""
        ...

    def natural_wpm(self, line: SpokenLine) -> float | None:
        """How fast the voice speaks at speed 1, in words a minute; None if its speed is not ours to choose."""
        ...

    def fingerprint(self, line: SpokenLine) -> str:
        """A hash of everything its speech depends on: engine, model, voice, words."""
        ...

    def speak(self, line: SpokenLine, speed: float) -> Speech:
        """Speak the line; ``speed`` 1.0 is the voice's own, 0.8 takes a quarter longer. Refused if it cannot."""
        ...
