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
from animkit.storyboard.near import closest, slug


def talking(command: Callable[..., Any]) -> Any:
    """Give a command --quiet, --json and --debug, and its Console as first argument."""

    @click.option("--quiet", is_flag=True, help="Say only what is wrong.")
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for editors and machines.")
    @click.option("--debug", is_flag=True, help="Show where in animkit something went wrong.")
    @click.pass_context
    @functools.wraps(command)
    def wrapped(ctx: click.Context, /, *args: Any, quiet: bool, as_json: bool, debug: bool, **options: Any) -> Any:
        console = ctx.ensure_object(Console)
        console.set(quiet=quiet, as_json=as_json, debug=debug)
        return command(console, *args, **options)

    return wrapped


def here() -> Path:
    """The project's folder: the working folder, or the one above if somebody works inside storyboards/."""
    folder = Path.cwd()
    return folder.parent if folder.name == "storyboards" else folder


def find_storyboard(name: str) -> Path:
    """The file that a producer means by ``name``: a path, or a storyboard's name. Refused with what there is instead."""
    tried = [Path(name)]
    if not name.endswith((".yaml", ".yml")):
        tried = [Path("storyboards") / f"{name}.yaml", Path(f"{name}.yaml"), *tried]
    for path in tried:
        if path.is_file():
            return path
    there = [path.stem for path in (here() / "storyboards").glob("*.yaml") if path.is_file()]
    is_folder = next((f"'{path}' is a folder" for path in tried if path.is_dir()), "")
    why = is_folder or f"looked for {', '.join(map(str, tried))}"
    mend = _one_of(Path(name).stem, there) or f"write one with `animkit new {slug(Path(name).stem) or 'talk'}`"
    raise Refused(Finding("no-storyboard", f"there is no storyboard '{name}'", why, mend, Place(name)))


def find_build(name: str) -> Path:
    """The folder of a finished build: a path, or a storyboard's name. Refused with what there is instead."""
    tried = (Path(name), here() / "build" / name)
    for path in tried:
        if path.is_dir():
            return path
    there = [path.parent.name for path in (here() / "build").glob("*/manifest.json")]
    mend = _one_of(Path(name).name, there) or "make one with `animkit build`"
    raise Refused(Finding("no-build", f"there is no build '{name}'", f"looked for {', '.join(map(str, tried))}", mend, Place(name)))


def _one_of(name: str, there: list[str]) -> str:
    near = closest(name, there)
    return f"did you mean '{near}'?" if near else "here are: " + ", ".join(sorted(there)) if there else ""


class StoryboardPath(click.ParamType[Path]):
    """A storyboard by path or name."""

    name = "storyboard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002  The signature is click's.
        """The storyboard's path."""
        return value if isinstance(value, Path) else find_storyboard(value)


class BuildFolder(click.ParamType[Path]):
    """A finished build by its folder, or by its storyboard's name."""

    name = "build"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002  The signature is click's.
        """The build's folder."""
        return value if isinstance(value, Path) else find_build(value)


FOLDER = click.Path(path_type=Path, file_okay=False)

storyboard_argument = click.argument("storyboard", type=StoryboardPath(), metavar="STORYBOARD")
storyboards_argument = click.argument("storyboards", type=StoryboardPath(), nargs=-1, required=True, metavar="STORYBOARD...")
store_option = click.option("--store", type=FOLDER, help="Where made things are kept (default: .animkit beside storyboards/).")
out_option = click.option("--out", type=FOLDER, help="Where the results go (default: build/NAME/).")
draft_option = click.option("--draft", is_flag=True, help="Fast: the quick voice and a small picture.")
jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 256), default=lambda: len(os.sched_getaffinity(0)), help="Shots drawn at once (default: one a core)."
)
