"""Runs one command and measures it: wall time, processor time of its whole process tree, memory at its fullest."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

SAMPLE_EVERY_S = 0.2
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run. ``largest_mb`` is the resident memory of the largest process, ``together_mb`` the sum over the tree (shared pages count
    once, by their share), both sampled five times a second."""

    wall_s: float
    cpu_s: float
    largest_mb: float
    together_mb: float
    status: int
    said: str
    complaints: str

    def and_then(self, other: Measured) -> Measured:
        """Both, one after the other."""
        return Measured(
            wall_s=self.wall_s + other.wall_s,
            cpu_s=self.cpu_s + other.cpu_s,
            largest_mb=max(self.largest_mb, other.largest_mb),
            together_mb=max(self.together_mb, other.together_mb),
            status=self.status or other.status,
            said=self.said + other.said,
            complaints=self.complaints + other.complaints,
        )


def run(command: Sequence[str], *, cwd: Path, environment: Mapping[str, str] | None = None) -> Measured:
    """Run ``command`` to its end. Its processor time is what the kernel tells of it and of every process below it that was waited for."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        child = subprocess.Popen(
            command, cwd=cwd, env={**os.environ, **(environment or {})}, stdout=said, stderr=errors, start_new_session=True
        )
        peak = _Peak(child.pid)
        try:
            _, status, used = os.wait4(child.pid, 0)
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            raise
        finally:
            peak.stop()
        wall_s = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        words, complaints = (_text(file) for file in (said, errors))
    return Measured(
        wall_s=wall_s,
        cpu_s=used.ru_utime + used.ru_stime,
        largest_mb=max(peak.largest_kb, used.ru_maxrss) / 1024,
        together_mb=max(peak.together_kb, used.ru_maxrss) / 1024,
        status=child.returncode,
        said=words,
        complaints=complaints,
    )


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


class _Peak:
    """Looks at a process tree until it is told to stop."""

    def __init__(self, root: int) -> None:
        self.largest_kb = self.together_kb = 0
        self._root, self._over = root, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(SAMPLE_EVERY_S):
            sizes = [size for pid in _tree(self._root) if (size := _memory_kb(pid))]
            if sizes:
                self.largest_kb = max(self.largest_kb, *(resident for resident, _ in sizes))
                self.together_kb = max(self.together_kb, sum(share for _, share in sizes))


def _tree(root: int) -> list[int]:
    """The process and all below it."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            below.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += below.get(pid, [])
    return found


def _memory_kb(pid: int) -> tuple[int, int] | None:
    """Resident memory and its proportional share, or None for a process that has just ended."""
    try:
        rows = Path("/proc", str(pid), "smaps_rollup").read_text().splitlines()
        sizes = {row.split(":")[0]: int(row.split()[1]) for row in rows if row.startswith(("Rss:", "Pss:"))}
        return sizes["Rss"], sizes["Pss"]
    except (OSError, KeyError, ValueError, IndexError):
        return None
