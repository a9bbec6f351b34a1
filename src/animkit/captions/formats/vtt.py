"""WebVTT. Pure.

A cue's identifier is its number, its shot and its line; a speaker is a voice, ``<v Miss Noor>``, and, since no browser shows that, the
label before the words where the speaker changes. No header but the signature: the W3C's grammar knows no ``Language:``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from animkit.captions.cue import Cue
from animkit.captions.formats.blocks import Block, blocks, directed, off_grammar, read_span, span, undirected
from animkit.findings import Place
from animkit.timing.timeline import PlacedChapter

SIGNATURE = "WEBVTT"
VOICE = re.compile(r"<v ([^<>\n]+)>(.*)</v>", re.DOTALL)


def write(cues: Sequence[Cue], fps: int, language: str) -> str:
    """The cues as a WebVTT file's text. Times are those of the cues' frames, rounded down to milliseconds."""
    return _file([_block(number, cue, fps, language) for number, cue in enumerate(cues, 1)])


def read(text: str, fps: int, path: str = "") -> tuple[Cue, ...]:
    """The cues of a WebVTT file that ``write`` could have written. Refused, with its line, for anything else."""
    return tuple(_cue(block, fps, path) for block in _cue_blocks(text, path))


def write_chapters(chapters: Sequence[PlacedChapter], fps: int) -> str:
    """Chapter marks, for a track of kind ``chapters``."""
    titles = [(chapter.start, chapter.end, chapter.title) for chapter in chapters]
    return _file(
        [
            f"{number}\n{span(start, end, fps, '.')}\n{html.escape(title, quote=False)}"
            for number, (start, end, title) in enumerate(titles, 1)
        ]
    )


def read_chapters(text: str, fps: int, path: str = "") -> tuple[PlacedChapter, ...]:
    """The chapters that ``write_chapters`` wrote. Refused for anything else."""
    found = []
    for block in _cue_blocks(text, path):
        if len(block.rows) != 3:
            raise off_grammar(Place(path, block.line, 1), "a chapter has a number, times and one row")
        start, end = read_span(block.rows[1], fps, ".", Place(path, block.line + 1, 1))
        found.append(PlacedChapter(title=html.unescape(block.rows[2]), start=start, frames=end - start))
    return tuple(found)


def write_descriptions(descriptions: Sequence[tuple[int, int, str]], fps: int, language: str) -> str:
    """Audio description as text, for a track of kind ``descriptions``: for each its first frame, its end (exclusive) and its words."""
    return _file(
        [
            f"{number}\n{span(start, end, fps, '.')}\n{html.escape(directed(text, language), quote=False)}"
            for number, (start, end, text) in enumerate(descriptions, 1)
        ]
    )


def _file(found: Sequence[str]) -> str:
    return "\n\n".join([SIGNATURE, *found]) + "\n"


def _block(number: int, cue: Cue, fps: int, language: str) -> str:
    shown = (cue.label + cue.rows[0], *cue.rows[1:])
    text = "\n".join(html.escape(directed(row, language), quote=False) for row in shown)
    if cue.speaker:
        text = f"<v {html.escape(cue.speaker, quote=False)}>{text}</v>"
    identifier = f"{number} {cue.shot} {cue.line_id}".rstrip()
    return f"{identifier}\n{span(cue.start, cue.end, fps, '.')}\n{text}"


def _cue_blocks(text: str, path: str) -> list[Block]:
    found = list(blocks(text, path))
    if not found or found[0].rows != (SIGNATURE,):
        raise off_grammar(Place(path, 1, 1), f"a WebVTT file begins with {SIGNATURE} on a line of its own, and a blank line")
    return found[1:]


def _cue(block: Block, fps: int, path: str) -> Cue:
    if len(block.rows) < 3:
        raise off_grammar(Place(path, block.line, 1), "a cue has an identifier, times and at least one row")
    start, end = read_span(block.rows[1], fps, ".", Place(path, block.line + 1, 1))
    _, shot, line_id = (*block.rows[0].split(" "), "", "")[:3]
    text = "\n".join(block.rows[2:])
    voice = VOICE.fullmatch(text)
    speaker = html.unescape(voice[1]) if voice else ""
    inner = voice[2] if voice else text
    if "<" in inner or ">" in inner:
        raise off_grammar(Place(path, block.line + 2, 1), "the only markup is one <v Name> around the whole cue")
    shown = tuple(undirected(html.unescape(row)) for row in inner.split("\n"))
    cue = Cue(start=start, end=end, rows=shown, shot=shot, line_id=line_id, speaker=speaker)
    labelled = replace(cue, labelled=True)
    if labelled.label and shown[0].startswith(labelled.label):
        return replace(labelled, rows=(shown[0].removeprefix(labelled.label), *shown[1:]))
    return replace(cue, is_sound=not line_id and shown[0].startswith("[") and shown[-1].endswith("]"))
