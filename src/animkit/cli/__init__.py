"""animkit's commands, in the film's order. Each is thin: it calls one stage, prints, and ends with an exit code.

In: what a producer types. Out: the stage's answer, findings in the editor's terms, and the exit codes of findings.ExitCode.
"""

from __future__ import annotations

import errno
import signal
import sys
import traceback
from types import FrameType

import click

from animkit import __version__
from animkit.cli import filming, machine, speaking, timetable, writing
from animkit.cli.console import Console, Terminated
from animkit.findings import ExitCode, Refused


class FilmOrder(click.Group):
    """A group that lists its commands in the order in which a film is made."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  The signature is click's.
        """Names as they were added, not sorted."""
        return list(self.commands)


@click.group(cls=FilmOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="animkit")
@click.option("--debug", is_flag=True, help="Show where in animkit something went wrong.")
@click.pass_context
def animkit(ctx: click.Context, debug: bool) -> None:
    """From one storyboard to a film.

    \b
    animkit new talk            a storyboard to start from
    animkit check talk          what is wrong with it, at which line
    animkit build talk          the film, its captions and its papers, in build/talk/

    A STORYBOARD is a path such as storyboards/talk.yaml, or just its name.
    """
    ctx.obj = Console(debug=debug)


for command in (
    writing.new,
    writing.check,
    writing.schema,
    speaking.narrate,
    timetable.sheet,
    timetable.lock,
    timetable.unlock,
    filming.cast,
    filming.panels,
    filming.animatic,
    filming.build,
    machine.verify,
    machine.store,
    machine.doctor,
):
    animkit.add_command(command)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated


def main() -> None:
    """The program: every way to end has its exit code (promise 4), and no editor's mistake ends in a traceback."""
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(_run("--debug" in sys.argv))


def _run(debug: bool) -> int:
    try:
        code = animkit.main(prog_name="animkit", standalone_mode=False)
        return code if isinstance(code, int) else ExitCode.OK
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo("animkit: stopped; the same command goes on from here", err=True)
        return ExitCode.INTERRUPTED
    except Terminated:
        click.echo("animkit: told to end; the same command goes on from here", err=True)
        return ExitCode.TERMINATED
    except click.ClickException as problem:
        problem.show()
        return ExitCode.REFUSED
    except Refused as refusal:
        return _refuse(refusal)
    except OSError as problem:
        if debug:
            traceback.print_exc()
        click.secho(f"animkit: {_plainly(problem)}", err=True, fg="red")
        return ExitCode.ENVIRONMENT
    except Exception as problem:  # A mistake of ours: said as one, with the way to see where.
        if debug:
            traceback.print_exc()
        what = f"{type(problem).__name__}: {problem}"
        click.secho(f"animkit: this is a mistake in animkit, not in your storyboard: {what}", err=True, fg="red")
        if not debug:
            click.echo("animkit: run it again as `animkit --debug ...` to see where", err=True)
        return ExitCode.RENDER_FAILED


def _refuse(refusal: Refused) -> int:
    console = Console(quiet="--quiet" in sys.argv, as_json="--json" in sys.argv)
    console.findings(refusal.findings)
    console.answer({"ok": False, "exit_code": int(refusal.exit_code), "findings": [item.as_json() for item in refusal.findings]})
    return refusal.exit_code


def _plainly(problem: OSError) -> str:
    where = problem.filename or "while writing"
    if problem.errno == errno.ENOSPC:
        return f"the disk is full ({where}); free some room and run the same command again: nothing made so far is lost"
    if problem.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return f"no right to read or write {where} ({problem.strerror}); choose other folders with --out and --store"
    return f"{problem.strerror or problem} ({where})"
