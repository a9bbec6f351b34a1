"""From rows to the table with each target beside its measured value. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bench.rows import Row

Rows = Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Target:
    """One line of the table: ``value`` works the number out of the rows, ``met`` judges it, ``shown`` writes it."""

    what: str
    target: str
    needs: tuple[str, ...]
    value: Callable[[Rows], float]
    met: Callable[[float], bool]
    shown: str


def _share(name: str, of: str) -> Callable[[Rows], float]:
    return lambda rows: rows[of].wall_s / rows[name].wall_s


def _at_least(number: float) -> Callable[[float], bool]:
    return lambda value: value >= number


def _at_most(number: float) -> Callable[[float], bool]:
    return lambda value: value <= number


TARGETS = (
    Target(
        "cold build against the usual way, wall",
        "at least 10 x",
        ("cold", "usual way medium"),
        _share("cold", "usual way medium"),
        _at_least(10),
        "{:.1f} x",
    ),
    Target(
        "its clips alone, without sound, joining and the gate, against manim's",
        "",
        ("cold, its shots' clips alone", "manim"),
        _share("cold, its shots' clips alone", "manim"),
        _at_least(0),
        "{:.1f} x",
    ),
    Target(
        "cold build against the usual way, MoviePy with veryfast",
        "",
        ("cold", "usual way veryfast"),
        _share("cold", "usual way veryfast"),
        _at_least(0),
        "{:.1f} x",
    ),
    Target(
        "cold build against the usual way, processor time",
        "",
        ("cold", "usual way medium"),
        lambda rows: rows["usual way medium"].cpu_s / rows["cold"].cpu_s,
        _at_least(0),
        "{:.1f} x",
    ),
    Target(
        "cold build of the main film against playback",
        "at least 3 x faster",
        ("main film cold",),
        lambda rows: rows["main film cold"].seconds / rows["main film cold"].wall_s,
        _at_least(3),
        "{:.1f} x faster",
    ),
    Target(
        "cold build against the encode limit",
        "within 2 x",
        ("cold", "encode limit"),
        lambda rows: rows["cold"].wall_s / rows["encode limit"].wall_s,
        _at_most(2),
        "{:.1f} x",
    ),
    Target(
        "a word of one line, new draft take, against a cold draft",
        "at most 1/8",
        ("draft, cold", "draft, a word of one line"),
        _share("draft, a word of one line", "draft, cold"),
        _at_least(8),
        "1/{:.1f}",
    ),
    Target(
        "a word of one line, spoken by the film's own voice",
        "",
        ("cold", "a word of one line, spoken anew"),
        _share("a word of one line, spoken anew", "cold"),
        _at_least(0),
        "1/{:.1f}",
    ),
    Target(
        "a caption text alone",
        "at most 1/12",
        ("cold", "a caption text alone"),
        _share("a caption text alone", "cold"),
        _at_least(12),
        "1/{:.1f}",
    ),
    Target("a new bed", "at most 1/12", ("cold", "a new bed"), _share("a new bed", "cold"), _at_least(12), "1/{:.1f}"),
    Target(
        "nothing changed, the whole command",
        "under 0.6 CPU s",
        ("nothing changed",),
        lambda rows: rows["nothing changed"].cpu_s,
        _at_most(0.6),
        "{:.2f} CPU s",
    ),
    Target("draft build", "at most 1/5", ("cold", "draft, cold"), _share("draft, cold", "cold"), _at_least(5), "1/{:.1f}"),
    Target("animatic", "at most 1/10", ("cold", "animatic"), _share("animatic", "cold"), _at_least(10), "1/{:.1f}"),
    Target(
        "1 to 2 workers", "at least 1.75 x", ("cold", "cold, one worker"), _share("cold", "cold, one worker"), _at_least(1.75), "{:.2f} x"
    ),
    Target("largest process at 2 jobs", "under 400 MB", ("cold",), lambda rows: rows["cold"].largest_mb, _at_most(400), "{:.0f} MB"),
    Target(
        "all processes together at 2 jobs", "under 1200 MB", ("cold",), lambda rows: rows["cold"].together_mb, _at_most(1200), "{:.0f} MB"
    ),
    Target(
        "largest process, main film against excerpt",
        "no growth",
        ("cold", "main film cold"),
        lambda rows: rows["main film cold"].largest_mb / rows["cold"].largest_mb,
        _at_most(1.1),
        "{:.2f} x",
    ),
    Target("`animkit --help`", "under 0.15 CPU s", ("--help",), lambda rows: rows["--help"].cpu_s, _at_most(0.15), "{:.2f} CPU s"),
    Target(
        "`animkit check` of the main film",
        "under 0.6 CPU s",
        ("check of the main film",),
        lambda rows: rows["check of the main film"].cpu_s,
        _at_most(0.6),
        "{:.2f} CPU s",
    ),
    Target(
        "`animkit check` of 2000 shots",
        "under 5 s",
        ("check of 2000 shots",),
        lambda rows: rows["check of 2000 shots"].wall_s,
        _at_most(5),
        "{:.1f} s",
    ),
    Target(
        "four times the shots to check",
        "linear",
        ("check of 500 shots", "check of 2000 shots"),
        _share("check of 500 shots", "check of 2000 shots"),
        _at_most(4.2),
        "{:.1f} x the time",
    ),
)


def targets_table(rows: Rows) -> str:
    """Every target that was measured, in Markdown."""
    lines = ["| what | target | measured | met |", "|---|---|---|---|"]
    for one in TARGETS:
        if all(name in rows for name in one.needs):
            value = one.value(rows)
            verdict = ("yes" if one.met(value) else "no") if one.target else ""
            lines.append(f"| {one.what} | {one.target} | {one.shown.format(value)} | {verdict} |")
    return "\n".join(lines)


def rows_table(rows: Rows) -> str:
    """Everything that was measured, in Markdown."""
    lines = ["| run | wall s | CPU s | largest MB | together MB | work |", "|---|---|---|---|---|---|"]
    for name, one in rows.items():
        lines.append(f"| {name} | {one.wall_s:.2f} | {one.cpu_s:.2f} | {one.largest_mb:.0f} | {one.together_mb:.0f} | {one.work} |")
    return "\n".join(lines)
