"""What lies in a pack, as values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

START = "START HERE.html"
KINDS = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".pptx": "PowerPoint",
    ".html": "Page",
    ".mp4": "MP4",
    ".m4a": "Sound",
    ".txt": "Text",
    ".zip": "Zip",
}
"""What a teacher calls a file, by how its name ends."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the pack. ``data`` is its bytes, or a file that is copied. Without a title it is not listed on the front page."""

    folder: str
    file: str
    data: bytes | Path
    title: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        """What a teacher calls it."""
        return KINDS.get(Path(self.file).suffix, "File")

    @property
    def path(self) -> str:
        """Where it lies in the pack."""
        return f"{self.folder}/{self.file}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Films:
    """What a build left for a pack, by what it is."""

    name: str
    """The film's name in file names."""
    language: str
    made: Mapping[str, Path]
    """Deliverables by name: ``web``, ``captioned``, ``small``, ``described``, ``extended``."""
    player: Path
    papers: Mapping[str, Path]
    """``transcript.html``, ``transcript.txt``, and captions by what follows the film's name: ``.en-GB.vtt``."""
