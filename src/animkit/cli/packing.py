"""The command for what schools and homes are given: pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from animkit.cli.console import Console
from animkit.cli.options import draft_option, jobs_option, out_option, store_option, storyboard_argument, talking


@click.command(short_help="Make the pack for a class or a home, film and all.")
@storyboard_argument
@draft_option
@jobs_option
@out_option
@store_option
@click.option("--release", is_flag=True, help="Refuse while a help route that the pack prints is stale or confirmed by nobody.")
@talking
def pack(console: Console, storyboard: Path, draft: bool, jobs: int, out: Path | None, store: Path | None, release: bool) -> None:
    """Make the pack: the film in all its forms, and every paper around it, as a folder and as one zip.

    \b
    animkit pack talk            build/talk/pack/START HERE.html and build/talk/talk-pack.zip
    animkit pack talk --draft    the same in a fraction of the time, to look at

    A film for young people gets a school pack, one for adults a pack for parents and carers. Their words lie in assets/packs/.
    """
    from animkit import production

    settings = production.Settings(storyboard=storyboard, out=out, store=store, jobs=jobs, draft=draft, release=release, today=date.today())
    with console.working():
        made = production.pack(settings, progress=console.progress)
    console.findings(made.findings)
    console.say(made.as_text())
    console.answer(made.as_json())
