"""Processes of a faulted build: who descends from whom, and who is left. Linux only: it reads /proc."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
PATIENCE_S = 6.0


def adopt_orphans() -> None:
    """Have the kernel hand us every descendant whose own parent dies, so that none escapes notice."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def children(pid: int) -> list[int]:
    """The living children of ``pid``."""
    found: list[int] = []
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (thread / "children").read_text().split()]
    return [child for child in found if state_of(child) not in ("Z", "")]


def descendants(pid: int) -> list[int]:
    """All below ``pid``."""
    below = children(pid)
    return below + [one for child in below for one in descendants(child)]


def state_of(pid: int) -> str:
    """The kernel's letter for it; empty if there is none of that number."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return ""


def servers(pid: int) -> list[int]:
    """The fork servers of a build."""
    return [child for child in children(pid) if b"animkit.shots.serving" in _command(child)]


def drawing(pid: int) -> list[int]:
    """The children that draw for a build."""
    return [child for server in servers(pid) for child in children(server)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def left_running() -> int:
    """How many of our descendants still live a few seconds after all commands have ended; they are killed."""
    end = time.monotonic() + PATIENCE_S
    while (left := descendants(os.getpid())) and time.monotonic() < end:
        time.sleep(0.1)
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    return len(left)
