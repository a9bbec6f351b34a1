"""The player as a build's paper: the film's versions that were made, with their pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from animkit.film.deliverables import DELIVERABLES, Version
from animkit.film.films import Master
from animkit.film.poster import poster_frame, still_png
from animkit.packs.pages.picture import small
from animkit.packs.player import Captions, Cut, Route, Show, player_html
from animkit.production.describing import Versions
from animkit.production.prepare import Prepared

LARGE_PX, CHAPTER_PX = 960, 192
LANGUAGES = {
    "en": "English",
    "cy": "Cymraeg",
    "pl": "Polski",
    "ur": "اردو",
    "pa": "ਪੰਜਾਬੀ",
    "ar": "العربية",
    "bn": "বাংলা",
    "ro": "Română",
    "uk": "Українська",
}
"""The most spoken languages in schools here, by their own names."""

PLAYED: tuple[tuple[str, Version], ...] = (("web", "film"), ("described", "described"), ("extended", "extended"))
"""The deliverables that the player can play, and which version each carries."""


def player(prepared: Prepared, versions: Versions, made: Collection[str]) -> str:
    """The player's HTML, to lie beside the films called ``made``."""
    board, film = prepared.storyboard, versions.film.master
    routes = [route for name in board.help if (route := prepared.campaign.help_route(name))]
    return player_html(
        Show(
            board=board,
            theme=prepared.campaign.theme,
            cuts=tuple(_cut(prepared, versions, name, version) for name, version in PLAYED if name in made),
            routes=tuple(Route(id=one.id, label=one.name, value=one.value, note=one.plain_line(board.band)) for one in routes),
            unconfirmed=any(not route.confirmed_by for route in routes),
            pictures=dict(_pictures(film)),
        )
    )


def _cut(prepared: Prepared, versions: Versions, deliverable: str, version: Version) -> Cut:
    made = versions.of(version)
    language = made.master.language
    label = LANGUAGES.get(language.split("-")[0], language)
    return Cut(
        name=version,
        file=DELIVERABLES[deliverable].file_name(prepared.name),
        timeline=made.master.timeline,
        captions=(Captions(language=language, label=label, cues=made.master.cues),),
        descriptions=made.descriptions,
    )


def _pictures(film: Master) -> Iterator[tuple[str, bytes]]:
    """The opening, one picture a chapter, the picture of each pause, the last one."""
    timeline = film.timeline
    yield "opening", small(still_png(film.picture, poster_frame(timeline)), LARGE_PX)
    yield "end", small(still_png(film.picture, poster_frame(timeline, timeline.slots[-1].shot)), LARGE_PX)
    for number, chapter in enumerate(timeline.chapters, 1):
        middle = chapter.start + min(chapter.frames, 8 * timeline.fps) // 2
        yield f"chapter-{number}", small(still_png(film.picture, middle), CHAPTER_PX)
    for number, pause in enumerate(timeline.pauses, 1):
        clear = min(pause.frame, poster_frame(timeline, pause.shot))
        yield f"pause-{number}", small(still_png(film.picture, clear), LARGE_PX)
