"""Commands for pictures and the film: cast, panels, animatic, build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from animkit.cli.console import Console
from animkit.cli.options import draft_option, here, jobs_option, out_option, store_option, storyboard_argument, talking
from animkit.findings import ExitCode


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("build/cast.png"),
    show_default=True,
    help="Where the sheet goes.",
)
@talking
def cast(console: Console, out: Path) -> None:
    """Draw the cast sheet: everyone there is, in all moods."""
    from animkit import production

    with console.working():
        path = production.cast_sheet(here(), out)
    console.say(f"Drew {path}")
    console.answer({"ok": True, "sheet": str(path)})


@click.command()
@storyboard_argument
@click.option("--moments", type=click.IntRange(1, 16), default=1, show_default=True, help="Stills of each shot.")
@click.option("--only", "only", multiple=True, metavar="SHOT", help="Just this shot (may be given again).")
@out_option
@store_option
@jobs_option
@draft_option
@talking
def panels(
    console: Console, storyboard: Path, moments: int, only: tuple[str, ...], out: Path | None, store: Path | None, jobs: int, draft: bool
) -> None:
    """Draw stills of every shot, and a labelled contact sheet of them."""
    from animkit import production

    with console.working():
        made = production.panels(
            storyboard, moments=moments, only=only, out=out, store_root=store, jobs=jobs, draft=draft, progress=console.progress
        )
    console.findings(made.findings)
    console.say(f"Drew {made.count} panels: {made.sheet}")
    console.answer({"ok": True, "sheet": str(made.sheet), "panels": [str(path) for path in made.paths]})


@click.command(short_help="Hold each panel for its slot, with the narration.")
@storyboard_argument
@out_option
@store_option
@jobs_option
@draft_option
@talking
def animatic(console: Console, storyboard: Path, out: Path | None, store: Path | None, jobs: int, draft: bool) -> None:
    """Hold each shot's panel for its slot, with the narration: the film's rhythm before any shot is drawn."""
    from animkit import production

    with console.working():
        made = production.animatic(storyboard, out=out, store_root=store, jobs=jobs, draft=draft, progress=console.progress)
    console.findings(made.findings)
    console.say(f"Made {made.path} ({made.seconds:.1f} s)")
    console.answer({"ok": True, "animatic": str(made.path)})


@click.command(short_help="Make the film, and every paper that goes with it.")
@storyboard_argument
@draft_option
@click.option(
    "--only", "only", multiple=True, metavar="SHOT", help="Draw just this shot's clip and panel, never the film (may be given again)."
)
@click.option(
    "--deliverable", "deliverables", multiple=True, metavar="NAME", help="Make just this file (default: what the storyboard lists)."
)
@jobs_option
@out_option
@store_option
@click.option("--release", is_flag=True, help="Refuse what a draft may still lack: unconfirmed help routes, stale facts.")
@click.option("--exact-manim", is_flag=True, help="Draw with manim's own camera instead of the fast one, for doubt.")
@click.option("--why", is_flag=True, help="Say of each shot why it is drawn again.")
@talking
def build(
    console: Console,
    storyboard: Path,
    draft: bool,
    only: tuple[str, ...],
    deliverables: tuple[str, ...],
    jobs: int,
    out: Path | None,
    store: Path | None,
    release: bool,
    exact_manim: bool,
    why: bool,
) -> None:
    """Make the film: voice, timing, shots, captions, music, mix, and every paper that goes with it.

    \b
    animkit build talk                      the whole film, in build/talk/
    animkit build talk --draft              the same in a fraction of the time, to look at
    animkit build talk --only help-card     one shot
    """
    from animkit import production

    settings = production.Settings(
        storyboard=storyboard,
        out=out,
        store=store,
        jobs=jobs,
        draft=draft,
        only=only,
        deliverables=deliverables,
        release=release,
        exact_manim=exact_manim,
        why=why,
        today=date.today(),
    )
    with console.working():
        report = production.build(settings, progress=console.progress)
    console.findings(report.findings)
    console.say(report.as_text())
    console.answer(report.as_json())
    if report.refused:
        raise SystemExit(ExitCode.GATE_FAILED)
