"""The fork server: a process that has imported manim once and forks a bounded child for each job.

`studio` starts it with an empty working folder and an environment of its own, so that no manim.cfg, home folder or module beside a
storyboard has a say, and speaks with it in lines of JSON:

    in   {"id": 7, "folder": "/.../7", "seconds": 300}     a job: the child reads job.json there and writes result.json
         {"kill": 7}
    out  {"id": 7, "status": 0, "cpu_s": 4.2, "peak_kb": 153000}     the child's wait status, its processor time and memory at most
         {"id": 7, "status": 9, ..., "overdue": true}                it was killed because its seconds were over

Promise: a child is the head of its own process group, bounded in memory, file size and processor time, and ends with the server; the
server ends, and kills what runs, when its input closes: when whoever started it is gone.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

MEMORY_BYTES = 4 << 30
"""Address space of a child. Four people and twenty bubbles, all moving at 1080p, take 0.9 GiB of it, 0.36 GiB resident."""

FILE_BYTES = 1 << 30
"""The largest file a child may write: a minute at 1080p takes 4 to 20 MB."""

PR_SET_PDEATHSIG = 1
LOG = "log.txt"


@dataclass(slots=True)
class _Child:
    job: int
    overdue_at: float
    is_overdue: bool = False


def serve(work: Callable[[], None]) -> None:
    """Take jobs from standard input until it closes; each runs ``work`` in a child whose working folder is the job's."""
    children: dict[int, _Child] = {}
    woken, waker = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(waker, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; whoever started us decides what ends.
    rest = b""
    try:
        while True:
            ready, _, _ = select.select([0, woken], [], [], _patience(children))
            if woken in ready:
                os.read(woken, 512)
            _reap(children)
            _kill_overdue(children)
            if 0 in ready:
                read = os.read(0, 65536)
                if not read:
                    return
                *lines, rest = (rest + read).split(b"\n")
                for line in lines:
                    _obey(json.loads(line), children, work)
    finally:
        for pid in children:
            _kill(pid)


def _obey(request: dict[str, object], children: dict[int, _Child], work: Callable[[], None]) -> None:
    if "kill" in request:
        for pid, child in children.items():
            if child.job == request["kill"]:
                _kill(pid)
        return
    seconds = float(str(request["seconds"]))
    pid = os.fork()
    if pid == 0:
        _be_a_child(Path(str(request["folder"])), seconds, work)
    children[pid] = _Child(int(str(request["id"])), time.monotonic() + seconds)


def _patience(children: dict[int, _Child]) -> float | None:
    waiting = [child.overdue_at for child in children.values() if not child.is_overdue]
    return max(0.0, min(waiting) - time.monotonic()) if waiting else None


def _reap(children: dict[int, _Child]) -> None:
    while children:
        pid, status, used = os.wait4(-1, os.WNOHANG)
        if not pid:
            return
        child = children.pop(pid)
        _kill_group(pid)  # What the child itself started, if anything, is in its process group.
        answer = {"id": child.job, "status": status, "cpu_s": used.ru_utime + used.ru_stime, "peak_kb": used.ru_maxrss}
        answer |= {"overdue": True} if child.is_overdue else {}
        os.write(1, json.dumps(answer).encode() + b"\n")


def _kill_overdue(children: dict[int, _Child]) -> None:
    for pid, child in children.items():
        if not child.is_overdue and time.monotonic() >= child.overdue_at:
            child.is_overdue = True
            _kill(pid)


def _kill(pid: int) -> None:
    _kill_group(pid)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)  # It may be so new that it has no group of its own yet.


def _kill_group(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _be_a_child(folder: Path, seconds: float, work: Callable[[], None]) -> NoReturn:
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        _end_with(os.getppid())
        _bound(seconds)
        os.chdir(folder)
        nothing, log = os.open(os.devnull, os.O_RDONLY), os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(nothing, 0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        work()
        status = 0
    except BaseException:  # Whatever it is, it may not reach the code of the server that stands above.
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _end_with(parent: int) -> None:
    """Have the kernel kill this process when its parent ends (Linux; elsewhere the limits and the server's own end do it)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _bound(seconds: float) -> None:
    processor_seconds = int(seconds) + 1
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_CPU, processor_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
