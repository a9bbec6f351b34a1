"""The log of a build: what was asked, which stages ran, how it ended. One file a build, in the store's folder."""

from __future__ import annotations

import os
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from animkit.production.settings import Progress, Settings

KEPT = 20
"""So many logs are kept; the oldest go."""


class Logbook:
    """Writes down progress on its way to whoever shows it. A context manager; an error that passes through is written down whole."""

    def __init__(self, root: Path, settings: Settings, progress: Progress) -> None:
        self.path = root / "logs" / f"{settings.storyboard.stem}-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
        self._settings, self._progress = settings, progress
        self._began = time.monotonic()
        self._stage = ""
        self._file: TextIO | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of progress and pass it on."""
        if stage != self._stage or done == total:
            self._stage = stage
            self.note(f"{stage} {done}/{total}")
        self._progress(stage, done, total)

    def note(self, text: str) -> None:
        """Write a line, with the seconds since the build began."""
        if self._file is not None:
            self._file.write(f"{time.monotonic() - self._began:8.2f} {text}\n")
            self._file.flush()

    def end(self, text: str) -> None:
        """Write the report."""
        for row in text.splitlines():
            self.note(row)

    def __enter__(self) -> Logbook:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for old in sorted(self.path.parent.glob("*.log"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
        self._file = self.path.open("w", encoding="utf-8")
        self.note(str(self._settings))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is not None:
            self.note("".join(traceback.format_exception(kind, error, trace)))
        if self._file is not None:
            self._file.close()
