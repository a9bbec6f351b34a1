"""The outermost boxes of an MP4 file: their order tells whether it plays while it still loads. Pure over a file object.

Source: ISO/IEC 14496-12, 4.2 (a box is a 32-bit size, four letters, and a 64-bit size where the first is 1).
"""

from __future__ import annotations

from typing import BinaryIO

MANY = 1000
"""More boxes than any film has: a file with more is broken."""


def outer_boxes(file: BinaryIO) -> tuple[str, ...]:
    """The names of the outermost boxes in ``file``, in order. ValueError if they do not tile the file."""
    length = file.seek(0, 2)
    position = 0
    names: list[str] = []
    while position < length:
        name, size = _box(file, position, length)
        names.append(name)
        position += size
        if position > length or len(names) > MANY:
            raise ValueError(f"box '{name}' runs past the end of the file")
    return tuple(names)


def plays_while_loading(names: tuple[str, ...]) -> bool:
    """Whether the index (``moov``) stands before the data (``mdat``): faststart."""
    return "moov" in names and "mdat" in names and names.index("moov") < names.index("mdat")


def _box(file: BinaryIO, position: int, length: int) -> tuple[str, int]:
    file.seek(position)
    head = file.read(16)
    if len(head) < 8:
        raise ValueError("the file ends inside a box")
    size = int.from_bytes(head[:4], "big")
    if size == 1:
        size = int.from_bytes(head[8:16], "big")
    elif size == 0:
        size = length - position
    if size < 8:
        raise ValueError(f"a box of {size} bytes at byte {position}")
    return head[4:8].decode("latin-1"), size
