"""Two charts over time, as SVG: how loud the film is, and how fast its captions are read. Pure; colours are the style sheet's."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

WIDE, HIGH, LEFT, BASE = 560, 190, 44, 150
TOP_LUFS, LOW_LUFS = -8.0, -34.0
SHORT_TERM = 30
"""Momentary readings (a tenth of a second each) in the three seconds of EBU's short-term loudness."""


def loudness_chart(momentary_lufs: NDArray[np.float64], aim: float, tolerance: float, pauses_ms: Sequence[int]) -> str:
    """Short-term loudness over the film, with the band that the whole film must lie in, and the pauses."""
    if len(momentary_lufs) < SHORT_TERM:
        return ""
    energy = np.power(10.0, momentary_lufs / 10)
    short = 10 * np.log10(np.maximum(np.convolve(energy, np.ones(SHORT_TERM) / SHORT_TERM, mode="valid"), 1e-12))
    seconds = len(momentary_lufs) / 10
    step = max(1, len(short) // 220)
    line = " ".join(
        f"{_x((number + SHORT_TERM) / 10, seconds):.1f},{_y(float(level)):.1f}" for number, level in list(enumerate(short))[::step]
    )
    marks = "".join(
        f'<line class="mark" x1="{_x(ms / 1000, seconds):.1f}" x2="{_x(ms / 1000, seconds):.1f}" y1="14" y2="{BASE}"/>'
        f'<text x="{_x(ms / 1000, seconds) + 4:.1f}" y="{BASE - 5}">P{number}</text>'
        for number, ms in enumerate(pauses_ms, 1)
    )
    rules = "".join(
        f'<line class="grid" x1="{LEFT}" x2="{WIDE}" y1="{_y(level):.1f}" y2="{_y(level):.1f}"/>'
        f'<text x="{LEFT - 8}" y="{_y(level) + 5:.1f}" text-anchor="end">{f"{level:g}".replace("-", "−")}</text>'
        for level in (-10, -20, -30)
    )
    top, bottom = _y(aim + tolerance), _y(aim - tolerance)
    body = (
        f'<rect class="band" x="{LEFT}" width="{WIDE - LEFT}" y="{top:.1f}" height="{bottom - top:.1f}"/>{rules}{marks}'
        f'<polyline points="{line}"/>'
        f'<text x="{WIDE}" y="{top - 6:.1f}" text-anchor="end">{f"{aim:g}".replace("-", "−")} ± {tolerance:g}</text>'
        f'<text x="{LEFT}" y="{HIGH - 14}">0:00</text><text x="{WIDE}" y="{HIGH - 14}" text-anchor="end">{_clock(seconds)}</text>'
    )
    return _svg(f"Loudness over {_clock(seconds)} minutes: mostly near {aim:g} LUFS", body)


def caption_chart(speeds: Sequence[float], most: float) -> str:
    """A bar for each caption, as high as it is fast; those over the limit in the sign's colour, the fastest named."""
    if not speeds:
        return ""
    highest = max(most * 1.25, *speeds)
    width = (WIDE - LEFT) / len(speeds)
    fastest = max(range(len(speeds)), key=speeds.__getitem__)
    bars = "".join(
        f'<rect class="{"over" if speed > most else "bar"}" x="{LEFT + number * width + width * 0.12:.1f}" width="{width * 0.76:.1f}" '
        f'y="{BASE - speed / highest * (BASE - 14):.1f}" height="{speed / highest * (BASE - 14):.1f}"/>'
        for number, speed in enumerate(speeds)
    )
    limit = BASE - most / highest * (BASE - 14)
    x = LEFT + fastest * width
    anchor = "end" if x > WIDE * 0.7 else "start"
    body = (
        f'{bars}<line class="limit" x1="{LEFT}" x2="{WIDE}" y1="{limit:.1f}" y2="{limit:.1f}"/>'
        f'<line class="grid" x1="{LEFT}" x2="{WIDE}" y1="{BASE}" y2="{BASE}"/>'
        f'<text x="{LEFT - 8}" y="{limit + 5:.1f}" text-anchor="end">{most:g}</text>'
        f'<text x="{LEFT - 8}" y="{BASE + 5}" text-anchor="end">0</text>'
        f'<text x="{x:.1f}" y="{limit - 7:.1f}" text-anchor="{anchor}">caption {fastest + 1}: {speeds[fastest]:.1f}</text>'
        f'<text x="{LEFT}" y="{HIGH - 14}">caption 1</text><text x="{WIDE}" y="{HIGH - 14}" text-anchor="end">caption {len(speeds)}</text>'
    )
    return _svg(f"{len(speeds)} captions; the fastest has {speeds[fastest]:.1f} letters a second, {most:g} are allowed", body)


def _svg(label: str, body: str) -> str:
    return f'<svg viewBox="0 0 {WIDE} {HIGH}" role="img" aria-label="{escape(label)}">{body}</svg>'


def _x(second: float, seconds: float) -> float:
    return LEFT + (WIDE - LEFT) * second / seconds


def _y(level_lufs: float) -> float:
    inside = min(TOP_LUFS, max(LOW_LUFS, level_lufs))
    return 14 + (BASE - 14) * (TOP_LUFS - inside) / (TOP_LUFS - LOW_LUFS)


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
