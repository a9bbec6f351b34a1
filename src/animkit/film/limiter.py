"""The last two tools of the mix: a high-pass, and a look-ahead limiter that knows what lies between the samples. Pure numpy and scipy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d
from scipy.signal import butter, resample_poly, sosfilt

from animkit.film.loudness import Samples
from animkit.frames import SAMPLE_RATE_HZ

HIGH_PASS_HZ = 70
"""Under this a classroom's speakers only rattle."""

OVERSAMPLED = 4
"""As many points a sample as ITU-R BS.1770-5 asks of a true-peak meter at 48 kHz."""

LOOK_AHEAD = round(0.012 * SAMPLE_RATE_HZ)
"""The gain moves over 12 ms on either side of a peak: slow enough not to be heard as distortion, quick enough not to pump."""

BLOCK = SAMPLE_RATE_HZ
CONTEXT = 64
"""Samples on both sides that the interpolation filter needs to be right inside a block."""


def high_pass(samples: Samples) -> Samples:
    """``samples`` ((n, channels) float32) without what lies under 70 Hz (second-order Butterworth)."""
    sections = butter(2, HIGH_PASS_HZ, "highpass", fs=SAMPLE_RATE_HZ, output="sos")
    filtered = np.empty_like(samples)
    for channel in range(samples.shape[1]):
        filtered[:, channel] = sosfilt(sections, samples[:, channel].astype(np.float64))
    return filtered


def limited(samples: Samples, ceiling: float) -> tuple[Samples, float]:
    """``samples`` ((n, channels) float32) with no true peak over ``ceiling`` (1.0 is full scale), and the deepest cut in dB.

    All channels share one gain, so that nothing moves sideways. The gain is the least needed within the look-ahead, smoothed over the
    same span: it is never higher at a peak than the peak allows.
    """
    peaks = true_peaks(samples)
    if float(peaks.max(initial=0.0)) <= ceiling:
        return samples, 0.0
    needed = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    least = minimum_filter1d(needed, 2 * LOOK_AHEAD + 1, mode="nearest")
    window = np.hanning(2 * LOOK_AHEAD + 3)[1:-1]
    gain = _smoothed(least, window / window.sum())
    cut_db = float(-20 * np.log10(gain.min()))
    return (samples * gain[:, None]).astype(np.float32), cut_db


def true_peaks(samples: Samples) -> NDArray[np.float64]:
    """For every sample the highest point of any channel between it and the next one, by fourfold oversampling."""
    count = len(samples)
    peaks = np.zeros(count)
    for channel in range(samples.shape[1]):
        for start in range(0, count, BLOCK):
            first, last = max(0, start - CONTEXT), min(count, start + BLOCK + CONTEXT)
            fine = np.abs(resample_poly(samples[first:last, channel].astype(np.float64), OVERSAMPLED, 1))
            stop = min(count, start + BLOCK)
            inside = slice((start - first) * OVERSAMPLED, (stop - first) * OVERSAMPLED)
            for phase in range(OVERSAMPLED):
                np.maximum(peaks[start:stop], fine[inside][phase::OVERSAMPLED], out=peaks[start:stop])
    return peaks


def _smoothed(values: NDArray[np.float64], kernel: NDArray[np.float64]) -> NDArray[np.float64]:
    """``values`` under ``kernel``, computed only where they change: most of a film needs no limiting."""
    smooth = values.copy()
    radius = len(kernel) // 2
    moving = np.flatnonzero(values < 1.0)
    if not len(moving):
        return smooth
    for run in np.split(moving, np.flatnonzero(np.diff(moving) > 2 * radius) + 1):
        first, last = max(0, run[0] - radius), min(len(values), run[-1] + radius + 1)
        padded = np.pad(values[max(0, first - radius) : last + radius], _missing(first, last, radius, len(values)), mode="edge")
        smooth[first:last] = np.convolve(padded, kernel, mode="valid")
    return smooth


def _missing(first: int, last: int, radius: int, count: int) -> tuple[int, int]:
    """How many values a window that reaches past both ends of the film lacks there."""
    return max(0, radius - first), max(0, last + radius - count)
