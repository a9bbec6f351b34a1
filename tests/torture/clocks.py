"""Another machine, as it were: another date, no fonts, no ffmpeg, another home, hash seed, language and folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

from torture.disks import may_mount
from torture.faults import OK, Fault, Faulted
from torture.film import Case, start

FROM_NOTHING = ("nothing", "spoken", "edited")
FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)


def _dated(case: Case, dice: Random, lasts: float) -> Faulted:
    """The build believes in an earlier date (libfaketime)."""
    del lasts
    days = dice.choice((1, 40, 180))
    run = start(case, LD_PRELOAD=str(FAKETIME), FAKETIME=f"-{days}d", FAKETIME_DONT_FAKE_MONOTONIC="1")
    return Faulted(run.wait(), run.err, detail=f"{days} days back")


def _without(*folders: str) -> Callable[[Case, Random, float], Faulted]:
    """Empty folders stand in the place of the machine's."""

    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        del dice, lasts
        there = [folder for folder in folders if Path(folder).is_dir()]
        hide = " && ".join(f"mount -t tmpfs tmpfs {folder}" for folder in there)
        run = start(case, before=("unshare", "--mount", "sh", "-c", f'{hide or "true"} && exec "$@"', "sh"))
        return Faulted(run.wait(), run.err, detail=" ".join(there))

    return do


def _broken_programs(case: Case, dice: Random, lasts: float) -> Faulted:
    """ffmpeg, ffprobe and node come first on the path, and fail; or nothing is on the path at all."""
    del lasts
    folder = case.folder / "bin"
    folder.mkdir(exist_ok=True)
    status = dice.choice((1, 0, None))
    for name in ("ffmpeg", "ffprobe", "node", "npm", "mediaconch", "latex", "dvisvgm"):
        program = folder / name
        program.write_text(f"#!/bin/sh\nexit {status}\n")
        program.chmod(0o755)
    path = str(folder) if status is None else f"{folder}{os.pathsep}{os.environ['PATH']}"
    run = start(case, PATH=path, IMAGEIO_FFMPEG_EXE=str(folder / "ffmpeg"))
    return Faulted(run.wait(), run.err, detail="no programs" if status is None else f"programs that exit {status}")


def _elsewhere(case: Case, dice: Random, lasts: float) -> Faulted:
    """Another language, time zone, hash seed, number of jobs; a stray manim.cfg in the working folder, stray settings of Python."""
    del lasts
    jobs = dice.choice((1, 2, 3))
    seed = str(dice.randrange(1, 4_000_000_000))
    (case.root / "manim.cfg").write_text("[CLI]\nbackground_color = RED\nframe_rate = 7\n")
    zone = dice.choice(("Pacific/Kiritimati", "America/Anchorage"))
    run = start(case, jobs=jobs, PYTHONHASHSEED=seed, LANG="tr_TR.UTF-8", LC_ALL="C", TZ=zone, OMP_NUM_THREADS="2")
    return Faulted(run.wait(), run.err, detail=f"jobs {jobs}, hash seed {seed}")


def _has_faketime() -> bool:
    return FAKETIME is not None


def _may_hide() -> bool:
    return may_mount() and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0


RIGHT = frozenset({OK})

FAULTS = {
    "clock set back": Fault(do=_dated, endings=RIGHT, states=FROM_NOTHING, needs=_has_faketime, weight=2),
    "no fonts": Fault(
        do=_without("/usr/share/fonts", "/usr/local/share/fonts", "/var/cache/fontconfig"),
        endings=RIGHT,
        states=FROM_NOTHING,
        needs=_may_hide,
        weight=2,
    ),
    "no ffmpeg, or a broken one": Fault(do=_broken_programs, endings=RIGHT, states=FROM_NOTHING, weight=2),
    "another home, zone, hash seed": Fault(do=_elsewhere, endings=RIGHT, states=FROM_NOTHING, weight=2),
}
