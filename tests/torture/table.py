"""The table that script/torture prints, in Markdown, so that docs/reliability.md can hold it as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from torture.judging import KINDS, Verdict


def summary(verdicts: Sequence[Verdict]) -> str:
    """One row a kind of fault, and their sum."""
    names = list(dict.fromkeys(verdict.name for verdict in sorted(verdicts, key=lambda one: one.name)))
    rows = [_row(name, [one for one in verdicts if one.name == name]) for name in names]
    head = ("fault", "done", "in time", *KINDS)
    return _table(head, [*rows, _row("**all**", verdicts)])


def details(verdicts: Iterable[Verdict]) -> str:
    """One row a fault: how it can be done again, and what came of it."""
    head = ("n", "fault", "found", "harm", "ended with", "then")
    return _table(head, [_detail(one) for one in verdicts])


def _row(name: str, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    hit = [one for one in verdicts if one.hit]
    return (name, str(len(verdicts)), str(len(hit)), *(str(sum(bool(getattr(one, kind)) for one in verdicts)) for kind in KINDS))


def _detail(one: Verdict) -> tuple[str, ...]:
    problems = "; ".join(one.problems()).replace("|", "/").replace("\n", " ") or "right film"
    return (str(one.number), one.name, one.state, one.detail + ("" if one.hit else " (too late)"), str(one.status), problems)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
