"""A storyboard's text becomes a Storyboard, or all of its problems, each with file:line:col. Pure but for ``read``.

Promise: it never raises for what an editor wrote, and ends in bounded time and memory whatever the text is. A part that cannot be is left
out and the rest is still looked at, so one run tells everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from animkit.campaign.load import Campaign
from animkit.findings import Finding, Place, Refused, errors
from animkit.storyboard.faults import Fault, faults
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard
from animkit.storyboard.names import Names
from animkit.storyboard.rules import broken_rules
from animkit.storyboard.rules.board import Board, ShotAt, marks_of
from animkit.storyboard.schema import Schema, adapter, storyboard_schema
from animkit.strict.nodes import Node, Sequence, Steps, Table, Tree, child, value_of, without
from animkit.strict.reading import read_text
from animkit.strict.tree import MOST_FINDINGS, read_tree

STAND_INS: Mapping[str, Any] = {"version": 1, "title": "…", "band": "11-14", "review_by": "2000-01-01"}
"""What stands in for a wrong or missing key at the top, so that the rest can be looked at."""

MOST_SHOTS = 2000

Scenes = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of a text. ``storyboard`` is None if a finding refuses it; ``marks`` knows where everything stands."""

    storyboard: Storyboard | None
    findings: tuple[Finding, ...]
    marks: Marks


def read(path: Path, shown: str, *, campaign: Campaign, scenes: Scenes | None = None, names: Names | None = None) -> Parsed:
    """``parse`` the file at ``path``, called ``shown`` in messages. What is wrong with its bytes is among the findings too."""
    try:
        text = read_text(path, shown)
    except Refused as refusal:
        return Parsed(None, refusal.findings, Marks(Tree(shown, "", None)))
    return parse(text, shown, campaign=campaign, scenes=scenes, names=names)


def parse(text: str, path: str, *, campaign: Campaign, scenes: Scenes | None = None, names: Names | None = None) -> Parsed:
    """The Storyboard that ``text`` says, and every problem in it, in the order of the text.

    ``scenes`` are the JSON Schemas of the scenes' params by name; None leaves scenes and params unchecked. ``names`` are the sounds, moods
    and files that may be named; what it does not list by kind is not checked.
    """
    tree = read_tree(text, path)
    if tree.root is None:
        empty = Finding("empty-file", "there is nothing in this file", mend="begin with version: 1, or with animkit new", place=Place(path))
        return Parsed(None, tree.findings or (empty,), Marks(tree))
    marks = Marks(tree)
    if too_long := _too_long(marks):
        return Parsed(None, (*tree.findings, too_long), marks)
    found = tuple(islice(faults(_schema(), value_of(tree.root), marks), MOST_FINDINGS))
    findings = [*tree.findings, *(fault.finding for fault in found)]
    storyboard = None
    if len(found) < MOST_FINDINGS:
        board = _board(tree, found, campaign, scenes, names or Names(), findings)
        if board is not None:
            findings += islice(broken_rules(board), MOST_FINDINGS)
            storyboard = board.storyboard
    findings = sorted(dict.fromkeys(findings), key=lambda item: (item.place, item.code))
    return Parsed(None if errors(findings) else storyboard, tuple(findings), marks)


def _too_long(marks: Marks) -> Finding | None:
    """Beyond this many shots it is no film, and would take minutes to look at."""
    over = next(islice(marks.shots(), MOST_SHOTS, None), None)
    mend = "make two films of it"
    return (
        Finding("too-many-shots", f"this film has more than {MOST_SHOTS:,} shots", mend=mend, place=marks.place(over[0])) if over else None
    )


@cache
def _schema() -> Schema:
    return storyboard_schema()


def _board(
    tree: Tree, found: Iterable[Fault], campaign: Campaign, scenes: Scenes | None, names: Names, findings: list[Finding]
) -> Board | None:
    """What can be built when every fault is left out; None if nothing can. What pydantic alone objects to goes to ``findings``."""
    marks = Marks(tree)
    ways = {fault.steps for fault in found}
    kept = without(tree.root, {way for way in ways if not _can_be_filled(marks, way)}) if tree.root else None
    if kept is None:
        return None
    rest = Marks(Tree(tree.path, tree.text, kept))
    try:
        storyboard = adapter().validate_json(json.dumps(_filled(kept, rest)))
    except ValidationError as error:
        if not findings:
            findings += _objections(error, marks)
        return None
    broken = {node.start.offset for way in ways if len(way) > 3 and (node := marks.node(way[:4]))}
    at = [(steps, node.start.offset not in broken) for steps, node in rest.shots()]
    board_shots = tuple(
        ShotAt(shot, steps, number, whole, marks_of(shot, steps))
        for number, (shot, (steps, whole)) in enumerate(zip(storyboard.shots(), at, strict=True))
    )
    lost = frozenset(str(way[0]) for way in ways if way)
    return Board(storyboard, rest, campaign, scenes, names, board_shots, lost)


def _can_be_filled(marks: Marks, way: Steps) -> bool:
    """Whether ``_filled`` can stand in for what is missing here: at the top, in a chapter that has shots, in a shot."""
    node = marks.node(way)
    match len(way):
        case 0 | 4:
            return isinstance(node, Table)
        case 2:
            return isinstance(node, Table) and isinstance(child(node, "shots"), Sequence)
        case _:
            return False


def _filled(kept: Node, marks: Marks) -> Any:
    """The plain values of what is kept, with stand-ins for what the top, a chapter or a shot cannot be without."""
    value: Any = value_of(kept)
    if not isinstance(value, dict):
        return value
    value = {**STAND_INS, **value}
    for number, (steps, _) in enumerate(marks.shots()):
        chapter = value["chapters"][steps[1]]
        chapter.setdefault("title", "…")
        shot = chapter["shots"][steps[3]]
        shot.setdefault("id", f"shot-{number + 1}")
        shot.setdefault("scene", "unknown")
    return value


def _objections(error: ValidationError, marks: Marks) -> list[Finding]:
    """Words for the rare thing that pydantic refuses and the schema allows. A list that lacks what was wrong in it is not told."""
    problems = error.errors(include_url=False, include_input=False)[:MOST_FINDINGS]
    ways = [problem["loc"] for problem in problems]
    return [
        Finding("not-valid", f"'{way[-1]}' is not valid", why=problem["msg"], mend="write it anew", place=marks.place(way))
        for way, problem in zip(ways, problems, strict=True)
        if way and not any(way != other and other[: len(way)] == way for other in ways)
    ]
