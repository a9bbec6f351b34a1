"""The first stage of every command: read the storyboard, check it, say all that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from animkit import campaign
from animkit.campaign import Campaign
from animkit.campaign.project import Project
from animkit.findings import Finding, Refused, errors
from animkit.narration.lines import spoken_lines
from animkit.narration.shelf import human_lines
from animkit.production.inputs import inputs_of
from animkit.production.names import names_in
from animkit.shots.schemas import broken_scenes, scene_schemas
from animkit.store import Store, sha256_file
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard
from animkit.storyboard.parse import read

DEFAULT_THEME = "campaign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A storyboard that was read and checked."""

    path: Path
    project: Project
    campaign: Campaign
    storyboard: Storyboard
    marks: Marks
    scenes: Mapping[str, Mapping[str, Any]]
    findings: tuple[Finding, ...]
    inputs: Mapping[str, str]
    """The hash of every file that the film is made from, as it was when it was read."""

    @property
    def name(self) -> str:
        """The film's name in file names."""
        return self.path.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What ``animkit check`` answers: every finding, and the table sign, shot, action, help (empty if there is no storyboard)."""

    findings: tuple[Finding, ...]
    coverage: str


@contextmanager
def at_their_lines(prepared: Prepared) -> Iterator[None]:
    """Puts the storyboard's line to whatever is refused of a shot while the block runs."""
    try:
        yield
    except Refused as refusal:
        raise Refused(*located(refusal.findings, prepared)) from refusal


def located(findings: Iterable[Finding], prepared: Prepared) -> tuple[Finding, ...]:
    """The findings, those of a shot that have no place yet at the line of their shot."""
    shots = {shot.id for shot in prepared.storyboard.shots()}
    return tuple(replace(one, place=prepared.marks.shot(one.shot)) if one.shot in shots and not one.place.line else one for one in findings)


def prepare(path: Path, store: Store, today: date, *, release: bool = False) -> Prepared:
    """The storyboard, read and checked. Refused with every finding if one of them is an error."""
    prepared, findings = read_and_check(path, store, today, release=release)
    if prepared is None or errors(findings):
        raise Refused(*findings)
    return prepared


def check(path: Path, store: Store, today: date, *, release: bool = False) -> Checked:
    """Everything that is wrong with a storyboard, and its coverage."""
    from animkit.checks.coverage import coverage, coverage_table

    prepared, findings = read_and_check(path, store, today, release=release)
    table = coverage_table(coverage(prepared.storyboard, prepared.campaign)) if prepared else ""
    return Checked(findings=findings, coverage=table)


def _unplayed(board: Storyboard, marks: Marks, project: Project) -> tuple[Finding, ...]:
    """A finding for each shot whose mood the film's score does not play. Refused where the score itself is not in order."""
    named = {shot.id: shot.mood for shot in board.shots() if shot.mood}
    if not board.score or not named:
        return ()
    from animkit.sound.read_score import check_moods, read_score

    found = {shot: check_moods(score, [mood]) for score in (read_score(project, board.score),) for shot, mood in named.items()}
    return tuple(replace(one, place=marks.shot(shot, "mood"), shot=shot) for shot, all_of in found.items() for one in all_of)


def read_and_check(path: Path, store: Store, today: date, *, release: bool = False) -> tuple[Prepared | None, tuple[Finding, ...]]:
    """The storyboard (None if it cannot be read as one), and every finding about it."""
    from animkit.checks import check_storyboard

    project = Project.holding(path)
    as_read = sha256_file(path) if path.is_file() else ""  # Before it is read: should it be saved meanwhile, the manifest must not lie.
    shared = campaign.load(project)
    scenes = scene_schemas(project, store)
    parsed = read(path, project.shown(path), campaign=shared, scenes=scenes, names=names_in(project, shared))
    board = parsed.storyboard
    if board is None:
        return None, parsed.findings
    findings = parsed.findings + broken_scenes(scenes, (shot.scene for shot in board.shots()), project)
    findings += _unplayed(board, parsed.marks, project)
    if board.theme != DEFAULT_THEME:
        shared = campaign.load(project, board.theme)
    if not errors(findings):
        recorded = human_lines(spoken_lines(board, shared), project, path.stem)
        findings += check_storyboard(board, shared, parsed.marks, today, release=release, recorded=recorded)
    inputs = inputs_of(path, board, project)
    inputs |= dict.fromkeys((name for name in inputs if (project.root / name) == path.resolve()), as_read)
    prepared = Prepared(
        path=path, project=project, campaign=shared, storyboard=board, marks=parsed.marks, scenes=scenes, findings=findings, inputs=inputs
    )
    return prepared, findings
