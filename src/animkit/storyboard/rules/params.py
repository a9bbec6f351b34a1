"""Rules for what a scene is told. The scene's own JSON Schema says what it takes; ``x-animkit`` says what a text must name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from animkit.findings import Finding
from animkit.storyboard.faults import faults
from animkit.storyboard.near import choose, quoted
from animkit.storyboard.rules.board import Board, ShotAt
from animkit.storyboard.schema import tidy
from animkit.strict.nodes import Steps


def params(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Every param is known, of its kind, and names something that is there."""
    schema = _schema(board, at)
    if schema is None:
        return
    steps = (*at.steps, "params")
    for fault in faults(schema, dict(at.shot.params), board.marks, steps, at.shot.scene):
        if fault.finding.code != "param-missing":
            yield fault.finding
    for where, kind, name in _named(schema, schema, at.shot.params, steps):
        yield from _unknown(board, at, where, kind, name)


def absent(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Every param that the scene cannot do without is given."""
    schema = _schema(board, at)
    for fault in faults(schema, dict(at.shot.params), board.marks, (*at.steps, "params"), at.shot.scene) if schema is not None else ():
        if fault.finding.code == "param-missing":
            yield fault.finding


def _schema(board: Board, at: ShotAt) -> Mapping[str, Any] | None:
    schema = (board.scenes or {}).get(at.shot.scene)
    return None if schema is None else tidy(schema)


def _named(root: Mapping[str, Any], schema: Mapping[str, Any], value: Any, steps: Steps) -> Iterator[tuple[Steps, str, str]]:
    """Each text in ``value`` that names something: where it is, what kind of thing, and the name."""
    if ref := schema.get("$ref"):
        schema = {**_resolved(root, str(ref)), **schema}
    if isinstance(value, str) and "x-animkit" in schema:
        yield steps, str(schema["x-animkit"]), value
    for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from _named(root, branch, value, steps)
    if isinstance(value, Mapping):
        for key, item in value.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if isinstance(inner, Mapping):
                yield from _named(root, inner, item, (*steps, key))
    if isinstance(value, list):
        first = schema.get("prefixItems", ())
        for index, item in enumerate(value):
            inner = first[index] if index < len(first) else schema.get("items")
            if isinstance(inner, Mapping):
                yield from _named(root, inner, item, (*steps, index))


def _resolved(root: Mapping[str, Any], ref: str) -> Mapping[str, Any]:
    part: Any = root
    for step in ref.removeprefix("#/").split("/"):
        part = part.get(step, {}) if isinstance(part, Mapping) else {}
    return part if isinstance(part, Mapping) and "$ref" not in part else {}


def _unknown(board: Board, at: ShotAt, steps: Steps, kind: str, name: str) -> Iterator[Finding]:
    if kind == "character" and name in board.campaign.cast and name not in board.storyboard.cast:
        if "cast" not in board.lost:
            what = f"{quoted(name)} is drawn here, but is not in this film's cast"
            yield board.find("param-not-in-cast", what, steps, mend=f"add {name} to cast")
        return
    if kind == "help-route" and board.campaign.help_route(name) and name not in board.storyboard.help:
        if "help" not in board.lost:
            what = f"{quoted(name)} is shown here, but is not in this film's help"
            yield board.find("param-not-in-help", what, steps, mend=f"add {name} to help")
        return
    known = _known(board, at, kind)
    if known is not None and name not in known:
        yield board.find(f"param-unknown-{kind}", f"there is no {kind.replace('-', ' ')} {quoted(name)}", steps, mend=choose(name, known))


def _known(board: Board, at: ShotAt, kind: str) -> Collection[str] | None:
    match kind:
        case "character":
            return board.storyboard.cast
        case "help-route":
            return board.storyboard.help
        case "colour":
            return dict(board.campaign.theme.get("colours", {}))
        case "glyph":
            return board.names.glyphs
        case "picture":
            return board.names.pictures
        case "beat":
            return at.beats
        case _:
            return None
