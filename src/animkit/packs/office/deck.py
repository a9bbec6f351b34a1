"""A deck of slides in the campaign's colours: the few things that our slides are made of. Lengths in inches, sizes in points."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from animkit.packs.model import Facts
from animkit.packs.office.steady import steady
from animkit.packs.papers.typeset import mark

FONT = "Arial"
TITLE_ONLY = 5
"""Which layout of python-pptx's own template has a title and nothing else: a slide without one has no name for a screen reader."""


class Deck:
    """Slides at 16:9. Every picture says what it shows; what is decoration says so by an empty description."""

    def __init__(self, *, title: str, facts: Facts) -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self._facts = facts
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Inches(13.333), Inches(7.5)
        core = self._deck.core_properties
        core.title, core.author, core.last_modified_by, core.language = title, "animkit", "animkit", facts.language
        core.created = core.modified = datetime(2026, 1, 1)
        core.revision = 1

    def as_bytes(self) -> bytes:
        """The deck as the bytes of a .pptx file."""
        out = io.BytesIO()
        self._deck.save(out)
        return steady(out.getvalue())

    def slide(self, ground: str) -> Any:
        """A new slide on this ground."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = self._colour(ground)
        return slide

    def title(
        self, slide: Any, words: str, x: float, y: float, w: float, h: float, *, size: int, colour: str = "ink", centred: bool = False
    ) -> None:
        """The slide's title."""
        shape = slide.shapes.title
        self._place(shape, x, y, w, h)
        self._set(shape.text_frame, [words], size=size, bold=True, colour=colour, centred=centred, middle=False)

    def text(
        self,
        slide: Any,
        rows: Sequence[str],
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        size: int,
        bold: bool = False,
        colour: str = "ink",
        centred: bool = False,
    ) -> None:
        """Words, a paragraph a row."""
        from pptx.util import Inches

        shape = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(w), Inches(h))
        self._set(shape.text_frame, rows, size=size, bold=bold, colour=colour, centred=centred, middle=False)

    def bullets(self, slide: Any, rows: Sequence[str], x: float, y: float, w: float, h: float, *, size: int) -> None:
        """A list."""
        from pptx.oxml.ns import qn
        from pptx.util import Inches, Pt

        shape = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(w), Inches(h))
        self._set(shape.text_frame, rows, size=size, bold=False, colour="ink", centred=False, middle=False)
        for paragraph in shape.text_frame.paragraphs:
            paragraph.space_after = Pt(12)
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", str(Inches(0.35)))
            properties.set("indent", str(-Inches(0.35)))
            bullet = properties.makeelement(qn("a:buChar"), {"char": "•"})
            properties.append(bullet)

    def pill(self, slide: Any, words: str, fill: str, colour: str, x: float, y: float, w: float, h: float, *, size: int = 20) -> None:
        """Words on a rounded ground."""
        self._set(
            self._rounded(slide, fill, x, y, w, h, 0.5).text_frame, [words], size=size, bold=True, colour=colour, centred=True, middle=True
        )

    def link(self, slide: Any, words: str, file_name: str, x: float, y: float, w: float, h: float) -> None:
        """A button that opens a file lying beside the slides."""
        shape = self._rounded(slide, "mustard", x, y, w, h, 0.3)
        self._set(shape.text_frame, [words], size=24, bold=True, colour="ink", centred=True, middle=True)
        shape.click_action.hyperlink.address = quote(file_name)

    def card(self, slide: Any, x: float, y: float, w: float, h: float) -> None:
        """A white card."""
        self._rounded(slide, "white", x, y, w, h, 0.06)

    def stamp(self, slide: Any, x: float, y: float) -> None:
        """That help routes are not confirmed, as long as they are not."""
        if self._facts.stamp:
            from pptx.enum.dml import MSO_LINE
            from pptx.util import Pt

            shape = self._rounded(slide, "mustard", x, y, 3.5, 0.42, 0.08)
            shape.line.color.rgb = self._colour("ink")
            shape.line.width, shape.line.dash_style = Pt(1.5), MSO_LINE.DASH
            self._set(shape.text_frame, [self._facts.stamp], size=13, bold=True, colour="ink", centred=True, middle=True)

    def picture(self, slide: Any, png: bytes, alt: str, x: float, y: float, w: float, h: float, *, focus: float = 0.5) -> None:
        """A picture that fills its frame, cut about ``focus``."""
        from pptx.util import Inches

        shape = slide.shapes.add_picture(io.BytesIO(png), Inches(x), Inches(y), height=Inches(h))
        shown = w / (shape.width / 914400)
        if shown < 1:
            left = min(max(focus - shown / 2, 0.0), 1 - shown)
            shape.crop_left, shape.crop_right = left, 1 - shown - left
        else:
            kept = 1 / shown
            shape.crop_top, shape.crop_bottom = (1 - kept) / 2, (1 - kept) / 2
        self._place(shape, x, y, w, h)
        shape._element.nvPicPr.cNvPr.set("descr", alt)

    def mark(self, slide: Any, name: str, x: float, y: float, side: float, *, alt: str = "") -> None:
        """A drawn mark."""
        from pptx.util import Inches

        shape = slide.shapes.add_picture(io.BytesIO(mark(name, self._facts.theme)), Inches(x), Inches(y), Inches(side), Inches(side))
        shape._element.nvPicPr.cNvPr.set("descr", alt or "An open door")

    def notes(self, slide: Any, rows: Sequence[str]) -> None:
        """What only the teacher reads."""
        slide.notes_slide.notes_text_frame.text = "\n".join(row for row in rows if row)

    def _rounded(self, slide: Any, fill: str, x: float, y: float, w: float, h: float, radius: float) -> Any:
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Inches

        shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Inches(x), Inches(y), Inches(w), Inches(h))
        shape.adjustments[0] = radius
        return self._filled(shape, fill)

    def _filled(self, shape: Any, fill: str) -> Any:
        shape.fill.solid()
        shape.fill.fore_color.rgb = self._colour(fill)
        shape.line.fill.background()
        shape.shadow.inherit = False
        return shape

    def _place(self, shape: Any, x: float, y: float, w: float, h: float) -> None:
        from pptx.util import Inches

        shape.left, shape.top, shape.width, shape.height = Inches(x), Inches(y), Inches(w), Inches(h)

    def _set(self, frame: Any, rows: Sequence[str], *, size: int, bold: bool, colour: str, centred: bool, middle: bool) -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
        from pptx.util import Pt

        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        for number, words in enumerate(rows):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
            run = paragraph.add_run()
            run.text = words
            run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
            run.font.color.rgb = self._colour(colour)
            run._r.get_or_add_rPr().set("lang", self._facts.language)

    def _colour(self, role: str) -> Any:
        from pptx.dml.color import RGBColor

        colour: Any = RGBColor
        return colour(*bytes.fromhex(str(self._facts.theme["colours"][role]).lstrip("#")))
