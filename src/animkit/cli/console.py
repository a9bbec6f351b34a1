"""What a command says and how: progress with time left on a terminal, plain lines elsewhere, JSON for machines.

Promise: answers go to standard output, progress and findings to standard error, so that either can be piped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from animkit.findings import SHOWN_AT_ONCE, Finding, Severity

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NEEDS_A_PERSON: "cyan"}


@dataclass
class Console:
    """How this run talks. One is made for each command, from the options that all commands share."""

    quiet: bool = False
    as_json: bool = False
    debug: bool = False
    _rich: RichProgress | None = None
    _tasks: dict[str, TaskID] | None = None
    _last: tuple[str, int] = ("", -1)

    def set(self, *, quiet: bool, as_json: bool, debug: bool) -> None:
        """Take in options, which may stand before the command, behind it, or in both places."""
        self.quiet, self.as_json, self.debug = self.quiet or quiet, self.as_json or as_json, self.debug or debug

    def say(self, text: str = "") -> None:
        """Part of the answer, on standard output; nothing with --quiet or --json."""
        if not (self.quiet or self.as_json):
            click.echo(text)

    def note(self, text: str) -> None:
        """Beside the answer, on standard error."""
        if not (self.quiet or self.as_json):
            click.echo(text, err=True)

    def answer(self, value: dict[str, Any]) -> None:
        """The answer for machines: one JSON object on standard output, with --json only."""
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))

    def findings(self, findings: Iterable[Finding]) -> None:
        """Every finding on a line of its own, gravest first, at most fifty a file (promise 5)."""
        order = list(Severity)
        shown: dict[str, int] = {}
        if self.as_json:
            return
        for finding in sorted(findings, key=lambda item: (order.index(item.severity), item.place)):
            if self.quiet and finding.severity is not Severity.ERROR:
                continue
            shown[finding.place.path] = shown.get(finding.place.path, 0) + 1
            if shown[finding.place.path] <= SHOWN_AT_ONCE:
                click.secho(str(finding), err=True, fg=COLOURS[finding.severity])
        for path, count in shown.items():
            if count > SHOWN_AT_ONCE:
                click.echo(f"{path}: and {count - SHOWN_AT_ONCE} more", err=True)

    @contextmanager
    def working(self) -> Iterator[None]:
        """While stages report progress: a live bar on a terminal, at most a line a tenth elsewhere."""
        if self.quiet or self.as_json or not sys.stderr.isatty():
            yield
            return
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=RichConsole(stderr=True)) as progress:
            self._rich, self._tasks = progress, {}
            yield
        self._rich = self._tasks = None

    def progress(self, stage: str, done: int, total: int) -> None:
        """What every stage calls: ``done`` of ``total`` pieces of work in ``stage`` (a word such as ``shots``)."""
        if self._rich is not None and self._tasks is not None:
            task = self._tasks.get(stage)
            if task is None:
                task = self._tasks[stage] = self._rich.add_task(stage, total=total)
            self._rich.update(task, completed=done, total=total)
            return
        tenth = done * 10 // max(total, 1)
        if (stage, tenth) != self._last:
            self._last = (stage, tenth)
            self.note(f"{stage} {done}/{total}")


class Terminated(BaseException):
    """SIGTERM arrived: children are ended and temporary files removed on the way out."""
