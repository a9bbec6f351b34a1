"""The exposure sheet, as text for a terminal and as a page. In: Timeline and Storyboard. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from animkit import frames
from animkit.storyboard.model import Storyboard
from animkit.timing.exposure import Row, Sheet, sheets, summary
from animkit.timing.page import page
from animkit.timing.sheet_style import STYLE
from animkit.timing.strip import strip
from animkit.timing.timeline import Slot, Timeline

COLUMNS = ("Shot", "Frame", "Time", "In shot", "Line", "Beats", "Sounds", "Music")
NUMBERS = ("Frame", "Time", "In shot")


def exposure_sheet_text(timeline: Timeline, storyboard: Storyboard) -> str:
    """The exposure sheet for a terminal: a heading for each shot, a line for each frame on which something happens."""
    lines = [f"{storyboard.title}: {summary(timeline)}", ""]
    for sheet in sheets(timeline, storyboard):
        slot = sheet.slot
        if sheet.chapter:
            lines += [f"== {sheet.chapter} ==", ""]
        music = f", {sheet.mood}" if sheet.mood else ""
        lines.append(f"{sheet.shot.id} ({sheet.shot.scene}): {slot.frames} frames, {slot.frames / timeline.fps:.2f} s{music}")
        lines += [_line(row, slot, timeline.fps) for row in sheet.rows]
        lines.append("")
    return "\n".join(lines)


def _line(row: Row, slot: Slot, fps: int) -> str:
    parts = []
    if row.note:
        parts.append(row.note)
    if row.words:
        parts.append(f"{row.speaker}: {row.words} (until {row.until})")
    if row.beats:
        parts.append("beat " + ", ".join(row.beats) + (f" on “{row.on_word}”" if row.on_word else ""))
    if row.sounds:
        parts.append("sound " + ", ".join(row.sounds))
    if row.mood:
        parts.append(f"music {row.mood}")
    return f"{row.frame:>7} {frames.timecode(row.frame, fps):>9} {'+' + str(row.frame - slot.start):>6}  " + "; ".join(parts)


def exposure_sheet_html(timeline: Timeline, storyboard: Storyboard) -> str:
    """The exposure sheet as a page that needs nothing else."""
    found = sheets(timeline, storyboard)
    body = [
        f"<header><h1>{escape(storyboard.title)}: exposure sheet</h1>",
        f'<p class="lead">{escape(summary(timeline))}. Each row is a frame on which something happens;'
        " “in shot” counts from the shot’s first frame, as scenes do.</p></header>",
        "<main>",
        strip(timeline),
    ]
    for title, run in _chapters(found):
        body += [f"<h2>{escape(title)}</h2>", _table(title, run, timeline.fps)]
    body.append("</main>")
    return page(f"{storyboard.title}: exposure sheet", storyboard.language, STYLE, "\n".join(body))


def _chapters(found: Sequence[Sheet]) -> Iterator[tuple[str, list[Sheet]]]:
    number = 0

    def chapter(sheet: Sheet) -> int:
        nonlocal number
        number += bool(sheet.chapter)
        return number

    for _, run in groupby(found, key=chapter):
        of_chapter = list(run)
        yield of_chapter[0].chapter, of_chapter


def _table(title: str, run: Sequence[Sheet], fps: int) -> str:
    heads = "".join(f'<th scope="col" class="{_kind(name)}">{name}</th>' for name in COLUMNS)
    bodies = "\n".join(_body(sheet, fps) for sheet in run)
    label = escape(f"Shots of the chapter {title}", quote=True)
    opened = f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">'
    return f"{opened}<table>\n<thead><tr>{heads}</tr></thead>\n{bodies}\n</table></div>"


def _kind(column: str) -> str:
    return "number" if column in NUMBERS else "words"


def _body(sheet: Sheet, fps: int) -> str:
    slot = sheet.slot
    lasts = f"{slot.frames} frames, {slot.frames / fps:.2f} s"
    head = f'<th scope="rowgroup" rowspan="{len(sheet.rows)}"><b>{escape(sheet.shot.id)}</b>{escape(sheet.shot.scene)}<br>{lasts}</th>'
    rows = [f"<tr>{head if number == 0 else ''}{_cells(row, slot.start, fps)}</tr>" for number, row in enumerate(sheet.rows)]
    return "<tbody>" + "\n".join(rows) + "</tbody>"


def _cells(row: Row, slot_start: int, fps: int) -> str:
    numbers = (str(row.frame), frames.timecode(row.frame, fps), f"+{row.frame - slot_start}")
    cells = [f'<td class="number">{number}</td>' for number in numbers]
    cells.append(f'<td class="line">{_said(row)}</td>')
    cells += [f"<td>{_chips(names, kind)}</td>" for names, kind in ((row.beats, "beat"), (row.sounds, "sound"), ((row.mood,), "mood"))]
    return "".join(cells)


def _said(row: Row) -> str:
    found = []
    if row.note:
        kind = "note" if row.note.startswith("Pause") else "plain"
        found.append(f'<span class="{kind}">{escape(row.note)}</span>')
    if row.words:
        until = f'<span class="until">until {row.until}</span>'
        found.append(f'<span class="speaker">{escape(row.speaker)}:</span> {escape(row.words)} {until}')
    if row.beats and row.on_word and not row.words:
        found.append(f'<span class="plain">on “{escape(row.on_word)}”</span>')
    return "<br>".join(found)


def _chips(names: Sequence[str], kind: str) -> str:
    return "".join(f'<span class="{kind}">{escape(name)}</span>' for name in names if name)
