"""Colours as #RRGGBB text: contrast as WCAG 2.2 defines it, and mixing. Pure."""

from __future__ import annotations

TEXT_CONTRAST = 7.0
"""Least contrast of words against their ground (WCAG 2.2, 1.4.6)."""

SHAPE_CONTRAST = 3.0
"""Least contrast of a line that carries meaning, such as ink on skin (WCAG 2.2, 1.4.11)."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#RRGGBB``, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (part / 255 for part in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """``one`` with ``share`` (0 to 1) of ``other`` in it: a flat tint, where a transparent paint would show what lies behind."""
    parts = (round(a + (b - a) * share) for a, b in zip(channels(one), channels(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)
