"""Commands for voices: narrate."""

from __future__ import annotations

from pathlib import Path

import click

from animkit.cli.console import Console
from animkit.cli.options import draft_option, store_option, storyboard_argument, talking


@click.command()
@storyboard_argument
@draft_option
@click.option("--commit", is_flag=True, help="Keep the takes in assets/takes/, so that the film sounds the same everywhere.")
@click.option("--descriptions", is_flag=True, help="The audio descriptions, which the described films speak, instead of the lines.")
@store_option
@talking
def narrate(console: Console, storyboard: Path, draft: bool, commit: bool, descriptions: bool, store: Path | None) -> None:
    """Get every line spoken, and say by whom or what."""
    from animkit import production

    with console.working():
        spoken = production.narrate(
            storyboard, store_root=store, draft=draft, commit=commit, descriptions=descriptions, progress=console.progress
        )
    console.findings(spoken.findings)
    for line, take in spoken.takes.items():
        console.say(f"{line:<24} {take.duration_ms / 1000:6.2f} s  {take.source}")
    console.say(
        f"{len(spoken.takes)} lines: {spoken.spoken} spoken now, {spoken.from_store} from the store, {spoken.recorded} recorded takes"
    )
    if spoken.committed:
        console.say(f"Kept {len(spoken.committed)} takes in {spoken.committed[0].parent}")
    console.answer(
        {
            "ok": True,
            "spoken": spoken.spoken,
            "from_store": spoken.from_store,
            "recorded": spoken.recorded,
            "takes": {line: {"source": take.source, "duration_ms": take.duration_ms} for line, take in spoken.takes.items()},
            "findings": [item.as_json() for item in spoken.findings],
        }
    )
