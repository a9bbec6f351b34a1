"""libavfilter through PyAV, for one channel of sound: the EBU R128 meter and the limiter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np

from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.edges import Samples
from animkit.narration.errors import NoSpeechError

SHORTEST = 3 * SAMPLE_RATE_HZ
"""The meter's windows last 0.4 s, so a word of half a second would be read by its loudest part: short takes are measured repeated."""

SILENT_LUFS = -70.0


def loudness_lufs(samples: Samples) -> float:
    """The integrated loudness of ``samples`` (48 kHz) as one channel. NoSpeechError if they are silent."""
    repeats = max(1, math.ceil(SHORTEST / max(1, len(samples))))
    reading = SILENT_LUFS
    for frame in _through(np.tile(samples, repeats), "ebur128", "metadata=1"):
        reading = float(dict(frame.metadata).get("lavfi.r128.I", reading))
    if not math.isfinite(reading) or reading <= SILENT_LUFS:
        raise NoSpeechError("there is no speech in it")
    return reading


def held_under(samples: Samples, ceiling_db: float) -> Samples:
    """``samples`` (48 kHz) with no peak over ``ceiling_db``: untouched if there is none, or else through a look-ahead limiter (5 ms)."""
    ceiling = 10 ** (ceiling_db / 20)
    if float(np.abs(samples).max(initial=0.0)) <= ceiling:
        return samples
    frames = list(_through(samples, "alimiter", f"limit={ceiling:.6f}:attack=5:release=60:level=0:latency=1"))
    held = np.concatenate([frame.to_ndarray().ravel() for frame in frames])[: len(samples)]
    return np.asarray(np.clip(held, -ceiling, ceiling), dtype=np.float32)


def _through(samples: Samples, name: str, options: str) -> Iterator[Any]:
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="dbl", sample_rate=SAMPLE_RATE_HZ, layout="mono", time_base=Fraction(1, SAMPLE_RATE_HZ))
    tool = graph.add(name, options)
    sink = graph.add("abuffersink")
    source.link_to(tool)
    tool.link_to(sink)
    graph.configure()
    for start in range(0, len(samples), SAMPLE_RATE_HZ):
        block = np.ascontiguousarray(samples[start : start + SAMPLE_RATE_HZ].astype(np.float64)[None])
        frame = av.AudioFrame.from_ndarray(block, format="dbl", layout="mono")
        frame.sample_rate = SAMPLE_RATE_HZ
        frame.pts = start
        source.push(frame)
        yield from _pulled(sink)
    source.push(None)
    yield from _pulled(sink)


def _pulled(sink: Any) -> Iterator[Any]:
    while True:
        try:
            yield sink.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
