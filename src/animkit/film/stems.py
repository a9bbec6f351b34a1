"""Stems: the separable parts of the mix, laid sample-exact on the film's own clock with pydub.

Promise: a line begins on the first sample of its frame, an effect's hit on the first sample of its own. Samples are 32-bit PCM here, so
that laying them loses nothing. A take that is not what its record says is refused, never played.
"""

from __future__ import annotations

import io
import warnings
import wave
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from animkit.film.loudness import Samples
from animkit.findings import ExitCode, Finding, Refused
from animkit.frames import SAMPLE_RATE_HZ, samples
from animkit.narration.model import Take
from animkit.store import sha256_bytes
from animkit.timing.timeline import PlacedSound, PlacedTake

Segment: TypeAlias = Any
"""pydub's AudioSegment, which carries no types."""

FULL_SCALE = 1 << 31
SAMPLES_A_MS = SAMPLE_RATE_HZ // 1000
CENTRE_DB = -3.0103
"""A mono voice in both channels is 3 dB louder to the meter than alone; this keeps it as loud as its take."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A sound as the sound package renders it: (n, 2) float32 at 48 kHz, and the sample on which its meaning is heard."""

    samples: Samples
    hit: int = 0


def segment_of(sound: Samples) -> Segment:
    """``sound`` ((n, 2) float32) as a pydub segment of 32-bit PCM."""
    whole = np.clip(np.rint(sound.astype(np.float64) * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1)
    return _segment(whole.astype("<i4").tobytes())


def samples_of(segment: Segment) -> Samples:
    """The samples of a stereo segment of 32-bit PCM, as (n, 2) float32."""
    whole = np.frombuffer(segment.raw_data, dtype="<i4").reshape(-1, 2)
    return (whole / FULL_SCALE).astype(np.float32)


def voice_stem(placed: Iterable[PlacedTake], takes: Mapping[str, Take], *, fps: int, length: int) -> Segment:
    """Every line at its frame, centred, in a stem of ``length`` samples. Refused where a take is missing or is not what its record says."""
    parts: list[tuple[int, Segment]] = []
    problems: list[Finding] = []
    for line in placed:
        try:
            parts.append((samples(line.start, fps), _take_segment(line, takes)))
        except Refused as refusal:
            problems += refusal.findings
    if problems:
        raise Refused(*problems)
    return laid(parts, length)


def effects_stem(sounds: Iterable[PlacedSound], effects: Mapping[str, Effect], *, fps: int, length: int) -> Segment:
    """Every effect with its hit on its frame, in a stem of ``length`` samples. KeyError for an effect that nobody rendered."""
    parts = []
    for sound in sounds:
        effect = effects[sound.sound]
        start = samples(sound.frame, fps) - effect.hit
        heard = effect.samples if start >= 0 else effect.samples[-start:]
        parts.append((max(0, start), segment_of(heard)))
    return laid(parts, length)


def laid(parts: Sequence[tuple[int, Segment]], length: int) -> Segment:
    """``parts`` (first sample, segment) on ``length`` samples of silence; what reaches past the end is cut off.

    pydub copies a whole segment for each overlay, so parts that touch nothing are strung together and only those that overlap are
    overlaid, on ground of their own.
    """
    strung: list[bytes] = []
    at = 0
    for start, run in _runs(parts):
        strung += (bytes(8 * (start - at)), run.raw_data)
        at = start + _count(run)
    strung.append(bytes(8 * max(0, length - at)))
    return _segment(b"".join(strung)[: 8 * length])


def _runs(parts: Sequence[tuple[int, Segment]]) -> Iterable[tuple[int, Segment]]:
    group: list[tuple[int, Segment]] = []
    end = 0
    for start, part in sorted(parts, key=lambda item: item[0]):
        if group and start >= end:
            yield group[0][0], _overlaid(group, end)
            group = []
        group.append((start, part))
        end = max(end, start + _count(part)) if len(group) > 1 else start + _count(part)
    if group:
        yield group[0][0], _overlaid(group, end)


def _overlaid(group: list[tuple[int, Segment]], end: int) -> Segment:
    first = group[0][0]
    if len(group) == 1:
        return group[0][1]
    # pydub cuts what reaches past its last whole millisecond, so the ground is given one more.
    length = (-(-(end - first) // SAMPLES_A_MS) + 1) * SAMPLES_A_MS
    ground = _segment(bytes(8 * length))
    for start, part in group:
        # It counts in milliseconds and rounds down: a quarter of a sample more lands on the right one at every frame rate.
        ground = ground.overlay(part, position=(start - first + 0.25) / SAMPLES_A_MS)
    return _segment(ground.raw_data[: 8 * (end - first)])


def _take_segment(line: PlacedTake, takes: Mapping[str, Take]) -> Segment:
    take = takes.get(line.line_id)
    if take is None:
        raise _refusal("take-missing", line, f"line '{line.line_id}' has a place but no take", ExitCode.RENDER_FAILED)
    try:
        data = take.audio.read_bytes()
    except OSError as problem:
        raise _refusal("take-unreadable", line, f"the take of line '{line.line_id}' cannot be read: {problem.strerror}") from None
    if sha256_bytes(data) != take.audio_sha256 or take.audio_sha256 != line.audio_sha256:
        raise _refusal("take-changed", line, f"the take of line '{line.line_id}' is not the one that was timed")
    return _decoded(line, data)


def _decoded(line: PlacedTake, data: bytes) -> Segment:
    try:
        with wave.open(io.BytesIO(data)) as file:
            shape = (file.getframerate(), file.getsampwidth(), file.getnchannels())
            pcm = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as problem:
        raise _refusal("take-broken", line, f"the take of line '{line.line_id}' is no WAV file: {problem}") from None
    if shape != (SAMPLE_RATE_HZ, 2, 1) or not pcm:
        what = f"the take of line '{line.line_id}' is {shape[0]} Hz, {8 * shape[1]} bit, {shape[2]} channels, {len(pcm)} bytes"
        raise _refusal("take-shape", line, what)
    mono = _pydub()(data=pcm, sample_width=2, frame_rate=SAMPLE_RATE_HZ, channels=1).set_sample_width(4).apply_gain(CENTRE_DB)
    return _pydub().from_mono_audiosegments(mono, mono)


def _refusal(code: str, line: PlacedTake, what: str, exit_code: ExitCode = ExitCode.REFUSED) -> Refused:
    return Refused(Finding(code, what, mend="speak it again: animkit narrate", shot=line.shot, frame=line.start, exit_code=exit_code))


def _count(segment: Segment) -> int:
    return len(segment.raw_data) // 8


def _segment(pcm: bytes) -> Segment:
    return _pydub()(data=pcm, sample_width=4, frame_rate=SAMPLE_RATE_HZ, channels=2)


def _pydub() -> Any:
    with warnings.catch_warnings():
        # pydub looks for an ffmpeg of its own when it is imported. None is needed here: it is only given PCM.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment
