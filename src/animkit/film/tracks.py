"""The film's own captions and chapters as MP4 carries them. Pure.

A caption sample (3GPP TS 26.245, ``tx3g``) is the length of its text in two bytes and the text in UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from animkit.captions.cue import Cue
from animkit.film.model import ChapterMark, FilmPlan, Text
from animkit.timing.timeline import Timeline

if TYPE_CHECKING:
    from av.container.core import Chapter

CAPTION_STYLE = b"""[Script Info]
ScriptType: v4.00+
PlayResX: 384
PlayResY: 288

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, \
ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Sans Serif,18,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
"""White, centred, low in the picture: what a player shows that has no wish of its own. The encoder turns it into the track's header."""


def texts(cues: Iterable[Cue]) -> tuple[Text, ...]:
    """The cues as caption texts: rows as lines, the speaker's name before the first."""
    return tuple(Text(start=cue.start, end=cue.end, text=_words(cue)) for cue in cues)


def chapter_marks(timeline: Timeline) -> tuple[ChapterMark, ...]:
    """The timeline's chapters."""
    return tuple(ChapterMark(start=chapter.start, end=chapter.start + chapter.frames, title=chapter.title) for chapter in timeline.chapters)


def sample(text: str) -> bytes:
    """``text`` as one caption sample. ValueError if it is longer than a sample can be."""
    data = text.encode()
    if len(data) > 0xFFFF:
        raise ValueError(f"a caption of {len(data)} bytes")
    return len(data).to_bytes(2, "big") + data


def text_of(data: bytes) -> str:
    """The text of one caption sample; empty for the gaps between captions."""
    return data[2 : 2 + int.from_bytes(data[:2], "big")].decode()


def container_chapters(plan: FilmPlan) -> list[Chapter]:
    """The plan's chapters in PyAV's form, in milliseconds: MP4's own chapter list counts in no finer unit that players agree on."""
    return [
        {
            "id": number,
            "start": mark.start * 1000 // plan.fps,
            "end": mark.end * 1000 // plan.fps,
            "time_base": Fraction(1, 1000),
            "metadata": {"title": mark.title},
        }
        for number, mark in enumerate(plan.chapters, 1)
    ]


def _words(cue: Cue) -> str:
    return "\n".join((cue.label + cue.rows[0], *cue.rows[1:]))
