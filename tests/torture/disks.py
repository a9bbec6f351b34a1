"""Disks that are full, fill up or may not be written; limits on memory and on the size of a file."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from torture.faults import FAILED, IN_WORK, MACHINE, OK, Fault, Faulted
from torture.film import Case, start

MB = 1 << 20
ROOMY = "size=2g"


def may_mount() -> bool:
    """Whether small disks can be made: root, and not in a container that forbids it."""
    if os.geteuid():
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0


def _mounted(folder: Path, options: str) -> None:
    """Put a disk of its own under ``folder`` and what lies in it."""
    aside = folder.with_name(f"{folder.name}-aside")
    folder.mkdir(parents=True, exist_ok=True)
    folder.rename(aside)
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    shutil.copytree(aside, folder, dirs_exist_ok=True, symlinks=True)
    shutil.rmtree(aside)


def unmounted(folder: Path) -> None:
    """Take the disk away, if there is one."""
    if os.path.ismount(folder):
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _remount(folder: Path, options: str) -> Callable[[], None]:
    return lambda: subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True) and None


def _used(folder: Path) -> int:
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*"))


def _small_disk(case: Case, dice: Random, lasts: float) -> Faulted:
    """The whole project on a disk with little room left from the start."""
    del lasts
    _mounted(case.root, ROOMY)
    left = round(10 ** dice.uniform(4.5, 7.3))
    _remount(case.root, f"size={_used(case.root) + left + MB // 4}")()
    run = start(case)
    return Faulted(run.wait(), run.err, detail=f"{left >> 10} KB left", mend=_remount(case.root, ROOMY))


def _filling_disk(case: Case, dice: Random, lasts: float) -> Faulted:
    """The project's disk fills up while the build works, by somebody else's file."""
    _mounted(case.root, "size=192m")
    filler = case.root / "somebody-elses-file"
    moment, left = dice.uniform(0.1, 1.0) * lasts, round(10 ** dice.uniform(3.0, 6.0))
    run = start(case)
    end = time.monotonic() + moment
    while run.process.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    alive = run.process.poll() is None
    free = shutil.disk_usage(case.root).free
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free - left, 1))
    status = run.wait()
    return Faulted(status, run.err, hit=alive, detail=f"at {moment:.1f} s, {left >> 10} KB left", mend=filler.unlink)


def _read_only(which: str) -> Callable[[Case, Random, float], Faulted]:
    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        del dice, lasts
        folder = {"out": case.out, "store": case.store, "project": case.root}[which]
        _mounted(folder, ROOMY)
        _remount(folder, "ro")()
        run = start(case)
        return Faulted(run.wait(), run.err, detail=which, mend=_remount(folder, "rw"))

    return do


def _limited(kind: int, low: float, high: float, unit: str) -> Callable[[Case, Random, float], Faulted]:
    """A limit of the kernel on the build and all its children, between 10^low and 10^high bytes."""

    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        del lasts
        most = round(10 ** dice.uniform(low, high))
        run = start(case, bounded=lambda: resource.setrlimit(kind, (most, most)))
        status = run.wait()
        return Faulted(status, run.err, hit=status != OK, detail=f"{most >> 10} KB of {unit}")

    return do


FAULTS = {
    "small disk": Fault(do=_small_disk, endings=frozenset({MACHINE, OK}), needs=may_mount, weight=4),
    "disk fills up": Fault(do=_filling_disk, endings=frozenset({MACHINE, OK}), states=IN_WORK, needs=may_mount, weight=3),
    "read-only output": Fault(do=_read_only("out"), endings=frozenset({MACHINE}), needs=may_mount),
    "read-only store": Fault(do=_read_only("store"), endings=frozenset({MACHINE}), needs=may_mount),
    "memory limit": Fault(do=_limited(resource.RLIMIT_AS, 8.0, 9.4, "memory"), endings=frozenset({FAILED, MACHINE, OK}), weight=2),
    "file-size limit": Fault(do=_limited(resource.RLIMIT_FSIZE, 3.0, 6.3, "a file"), endings=frozenset({MACHINE, OK}), weight=2),
}
