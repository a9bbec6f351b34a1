"""The studio: where children draw. It starts the fork server and runs jobs in bounded children of it, from any thread.

Promise: a job ends by its deadline; when the studio closes, or the process that opened it ends in any way, nothing of it goes on
running. What crosses the border is JSON in files; nothing is pickled.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from animkit.campaign.project import PACKAGE
from animkit.findings import ExitCode, Finding, Refused
from animkit.shots.server import LOG
from animkit.shots.workroom import workroom

KEPT_FROM_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT")
"""All else is stated, so that a home folder or a stray variable changes no picture."""

JOB, RESULT = "job.json", "result.json"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job's child ended. ``result`` is what it wrote, if it came to that; ``log`` the end of what it printed,
    ``cpu_s`` its processor time, ``peak_kb`` its memory at most."""

    result: Mapping[str, Any] | None
    status: int
    is_overdue: bool
    log: str
    cpu_s: float = 0.0
    peak_kb: int = 0

    @property
    def killed_by(self) -> str:
        """The signal that ended it (``SIGKILL``), or nothing."""
        return signal.Signals(os.WTERMSIG(self.status)).name if os.WIFSIGNALED(self.status) else ""


class Studio:
    """Runs jobs; its work in progress lies in a workroom in ``parent``. Use as a context manager.

    The fork server starts with the first job (about a second), so that a build with nothing to draw costs nothing.
    """

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._answers: dict[int, Mapping[str, Any]] = {}
        self._is_over = False
        self._server: subprocess.Popen[bytes] | None = None
        self._open = ExitStack()
        self.folder = Path()

    def run(self, job: Mapping[str, Any], seconds: float) -> tuple[Path, Ended]:
        """Run ``job`` (plain JSON values) in a child and wait for its end, ``seconds`` at most: the job's folder, and how it ended.

        The folder stays until the studio closes, or until its owner takes it away. Refused (environment) if the studio itself has ended.
        """
        number = next(self._numbers)
        with self._changed:
            server = self._server or self._start()
            folder = self.folder / f"job-{number}"
            folder.mkdir()
            (folder / JOB).write_text(json.dumps(job), encoding="utf-8")
            request = json.dumps({"id": number, "folder": str(folder), "seconds": seconds})
            with suppress(BrokenPipeError, ValueError):  # Then it has ended, which the wait below is told.
                _pipe(server.stdin).write(request.encode() + b"\n")
                _pipe(server.stdin).flush()
            self._changed.wait_for(lambda: self._is_over or number in self._answers)
            answer = self._answers.pop(number, None)
        if answer is None:
            raise Refused(_ended_finding(_tail(self.folder / LOG)))
        return folder, Ended(
            result=_read(folder / RESULT),
            status=int(answer["status"]),
            is_overdue=bool(answer.get("overdue")),
            log=_tail(folder / LOG),
            cpu_s=float(answer["cpu_s"]),
            peak_kb=int(answer["peak_kb"]),
        )

    def close(self) -> None:
        """End the server and whatever it still runs, and take the workroom away."""
        self._open.close()

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        self.folder = self._open.enter_context(workroom(self._parent))
        home = self.folder / "home"
        home.mkdir()
        with (self.folder / LOG).open("wb") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "animkit.shots.serving"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=home,
                env=_environment(home),
                start_new_session=True,
            )
        listener = threading.Thread(target=self._listen, args=(server,), daemon=True)
        listener.start()
        self._open.callback(_end, server, listener)
        self._server = server
        return server

    def _listen(self, server: subprocess.Popen[bytes]) -> None:
        for line in _pipe(server.stdout):
            answer = json.loads(line)
            with self._changed:
                self._answers[answer["id"]] = answer
                self._changed.notify_all()
        with self._changed:
            self._is_over = True
            self._changed.notify_all()


def _end(server: subprocess.Popen[bytes], listener: threading.Thread) -> None:
    with suppress(BrokenPipeError):
        _pipe(server.stdin).close()
    server.wait()
    listener.join()
    _pipe(server.stdout).close()


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT_FROM_ENVIRONMENT if name in os.environ}
    roots = [str(PACKAGE.parent), *(str(Path(entry).resolve()) for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry)]
    return kept | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(roots)),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


def _ended_finding(log: str) -> Finding:
    lines = log.strip().splitlines()
    why = lines[-1] if lines else "it said nothing"
    return Finding("no-studio", "the process that draws shots ended", why=why, mend="run animkit doctor", exit_code=ExitCode.ENVIRONMENT)


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        result: Mapping[str, Any] = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return result


def _tail(path: Path, size: int = 20_000) -> str:
    try:
        return path.read_bytes()[-size:].decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
