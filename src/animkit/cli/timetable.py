"""Commands for time: sheet, lock, unlock."""

from __future__ import annotations

from pathlib import Path

import click

from animkit.cli.console import Console
from animkit.cli.options import draft_option, store_option, storyboard_argument, talking


@click.command(short_help="Print the exposure sheet: frame, shot, line, beat.")
@storyboard_argument
@draft_option
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write it as a page to this file.")
@store_option
@talking
def sheet(console: Console, storyboard: Path, draft: bool, html: Path | None, store: Path | None) -> None:
    """Print the exposure sheet: which frame belongs to which shot, line and beat."""
    from animkit import production

    with console.working():
        made = production.exposure_sheet(storyboard, store_root=store, draft=draft, html=html, progress=console.progress)
    console.findings(made.findings)
    console.say(made.text)
    console.answer({"ok": True, "timeline": made.timeline_json})


@click.command(short_help="Lock the picture: slots and beats keep their frames.")
@storyboard_argument
@store_option
@talking
def lock(console: Console, storyboard: Path, store: Path | None) -> None:
    """Lock the picture: from now on slots and beats keep their frames, and a take that does not fit is a finding."""
    from animkit import production

    with console.working():
        path = production.lock_picture(storyboard, store_root=store, progress=console.progress)
    console.say(f"Locked: {path}. Commit it with the storyboard; `animkit unlock {storyboard.stem}` removes it.")
    console.answer({"ok": True, "lock": str(path)})


@click.command()
@storyboard_argument
@talking
def unlock(console: Console, storyboard: Path) -> None:
    """Remove the picture lock: timing follows the voice again."""
    from animkit import production

    path = production.unlock_picture(storyboard)
    console.say(f"Removed {path}." if path else "The picture was not locked.")
    console.answer({"ok": True, "removed": str(path) if path else None})
