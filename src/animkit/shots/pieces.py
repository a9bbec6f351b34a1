"""A clip's pieces: which frames each holds, and the reel that encodes them as they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from animkit.shots.encode import Converter, Encoded, Encoder
from animkit.shots.model import ShotTask
from animkit.shots.region import Parts

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame


@dataclass(frozen=True, slots=True)
class Span:
    """One piece's frames of the shot: from ``start`` up to, not including, ``end``."""

    role: str
    start: int
    end: int


def spans(task: ShotTask) -> tuple[Span, ...]:
    """The pieces of a shot, in order; together they are every frame from the in-handle's first to the out-handle's last.

    ValueError if the slot is too short for both dissolves.
    """
    head_end, tail_start = task.handle_in, task.frames - task.handle_out
    if head_end > tail_start:
        raise ValueError(f"shot '{task.shot}' of {task.frames} frames has dissolves of {2 * task.handle_in} and {2 * task.handle_out}")
    pieces = (
        Span("head", -task.handle_in, head_end),
        Span("body", head_end, tail_start),
        Span("tail", tail_start, task.frames + task.handle_out),
    )
    return tuple(piece for piece in pieces if piece.end > piece.start)


class PieceReel:
    """Encodes every frame it is given into the piece that it belongs to, one file a role in ``folder``."""

    def __init__(self, task: ShotTask, folder: Path) -> None:
        self.encoded: dict[str, Encoded] = {}
        self.converted = 0
        self._task, self._folder = task, folder
        self._spans = list(spans(task))
        self._convert = Converter()
        self._picture: VideoFrame | None = None
        self._encoder: Encoder | None = None

    def wants(self, frame: int) -> bool:
        """Every frame of the shot."""
        return -self._task.handle_in <= frame < self._task.frames + self._task.handle_out

    def take(self, frame: int, pixels: np.ndarray, changed: Parts) -> None:
        """Encode a frame; of one that has changed in part, only that part is converted."""
        span = self._spans[0]
        if changed or self._picture is None:
            self._picture = self._convert(pixels, changed if self._picture else None)
            self.converted += 1
        if self._encoder is None:
            path = self._folder / f"{span.role}.mp4"
            self._encoder = Encoder(path, self._task.width_px, self._task.height_px, self._task.fps)
        self._encoder.add_picture(self._picture)
        if frame == span.end - 1:
            self.encoded[span.role] = self._encoder.close()
            self._encoder = None
            self._spans.pop(0)
