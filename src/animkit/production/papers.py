"""The papers that lie beside a film: captions, transcript, timeline, exposure sheet, poster. Each is written whole."""

from __future__ import annotations

from pathlib import Path

from animkit.captions.described import descriptions
from animkit.captions.formats import FORMATS
from animkit.captions.formats.vtt import write_chapters, write_descriptions
from animkit.captions.transcript import transcript_html, transcript_text
from animkit.film.films import Master
from animkit.film.poster import poster_frame, write_poster
from animkit.production.prepare import Prepared
from animkit.store import write_whole
from animkit.timing import files
from animkit.timing.sheet import exposure_sheet_html


def write_papers(prepared: Prepared, master: Master, folder: Path) -> tuple[Path, ...]:
    """Write every paper of the film into ``folder``; returns their paths."""
    board, timeline, name, language = prepared.storyboard, master.timeline, prepared.name, master.language
    texts = {f"{name}.{language}.{ending}": write(master.cues, timeline.fps, language) for ending, write in FORMATS.items()}
    texts |= {
        f"{name}-chapters.{language}.vtt": write_chapters(timeline.chapters, timeline.fps),
        f"{name}.transcript.html": transcript_html(timeline, board),
        f"{name}.transcript.txt": transcript_text(timeline, board),
        "timeline.json": files.as_text(timeline),
        "exposure-sheet.html": exposure_sheet_html(timeline, board),
    }
    if described := descriptions(timeline, board):
        texts[f"{name}-descriptions.{language}.vtt"] = write_descriptions(described, timeline.fps, language)
    for file_name, text in texts.items():
        write_whole(folder / file_name, text.encode())
    poster = folder / "poster.png"
    write_poster(master.picture, poster_frame(timeline), prepared.campaign.profile.delivery, poster)
    return (*(folder / file_name for file_name in texts), poster)
