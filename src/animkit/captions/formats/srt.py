"""SubRip: for players that know nothing else, and for the captions inside the MP4 file. Pure.

It has no voices: a speaker is the label before the words alone. Nothing is escaped, since most of its players show escapes as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from animkit.captions.cue import Cue
from animkit.captions.formats.blocks import blocks, directed, off_grammar, read_span, span, undirected
from animkit.findings import Place


def write(cues: Sequence[Cue], fps: int, language: str) -> str:
    """The cues as a SubRip file's text."""
    return "\n".join(
        f"{number}\n{span(cue.start, cue.end, fps, ',')}\n" + "".join(f"{directed(row, language)}\n" for row in shown(cue).rows)
        for number, cue in enumerate(cues, 1)
    )


def read(text: str, fps: int, path: str = "") -> tuple[Cue, ...]:
    """The cues of a SubRip file that ``write`` could have written, as ``shown`` gives them. Refused, with its line, for anything else."""
    found = []
    for number, block in enumerate(blocks(text, path) if text else (), 1):
        if len(block.rows) < 3 or block.rows[0] != str(number):
            raise off_grammar(Place(path, block.line, 1), f"cue {number} has its number, times and at least one row")
        start, end = read_span(block.rows[1], fps, ",", Place(path, block.line + 1, 1))
        rows = tuple(undirected(row) for row in block.rows[2:])
        found.append(_plain(start, end, rows))
    return tuple(found)


def shown(cue: Cue) -> Cue:
    """What SubRip keeps of a cue: its times, and its rows with the label among them."""
    return _plain(cue.start, cue.end, (cue.label + cue.rows[0], *cue.rows[1:]))


def _plain(start: int, end: int, rows: tuple[str, ...]) -> Cue:
    return Cue(start=start, end=end, rows=rows, shot="", is_sound=rows[0].startswith("[") and rows[-1].endswith("]"))
