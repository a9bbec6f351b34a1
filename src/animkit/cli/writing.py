"""Commands for whoever writes the storyboard: new, check, schema."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from animkit.cli.console import Console
from animkit.cli.options import here, store_option, storyboards_argument, talking
from animkit.findings import Finding, Refused, Severity, errors

BANDS = ("8-10", "11-14", "14-18", "adults")


@click.command()
@click.argument("name")
@click.option("--band", type=click.Choice(BANDS), default="11-14", show_default=True, help="Who the film is for.")
@talking
def new(console: Console, name: str, band: str) -> None:
    """Write a storyboard to start from: it builds as it is."""
    from animkit import production
    from animkit.campaign.project import library_root

    name = name.removeprefix("storyboards/").removesuffix(".yaml")
    path = production.write_starter(here(), name, band, today=date.today())
    console.say(f"Wrote {path} (and storyboard.schema.json beside it, which teaches your editor its keys).")
    console.say(f"What its keys mean: {library_root() / 'docs' / 'for-editors.md'}")
    console.say(f"Next: animkit check {name}, then animkit build {name} --draft")
    console.answer({"ok": True, "storyboard": str(path)})


@click.command(short_help="Say what is wrong with storyboards, at which line.")
@storyboards_argument
@click.option("--release", is_flag=True, help="Also refuse what a draft may still lack, such as unconfirmed help routes.")
@store_option
@talking
def check(console: Console, storyboards: tuple[Path, ...], store: Path | None, release: bool) -> None:
    """Say what is wrong with storyboards, at which line, and how to mend it. Draws nothing."""
    from animkit import production

    findings: list[Finding] = []
    answers = []
    for path in storyboards:
        checked = production.check(path, store_root=store, today=date.today(), release=release)
        findings += checked.findings
        console.findings(checked.findings)
        if checked.coverage:
            console.say(checked.coverage)
        counts = {severity: sum(item.severity is severity for item in checked.findings) for severity in Severity}
        summary = ", ".join(
            f"{count} {severity}{'s' if count != 1 and severity is not Severity.NEEDS_A_PERSON else ''}"
            for severity, count in counts.items()
        )
        console.say(f"{path}: {summary}")
        answers.append({"storyboard": str(path), "findings": [item.as_json() for item in checked.findings]})
    console.answer({"ok": not errors(findings), "storyboards": answers})
    if errors(findings):
        raise SystemExit(Refused(*findings).exit_code)


@click.command(short_help="Print the JSON Schema of the storyboards here.")
@click.option("--write", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file instead of printing it.")
@store_option
@talking
def schema(console: Console, write: Path | None, store: Path | None) -> None:
    """Print the JSON Schema of storyboards here, with the project's own scenes, for editors that complete and explain."""
    from animkit import production
    from animkit.store import write_whole

    text = json.dumps(production.schema(here(), store_root=store), indent=2, ensure_ascii=False) + "\n"
    if write:
        write_whole(write, text.encode())
        console.note(f"Wrote {write}")
    else:
        click.echo(text, nl=False)
