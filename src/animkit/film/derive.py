"""Pieces made from pieces: dissolves, captioned and smaller pictures. Each is a pure task, made once and kept in the store.

Promise: a task's key names everything its bytes depend on, the encoder among it; equal tasks give equal bytes at any number of workers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from threading import Event
from typing import Any, Protocol

import av

from animkit.film.model import Stretch
from animkit.film.recipe import recipe
from animkit.shots.encode import Encoded
from animkit.shots.workroom import workroom
from animkit.store import Store, key_of

Progress = Callable[[str, int, int], None]
"""Stage, how many are done, of how many."""


class StoppedError(Exception):
    """The work is no longer wanted: another piece failed, or somebody pressed Ctrl-C."""


def always() -> None:
    """Go on."""


class PieceTask(Protocol):
    """One piece to be made."""

    @property
    def kind(self) -> str:
        """The store's kind: captioned, dissolve, small."""
        ...

    @property
    def place(self) -> Stretch:
        """Where the piece stands in the film; its path and hash are those of what it is made from."""
        ...

    def ingredients(self) -> dict[str, Any]:
        """Everything but the encoder that its bytes depend on, as plain JSON values."""
        ...

    def make(self, path: Path, go_on: Callable[[], None] = always) -> Encoded:
        """Write the piece to ``path``. ``go_on`` is called before every frame, and raises where the work is no longer wanted."""
        ...


def piece_key(task: PieceTask) -> str:
    """The key under which the store holds the task's piece."""
    return key_of({"ingredients": task.ingredients(), "kind": task.kind, "encoder": encoder_facts()})


def encoder_facts() -> dict[str, Any]:
    """What the bytes of any piece depend on besides its frames."""
    return {
        "code": recipe("shots/encode.py"),
        "av": av.__version__,
        "libraries": {name: list(version) for name, version in av.library_versions.items()},
    }


def derived(task: PieceTask, store: Store, go_on: Callable[[], None] = always) -> Stretch:
    """The task's piece from the store, made now if it is not there. OSError when the disk is full; EncodeError is ours."""
    key = piece_key(task)
    entry = store.get(task.kind, key)
    if entry is None:
        with workroom(store.root / "tmp" / "film") as folder:
            made = task.make(folder / "piece.mp4", go_on)
            if made.frames != task.place.frames:
                raise ValueError(f"{task.kind} of {'/'.join(task.place.shots)}: {made.frames} frames made, {task.place.frames} wanted")
            entry = store.put(task.kind, key, {"piece": made.path}, {"frames": made.frames})
    return Stretch(
        start=task.place.start,
        frames=task.place.frames,
        path=entry.files["piece"],
        sha256=entry.hashes["piece"],
        shots=task.place.shots,
    )


def derived_all(
    tasks: Sequence[PieceTask],
    store: Store,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    stage: str = "pictures",
) -> tuple[Stretch, ...]:
    """The pieces of all tasks, in their order, made side by side, the longest first.

    Threads are enough: decoding and encoding let go of Python's lock. The first error, and Ctrl-C, stop the others at their next frame.
    """
    longest_first = sorted(range(len(tasks)), key=lambda number: -tasks[number].place.frames)
    stop = Event()

    def go_on() -> None:
        if stop.is_set():
            raise StoppedError

    made: dict[int, Stretch] = {}
    with ThreadPoolExecutor(max_workers=jobs or os.cpu_count() or 1, thread_name_prefix="piece") as threads:
        running: dict[Future[Stretch], int] = {threads.submit(derived, tasks[number], store, go_on): number for number in longest_first}
        try:
            for future in as_completed(running):
                made[running[future]] = future.result()
                if progress:
                    progress(stage, len(made), len(tasks))
        except BaseException:
            stop.set()
            threads.shutdown(wait=False, cancel_futures=True)
            raise
    return tuple(made[number] for number in range(len(tasks)))
