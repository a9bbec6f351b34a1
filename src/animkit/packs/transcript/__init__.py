"""In: a Timeline and its Storyboard. Out: all that is said, heard and seen, by chapters: as text, as a page, as entries."""

from animkit.packs.transcript.entries import Entry, Section, sections
from animkit.packs.transcript.page import transcript_html
from animkit.packs.transcript.text import transcript_text

__all__ = ["Entry", "Section", "sections", "transcript_html", "transcript_text"]
