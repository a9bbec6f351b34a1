"""Assembles a film: pieces joined by copying packets, sound, captions, chapters and language tags, in one pass of PyAV.

Promise: equal plans give equal bytes; nothing is encoded again; no clock and no version stands in the file; the index comes first.
Proved by ``verify``, which this module never replaces: here nothing is checked that is only true if the muxer is.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av

from animkit.film.chapter_language import set_chapter_language
from animkit.film.languages import three_letters
from animkit.film.model import FilmPlan
from animkit.film.pieces import coded_pictures, opened
from animkit.film.tracks import CAPTION_STYLE, container_chapters, sample

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer
    from av.stream import Stream

REORDER = 2
"""How many frames the encoder shows later than it writes: x264's default of three B-frames with a pyramid needs two."""

MS = Fraction(1, 1000)

Timed = tuple[Fraction, int, int, "av.Packet[Any]"]
"""When a packet is due in seconds, its stream, its number (so that no two are equal), and itself."""


def assemble(plan: FilmPlan, path: Path) -> None:
    """Write the film of ``plan`` to ``path`` (an MP4 under any name). ValueError where a piece's frames cannot be placed; OSError."""
    options = {"fflags": "+bitexact", "movflags": "+faststart"}
    with ExitStack() as stack:
        film = stack.enter_context(av.open(str(path.resolve()), "w", format="mp4", options=options))
        first = stack.enter_context(opened(plan.stretches[0].path))
        tracks = [_pictures(plan, film.add_stream_from_template(first.streams.video[0], opaque=True))]
        if plan.sound is not None:
            sound = stack.enter_context(opened(plan.sound))
            tracks.append(_sound(sound, film.add_stream_from_template(sound.streams.audio[0], opaque=True)))
        if plan.texts:
            tracks.append(_captions(plan, _caption_stream(film)))
        for stream in film.streams:
            stream.metadata["language"] = three_letters(plan.language)
        film.metadata["title"] = plan.title
        film.set_chapters(container_chapters(plan))
        for _, _, _, packet in heapq.merge(*tracks):
            film.mux(packet)
    set_chapter_language(path, three_letters(plan.language))


def _pictures(plan: FilmPlan, stream: Stream) -> Iterator[Timed]:
    """Every picture of every stretch. Decoding times are counted anew, because x264 starts each piece's own count where it likes."""
    tick = Fraction(1, plan.fps)
    number = 0
    for stretch in plan.stretches:
        for picture in coded_pictures(stretch.path, plan.fps):
            packet = av.Packet(picture.data)
            packet.is_keyframe = picture.is_key
            packet.stream, packet.time_base, packet.duration = stream, tick, 1
            packet.pts, packet.dts = stretch.start + picture.shown, number - REORDER
            if packet.dts > packet.pts:
                raise ValueError(f"{stretch.path.name}: frame {picture.shown} is shown before it can be decoded")
            yield packet.dts * tick, 0, number, packet
            number += 1
    if number != plan.frames:
        raise ValueError(f"the stretches hold {number} frames, the film has {plan.frames}")


def _sound(source: InputContainer, stream: Stream) -> Iterator[Timed]:
    packets: Iterator[av.Packet[Any]] = source.demux(source.streams.audio[0])
    for number, packet in enumerate(packets):
        if packet.size and packet.dts is not None:
            due = packet.dts * packet.time_base
            packet.stream = stream
            yield due, 1, number, packet


def _caption_stream(film: OutputContainer) -> Stream:
    stream = film.add_stream("mov_text")
    stream.codec_context.subtitle_header = CAPTION_STYLE
    stream.time_base = MS
    return stream


def _captions(plan: FilmPlan, stream: Stream) -> Iterator[Timed]:
    for number, text in enumerate(plan.texts):
        packet = av.Packet(sample(text.text))
        packet.is_keyframe = True
        packet.stream, packet.time_base = stream, MS
        packet.pts = packet.dts = text.start * 1000 // plan.fps
        packet.duration = text.end * 1000 // plan.fps - packet.pts
        yield packet.pts * MS, 2, number, packet
