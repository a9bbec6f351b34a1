"""animkit's commands, in the film's order. Each is thin: it calls one stage, prints, and ends with an exit code.

In: what a producer types. Out: the stage's answer, findings in the editor's terms, and the exit codes of findings.ExitCode.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType

import click

from animkit import __version__
from animkit.cli import filming, judging, machine, packing, speaking, timetable, writing
from animkit.cli.console import Console, Terminated
from animkit.cli.ending import ended
from animkit.findings import ExitCode


class FilmOrder(click.Group):
    """A group that lists its commands in the order in which a film is made."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  The signature is click's.
        """Names as they were added, not sorted."""
        return list(self.commands)


@click.group(cls=FilmOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="animkit")
@click.option("--quiet", is_flag=True, hidden=True)
@click.option("--json", "as_json", is_flag=True, hidden=True)
@click.option("--debug", is_flag=True, hidden=True)
@click.pass_context
def animkit(ctx: click.Context, quiet: bool, as_json: bool, debug: bool) -> None:
    """From one storyboard to a film.

    \b
    animkit new talk            a storyboard to start from
    animkit check talk          what is wrong with it, at which line
    animkit build talk          the film, its captions and its papers, in build/talk/

    A STORYBOARD is a path such as storyboards/talk.yaml, or just its name. Every command takes --quiet, --json and --debug.
    """
    ctx.ensure_object(Console).set(quiet=quiet, as_json=as_json, debug=debug)


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
    packing.pack,
    judging.qc,
    machine.verify,
    machine.store,
    machine.doctor,
):
    animkit.add_command(command)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated


def main() -> None:
    """The program. Ends with one of findings.ExitCode, whatever happens."""
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; returns its exit code. SystemExit where a command itself ends with one."""
    # Read here too, because a command line that click cannot parse is to be answered in the same way.
    console = Console(quiet="--quiet" in arguments, as_json="--json" in arguments, debug="--debug" in arguments)
    try:
        code = animkit.main(arguments, prog_name="animkit", standalone_mode=False, obj=console)
        return code if isinstance(code, int) else ExitCode.OK
    except (Exception, KeyboardInterrupt, Terminated) as problem:
        return ended(problem, console)
