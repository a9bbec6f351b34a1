"""Harm to what lies in the store, or at the film's name, before the build reads it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

from torture.faults import IN_STORE, OK, Fault, Faulted
from torture.film import Case, start

Harm = Callable[[Path, Random, Case], None]

AS_ANY_USER = ("setpriv", "--inh-caps=-dac_override,-dac_read_search", "--bounding-set=-dac_override,-dac_read_search")
"""Root without the power to read what belongs to others: then the rights on a file count."""


def may_drop_rights() -> bool:
    """Whether there is a root whose powers can be taken away."""
    return not os.geteuid() and subprocess.run([*AS_ANY_USER, "true"], capture_output=True, check=False).returncode == 0


def _truncated(path: Path, dice: Random, _case: Case) -> None:
    os.truncate(path, dice.randrange(path.stat().st_size))


def _zeroed(path: Path, _dice: Random, _case: Case) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _flipped(path: Path, dice: Random, _case: Case) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(bytes(data))


def _deleted(path: Path, _dice: Random, _case: Case) -> None:
    path.unlink()


def _appended(path: Path, dice: Random, _case: Case) -> None:
    with path.open("ab") as file:
        file.write(dice.randbytes(dice.randrange(1, 5000)))


def _swapped(path: Path, dice: Random, case: Case) -> None:
    """Exchanged with another of the same kind: whole, valid, and not what its name says."""
    others = [other for other in _kept(case, path.parts[path.parts.index(".animkit") + 1]) if other != path and other.suffix == path.suffix]
    if others:
        other = dice.choice(others)
        mine, theirs = path.read_bytes(), other.read_bytes()
        path.write_bytes(theirs)
        other.write_bytes(mine)


def _foreign(path: Path, _dice: Random, _case: Case) -> None:
    os.chown(path, 65534, 65534)
    path.chmod(0o600)


def _is_a_pipe(path: Path, _dice: Random, _case: Case) -> None:
    path.unlink()
    os.mkfifo(path)


def _is_a_folder(path: Path, _dice: Random, _case: Case) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").touch()


def _leads_elsewhere(path: Path, _dice: Random, case: Case) -> None:
    path.unlink()
    path.symlink_to(case.board)


def _nested(path: Path, _dice: Random, _case: Case) -> None:
    """What json.loads answers with RecursionError."""
    path.write_bytes(b"[" * 200_000)


def _kept(case: Case, part: str) -> list[Path]:
    return sorted(path for path in (case.store / part).rglob("*") if path.is_file())


def _harmed(harm: Harm, parts: tuple[str, ...] = ("objects", "keys"), before: tuple[str, ...] = ()) -> Callable[..., Faulted]:
    """One to three entries harmed; then the build."""

    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        del lasts
        if case.out.exists() and dice.random() < 0.5:
            shutil.rmtree(case.out)
        part = dice.choice(parts)
        there = _kept(case, part)
        for path in dice.sample(there, min(dice.choice((1, 1, 3)), len(there))):
            harm(path, dice, case)
        run = start(case, before=before)
        return Faulted(run.wait(), run.err, detail=part)

    return do


def _film_harmed(harm: Harm) -> Callable[..., Faulted]:
    def do(case: Case, dice: Random, lasts: float) -> Faulted:
        del lasts
        path = dice.choice(sorted(path for path in case.out.iterdir() if path.is_file()))
        harm(path, dice, case)
        run = start(case)
        return Faulted(run.wait(), run.err, detail=path.name)

    return do


WELL = frozenset({OK})

FAULTS = {
    "store: truncated": Fault(do=_harmed(_truncated), endings=WELL, states=IN_STORE),
    "store: zeroed": Fault(do=_harmed(_zeroed), endings=WELL, states=IN_STORE),
    "store: one bit flipped": Fault(do=_harmed(_flipped), endings=WELL, states=IN_STORE, weight=2),
    "store: two swapped": Fault(do=_harmed(_swapped), endings=WELL, states=IN_STORE),
    "store: deleted": Fault(do=_harmed(_deleted), endings=WELL, states=IN_STORE),
    "store: appended": Fault(do=_harmed(_appended), endings=WELL, states=IN_STORE),
    "store: a foreign owner": Fault(do=_harmed(_foreign, before=AS_ANY_USER), endings=WELL, states=IN_STORE, needs=may_drop_rights),
    "store: a pipe": Fault(do=_harmed(_is_a_pipe), endings=WELL, states=IN_STORE),
    "store: a folder": Fault(do=_harmed(_is_a_folder), endings=WELL, states=IN_STORE),
    "store: a link to elsewhere": Fault(do=_harmed(_leads_elsewhere), endings=WELL, states=IN_STORE),
    "store: a record nested deep": Fault(do=_harmed(_nested, parts=("keys",)), endings=WELL, states=IN_STORE),
    "film: one bit flipped": Fault(do=_film_harmed(_flipped), endings=WELL, states=("done",)),
    "film: truncated": Fault(do=_film_harmed(_truncated), endings=WELL, states=("done",)),
}
