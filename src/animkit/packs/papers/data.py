"""Content as the plain values that templates read: runs of words, help routes, blocks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from animkit.packs import blocks
from animkit.packs.model import Facts, Signpost
from animkit.packs.papers.art import icon_of
from animkit.packs.words.rich import Run, runs

Rich = tuple[Run, ...]


def facts_data(facts: Facts) -> dict[str, Any]:
    """What every paper knows: its stamp and its foot."""
    return {
        "stamp": facts.stamp,
        "footer": list(facts.footer),
        "film": facts.film,
        "ages": facts.ages,
        "unconfirmed": list(facts.unconfirmed),
    }


def rich(items: Iterable[str]) -> list[Rich]:
    """Each text as runs."""
    return [runs(item) for item in items]


def post_data(post: Signpost) -> dict[str, str]:
    """A help route with the name of its icon."""
    return {"icon": icon_of(post.id), "label": post.name, "value": post.value, "note": route_note(post), "id": post.id}


def route_note(post: Signpost) -> str:
    """The line under a route: what it is for, and its mail address if it has one."""
    return f"{post.note} {post.email}".strip()


def block_data(block: blocks.Block) -> dict[str, Any]:
    """A block as its template reads it."""
    match block:
        case blocks.Heading(text):
            return {"kind": "heading", "text": text}
        case blocks.Para(text):
            return {"kind": "para", "runs": runs(text)}
        case blocks.Bullets(items):
            return {"kind": "bullets", "items": rich(items)}
        case blocks.Steps(items):
            return {"kind": "steps", "items": [[title, runs(text)] for title, text in items]}
        case blocks.Routes(routes):
            return {"kind": "routes", "routes": [post_data(post) for post in routes]}
        case blocks.Table(head, rows, shares):
            return {"kind": "table", "head": list(head), "rows": [rich(row) for row in rows], "widths": list(shares)}
        case blocks.Quote(text):
            return {"kind": "told", "text": text}
        case blocks.Shown(glyph, text):
            return {"kind": "shown", "glyph": glyph, "runs": runs(text)}
        case blocks.Lines(count):
            return {"kind": "space", "mm": 9 * count}
