"""What the two voice models have in common: sounds in, samples and durations out.

Both compute a duration for every sound, in whole units of 25 ms, before they make a sample; naming that inner result as one more
output of the graph gives the time of every word (see ``word_times`` for how exact it is).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from animkit.findings import ExitCode, Finding, Refused
from animkit.narration.closed import close_the_world
from animkit.narration.model import Outline, SpokenLine, Starts, Word
from animkit.narration.phonemes import Spelling, word_tokens
from animkit.narration.pronunciation import VOWEL

UNIT_MS = 25
"""One unit of the models' durations: 600 samples at 24 kHz."""

HUMMING = frozenset("lmnŋɹːˈˌ")
"""Sounds that die away with the vowel before them."""
HISSING = frozenset("sʃfθh")
SUDDEN = frozenset("ptkbdɡʧʤ")

EARLY_MS = 65
"""How much earlier a sound is heard than its duration says, at speed 1.

Measured on 205 words a voice (three voices, speeds 0.8 and 1.0): pocketsphinx's word starts lie 83 to 109 ms before the nominal ones and
20 ms before the onset of energy after a pause, which leaves 65 ms at speed 1 and, as it grows with the lengths, 65 ms / speed. The
spread is 25 to 30 ms, less than a frame. Next to a pause ``edges.snap`` puts the word where its sound begins.
"""


def with_durations(model: bytes, output: str) -> bytes:
    """``model`` (an ONNX file's bytes) with its inner result ``output`` as one more output.

    An ONNX file is a protobuf message, and a message appended to another merges with it: ModelProto.graph (field 7) gains one
    GraphProto.output (field 12) with a name (field 1).
    """
    return model + _field(7, _field(12, _field(1, output.encode())))


def _field(number: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError(f"{len(content)} bytes need a longer length than this writes")
    return bytes([number << 3 | 2, len(content)]) + content


def session(model: bytes) -> Any:
    """An onnxruntime session for ``model`` on one thread: the bytes of a take must not depend on how many cores there are."""
    close_the_world()
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def run(model: Any, outputs: list[str] | None, fed: dict[str, Any]) -> list[Any]:
    """What ``model`` (a session) makes of ``fed``; its working memory is given back, or it would grow with every other length of line."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    results: list[Any] = model.run(outputs, fed, options)
    return results


def token_ids(line: SpokenLine, sounds: str, vocabulary: dict[str, int], most: int) -> list[int]:
    """``sounds`` as the model's numbers, a silent 0 on both sides. Refused if there are more than ``most`` sounds."""
    if len(sounds) > most:
        what = f"line '{line.line_id}' is too long to be said in one breath"
        why = f"it has {len(sounds)} sounds, and the voices say at most {most}"
        raise Refused(Finding("line-too-long-to-say", what, why, "make two lines of it", line.place, shot=line.shot))
    return [0, *(vocabulary.get(sound, vocabulary[" "]) for sound in sounds), 0]


def word_times(spelling: Spelling, durations: Sequence[int], speed: float) -> tuple[Word, ...]:
    """When each word is heard, in milliseconds of the raw speech. ``durations`` has one number of units for every id."""
    starts_ms = [0]
    for units in durations:
        starts_ms.append(starts_ms[-1] + units * UNIT_MS)
    early_ms = EARLY_MS / speed

    def heard_ms(token: int) -> int:
        return max(0, round(starts_ms[token + 1] - early_ms))  # The silent 0 stands before the first sound.

    spans = word_tokens(spelling)
    return tuple(Word(text=word, start_ms=heard_ms(a), end_ms=heard_ms(b)) for word, (a, b) in zip(spelling.words, spans, strict=True))


def outlines(spelling: Spelling, durations: Sequence[int], speed: float) -> tuple[Outline, ...]:
    """How each word starts and ends."""
    found: list[Outline] = []
    for start, end in word_tokens(spelling):
        sounds = spelling.text[start:end]
        first = sounds.lstrip("ˈˌ")[0]
        last = max((at for at, sound in enumerate(sounds) if VOWEL.match(sound)), default=None)
        vowel_ms = None if last is None else max(0, round(sum(durations[: start + last + 1]) * UNIT_MS - EARLY_MS / speed))
        found.append(Outline(_starts(first), vowel_ms, hums=last is not None and set(sounds[last + 1 :]) <= HUMMING))
    return tuple(found)


def _starts(sound: str) -> Starts:
    if sound in HISSING:
        return "hissing"
    return "suddenly" if sound in SUDDEN or VOWEL.match(sound) else "humming"


def missing(what: str, mend: str) -> Refused:
    """The refusal for a voice that is not installed as it should be."""
    return Refused(Finding("voice-not-installed", what, mend=mend, exit_code=ExitCode.ENVIRONMENT))
