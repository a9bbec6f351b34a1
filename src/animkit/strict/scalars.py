"""Core words: what an unquoted word of YAML means, and why some look like a number and are none. Pure.

``true``, ``false``, ``null`` and plain decimal numbers, as in YAML 1.2; everything else is text: ``no``, ``on``, ``1:30``, ``010``, dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Plain = str | int | float | bool | None

WORDS: Mapping[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}
WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")


def core_value(text: str) -> Plain:
    """What the unquoted word ``text`` stands for."""
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


def why_no_number(text: str) -> tuple[str, str]:
    """Why ``text`` is no number to us, and what to write instead (either may be empty)."""
    text = text.strip()
    for pattern, why, mend in NEARLY:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            return why, mend(match) if callable(mend) else mend
    return "", "write a number, such as 2 or 1.5"


def _clock(match: re.Match[str]) -> str:
    minutes, seconds = int(match[1]), float(match[2])
    return f"write {minutes * 60 + seconds:g}, in seconds"


NEARLY = (
    (WHOLE.pattern + "|" + DECIMAL.pattern, "the quotes make it text", lambda match: f"take the quotes away: {match[0]}"),
    (r"([0-9]{1,4}):([0-5]?[0-9](?:\.[0-9]+)?)", "minutes and seconds are not read as a number", _clock),
    (r"([0-9]+)\s?[–-]\s?([0-9]+)", "this is a range", "write one number"),
    (r"-?0[0-9]+", "a number does not begin with nought", lambda match: f"write {match[0].lstrip('0') or '0'}"),
    (r"([0-9]+),([0-9]+)", "the decimal sign is a point", lambda match: f"write {match[1]}.{match[2]}"),
    (r"\.([0-9]+)", "the nought before the point is missing", lambda match: f"write 0.{match[1]}"),
    (r"([0-9]+)\.", "the figures after the point are missing", lambda match: f"write {match[1]}"),
    (r"\+([0-9.]+)", "a plus sign is not needed", lambda match: f"write {match[1]}"),
    (r"[0-9.]+\s?(?:s|secs?|seconds?|m|mins?|minutes?|%)", "the unit is not written", "write the number alone, in the unit of its key"),
    (r"[+-]?\.?(?:inf|infinity|nan)", "it must be finite", "write how much it really is"),
    (r"[+-]?[0-9.]+e[+-]?[0-9]+|0x[0-9a-f]+|0o[0-7]+|[0-9][0-9_]*", "only plain figures are read", "write it out in figures"),
)
"""What people write for a number, why it is none, and how to mend it."""
