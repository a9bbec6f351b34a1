"""Is the written film the film of its plan? Packet by packet, at every join by decoding, and by ear.

Promise: nothing is taken on trust from the muxer. Every picture's bytes are compared with its piece's, every frame number with its
place; one frame on each side of each join is decoded as a player would and compared with the piece's own; the sound is decoded
to its last sample and measured; captions and chapters are read back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import av

from animkit.film.audio import FRAME, decode
from animkit.film.joins import join_findings
from animkit.film.loudness import Loudness, measure
from animkit.film.model import ChapterMark, FilmPlan, Text, ours
from animkit.film.pieces import coded_pictures, opened
from animkit.film.tracks import text_of
from animkit.findings import Finding
from animkit.frames import samples

MOST = 5
"""Findings of one kind are cut off here: a film that is wrong once is usually wrong throughout."""


def verify(path: Path, plan: FilmPlan) -> tuple[tuple[Finding, ...], Loudness | None]:
    """Everything in which the film at ``path`` differs from ``plan``, and how loud its decoded sound is (None if it has none)."""
    loudness: Loudness | None = None
    found: list[Finding] = []
    try:
        found += _some(_pictures(path, plan))
        if not found:
            found += _some(join_findings(path, plan))
        found += _chapters(path, plan)
        missing = list(_streams(path, plan))
        if missing:
            return (*found, *missing), None
        found += _some(_captions(path, plan))
        if plan.sound is not None:
            heard = decode(path)
            found += _sound_length(len(heard), plan)
            loudness = measure(heard[: samples(plan.frames, plan.fps)])
    except (av.error.FFmpegError, OSError, ValueError) as problem:
        found.append(ours("film-unreadable", f"the written film cannot be read back: {problem}"))
    return tuple(found), loudness


def _pictures(path: Path, plan: FilmPlan) -> Iterator[Finding]:
    written = coded_pictures(path, plan.fps)
    planned = (
        (stretch, stretch.start + picture.shown, picture.data)
        for stretch in plan.stretches
        for picture in coded_pictures(stretch.path, plan.fps)
    )
    count = 0
    for picture, wanted in zip_longest(written, planned):
        count += picture is not None
        if picture is None or wanted is None:
            continue
        stretch, frame, data = wanted
        if picture.shown != frame:
            yield ours("frame-misplaced", f"a picture stands at frame {picture.shown} that belongs at {frame}", frame=frame)
        elif hashlib.sha256(picture.data).digest() != hashlib.sha256(data).digest():
            yield ours("frame-changed", "a picture differs from the one in its clip", shot=stretch.shots[0], frame=frame)
    if count != plan.frames:
        yield ours("frames-missing", f"the film holds {count} frames, its timeline {plan.frames}")


def _streams(path: Path, plan: FilmPlan) -> Iterator[Finding]:
    with opened(path) as film:
        held = (len(film.streams.video), len(film.streams.audio), len(film.streams.subtitles))
        extradata = bytes(film.streams.video[0].codec_context.extradata or b"")
    wanted = (1, int(plan.sound is not None), int(bool(plan.texts)))
    if held != wanted:
        yield ours("streams-wrong", f"the film has {held} streams of picture, sound and captions, it should have {wanted}")
    with opened(plan.stretches[0].path) as piece:
        if extradata != bytes(piece.streams.video[0].codec_context.extradata or b""):
            yield ours("parameters-changed", "the film's decoder settings are not its clips'")


def _captions(path: Path, plan: FilmPlan) -> Iterator[Finding]:
    if not plan.texts:
        return
    written = []
    with opened(path) as film:
        for packet in film.demux(film.streams.subtitles[0]):
            if packet.size and packet.pts is not None and packet.duration is not None and (text := text_of(bytes(packet))):
                start, end = (packet.pts * packet.time_base, (packet.pts + packet.duration) * packet.time_base)
                written.append(Text(start=round(start * plan.fps), end=round(end * plan.fps), text=text))
    for found, wanted in zip_longest(written, plan.texts):
        if found != wanted:
            frame = wanted.start if wanted else None
            yield ours("caption-changed", f"the film carries the caption {found}, it should carry {wanted}", frame=frame)


def _chapters(path: Path, plan: FilmPlan) -> Iterator[Finding]:
    with opened(path) as film:
        held = tuple(
            ChapterMark(
                start=round(chapter["start"] * (chapter["time_base"] or 1) * plan.fps),
                end=round(chapter["end"] * (chapter["time_base"] or 1) * plan.fps),
                title=chapter["metadata"].get("title", ""),
            )
            for chapter in film.chapters()
        )
    if held != plan.chapters:
        yield ours("chapters-changed", f"the film has the chapters {held}, it should have {plan.chapters}")


def _sound_length(heard: int, plan: FilmPlan) -> Iterator[Finding]:
    wanted = samples(plan.frames, plan.fps)
    if not 0 <= heard - wanted < FRAME:
        yield ours("sound-length", f"{heard} samples of sound can be heard, the picture lasts {wanted}")


def _some(findings: Iterator[Finding]) -> list[Finding]:
    return [finding for finding, _ in zip(findings, range(MOST), strict=False)]
