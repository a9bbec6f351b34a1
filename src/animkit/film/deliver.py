"""Whole or absent: how a finished file gets its name.

Promise: the name shows the last good file until the new one is whole, checked and on the disk. After kill -9, a power cut, a full disk or
Ctrl-C the old file stands as it was, and the next run takes the half one away.
"""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from animkit.findings import ExitCode, Finding, Refused
from animkit.store import clear_left_behind, locked, sha256_file, sync_folder

REFUSED = "refused"
"""The folder beside the films where one lies that a gate refused."""

SPARE_BYTES = 64 << 20


class Pending:
    """A finished file that has no name yet. ``accept`` gives it its name, ``refuse`` sets it aside; left alone, it goes away.

    Use as a context manager. It holds a kernel lock on its file, so that another run can tell it from one that was left behind.
    """

    def __init__(self, final: Path, part: Path, descriptor: int) -> None:
        self.final = final
        self.part = part
        self._descriptor = descriptor

    def accept(self) -> bool:
        """Give the file its name. Says whether anything changed: equal bytes leave the old file, and its date, alone."""
        if self.final.is_file() and sha256_file(self.final) == sha256_file(self.part):
            self.drop()
            return False
        self._move(self.final)
        return True

    def refuse(self) -> Path:
        """Set the file aside under refused/ and leave the last good one where it is; returns where it lies now."""
        aside = self.final.parent / REFUSED / self.final.name
        aside.parent.mkdir(exist_ok=True)
        self._move(aside)
        return aside

    def drop(self) -> None:
        """Take the file away, if it is still there."""
        self.part.unlink(missing_ok=True)
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _move(self, to: Path) -> None:
        os.fsync(self._descriptor)
        self.part.replace(to)
        sync_folder(to.parent)
        self.drop()

    def __enter__(self) -> Pending:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.drop()


class Standing(Pending):
    """A file that stands at its name already, whole and proved in an earlier run: there is nothing to move."""

    def __init__(self, final: Path) -> None:
        super().__init__(final, final, -1)

    def accept(self) -> bool:
        """Nothing changes."""
        return False

    def refuse(self) -> Path:
        """Set a copy aside under refused/; the standing file was good when it was accepted, and stays."""
        with pending(self.final.parent / REFUSED / self.final.name, self._copied) as copy:
            copy.accept()
        return copy.final

    def drop(self) -> None:
        """Nothing goes away."""

    def _copied(self, part: Path) -> None:
        shutil.copyfile(self.final, part)


def pending(final: Path, make: Callable[[Path], None]) -> Pending:
    """Have ``make`` write the file beside ``final``. Refused when the disk is full; any other error leaves nothing behind."""
    final.parent.mkdir(parents=True, exist_ok=True)
    clear_left_behind(final.parent, final.name)
    part = final.with_name(f"{final.name}.{uuid.uuid4().hex[:8]}.part")
    made = Pending(final, part, locked(part))
    try:
        make(part)
    except OSError as problem:
        made.drop()
        if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise Refused(_disk_full(final)) from problem
        raise
    except BaseException:
        made.drop()
        raise
    return made


def require_space(folder: Path, wanted_bytes: int) -> None:
    """Refused, before anything is written, where ``folder``'s disk has no room for ``wanted_bytes`` and some to spare."""
    place = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(place).free
    if free < wanted_bytes + SPARE_BYTES:
        what = f"{free >> 20} MB are free where the film goes, it needs {(wanted_bytes + SPARE_BYTES) >> 20} MB"
        raise Refused(Finding("disk-space", what, mend="make room, or choose another folder with --out", exit_code=ExitCode.ENVIRONMENT))


def _disk_full(final: Path) -> Finding:
    what = f"the disk is full: '{final.name}' could not be written"
    return Finding("disk-full", what, mend="make room and run the same command again", exit_code=ExitCode.ENVIRONMENT)
