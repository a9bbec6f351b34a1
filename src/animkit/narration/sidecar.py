"""The sidecar of a take: ID.json beside ID.wav says whose voice it is, what it says, and when. Pure text; strict.

    {"source": "human: Jo Smith", "text": "Real friends are not in a hurry."}

is enough for a person's recording. ``animkit narrate --commit`` writes the rest: word times, hashes, and for which pace it was spoken.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from animkit.narration.model import Word
from animkit.store import sha256_bytes

STRICT = ConfigDict(extra="forbid", strict=True)

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Milliseconds = Annotated[int, Field(ge=0, le=600_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What is known of one recording."""

    __pydantic_config__ = STRICT

    source: Annotated[str, Field(pattern=r"^(human: \S.*|synthetic: [a-z0-9-]+/[\w-]+@[0-9a-f]+)$", max_length=120)]
    """``human: NAME`` or ``synthetic: ENGINE/VOICE@HASH``."""
    text: Annotated[str, Field(min_length=1)]
    """What it says, in words as they are spoken."""
    text_sha256: Hash | None = None
    """``text_hash`` of ``text``: a guard against an edited sidecar."""
    speaker: str | None = None
    """Who of the cast it is."""
    audio_sha256: Hash | None = None
    """The recording it belongs to. Needed where two recordings have the same name."""
    finished: bool = False
    """Whether the recording is trimmed and levelled, so that its word times and length stand as they are."""
    duration_ms: Milliseconds | None = None
    words: tuple[tuple[str, Milliseconds, Milliseconds], ...] = ()
    """Each word with its start and end, from the recording's first sample."""
    pace_wpm: tuple[int, int] | None = None
    """For which pace a synthetic take was spoken..."""
    captions_cps: float | None = None
    """...and for which reading speed."""

    @property
    def is_human(self) -> bool:
        """Whether a person spoke it."""
        return self.source.startswith("human:")

    @property
    def voice(self) -> str:
        """The synthetic voice's name; empty for a person."""
        return "" if self.is_human else self.source.partition("/")[2].partition("@")[0]

    def word_times(self) -> tuple[Word, ...]:
        """The words as values."""
        return tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in self.words)


def text_hash(spoken: str) -> str:
    """The hash of what a take says: a take whose line says something else by now is stale."""
    return sha256_bytes(" ".join(spoken.split()).encode())


def parse(text: str) -> Sidecar:
    """The sidecar in ``text``. ValueError, in an editor's words, for anything that does not hold together."""
    try:
        json.loads(text, object_pairs_hook=_once)
        sidecar = _adapter().validate_json(text)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"'{where}' {str(first['msg'])[:1].lower()}{str(first['msg'])[1:]}" if where else str(first["msg"])) from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if sidecar.text_sha256 not in (None, text_hash(sidecar.text)):
        raise ValueError("its text_sha256 is not the hash of its text")
    if sidecar.finished and (sidecar.duration_ms is None or not sidecar.words):
        raise ValueError("a finished take needs duration_ms and words")
    ends = [0, *(time for _, start, end in sidecar.words for time in (start, end))]
    if sorted(ends) != ends or (sidecar.duration_ms is not None and ends[-1] > sidecar.duration_ms):
        raise ValueError("its words are not in order within the take")
    return sidecar


def as_text(sidecar: Sidecar) -> str:
    """The sidecar's text: equal for equal sidecars, a word a line, so that a change reads well in a diff."""
    values: dict[str, Any] = {key: value for key, value in asdict(sidecar).items() if value not in (None, False, ())}
    words = values.pop("words", ())
    lines = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    if words:
        rows = ",\n".join(f"  {json.dumps(word, ensure_ascii=False)}" for word in words)
        lines.append(f' "words": [\n{rows}\n ]')
    return "{\n" + ",\n".join(lines) + "\n}\n"


@cache
def _adapter() -> TypeAdapter[Sidecar]:
    return TypeAdapter(Sidecar)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"it says '{key}' twice")
        found[key] = value
    return found
