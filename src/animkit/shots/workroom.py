"""A folder for work in progress, which is gone afterwards, whatever happened.

Promise: what a killed build leaves behind is swept away by the next one. A kernel lock, which ends with its process, tells a folder
in use from one that was left.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = ".in-use"


@contextmanager
def workroom(parent: Path) -> Iterator[Path]:
    """A new empty folder in ``parent`` (made if missing), and its resolved path. OSError when the disk is full."""
    parent.mkdir(parents=True, exist_ok=True)
    sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix="work-", dir=parent)).resolve()
    try:
        with (folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path) -> int:
    """Take away the workrooms in ``parent`` that nobody is using; returns how many there were."""
    swept = 0
    for folder in sorted(parent.glob("work-*")):
        try:
            with (folder / LOCK).open("r") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
                swept += 1
        except OSError:
            continue  # In use, or just being made or taken away by another build.
    return swept
