"""What tests of sound measure: onsets, rises, clicks, bands, held tones. Samples are one channel at 48 kHz unless said otherwise."""

import numpy as np
import numpy.typing as npt
from scipy import signal

RATE_HZ = 48_000
Samples = npt.NDArray[np.float64]


def mono(samples: npt.NDArray[np.floating]) -> Samples:
    return samples.mean(axis=1, dtype=np.float64)


def onset_ms(samples: Samples, near_ms: float, *, before_ms: float = 0.0) -> float:
    """When, after ``near_ms - before_ms``, the sound first exceeds a twentieth of its peak in the 60 ms after ``near_ms``."""
    near = round(near_ms * 48)
    first = max(0, near - round(before_ms * 48))
    heard = np.abs(samples[first : near + 60 * 48])
    return float((first + np.argmax(heard >= 0.05 * heard.max())) / 48)


def rise_ms(samples: Samples, near_ms: float) -> float:
    """From the first audible sample at ``near_ms`` (-60 dB under the peak) to nine tenths of the peak of the 60 ms after it."""
    heard = np.abs(samples[round(near_ms * 48) : round((near_ms + 60) * 48)])
    return float((np.argmax(heard >= 0.9 * heard.max()) - np.argmax(heard >= 0.001 * heard.max())) / 48)


def click_db(samples: Samples) -> float:
    """The peak of what lies above 8 kHz, against the peak of the whole: a jump of one sample is near -10, soft sounds under -35."""
    above = signal.sosfiltfilt(signal.butter(6, 8_000, "highpass", fs=RATE_HZ, output="sos"), np.pad(samples, 480))
    return float(20 * np.log10(np.abs(above).max() / np.abs(samples).max()))


def share(samples: Samples, low_hz: float, high_hz: float) -> float:
    """How much of the energy lies between two frequencies: 0 to 1."""
    power = np.abs(np.fft.rfft(samples)) ** 2
    hz = np.fft.rfftfreq(len(samples), 1 / RATE_HZ)
    return float(power[(hz > low_hz) & (hz < high_hz)].sum() / power.sum())


def centroid_hz(samples: Samples) -> float:
    power = np.abs(np.fft.rfft(samples)) ** 2
    return float((power * np.fft.rfftfreq(len(samples), 1 / RATE_HZ)).sum() / power.sum())


def longest_tone_s(samples: Samples, above_hz: float) -> float:
    """The longest time one tone above ``above_hz`` stands out: 20 dB over its surroundings, at most 30 dB under the loudest thing."""
    hz, _, spectrum = signal.stft(np.pad(samples, 2048), RATE_HZ, nperseg=2048, noverlap=1536)
    level = 20 * np.log10(np.abs(spectrum) + 1e-9)
    ground = signal.medfilt2d(level, (31, 1))
    stands = (level > ground + 20) & (level > level.max() - 30) & (hz > above_hz)[:, None]
    longest = 0
    for row in stands:
        ends = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
        longest = max(longest, int(np.max(ends[1::2] - ends[::2], initial=0)))
    return longest * 512 / RATE_HZ


def novelty_by_2_ms(samples: Samples) -> Samples:
    """How much sound below 3 kHz is new, for every 2 ms: the growth of the spectrum's square root, in windows of 20 ms."""
    hz, _, spectrum = signal.stft(samples, RATE_HZ, nperseg=960, noverlap=960 - 96)
    level = np.sqrt(np.abs(spectrum[hz < 3000]))
    return np.maximum(0, np.diff(level, axis=1)).sum(axis=0)


def true_peak_db(samples: npt.NDArray[np.floating]) -> float:
    """The peak of ``(n, 2)`` samples between samples too (four times oversampled), in dBTP."""
    return float(20 * np.log10(np.abs(signal.resample_poly(samples.astype(np.float64), 4, 1, axis=0)).max()))


def pitch_hz(samples: Samples, near_hz: float) -> float:
    """The strongest frequency within a semitone of ``near_hz``, by a parabola through the spectrum's peak."""
    size = 1 << 20
    level = np.log(np.abs(np.fft.rfft(samples * np.hanning(len(samples)), size)) + 1e-12)
    low, high = (round(near_hz * factor * size / RATE_HZ) for factor in (0.944, 1.059))
    peak = low + int(np.argmax(level[low:high]))
    left, middle, right = level[peak - 1 : peak + 2]
    return float((peak + 0.5 * (left - right) / (left - 2 * middle + right)) * RATE_HZ / size)
