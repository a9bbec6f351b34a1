"""What is measured, in order, and the target of each. One function measures all; the table is worked out from what it returns."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bench import usual_way
from bench.measure import Measured, run
from bench.project import GATE, HERE, Excerpt, animkit
from bench.two_thousand import storyboard

ROOT = HERE.parent
MAIN = ROOT / "storyboards" / "live-streaming-11-14.yaml"
EVERY_SHOT = tuple(word for shot in ("practice-room", "all-sorts", "end-stream", "help-card") for word in ("--only", shot))
"""What has `animkit build` draw the excerpt's clips, and neither mix nor join nor judge."""

A_WORD = ("Ask the {nspcc-helpline} NSPCC", "Ring the {nspcc-helpline} NSPCC")
EDITS = (
    ("captioned film as well", "captioned", ()),
    (
        "a caption text alone",
        "web",
        (
            (
                "text: In danger, call {emergency-999} 999.",
                'text: In danger, ring 999.\n            say: "In danger, call {emergency-999} 999."',
            ),
        ),
    ),
    ("a new bed", "web", (("score: knock", "score: door"), ("mood: groove", "mood: wall"))),
    ("a word of one line, spoken anew", "web", (A_WORD,)),
)
"""What is asked for, and what is edited before."""

Tell = Callable[[dict[str, "Row"]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured thing. ``work`` is what was counted in it."""

    wall_s: float
    cpu_s: float
    largest_mb: float
    together_mb: float
    work: str = ""
    seconds: float = 0.0
    """How long the film plays."""


def row(measured: Measured, work: str = "", seconds: float = 0.0) -> Row:
    """A run as a row."""
    values = {name: getattr(measured, name) for name in ("wall_s", "cpu_s", "largest_mb", "together_mb")}
    return Row(**values, work=work, seconds=seconds)


def measure(tell: Tell, *, usual: bool, full: bool) -> dict[str, Row]:
    """Everything, in one run on this machine. ``tell`` is given all rows after each, the newest last."""
    rows: dict[str, Row] = {}

    def note(name: str, one: Row) -> None:
        rows[name] = one
        tell(rows)

    with tempfile.TemporaryDirectory(prefix="animkit-bench-") as folder:
        place = Path(folder)
        for name, one in _commands(place):
            note(name, one)
        excerpt = Excerpt.fresh(place / "excerpt")
        cold = excerpt.animkit("--deliverable", "web", "--jobs", "2")
        seconds = float(str(cold.answer["film_seconds"]))
        note("cold", row(cold.measured, cold.work, seconds))
        for name, one in _edits(excerpt, place):
            note(name, one)
        for name, one in _smaller(place):
            note(name, one)
        note("encode limit", _limit(excerpt, place))
        if usual:
            parts = usual_way.parts_of(excerpt)
            work = place / "usual"
            work.mkdir()
            shots, made = usual_way.shots(parts, work)
            note("manim", row(shots, f"{len(made)} shots", seconds))
            for preset in ("medium", "veryfast"):
                film = usual_way.film(parts, made, work, preset=preset)
                note(f"moviepy {preset}", row(film, "1 film", seconds))
                note(f"usual way {preset}", replace(row(shots.and_then(film)), seconds=seconds))
        if full:
            note("main film cold", _full(place))
    return rows


def _commands(place: Path) -> Iterator[tuple[str, Row]]:
    """The commands that draw nothing. `check` runs once before it is measured, because the first run reads the scenes' code."""
    many = place / "many" / "storyboards" / "many.yaml"
    many.parent.mkdir(parents=True)
    yield "--help", row(animkit("--help", cwd=place))
    animkit("check", str(MAIN), cwd=ROOT)
    yield "check of the main film", row(animkit("check", str(MAIN), cwd=ROOT))
    for count in (500, 2000):
        many.write_text(storyboard(count), encoding="utf-8")
        if count == 500:
            animkit("check", str(many), cwd=many.parent.parent)
        yield f"check of {count} shots", row(animkit("check", str(many), cwd=many.parent.parent))


def _edits(excerpt: Excerpt, place: Path) -> Iterator[tuple[str, Row]]:
    """The same film again after one edit each, from the same state."""
    for name, deliverable, edits in EDITS:
        with tempfile.TemporaryDirectory(dir=place) as folder:
            copy = excerpt.taken_to(Path(folder) / "copy")
            for old, new in edits:
                copy.edited(old, new)
            built = copy.animkit("--deliverable", deliverable, "--jobs", "2")
            yield name, row(built.measured, built.work)


def _smaller(place: Path) -> Iterator[tuple[str, Row]]:
    """Cold with one worker, clips alone, the draft with an edit, the animatic: each in a project of its own.

    "Nothing changed" is asked of the draft: a draft is never refused, and what a gate refused is built again.
    """
    alone = Excerpt.fresh(place / "alone").animkit("--deliverable", "web", "--jobs", "1")
    yield "cold, one worker", row(alone.measured, alone.work)
    pictures = Excerpt.fresh(place / "pictures").animkit(*EVERY_SHOT, "--jobs", "2")
    yield "cold, its shots' clips alone", row(pictures.measured, pictures.work)
    draft = Excerpt.fresh(place / "draft")
    for name, edits in (("draft, cold", ()), ("nothing changed", ()), ("draft, a word of one line", (A_WORD,))):
        for old, new in edits:
            draft.edited(old, new)
        built = draft.animkit("--deliverable", "web", "--draft", "--jobs", "2")
        yield name, row(built.measured, built.work)
    yield "animatic", row(Excerpt.fresh(place / "animatic").animkit("--jobs", "2", command="animatic").measured)


def _limit(excerpt: Excerpt, place: Path) -> Row:
    clips = place / "clips"
    excerpt.animkit(*EVERY_SHOT, "--out", str(clips))
    measured = run([sys.executable, "-m", "bench.limit", *(str(path) for path in sorted(clips.glob("shots/*.mp4")))], cwd=ROOT)
    told: dict[str, Any] = json.loads(measured.said)
    return replace(row(measured, f"{told['frames']} frames"), wall_s=told["wall_s"], cpu_s=told["cpu_s"])


def _full(place: Path) -> Row:
    measured = animkit(
        "--json",
        "build",
        str(MAIN),
        "--deliverable",
        "web",
        "--jobs",
        "2",
        "--store",
        str(place / "s"),
        "--out",
        str(place / "o"),
        cwd=ROOT,
    )
    if measured.status not in (0, GATE):
        raise RuntimeError(measured.complaints[-3000:])
    answer = json.loads(measured.said)
    return row(measured, f"{answer['work']['shots_drawn']} shots", answer["film_seconds"])


def as_json(rows: dict[str, Row]) -> dict[str, Any]:
    """The rows as plain values."""
    return {name: asdict(one) for name, one in rows.items()}
