"""When each word of a caption is heard. Pure.

A line's ``text`` and what the voice says can differ (``0800 1111`` is "oh eight hundred, one one one one"), and word times belong to
what is said. Promise: every caption word gets a time, in order, and together they cover all that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from animkit.storyboard.spoken import words as words_of
from animkit.timing.timeline import PlacedWord


def caption_words(text: str, spoken: Sequence[PlacedWord]) -> tuple[PlacedWord, ...]:
    """The words of ``text`` with the times at which ``spoken`` says them, in the same milliseconds.

    Words that agree keep their own times. Where words differ, the caption's share the time of what is said there by their letters;
    a word that is not said at all shares its neighbour's moment. Without any spoken word all times are 0.
    """
    shown = words_of(text)
    if not spoken:
        return tuple(PlacedWord(text=word, start_ms=0, end_ms=0) for word in shown)
    matcher = SequenceMatcher(None, [_letters(word) for word in shown], [_letters(word.text) for word in spoken], autojunk=False)
    placed: list[PlacedWord] = []
    for kind, first, last, said_first, said_last in matcher.get_opcodes():
        said = spoken[said_first:said_last]
        if kind == "equal":
            placed += [PlacedWord(text=word, start_ms=s.start_ms, end_ms=s.end_ms) for word, s in zip(shown[first:last], said, strict=True)]
        elif kind == "insert":
            _stretch(placed, said)
        else:
            start_ms, end_ms = _moment(placed, said, spoken)
            placed += _shared(shown[first:last], start_ms, end_ms)
    return _covering(placed, spoken)


def _letters(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())


def _moment(placed: Sequence[PlacedWord], said: Sequence[PlacedWord], spoken: Sequence[PlacedWord]) -> tuple[int, int]:
    if said:
        return said[0].start_ms, said[-1].end_ms
    edge = placed[-1].end_ms if placed else spoken[0].start_ms
    return edge, edge


def _stretch(placed: list[PlacedWord], said: Sequence[PlacedWord]) -> None:
    """Something is said that the caption does not show: it belongs to the caption word before it."""
    if placed:
        last = placed.pop()
        placed.append(PlacedWord(text=last.text, start_ms=last.start_ms, end_ms=max(last.end_ms, said[-1].end_ms)))


def _shared(shown: Sequence[str], start_ms: int, end_ms: int) -> list[PlacedWord]:
    total = sum(map(len, shown))
    edges = [start_ms]
    letters = 0
    for word in shown:
        letters += len(word)
        edges.append(start_ms + (end_ms - start_ms) * letters // total)
    return [PlacedWord(text=word, start_ms=edges[i], end_ms=edges[i + 1]) for i, word in enumerate(shown)]


def _covering(placed: Sequence[PlacedWord], spoken: Sequence[PlacedWord]) -> tuple[PlacedWord, ...]:
    """The first word starts with the voice and the last ends with it, whatever was said there and is not shown."""
    if not placed:
        return ()
    first = min(placed[0].start_ms, spoken[0].start_ms)
    last = max(placed[-1].end_ms, spoken[-1].end_ms)
    placed = [PlacedWord(text=placed[0].text, start_ms=first, end_ms=placed[0].end_ms), *placed[1:]]
    return (*placed[:-1], PlacedWord(text=placed[-1].text, start_ms=placed[-1].start_ms, end_ms=last))
