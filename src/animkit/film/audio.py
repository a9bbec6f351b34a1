"""The film's sound as AAC-LC, always made the same way.

Promise: equal samples give equal bytes; decoded, sample 0 of the mix is sample 0 of the film. (The encoder's 1,024 samples of lead are
declared in the file's edit list, and every player that can play MP4 leaves them out.)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from animkit.film.loudness import Loudness, Samples, measure, sound_frame
from animkit.film.pieces import opened
from animkit.frames import SAMPLE_RATE_HZ
from animkit.store import sha256_file

BIT_RATE = 160_000
FRAME = 1024
"""Samples that one AAC packet carries."""

BIT_EXACT = 1 << 23
"""libavcodec's AV_CODEC_FLAG_BITEXACT: no version of the encoder inside the stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFile:
    """An encoded sound and what its decoded samples measure."""

    path: Path
    sha256: str
    samples: int
    loudness: Loudness


def encode(samples: Samples, path: Path) -> SoundFile:
    """Write ``samples`` ((n, 2) float32, 48 kHz) to ``path`` as AAC in MP4, decode it again and measure that.

    ValueError if other than n samples come back (a decoder may fill up the last packet): the sound would run apart from the picture.
    """
    with av.open(str(path.resolve()), "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", rate=SAMPLE_RATE_HZ)
        context = stream.codec_context
        context.layout = "stereo"
        context.bit_rate = BIT_RATE
        context.thread_count = 1
        context.flags |= BIT_EXACT
        for at in range(0, len(samples), FRAME):
            container.mux(stream.encode(sound_frame(samples[at : at + FRAME], at)))
        container.mux(stream.encode(None))
    decoded = decode(path)
    if not 0 <= len(decoded) - len(samples) < FRAME:
        raise ValueError(f"{path.name}: {len(samples)} samples went in, {len(decoded)} came back")
    return SoundFile(path=path, sha256=sha256_file(path), samples=len(samples), loudness=measure(decoded[: len(samples)]))


def decode(path: Path) -> Samples:
    """The first sound stream of the film or sound file at ``path``, (n, 2) float32. FFmpegError if it is broken."""
    parts = []
    with opened(path) as container:
        for frame in container.decode(audio=0):
            parts.append(frame.to_ndarray().T)
    whole = np.concatenate(parts) if parts else np.zeros((0, 2))
    return whole.astype(np.float32)
