"""What caption files have in common: blocks of lines, a row of times, rows of text that may run from right to left. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from animkit import frames
from animkit.findings import Finding, Place, Refused
from animkit.timing.direction import right_to_left

EMBED, POP = "\u202b", "\u202c"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a file without a blank one between; ``line`` is the first one's number, from 1."""

    line: int
    rows: tuple[str, ...]


def directed(row: str, language: str) -> str:
    """``row`` as players must get it: marked as running from right to left where its language does."""
    return f"{EMBED}{row}{POP}" if right_to_left(language) else row


def undirected(row: str) -> str:
    """The row without those marks."""
    return row.removeprefix(EMBED).removesuffix(POP)


def clock(frame: int, fps: int, point: str) -> str:
    """``hh:mm:ss.mmm``, with ``point`` before the milliseconds. The time of ``frame``, rounded down."""
    seconds, ms = divmod(frames.milliseconds(frame, fps), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{point}{ms:03d}"


def span(start: int, end: int, fps: int, point: str) -> str:
    """A cue's row of times."""
    return f"{clock(start, fps, point)} --> {clock(end, fps, point)}"


def read_span(row: str, fps: int, point: str, place: Place) -> tuple[int, int]:
    """The frames of a row of times: the inverse of ``span``. Refused if it is none, or does not move on."""
    one = rf"(\d{{2,}}):([0-5]\d):([0-5]\d){re.escape(point)}(\d{{3}})"
    match = re.fullmatch(f"{one} --> {one}", row, re.ASCII)
    if match is None:
        raise off_grammar(place, f"'{row}' is no row of times such as {span(0, fps, fps, point)}")
    numbers = [int(number) for number in match.groups()]
    start, end = (frames.end_frame(((h * 60 + m) * 60 + s) * 1000 + ms, fps) for h, m, s, ms in (numbers[:4], numbers[4:]))
    if end <= start:
        raise off_grammar(place, f"'{row}' ends before it begins")
    return start, end


def blocks(text: str, path: str) -> Iterator[Block]:
    """The file's blocks, each ended by one blank line or the file's end. Refused for two blank lines, or other line endings."""
    if "\r" in text or not text.endswith("\n"):
        raise off_grammar(Place(path), "lines end with one line feed each, the last one too")
    rows: list[str] = []
    for number, row in enumerate(text.split("\n"), 1):
        if row:
            rows.append(row)
        elif rows:
            yield Block(number - len(rows), tuple(rows))
            rows = []
        elif number <= text.count("\n"):
            raise off_grammar(Place(path, number, 1), "a second blank line")


def off_grammar(place: Place, what: str) -> Refused:
    """The refusal of a caption file."""
    return Refused(Finding("caption-file", what, mend="make the captions again with `animkit build`", place=place))
