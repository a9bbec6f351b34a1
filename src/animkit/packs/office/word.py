"""A paper of blocks as a Word file that a school can change: real headings, lists and tables, so that a screen reader finds its way."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

from animkit.packs import blocks
from animkit.packs.blocks import Flow
from animkit.packs.model import Facts, Signpost
from animkit.packs.office.steady import steady
from animkit.packs.papers.data import route_note
from animkit.packs.papers.typeset import mark
from animkit.packs.words.rich import runs

FONT = "Arial"
SIZE_PT = 12
MADE = datetime(2026, 1, 1)
"""What the file says about when it was made: no clock reaches an output."""

DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""How Word is told that a picture is decoration: the words beside it say it all."""


def word(flow: Flow, facts: Facts) -> bytes:
    """The paper as the bytes of a .docx file."""
    from docx import Document

    document = Document()
    _set_up(document, flow, facts)
    if facts.stamp:
        _stamp(document, facts.stamp)
    document.add_heading(flow.title, level=1)
    document.add_paragraph(flow.kind)
    for block in flow.blocks:
        WRITERS[type(block)](document, block, facts)
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _set_up(document: Any, flow: Flow, facts: Facts) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    ink = RGBColor.from_string(str(facts.theme["colours"]["ink"]).lstrip("#"))
    for name, size in (("Normal", SIZE_PT), ("Heading 1", 24), ("Heading 2", 16), ("List Bullet", SIZE_PT), ("List Number", SIZE_PT)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), ink
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(14)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    section.footer.paragraphs[0].text = " ".join(facts.footer)
    section.footer.paragraphs[0].runs[0].font.size = Pt(9.5)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), facts.language)
    core = document.core_properties
    core.title = flow.title if facts.film in flow.title else f"{facts.film}: {flow.title}"
    core.author, core.last_modified_by, core.comments, core.language = "animkit", "animkit", "", facts.language
    core.created = core.modified = MADE
    core.revision = 1


def _stamp(document: Any, words: str) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    run = document.add_paragraph().add_run(words)
    run.bold = True
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _rich(paragraph: Any, text: str) -> Any:
    for words, bold in runs(text):
        paragraph.add_run(words).bold = bold or None
    return paragraph


def _heading(document: Any, block: blocks.Heading, facts: Facts) -> None:
    del facts
    document.add_heading(block.text, level=2)


def _para(document: Any, block: blocks.Para, facts: Facts) -> None:
    del facts
    _rich(document.add_paragraph(), block.text)


def _bullets(document: Any, block: blocks.Bullets, facts: Facts) -> None:
    del facts
    for item in block.items:
        _rich(document.add_paragraph(style="List Bullet"), item)


def _steps(document: Any, block: blocks.Steps, facts: Facts) -> None:
    del facts
    for title, text in block.items:
        _rich(document.add_paragraph(style="List Number"), f"*{title}* {text}")


def _routes(document: Any, block: blocks.Routes, facts: Facts) -> None:
    del facts
    for post in block.routes:
        _route(document, post)


def _route(document: Any, post: Signpost) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.add_run(f"{post.name}: ")
    value = paragraph.add_run(post.value)
    value.bold, value.font.size = True, Pt(SIZE_PT + 2)
    paragraph.add_run(f"  {route_note(post)}")


def _table(document: Any, block: blocks.Table, facts: Facts) -> None:
    del facts
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # Repeats on each page, and names the columns.
    for column, share in zip(table.columns, block.shares, strict=True):
        column.width = Mm(170 * share / sum(block.shares))
    rows = [table.rows[0].cells, *(table.add_row().cells for _ in block.rows)]
    for cells, texts in zip(rows, ([f"*{head}*" for head in block.head], *block.rows), strict=True):
        for cell, text, share in zip(cells, texts, block.shares, strict=True):
            cell.width = Mm(170 * share / sum(block.shares))
            _rich(cell.paragraphs[0], text)
    document.add_paragraph()


def _quote(document: Any, block: blocks.Quote, facts: Facts) -> None:
    from docx.shared import Pt

    del facts
    run = document.add_paragraph().add_run(block.text)
    run.bold, run.font.size = True, Pt(SIZE_PT + 2)


def _lines(document: Any, block: blocks.Lines, facts: Facts) -> None:
    del facts
    for _ in range(block.count):
        document.add_paragraph("_" * 66)


def _shown(document: Any, block: blocks.Shown, facts: Facts) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Mm, Pt

    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    left.width, right.width = Mm(34), Mm(136)
    table.columns[0].width, table.columns[1].width = left.width, right.width
    picture = left.paragraphs[0].add_run().add_picture(io.BytesIO(mark(block.glyph, facts.theme)), width=Mm(26))
    picture._inline.docPr.append(parse_xml(DECORATION))
    for run in _rich(right.paragraphs[0], block.text).runs:
        run.font.size = Pt(18)


WRITERS: dict[type, Callable[[Any, Any, Facts], None]] = {
    blocks.Heading: _heading,
    blocks.Para: _para,
    blocks.Bullets: _bullets,
    blocks.Steps: _steps,
    blocks.Routes: _routes,
    blocks.Table: _table,
    blocks.Quote: _quote,
    blocks.Lines: _lines,
    blocks.Shown: _shown,
}
"""What writes each kind of block."""
