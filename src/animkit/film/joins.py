"""The joins of a film, decoded as a player decodes them: by seeking, with no help from the pieces it was made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from animkit.film.model import FilmPlan, Stretch, ours
from animkit.film.pieces import opened
from animkit.findings import Finding

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


def join_findings(path: Path, plan: FilmPlan) -> Iterator[Finding]:
    """Frames beside a join (and the film's first and last) that are not the pieces' own when the film is decoded."""
    wanted: dict[int, tuple[str, Stretch]] = {}
    for stretch in plan.stretches:
        own = film_frames(stretch.path, plan.fps, sorted({0, stretch.frames - 1}))
        for frame, digest in own.items():
            wanted[stretch.start + frame] = (digest, stretch)
    found = film_frames(path, plan.fps, sorted(wanted))
    for frame, (digest, stretch) in sorted(wanted.items()):
        if found.get(frame) != digest:
            what = "the frame at the join is another than the clip's" if frame in found else "the frame at the join cannot be decoded"
            yield ours("join-wrong", what, shot=stretch.shots[-1 if frame == stretch.start else 0], frame=frame)


def film_frames(path: Path, fps: int, frames: list[int]) -> dict[int, str]:
    """The hashes of these film frames, each reached by a seek to the key frame before it."""
    found: dict[int, str] = {}
    with opened(path) as film:
        stream = film.streams.video[0]
        stream.codec_context.thread_count = 1
        assert stream.time_base is not None
        for frame in frames:
            film.seek(int(frame / fps / stream.time_base), stream=stream)
            for picture in film.decode(stream):
                at = round((picture.pts or 0) * stream.time_base * fps)
                if at >= frame:
                    if at == frame:
                        found[frame] = picture_hash(picture)
                    break
    return found


def picture_hash(picture: VideoFrame) -> str:
    """The hash of what is seen: the picture's three planes, without their padding."""
    return hashlib.sha256(picture.to_ndarray().tobytes()).hexdigest()
