"""Gives the chapter track its language. The muxer makes that track itself, from the chapters, and leaves its language out.

A player then takes it for English, whatever the film speaks. Source: ISO/IEC 14496-12, 8.4.2 (media header; three letters in 15 bits).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HANDLER = b"text"
"""The handler of the muxer's chapter track; our captions' is ``sbtl``, so no other track of ours has it."""

LANGUAGE_AT = {0: 28, 1: 40}
"""Where the language stands in a media header, from the box's first byte, by its version (32- or 64-bit times)."""

HEAD = 8
Span = tuple[int, int]


def set_chapter_language(path: Path, language: str) -> int:
    """Write the three letters of ``language`` into every chapter track of the MP4 at ``path``, in place; returns how many there are.

    ValueError where the file's boxes cannot be followed.
    """
    with path.open("r+b") as file:
        data = bytearray(file.read())
        tracks = _boxes(data, (0, len(data)), b"moov", b"trak")
        places = [place for track in tracks if (place := _language_place(data, track)) is not None]
        for place in places:
            file.seek(place)
            file.write(packed(language))
    return len(places)


def packed(language: str) -> bytes:
    """Three lower-case letters in 15 bits, as two bytes. ValueError for anything else."""
    if len(language) != 3 or not all("a" <= letter <= "z" for letter in language):
        raise ValueError(f"'{language}' is no three-letter language code")
    number = 0
    for letter in language:
        number = number << 5 | (ord(letter) - 0x60)
    return number.to_bytes(2, "big")


def _language_place(data: bytearray, track: Span) -> int | None:
    inside = (track[0] + HEAD, track[1])
    handlers = [bytes(data[start + 16 : start + 20]) for start, _ in _boxes(data, inside, b"mdia", b"hdlr")]
    headers = list(_boxes(data, inside, b"mdia", b"mdhd"))
    if handlers != [HANDLER] or len(headers) != 1:
        return None
    start, _ = headers[0]
    return start + LANGUAGE_AT[data[start + 8]]


def _boxes(data: bytearray, inside: Span, name: bytes, *rest: bytes) -> Iterator[Span]:
    """The boxes reached by these names inside ``inside``: (first byte, byte after)."""
    at, end = inside
    while at + 8 <= end:
        size = int.from_bytes(data[at : at + 4], "big")
        head = HEAD
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        if size < head or at + size > end:
            raise ValueError(f"a box of {size} bytes at byte {at}")
        if data[at + 4 : at + 8] == name:
            if rest:
                yield from _boxes(data, (at + head, at + size), *rest)
            else:
                yield at, at + size
        at += size
