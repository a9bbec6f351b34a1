"""A line split into what captions can show at once: at phrases, in balanced rows, each with time to be read. Pure.

It stands with timing, because the plan must leave room for every caption before there is one; captions show the same parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from animkit.timing.phrases import break_cost
from animkit.timing.reading import Part, Reader
from animkit.timing.timeline import PlacedWord

EACH_PART = 8
"""What one more part costs: about as much as a break at a preposition, so that short sentences share a caption."""

BETWEEN_PARTS = 2
"""How much worse a break is between two captions than between two rows: the first half is gone when the second is read."""

UNEVEN = 0.3
"""What each character costs by which one row is longer than the other: a better phrase is worth about 20 of them."""

LATE_PER_MS = 0.2
"""What each millisecond costs that a reader lacks: 100 ms weigh as much as two bad breaks."""

TOO_WIDE = 5000
"""What a row that is too wide costs: only a single long word ever pays it."""


def label_of(speaker_name: str) -> str:
    """What stands before the first words of a speaker who is not the narrator: ``Miss Noor: ``, with the space."""
    return f"{speaker_name}: " if speaker_name else ""


def parts(words: Sequence[PlacedWord], reader: Reader, label_chars: int = 0) -> tuple[Part, ...]:
    """The line's caption ``words`` in the parts that read best: broken at phrases, with time to read each.

    ``label_chars`` is the room that a speaker's label takes at the head of the first row. Joined by spaces, the rows are the words.
    """
    breaking = _Breaking(words, reader, label_chars)
    best: list[tuple[float, tuple[Part, ...]]] = [(0.0, ())]
    for end in range(1, len(words) + 1):
        ways = ((best[start][0] + cost, best[start][1], part) for start, part, cost in breaking.ending(end))
        cost, before, part = min(ways, key=lambda way: way[0])
        best.append((cost, (*before, part)))
    return best[-1][1]


def rows(texts: Sequence[str], reader: Reader) -> tuple[str, ...] | None:
    """``texts`` in one row or two balanced ones; None if they need more."""
    costs = [break_cost(texts, index) for index in range(len(texts) - 1)]
    broken = _rows(texts, costs, reader, 0)
    return broken[0] if broken else None


class _Breaking:
    """One line being broken: what every break costs is looked up, not asked again."""

    def __init__(self, words: Sequence[PlacedWord], reader: Reader, label_chars: int) -> None:
        self.words, self.reader, self.label_chars = words, reader, label_chars
        self.texts = [word.text for word in words]
        self.costs = [break_cost(self.texts, index) for index in range(len(words) - 1)]

    def ending(self, end: int) -> Iterator[tuple[int, Part, float]]:
        """Every part that ends before the word ``end``: the word it starts with, the part, its cost. The shortest comes first."""
        for start in range(end - 1, -1, -1):
            indent = 0 if start else self.label_chars
            broken = _rows(self.texts[start:end], self.costs[start : end - 1], self.reader, indent)
            if broken is None:
                return
            shown, cost = broken
            chars = indent + len(" ".join(shown))
            part = Part(rows=shown, start_ms=self.words[start].start_ms, end_ms=self.words[end - 1].end_ms, chars=chars)
            if end < len(self.words):
                cost += BETWEEN_PARTS * self.costs[end - 1]
            yield start, part, cost + EACH_PART + LATE_PER_MS * self._amiss_ms(part, end)

    def _amiss_ms(self, part: Part, end: int) -> int:
        """How long the part's reader lacks, or how long it stays beyond what a caption may."""
        rules = self.reader.rules
        until_ms = part.end_ms + rules.longest_tail_ms
        if end < len(self.words):
            until_ms = min(until_ms, self.words[end].start_ms)
        lead_ms = rules.lead_frames * 1000 // self.reader.fps
        lacks_ms = self.reader.need_ms(part.chars) - (until_ms - part.start_ms)
        stays_ms = lead_ms + part.end_ms - part.start_ms - rules.longest_ms
        return max(0, lacks_ms) + max(0, stays_ms)


def _rows(texts: Sequence[str], costs: Sequence[int], reader: Reader, indent: int) -> tuple[tuple[str, ...], float] | None:
    """``texts`` in one row or two, and the cost; ``costs`` are those of a break after each text. A single word is never refused."""
    whole = " ".join(texts)
    if indent + len(whole) <= reader.row_chars:
        return (whole,), 0.0
    if len(texts) == 1:
        return (whole,), float(TOO_WIDE)
    if len(whole) > 2 * reader.row_chars + 1 or reader.rules.rows < 2:
        return None
    found: tuple[float, int] | None = None
    upper = indent - 1
    for index, cost in enumerate(costs):
        upper += 1 + len(texts[index])
        lower = indent + len(whole) - upper - 1
        if upper <= reader.row_chars and lower <= reader.row_chars:
            weighed = cost + UNEVEN * abs(upper - lower)
            if found is None or weighed < found[0]:
                found = weighed, index + 1
    if found is None:
        return None
    return (" ".join(texts[: found[1]]), " ".join(texts[found[1] :])), found[0]
