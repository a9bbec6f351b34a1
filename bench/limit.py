"""The encode limit: the excerpt's frames, ready as yuv420p, through the one encoder at the same settings, two files at once.

python -m bench.limit CLIP.mp4...      prints {"wall_s", "cpu_s", "frames"} of the encoding alone
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import av
import numpy as np

from animkit.shots.encode import Encoder, pictures, tag_bt709

AT_ONCE = 200
"""Frames that are decoded ahead: 600 MB at 1080p."""


def encode(path: str) -> tuple[float, float, int]:
    """Encode the clip's frames again: wall and processor seconds of the encoding alone, and how many frames."""
    wall_s = cpu_s = 0.0
    with tempfile.TemporaryDirectory() as folder:
        encoder: Encoder | None = None
        for block in _blocks(Path(path)):
            encoder = encoder or Encoder(Path(folder) / "again.mp4", block[0].shape[1], block[0].shape[0] * 2 // 3, 25)
            began, used = time.monotonic(), time.process_time()
            for frame in block:
                encoder.add_picture(tag_bt709(av.VideoFrame.from_numpy_buffer(frame, format="yuv420p")))
            wall_s, cpu_s = wall_s + time.monotonic() - began, cpu_s + time.process_time() - used
        assert encoder is not None
        encoder.abandon()
        return wall_s, cpu_s, encoder.frames


def _blocks(path: Path) -> Iterator[list[np.ndarray]]:
    block: list[np.ndarray] = []
    for picture in pictures(path):
        block.append(picture.to_ndarray().astype(np.uint8, copy=False))
        if len(block) == AT_ONCE:
            yield block
            block = []
    if block:
        yield block


def main() -> None:
    """Encode all clips, two at once, the longest first; the wall time is what two workers that never wait would take."""
    clips = sorted(sys.argv[1:], key=lambda path: -Path(path).stat().st_size)
    with ProcessPoolExecutor(2) as workers:
        each = list(workers.map(encode, clips))
    print(
        json.dumps({"wall_s": sum(row[0] for row in each) / 2, "cpu_s": sum(row[1] for row in each), "frames": sum(row[2] for row in each)})
    )


if __name__ == "__main__":
    main()
