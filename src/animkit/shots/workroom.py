"""A folder for work in progress, which is gone afterwards, whatever happened.

Promise: what a killed build leaves behind is swept away by the next one. A kernel lock, which ends with its process, tells a folder
in use from one that was left.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

LOCK = ".in-use"


@contextmanager
def workroom(parent: Path) -> Iterator[Path]:
    """A new empty folder in ``parent`` (made if missing), and its resolved path. OSError when the disk is full."""
    parent.mkdir(parents=True, exist_ok=True)
    sweep(parent)
    folder, lock = _locked(parent)
    try:
        with lock:
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _locked(parent: Path) -> tuple[Path, IO[str]]:
    """A new folder and its lock, which is held."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix="work-", dir=parent)).resolve()
        with suppress(FileNotFoundError):  # Somebody who sweeps came between its making and its locking: another one, then.
            lock = (folder / LOCK).open("w")
            fcntl.flock(lock, fcntl.LOCK_EX)
            if (folder / LOCK).exists():
                return folder, lock
            lock.close()


def sweep_all(parent: Path) -> int:
    """Take away what nobody is using in the folders of workrooms that lie in ``parent``; returns how many there were."""
    return sum(sweep(folder) for folder in sorted(parent.glob("*")) if folder.is_dir())


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
