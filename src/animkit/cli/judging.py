"""The command that judges: qc."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from animkit.cli.console import Console
from animkit.cli.options import find_build, jobs_option, store_option, talking


class BuildOrFile(click.ParamType[Path]):
    """A finished build by folder or name, or a film file."""

    name = "build or file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002  The signature is click's.
        """The folder's or the file's path."""
        if isinstance(value, Path):
            return value
        return Path(value) if Path(value).is_file() else find_build(value)


@click.command(short_help="Judge a finished film, and write its report.")
@click.argument("target", type=BuildOrFile(), metavar="BUILD|FILE")
@click.option("--release", is_flag=True, help="Judge pictures at full size, and what a draft may lack.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where the report goes (default: into the build).")
@jobs_option
@store_option
@talking
def qc(console: Console, target: Path, release: bool, out: Path | None, jobs: int, store: Path | None) -> None:
    """Judge a finished film by what is seen and heard in it, and write report.html and report.json.

    \b
    animkit qc talk                         the build in build/talk/, by every check
    animkit qc talk --release               the same, its pictures at full size
    animkit qc film.mp4                     a file from elsewhere: what can be judged of it, and what cannot

    Ends with 4 where something refuses the film.
    """
    from animkit import production

    with console.working():
        judged = production.judge_film(
            target, store_root=store, out=out, today=date.today(), jobs=jobs, release=release, progress=console.progress
        )
    console.findings(judged.verdict.findings)
    console.say(judged.as_text())
    console.answer(judged.as_json())
    if judged.exit_code:
        raise SystemExit(judged.exit_code)
