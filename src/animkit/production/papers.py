"""The papers that lie beside a film: captions, transcript, player, timeline, exposure sheet, poster. Each is written whole."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from animkit.captions.described import descriptions
from animkit.captions.formats import FORMATS
from animkit.captions.formats.vtt import write_chapters, write_descriptions
from animkit.film.poster import poster_frame, write_poster
from animkit.packs.transcript import transcript_html, transcript_text
from animkit.production.describing import Versioned, Versions
from animkit.production.playing import player, unconfirmed
from animkit.production.prepare import Prepared
from animkit.store import write_whole
from animkit.timing import files
from animkit.timing.sheet import exposure_sheet_html


def write_papers(prepared: Prepared, versions: Versions, folder: Path, made: Collection[str]) -> tuple[Path, ...]:
    """Write every paper of the film into ``folder``; returns their paths. ``made`` are the deliverables that lie there."""
    board, name, film = prepared.storyboard, prepared.name, versions.film.master
    timeline = film.timeline
    described = {take.shot: take.start for take in versions.described.descriptions} if "described" in made else None
    texts = _tracks(prepared, versions.film, name, placed=versions.described if "described" in made else None)
    texts |= {
        f"{name}.transcript.html": transcript_html(timeline, board, prepared.campaign.theme, described, unconfirmed=unconfirmed(prepared)),
        f"{name}.transcript.txt": transcript_text(timeline, board, described),
        "timeline.json": files.as_text(timeline),
        "exposure-sheet.html": exposure_sheet_html(timeline, board),
    }
    if "extended" in made:
        texts |= _tracks(prepared, versions.extended, f"{name}-extended", placed=versions.extended)
        texts["timeline-extended.json"] = files.as_text(versions.extended.master.timeline)
    if "web" in made:
        texts[f"{name}.player.html"] = player(prepared, versions, made)
    for file_name, text in texts.items():
        write_whole(folder / file_name, text.encode())
    poster = folder / "poster.png"
    write_poster(film.picture, poster_frame(timeline), prepared.campaign.profile.delivery, poster)
    return (*(folder / file_name for file_name in texts), poster)


def _tracks(prepared: Prepared, version: Versioned, name: str, *, placed: Versioned | None) -> dict[str, str]:
    """Captions, chapters and descriptions of one version, by file name. ``placed`` is the version in which descriptions are spoken."""
    master = version.master
    fps, language = master.timeline.fps, master.language
    texts = {f"{name}.{language}.{ending}": write(master.cues, fps, language) for ending, write in FORMATS.items()}
    texts[f"{name}-chapters.{language}.vtt"] = write_chapters(master.timeline.chapters, fps)
    spoken = tuple((take.start, take.end, take.text) for take in placed.descriptions) if placed else ()
    if told := spoken or descriptions(master.timeline, prepared.storyboard):
        texts[f"{name}-descriptions.{language}.vtt"] = write_descriptions(told, fps, language)
    return texts
