"""Who reads captions, how long that takes, and when each part of a line may be shown. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil

from animkit import frames
from animkit.campaign.model import Band
from animkit.campaign.profile import CaptionRules, Profile

SHAPES = ("16:9", "9:16", "1:1")
"""The pictures' shapes. Only the widest has room for the long rows."""

SOUND_LATE_MS = 2000
"""How long after a sound its caption may come, where words are shown first. Later it would seem to belong to something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom captions are broken and timed."""

    rules: CaptionRules
    cps: float
    """The most characters a second."""
    row_chars: int
    fps: int

    def reading_ms(self, chars: int) -> int:
        """How long it takes to read ``chars`` characters, in milliseconds."""
        return _reading_ms(chars, self.cps)

    def need_ms(self, chars: int) -> int:
        """How long ``chars`` characters must stay: the time to read them, and never less than a flicker."""
        return max(self.rules.shortest_ms, self.reading_ms(chars))

    def need_frames(self, chars: int) -> int:
        """The same in whole frames."""
        return frames.end_frame(self.need_ms(chars), self.fps)


@lru_cache(maxsize=2048)
def _reading_ms(chars: int, cps: float) -> int:
    return ceil(Fraction(chars * 1000) / Fraction(str(cps)))


def reader_for(profile: Profile, band: Band, fps: int, shape: str = "16:9") -> Reader:
    """The reader of a film for ``band`` in the picture's ``shape``. KeyError for a band or shape that is not known."""
    rules = profile.captions
    rows_chars = dict.fromkeys(SHAPES, rules.line_chars_portrait) | {"16:9": rules.line_chars}
    return Reader(rules=rules, cps=profile.bands[band].captions_cps, row_chars=rows_chars[shape], fps=fps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One caption's share of a line: its rows, its words' first and last moment, and how many characters are read (label included)."""

    rows: tuple[str, ...]
    start_ms: int
    end_ms: int
    chars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The frames a part may be shown: from ``start``; at least to ``enough``, where it is said and read; at most to ``latest``.

    ``heard`` and ``last`` are the frames on which its speech begins and, exclusive, ends.
    """

    start: int
    heard: int
    last: int
    enough: int
    latest: int


def spans(placed: Sequence[tuple[int, Part]], reader: Reader) -> tuple[Span, ...]:
    """When each part may be shown. ``placed`` has the parts of one shot in order, each with the frame on which its take is first heard.

    A part comes a few frames before its first word. Where the part before is still needed it waits, but never beyond its word.
    """
    found: list[Span] = []
    rules = reader.rules
    for at, part in placed:
        heard = at + frames.start_frame(part.start_ms, reader.fps)
        last = max(heard + 1, at + frames.end_frame(part.end_ms, reader.fps))
        start = heard - rules.lead_frames
        if found and found[-1].latest >= start:
            start = min(max(found[-1].enough, start), heard)
        elif found and start - found[-1].latest < rules.gap_frames:
            start = min(found[-1].latest + rules.gap_frames, heard)
        soft = at + frames.end_frame(part.end_ms + rules.tail_ms, reader.fps)
        hard = at + frames.end_frame(part.end_ms + rules.longest_tail_ms, reader.fps)
        longest = start + frames.start_frame(rules.longest_ms, reader.fps)
        enough = min(longest, max(last, min(start + reader.need_frames(part.chars), hard)))
        found.append(Span(start=start, heard=heard, last=last, enough=enough, latest=min(longest, max(soft, enough))))
    return tuple(found)
