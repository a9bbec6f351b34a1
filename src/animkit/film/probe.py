"""What a film file is, read from the file alone by PyAV: the facts that standards.md's Delivery asks about."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import av

from animkit.film.atoms import outer_boxes, plays_while_loading
from animkit.film.model import ours
from animkit.film.pieces import opened
from animkit.findings import Refused

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

PROFILES = {66: "Baseline", 77: "Main", 88: "Extended", 100: "High", 110: "High 10", 122: "High 4:2:2"}
"""H.264 profile_idc (ITU-T H.264, A.2)."""

COLOURS = {1: "bt709"}
RANGES = {1: "tv", 2: "pc"}
"""The codes of ITU-T H.273 and of libavutil that a film may carry; anything else is shown as its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """The picture stream. ``level`` is 4.0 for level 4; ``longest_group`` is in frames, from one key frame to the next."""

    codec: str
    profile: str
    level: float
    pixel_format: str
    width_px: int
    height_px: int
    fps: Fraction
    constant_rate: bool
    frames: int
    longest_group: int
    matrix: str
    primaries: str
    transfer: str
    colour_range: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """The sound stream."""

    codec: str
    profile: str
    rate_hz: int
    channels: int
    language: str
    starts_at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFacts:
    """A film file."""

    bytes: int
    duration_ms: int
    picture: PictureFacts
    sound: SoundFacts | None
    caption_languages: tuple[str, ...]
    chapters: tuple[str, ...]
    title: str
    plays_while_loading: bool
    clock: str
    """A date inside the file; empty where there is none, as there should be."""


def probe(path: Path) -> FilmFacts:
    """The facts of the film at ``path``. Refused where it is no MP4 with a picture."""
    try:
        with path.open("rb") as file:
            boxes = outer_boxes(file)
        with opened(path) as film:
            picture = _picture(film, film.streams.video[0])
            return FilmFacts(
                bytes=path.stat().st_size,
                duration_ms=(film.duration or 0) // 1000,
                picture=picture,
                sound=_sound(film.streams.audio[0]) if film.streams.audio else None,
                caption_languages=tuple(stream.language or "und" for stream in film.streams.subtitles),
                chapters=tuple(chapter["metadata"].get("title", "") for chapter in film.chapters()),
                title=film.metadata.get("title", ""),
                plays_while_loading=plays_while_loading(boxes),
                clock=_clock(film),
            )
    except (av.error.FFmpegError, OSError, ValueError, IndexError) as problem:
        raise Refused(ours("no-film", f"'{path.name}' cannot be read as a film: {problem}")) from None


def _picture(film: InputContainer, stream: VideoStream) -> PictureFacts:
    context = stream.codec_context
    extradata = bytes(context.extradata or b"")
    if len(extradata) < 4:
        raise ValueError("its picture has no decoder settings")
    assert stream.time_base is not None
    shown, keys, order = [], [], []
    for packet in film.demux(stream):
        if packet.size and packet.pts is not None:
            shown.append(packet.pts * stream.time_base)
            if packet.is_keyframe:
                keys.append(packet.pts * stream.time_base)
                order.append(len(shown) - 1)
    shown.sort()
    steps = {later - earlier for earlier, later in pairwise(shown)}
    groups = [later - earlier for earlier, later in zip(order, [*order[1:], len(shown)], strict=True)]
    return PictureFacts(
        codec=context.name,
        profile=PROFILES.get(extradata[1], str(extradata[1])),
        level=extradata[3] / 10,
        pixel_format=context.pix_fmt or "",
        width_px=context.width,
        height_px=context.height,
        fps=Fraction(stream.average_rate or 0),
        constant_rate=len(steps) <= 1,
        frames=len(shown),
        longest_group=max(groups, default=0),
        matrix=COLOURS.get(int(context.colorspace), str(int(context.colorspace))),
        primaries=COLOURS.get(int(context.color_primaries), str(int(context.color_primaries))),
        transfer=COLOURS.get(int(context.color_trc), str(int(context.color_trc))),
        colour_range=RANGES.get(int(context.color_range), str(int(context.color_range))),
        language=stream.language or "und",
    )


def _sound(stream: AudioStream) -> SoundFacts:
    context = stream.codec_context
    assert stream.time_base is not None
    return SoundFacts(
        codec=context.name,
        profile=context.profile or "",
        rate_hz=context.sample_rate,
        channels=context.layout.nb_channels,
        language=stream.language or "und",
        starts_at_ms=int((stream.start_time or 0) * stream.time_base * 1000),
    )


def _clock(film: InputContainer) -> str:
    dates = [film.metadata.get("creation_time", ""), *(stream.metadata.get("creation_time", "") for stream in film.streams)]
    return next((date for date in dates if date), "")
