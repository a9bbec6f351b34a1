"""A recording's bytes become samples: wav, flac, opus, mp3 and m4a, told by their content, never by their names.

Promise: nothing is opened but the bytes given (no playlists, no references to other files), and nothing longer than ten minutes is read.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import av
import numpy as np

from animkit.narration.edges import Samples
from animkit.narration.errors import UnplayableError

LONGEST_MS = 600_000
MOST_BYTES = 256 << 20
RATES_HZ = range(8_000, 192_001)

FAINTEST = 1e-4
"""A recording whose loudest sample is under -80 dB holds no voice."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One channel of sound: (n,) float32, 1.0 is full scale."""

    samples: Samples
    rate_hz: int


def kind_of(data: bytes) -> str | None:
    """The name of libavformat's demuxer for ``data``; None if it is none of the kinds that are read."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "wav"
    if data[:4] == b"fLaC":
        return "flac"
    if data[:4] == b"OggS":
        return "ogg"
    if data[4:8] == b"ftyp":
        return "mp4"
    if data[:3] == b"ID3" or (data[:1] == b"\xff" and len(data) > 1 and data[1] & 0xE6 in (0xE2, 0xE4, 0xE6)):
        return "mp3"
    return None


def decode(data: bytes) -> Recording:
    """``data`` as one channel (several are averaged). UnplayableError if it is no sound, broken, empty, silent, or over ten minutes."""
    kind = kind_of(data)
    if kind is None:
        raise UnplayableError("it is no wav, flac, opus, mp3 or m4a file")
    if len(data) > MOST_BYTES:
        raise UnplayableError(f"it is larger than {MOST_BYTES >> 20} MB")
    try:
        recording = _read(data, kind)
    except av.error.FFmpegError as problem:
        raise UnplayableError(f"it is broken: {problem.strerror}") from None
    if not len(recording.samples):
        raise UnplayableError("there is no sound in it")
    if not np.isfinite(recording.samples).all():
        raise UnplayableError("some of its samples are no numbers")
    if float(np.abs(recording.samples).max()) < FAINTEST:
        raise UnplayableError("it is silent")
    return recording


def _read(data: bytes, kind: str) -> Recording:
    with av.open(io.BytesIO(data), format=kind) as container:
        if not container.streams.audio:
            raise UnplayableError("there is no sound in it")
        stream = container.streams.audio[0]
        if stream.codec_context is None:
            raise UnplayableError("its sound is coded in a way that nothing here plays")
        rate_hz = stream.codec_context.sample_rate
        if rate_hz not in RATES_HZ:
            raise UnplayableError(f"it has {rate_hz} samples a second")
        resampler = av.AudioResampler(format="fltp")
        blocks: list[Samples] = []
        count = 0
        for frame in _frames(container, stream, resampler):
            block = np.asarray(frame.to_ndarray().mean(axis=0), dtype=np.float32)
            count += len(block)
            if count * 1000 > LONGEST_MS * rate_hz:
                raise UnplayableError(f"it is longer than {LONGEST_MS // 60_000} minutes")
            blocks.append(block)
    return Recording(np.concatenate(blocks) if blocks else np.zeros(0, dtype=np.float32), rate_hz)


def _frames(container: Any, stream: Any, resampler: Any) -> Any:
    for frame in container.decode(stream):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)
