"""Arguments and options that several commands share."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from animkit.cli.console import Console
from animkit.findings import Finding, Place, Refused


def talking(command: Callable[..., Any]) -> Any:
    """Give a command --quiet and --json, and its Console as first argument."""

    @click.option("--quiet", is_flag=True, help="Say only what is wrong.")
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for editors and machines.")
    @click.pass_context
    @functools.wraps(command)
    def wrapped(ctx: click.Context, /, *args: Any, quiet: bool, as_json: bool, **options: Any) -> Any:
        console = ctx.find_object(Console) or Console()
        console.quiet, console.as_json = quiet, as_json
        return command(console, *args, **options)

    return wrapped


def find_storyboard(name: str) -> Path:
    """The file that a producer means by ``name``: a path, or a storyboard's name. Refused with what there is instead."""
    tried = [Path(name)]
    if not name.endswith((".yaml", ".yml")):
        tried = [Path("storyboards") / f"{name}.yaml", Path(f"{name}.yaml"), *tried]
    for path in tried:
        if path.is_file():
            return path
    there = sorted(path.stem for path in Path("storyboards").glob("*.yaml"))
    mend = f"here are: {', '.join(there)}" if there else f"write one with `animkit new {Path(name).stem}`"
    raise Refused(
        Finding("no-storyboard", f"there is no storyboard '{name}'", f"looked for {', '.join(map(str, tried))}", mend, Place(name))
    )


class StoryboardPath(click.ParamType[Path]):
    """A storyboard by path or name."""

    name = "storyboard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002  The signature is click's.
        """The storyboard's path."""
        return value if isinstance(value, Path) else find_storyboard(value)


storyboard_argument = click.argument("storyboard", type=StoryboardPath(), metavar="STORYBOARD")
storyboards_argument = click.argument("storyboards", type=StoryboardPath(), nargs=-1, required=True, metavar="STORYBOARD...")
store_option = click.option(
    "--store", type=click.Path(path_type=Path), help="Where made things are kept (default: .animkit beside storyboards/)."
)
out_option = click.option("--out", type=click.Path(path_type=Path), help="Where the results go (default: build/NAME/).")
draft_option = click.option("--draft", is_flag=True, help="Fast: the quick voice and a small picture.")
jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 256), default=lambda: len(os.sched_getaffinity(0)), help="Shots drawn at once (default: one a core)."
)
