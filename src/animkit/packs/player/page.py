"""The player's file put together: the film's data into the page, style and script inlined. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import Any

from animkit.packs.pages import Page, environment, page, picture
from animkit.packs.pages.templates import text_of
from animkit.packs.player.data import as_json, caption_track, chapter_track, data_of, description_track, transcript_of
from animkit.packs.player.model import Show
from animkit.packs.player.words import AGES, voice
from animkit.packs.transcript.entries import clock
from animkit.storyboard.spoken import strip_marks
from animkit.timing.timeline import Timeline

PACKAGE = "animkit.packs.player"
STYLES = ("player.css", "stage.css", "cards.css", "narrow.css")
SCRIPTS = ("film", "captions", "transcript", "pauses", "dialogs", "settings", "keys", "start")
"""In their order: each uses what stands before it."""


def player_html(show: Show) -> str:
    """The player as one HTML file's text. The films of ``show.versions`` lie beside it."""
    film = show.versions[0]
    filled = (
        environment(PACKAGE)
        .get_template("player.html")
        .render(
            board=show.board,
            ages=AGES[show.board.band],
            voice=voice(show.board.band),
            unconfirmed=show.unconfirmed,
            routes=show.routes,
            talk=next((route for route in show.routes if route.id == voice(show.board.band).talk_route), None),
            note=tuple(content_note(show)),
            length=length_words(film.timeline),
            clock=clock,
            versions=[_with_tracks(show, version) for version in show.versions],
            timeline=film.timeline,
            chapters=tuple(_chapters(film.timeline)),
            transcript=transcript_of(show, film),
            pictures={name: picture(data) for name, data in show.pictures.items()},
            data=as_json(data_of(show)),
        )
    )
    styles = (text_of("animkit.packs.pages", "base.css"), *(text_of(PACKAGE, name) for name in STYLES))
    return page(
        Page(
            title=show.board.title,
            language=show.board.language,
            theme=show.theme,
            styles=styles,
            body=filled,
            script=script(),
            media=True,
            body_class="dark",
        )
    )


def script() -> str:
    """The player's one script: its parts in one closed room, so that nothing leaks and nothing can be reached from outside."""
    parts = "\n".join(text_of(f"{PACKAGE}", f"script/{name}.js") for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}\n}})();'


def content_note(show: Show) -> Iterator[str]:
    """What a viewer reads before the film starts, sentence by sentence: the words of its first shot, which every film opens with."""
    for line in next(show.board.shots()).lines:
        yield from re.split(r"(?<=[.!?])\s+", strip_marks(line.text)[0])


def length_words(timeline: Timeline) -> str:
    """``3 minutes 22 seconds, with 3 pauses to talk``."""
    minutes, seconds = divmod(ceil(timeline.frames / timeline.fps), 60)
    parts = [_count(minutes, "minute"), _count(seconds, "second")]
    pauses = f", with {_count(len(timeline.pauses), 'pause')} to talk" if timeline.pauses else ""
    return " ".join(part for part in parts if not part.startswith("0 ")) + pauses


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _with_tracks(show: Show, version: Any) -> dict[str, Any]:
    language = show.board.language
    return {
        "name": version.name,
        "file": version.file,
        "captions": [(captions, caption_track(captions, version)) for captions in version.captions],
        "chapters": chapter_track(version),
        "descriptions": description_track(version, language) if version.descriptions else "",
    }


def _chapters(timeline: Timeline) -> Iterator[dict[str, Any]]:
    """Each chapter with its start in words and how many pauses lie in it."""
    for number, chapter in enumerate(timeline.chapters, 1):
        pauses = sum(chapter.start <= pause.frame < chapter.end for pause in timeline.pauses)
        yield {"number": number, "title": chapter.title, "at": clock(chapter.start, timeline.fps), "pauses": pauses}
