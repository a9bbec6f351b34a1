"""The finished film, watched: each shot with a second of its neighbours, decoded once for every judge of flashes and darkness.

What was seen of a shot is kept under the hash of its coded pictures as they stand in the film, so that a shot that did not change is not
watched again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from animkit.campaign.profile import PictureRules
from animkit.film.pieces import coded_pictures, opened
from animkit.gate.measure.kept import kept
from animkit.gate.measure.still import Liveliest
from animkit.store import Store
from animkit.timing.timeline import Slot

EVERYDAY_PX = 256
"""Width at which the everyday gate watches. Shares of the picture stay what they are; the release gate watches at full size."""

BLACK_LEVEL, BLACK_SHARE = 32, 0.98
"""A picture is black when this share of its pixels is darker than this of 255 (a tenth of the way from black to white, and a little)."""

SAMPLED_EVERY = 5
"""Whether a shot moves is looked at five times a second, as where it is drawn again."""

CODE = tuple(f"gate/measure/{name}.py" for name in ("flashes", "reversals", "still", "watch"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen in a slot, in frames of the film. ``flashes`` is by judge."""

    slot: Slot
    flashes: dict[str, list[int]]
    black: list[int]
    least_moving: float
    """The least share of pixels that differ within any window as long as a picture may stand still; 0 where there is none."""


def watch(
    film: Path,
    slots: Sequence[Slot],
    fps: int,
    rules: PictureRules,
    store: Store | None,
    *,
    width_px: int | None = EVERYDAY_PX,
    jobs: int = 1,
) -> tuple[Seen, ...]:
    """Each slot as it looks in ``film``; ``width_px`` None watches at full size. FFmpegError if the film cannot be decoded."""
    prints = _prints(film, slots, fps)
    facts = {"rules": asdict(rules), "width": width_px, "fps": fps, "iris": version("iris-pse-detection")}

    def see(number: int) -> dict[str, Any]:
        of = {**facts, "pictures": prints[number]}
        return kept(store, CODE, of, lambda: _seen(film, slots[number], fps, rules, width_px))

    with ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="watch") as threads:
        found = list(threads.map(see, range(len(slots))))
    return tuple(_placed(slot, values) for slot, values in zip(slots, found, strict=True))


def _placed(slot: Slot, values: dict[str, Any]) -> Seen:
    flashes = {judge: [slot.start + frame for frame in frames] for judge, frames in values["flashes"].items()}
    black = [slot.start + frame for frame in values["black"]]
    return Seen(slot=slot, flashes=flashes, black=black, least_moving=values["least_moving"])


def _seen(film: Path, slot: Slot, fps: int, rules: PictureRules, width_px: int | None) -> dict[str, Any]:
    """Frames of the slot, from its first, on which a judge says fail, or on which all is black."""
    from animkit.gate.measure.flashes import Flashes

    judges: Flashes | None = None
    lively = Liveliest(rules.still_longest_ms * fps // 1000 // SAMPLED_EVERY + 1, rules.moving_levels)
    black = []
    for frame, picture in pictures(film, max(0, slot.start - fps), slot.end + fps, fps, width_px):
        judges = judges or Flashes(picture.shape[:2], fps, rules)
        judges.see(picture, frame - slot.start)
        if slot.start <= frame < slot.end and float((picture.max(axis=2) < BLACK_LEVEL).mean()) >= BLACK_SHARE:
            black.append(frame - slot.start)
        if slot.start <= frame < slot.end and (frame - slot.start) % SAMPLED_EVERY == 0:
            lively.see(picture)
    failed = judges.failed if judges else {}
    flashes = {judge: [at for at in frames if 0 <= at < slot.frames] for judge, frames in failed.items()}
    return {"flashes": flashes, "black": black, "least_moving": lively.least or 0.0}


def pictures(film: Path, start: int, end: int, fps: int, width_px: int | None) -> Iterator[tuple[int, NDArray[np.uint8]]]:
    """The frames from ``start`` up to ``end``, each with its number: (height, width, 3) uint8, BGR, ``width_px`` wide (None: as it is)."""
    with opened(film) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        stream.thread_type = "AUTO"
        stream.codec_context.thread_count = 1
        container.seek(int(start / fps / stream.time_base), stream=stream)
        height_px = None if width_px is None else round(stream.height * width_px / stream.width / 2) * 2
        for picture in container.decode(stream):
            frame = round((picture.pts or 0) * stream.time_base * fps)
            if frame >= end:
                return
            if frame >= start:
                small = picture.reformat(width=width_px, height=height_px, format="bgr24", interpolation="AREA")
                yield frame, np.asarray(small.to_ndarray(), dtype=np.uint8)


def _prints(film: Path, slots: Sequence[Slot], fps: int) -> list[str]:
    """For each slot the hash of all coded pictures that are decoded to see it with a second on each side."""
    coded = [(picture.shown, picture.is_key, hashlib.sha256(picture.data).hexdigest()) for picture in coded_pictures(film, fps)]
    keys = [shown for shown, is_key, _ in coded if is_key]
    found = []
    for slot in slots:
        first = max((key for key in keys if key <= max(0, slot.start - fps)), default=0)
        inside = sorted((shown - slot.start, digest) for shown, _, digest in coded if first <= shown < slot.end + fps)
        found.append(hashlib.sha256(repr(inside).encode()).hexdigest())
    return found


def runs(frames: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs of ascending frames, as (first, last)."""
    first = last = None
    for frame in frames:
        if last is not None and frame == last + 1:
            last = frame
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = frame
    if first is not None and last is not None:
        yield first, last


def cores(jobs: int) -> int:
    """How many slots to watch at once: no more than there are cores."""
    return max(1, min(jobs, os.cpu_count() or 1))
