"""Whole frames: the only place where seconds are rounded.

Promise: every other module counts in frames (``int``), milliseconds (``int``) or samples (``int``).
Starts round down and ends round up, so a span in frames always covers its span in seconds.
"""

from __future__ import annotations

import math
from fractions import Fraction

SAMPLE_RATE_HZ = 48_000
"""One rate for all sound in the project: what AAC-LC in the delivered film carries."""


def start_frame(milliseconds: float, fps: int) -> int:
    """The frame on screen when ``milliseconds`` begin (rounded down)."""
    return math.floor(Fraction(milliseconds) * fps / 1000)


def end_frame(milliseconds: float, fps: int) -> int:
    """The first frame that is wholly after ``milliseconds`` (rounded up)."""
    return math.ceil(Fraction(milliseconds) * fps / 1000)


def frames_for(seconds: float, fps: int) -> int:
    """How many whole frames are needed to last at least ``seconds``.

    YAML gives decimal seconds, so the value is read as the decimal that was written: 0.12 s at 25 fps is 3 frames, not 4.
    """
    return math.ceil(Fraction(str(seconds)) * fps)


def frame_at(seconds: float, fps: int) -> int:
    """The frame on screen ``seconds`` after frame 0 (rounded down), for a moment that YAML states: 8.12 s at 25 fps is frame 203."""
    return math.floor(Fraction(str(seconds)) * fps)


def milliseconds(frame: int, fps: int) -> int:
    """When ``frame`` appears, in milliseconds, rounded down to a whole one (exact at 25 and 50 fps)."""
    return frame * 1000 // fps


def samples(frame: int, fps: int) -> int:
    """The first sample at 48 kHz that belongs to ``frame`` (exact at 24, 25, 30, 50 and 60 fps)."""
    return frame * SAMPLE_RATE_HZ // fps


def timecode(frame: int, fps: int) -> str:
    """``frame`` as people read it: ``m:ss:ff``, for instance ``1:07:12``."""
    whole_seconds, rest = divmod(frame, fps)
    minutes, seconds = divmod(whole_seconds, 60)
    return f"{minutes}:{seconds:02d}:{rest:02d}"
