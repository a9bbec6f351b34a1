"""Every way in which a command can end, its exit code (promise 4), and the words for it.

Promise: no editor's or producer's mistake ends in a traceback; a mistake of ours says that it is one; --json answers in JSON either way.
"""

from __future__ import annotations

import errno
import os
import traceback
from contextlib import suppress
from pathlib import Path

import click

from animkit.cli.console import Console, Terminated
from animkit.findings import ExitCode, Finding, Refused

ELSEWHERE = "work in a folder of your own, or choose others with --out and --store"
GOES_ON = "the same command goes on from here"
MORE_MEMORY = "close other programs or build with --jobs 1, then run the same command again: nothing made so far is lost"
NO_MEMORY = ("Cannot allocate memory", "failed to map segment", "can't start new thread", "bad_alloc", "Failed to allocate memory")


def ended(problem: BaseException, console: Console) -> int:
    """Say why a command ended, and return its exit code."""
    if isinstance(problem, Refused):
        return _refused(problem, console)
    if isinstance(problem, KeyboardInterrupt | click.exceptions.Abort):
        return _told(f"stopped; {GOES_ON}", ExitCode.INTERRUPTED, console)
    if isinstance(problem, Terminated):
        return _told(f"told to end; {GOES_ON}", ExitCode.TERMINATED, console)
    if isinstance(problem, click.ClickException):
        return _misused(problem, console)
    if console.debug:
        traceback.print_exception(problem)
    if is_want_of_memory(problem):
        return _told(f"there is too little memory; {MORE_MEMORY}", ExitCode.ENVIRONMENT, console)
    if isinstance(problem, OSError):
        return _told(plainly(problem), ExitCode.ENVIRONMENT, console)
    return _ours(problem, console)


def is_want_of_memory(problem: BaseException) -> bool:
    """Whether the machine, or a limit, had no memory left: told by Python, by the loader of libraries, or by whoever starts threads."""
    words = f"{problem} {problem.__cause__ or problem.__context__ or ''}"
    return isinstance(problem, MemoryError) or any(said in words for said in NO_MEMORY)


def _ours(problem: BaseException, console: Console) -> int:
    from animkit.cli.crash import write_report

    words = f"this is a mistake in animkit, not in your storyboard: {type(problem).__name__}: {problem}"
    code = _told(words, ExitCode.RENDER_FAILED, console)
    written = write_report(problem)
    if written:
        click.echo(f"animkit: where it happened is written down in {written}, which names no folder of yours: please send it on", err=True)
    if not console.debug:
        click.echo("animkit: run it again with --debug to see where", err=True)
    return code


def plainly(problem: OSError) -> str:
    """What the machine refused, in words, with what to do about it."""
    where = _final_name(problem.filename)
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"the disk is full ({where}); free some room and run the same command again: nothing made so far is lost"
    if problem.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        if Path(where).is_file():
            return f"no right to open {where} ({problem.strerror})"
        return f"no right to write {where} ({problem.strerror}); {ELSEWHERE}"
    if problem.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"{where}: a file stands where a folder is needed; {ELSEWHERE}"
    return f"{problem.strerror or problem} ({where})"


def _final_name(path: object) -> str:
    """A temporary file's name is ours; people know the one that it was to get."""
    if not isinstance(path, str | bytes | os.PathLike):
        return "while writing"
    name = os.fsdecode(path)
    return name.rsplit(".", 2)[0] if name.endswith(".part") else name


def _refused(refusal: Refused, console: Console) -> int:
    console.findings(refusal.findings)
    _answer(refusal.findings, refusal.exit_code, console)
    return refusal.exit_code


def _misused(problem: click.ClickException, console: Console) -> int:
    """Options and arguments that click could not read: its own words, which name the option and one like it."""
    if not console.as_json:
        problem.show()
    _answer((Finding("bad-command", problem.format_message()),), ExitCode.REFUSED, console)
    return ExitCode.REFUSED


def _told(what: str, code: ExitCode, console: Console) -> int:
    click.secho(f"animkit: {what}", err=True, fg="red")
    _answer((Finding("stopped", what, exit_code=code),), code, console)
    return code


def _answer(findings: tuple[Finding, ...], code: ExitCode, console: Console) -> None:
    with suppress(OSError):  # It may be standard output itself that cannot be written.
        console.answer({"ok": False, "exit_code": int(code), "findings": [item.as_json() for item in findings]})
