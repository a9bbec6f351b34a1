"""A line as it is read: in parts that captions can show, each with the time a reader needs. Pure.

It stands with timing, because the plan must leave room for every caption before there is one; captions show the same parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from animkit import frames
from animkit.campaign.model import Band
from animkit.campaign.profile import CaptionRules, Profile
from animkit.timing.phrases import break_cost
from animkit.timing.timeline import PlacedWord

SHAPES = ("16:9", "9:16", "1:1")
"""The pictures' shapes. Only the widest has room for the long rows."""

EACH_PART = 10
"""What one more part costs: about as much as a break at a preposition, so that short sentences share a caption."""

LATE_PER_MS = 0.2
"""What each millisecond costs that a reader lacks: 100 ms weigh as much as two bad breaks."""

TOO_WIDE = 5000
"""What a row that is too wide costs: only a single long word ever pays it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom captions are broken and timed."""

    rules: CaptionRules
    cps: float
    """The most characters a second."""
    row_chars: int
    fps: int

    def need_ms(self, chars: int) -> int:
        """How long ``chars`` characters must stay, in milliseconds."""
        return max(self.rules.shortest_ms, ceil(Fraction(chars * 1000) / Fraction(str(self.cps))))

    def need_frames(self, chars: int) -> int:
        """The same in whole frames."""
        return frames.end_frame(self.need_ms(chars), self.fps)


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


def label_of(speaker_name: str) -> str:
    """What stands before the first words of a speaker who is not the narrator: ``Miss Noor: ``, with the space."""
    return f"{speaker_name}: " if speaker_name else ""


def parts(words: Sequence[PlacedWord], reader: Reader, label_chars: int = 0) -> tuple[Part, ...]:
    """The line's caption ``words`` in the parts that read best: broken at phrases, with time to read each.

    ``label_chars`` is the room that a speaker's label takes at the head of the first row. Joined by spaces, the rows are the words.
    """
    count = len(words)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            part, cost = _part(words, start, end, reader, label_chars if start == 0 else 0)
            if part is None:
                break
            if best[start][0] + cost < best[end][0]:
                best[end] = (best[start][0] + cost, start)
    found: list[Part] = []
    end = count
    while end:
        start = best[end][1]
        part, _ = _part(words, start, end, reader, label_chars if start == 0 else 0)
        assert part is not None
        found.insert(0, part)
        end = start
    return tuple(found)


def _part(words: Sequence[PlacedWord], start: int, end: int, reader: Reader, indent: int) -> tuple[Part | None, float]:
    """The part of the words from ``start`` to ``end`` (exclusive) and its cost, or None where two rows cannot hold them."""
    texts = [word.text for word in words[start:end]]
    broken = rows(texts, reader, indent)
    if broken is None:
        return None, 0.0
    shown, cost = broken
    chars = indent + sum(map(len, shown)) + len(shown) - 1
    if end < len(words):
        cost += break_cost([word.text for word in words], end - 1)
    has_ms = _has_ms(words, start, end, reader.rules)
    lacks_ms = max(0, reader.need_ms(chars) - has_ms)
    stays_ms = max(0, words[end - 1].end_ms - words[start].start_ms - reader.rules.longest_ms)
    part = Part(rows=shown, start_ms=words[start].start_ms, end_ms=words[end - 1].end_ms, chars=chars)
    return part, cost + EACH_PART + LATE_PER_MS * (lacks_ms + stays_ms)


def _has_ms(words: Sequence[PlacedWord], start: int, end: int, rules: CaptionRules) -> int:
    """How long these words can be on screen before the line's next ones must be."""
    longest = words[end - 1].end_ms + rules.longest_tail_ms
    until = longest if end == len(words) else min(longest, words[end].start_ms)
    return until - words[start].start_ms


def rows(texts: Sequence[str], reader: Reader, indent: int = 0) -> tuple[tuple[str, ...], float] | None:
    """``texts`` in one row or two balanced ones, and the cost; None if they need more. A single word is never refused."""
    whole = " ".join(texts)
    if indent + len(whole) <= reader.row_chars:
        return (whole,), 0.0
    if len(texts) == 1:
        return (whole,), float(TOO_WIDE)
    found: tuple[float, tuple[str, ...]] | None = None
    for index in range(len(texts) - 1):
        upper, lower = " ".join(texts[: index + 1]), " ".join(texts[index + 1 :])
        if indent + len(upper) > reader.row_chars or len(lower) > reader.row_chars:
            continue
        cost = break_cost(texts, index) / 2 + abs(indent + len(upper) - len(lower)) / 2
        if found is None or cost < found[0]:
            found = cost, (upper, lower)
    return (found[1], found[0]) if found and reader.rules.rows > 1 else None


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
        enough = max(last, min(start + reader.need_frames(part.chars), hard))
        found.append(Span(start=start, heard=heard, last=last, enough=enough, latest=max(soft, enough)))
    return tuple(found)
