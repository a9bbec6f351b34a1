"""Reads the packets of pieces, sound and films of ours: the one place that opens them. Nothing but local MP4 files is ever opened."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import av

from animkit.film.model import PieceFacts

if TYPE_CHECKING:
    from av.container import InputContainer


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """The MP4 file at ``path``, to read. FFmpegError or OSError if it is none.

    The demuxer is forced and the path made absolute, so that a name such as ``concat:...`` is a name and nothing else.
    """
    with av.open(str(path.resolve()), "r", format="mp4", options={"protocol_whitelist": "file"}) as container:
        yield container


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded picture: its bytes, its place in showing order (frames from the file's start), and whether it can be begun on."""

    data: bytes
    shown: int
    is_key: bool


def coded_pictures(path: Path, fps: int) -> Iterator[Coded]:
    """The packets of the first video stream at ``path``, in decoding order. ValueError if one stands between two frames."""
    with opened(path) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        for packet in container.demux(stream):
            if packet.size and packet.pts is not None:
                shown = packet.pts * stream.time_base * fps
                if shown.denominator != 1:
                    raise ValueError(f"{path.name}: a picture at {float(shown):.3f} frames, which is no whole frame")
                yield Coded(bytes(packet), int(shown), packet.is_keyframe)


def piece_facts(path: Path, fps: int) -> PieceFacts:
    """What the piece at ``path`` holds. ValueError if its pictures do not fill whole frames without a gap."""
    shown: list[int] = []
    starts_on_key = False
    for number, picture in enumerate(coded_pictures(path, fps)):
        shown.append(picture.shown)
        starts_on_key = starts_on_key or (number == 0 and picture.is_key)
    if sorted(shown) != list(range(len(shown))):
        raise ValueError(f"{path.name}: its pictures leave gaps or share frames")
    with opened(path) as container:
        context = container.streams.video[0].codec_context
        return PieceFacts(
            frames=len(shown),
            parameters_sha256=hashlib.sha256(bytes(context.extradata or b"")).hexdigest(),
            width_px=context.width,
            height_px=context.height,
            starts_on_key=starts_on_key,
        )
