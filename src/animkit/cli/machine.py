"""Commands about files and the machine: verify, store, doctor."""

from __future__ import annotations

from pathlib import Path

import click

from animkit.cli.console import Console
from animkit.cli.options import BuildFolder, here, store_option, talking
from animkit.findings import ExitCode, errors

KEPT_DAYS = 30
"""How long pruning keeps unused things, unless it is told otherwise."""


@click.command(short_help="Compare a finished build with its manifest.")
@click.argument("build", type=BuildFolder(), metavar="BUILD")
@talking
def verify(console: Console, build: Path) -> None:
    """Recompute every hash of a finished build from its manifest, and name the first thing that differs."""
    from animkit import production

    checked = production.verify(build)
    console.findings(checked.findings)
    wrong = errors(checked.findings)
    if not wrong:
        console.say(f"{build}: {checked.count} files, every one as its manifest says")
    console.answer({"ok": not wrong, "files": checked.count, "findings": [item.as_json() for item in checked.findings]})
    if wrong:
        raise SystemExit(ExitCode.RENDER_FAILED)


@click.command()
@click.option("--prune", is_flag=True, help="Remove what no build has used for --days.")
@click.option("--days", type=click.IntRange(0, 3650), help="How long unused things are kept (default with --prune: 30).")
@store_option
@talking
def store(console: Console, prune: bool, days: int | None, store: Path | None) -> None:
    """Say how big the store of made things is, and prune it."""
    from animkit import production

    if days is not None and not prune:
        raise click.UsageError("--days goes with --prune: it says what to remove.")
    kept_days = KEPT_DAYS if days is None else days
    size = production.store_size(store or here() / ".animkit", prune_days=kept_days if prune else None)
    if size.pruned_bytes:
        console.say(f"Removed {size.pruned_files} files, {size.pruned_bytes / 1e6:.1f} MB")
    console.say(f"{size.root}: {size.files} files, {size.bytes / 1e6:.1f} MB")
    console.answer({"ok": True, "root": str(size.root), "files": size.files, "bytes": size.bytes})


@click.command(short_help="Say what is installed, what is missing, what mends it.")
@talking
def doctor(console: Console) -> None:
    """Say what is installed, what is missing, and the line that mends it."""
    from animkit import health

    rows = health.examine()
    for row in rows:
        console.say(f"{row.state:<8} {row.name:<16} {row.found}")
        if not row.ok:
            console.say(f"{'':<25} what for: {row.purpose}\n{'':<25} to mend:  {row.mend}")
    console.say(health.verdict(rows))
    ok = all(row.ok or not row.needed for row in rows)
    console.answer({"ok": ok, "parts": [row.as_json() for row in rows]})
    if not ok:
        raise SystemExit(ExitCode.ENVIRONMENT)
