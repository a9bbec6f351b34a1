"""The player as a build's paper: the film's versions that were made, with their pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from importlib.metadata import version

from animkit.campaign.model import HelpRoute
from animkit.film.deliverables import DELIVERABLES, Version
from animkit.film.films import Master
from animkit.film.poster import poster_frame
from animkit.film.recipe import recipe
from animkit.film.still import holding, still
from animkit.packs.pages.picture import webp
from animkit.packs.player import Captions, Playable, Route, Show, player_html
from animkit.production.describing import Versions
from animkit.production.prepare import Prepared
from animkit.store import Store, key_of

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
    routes = _routes(prepared)
    return player_html(
        Show(
            board=board,
            theme=prepared.campaign.theme,
            versions=tuple(_playable(prepared, versions, name, version) for name, version in PLAYED if name in made),
            routes=tuple(Route(id=one.id, label=one.name, value=one.value, note=one.plain_line(board.band)) for one in routes),
            unconfirmed=unconfirmed(prepared),
            pictures=dict(_pictures(film, versions.workshop.store)),
        )
    )


def unconfirmed(prepared: Prepared) -> bool:
    """Whether somebody has still to confirm one of the film's help routes."""
    return any(not route.confirmed_by for route in _routes(prepared))


def _routes(prepared: Prepared) -> list[HelpRoute]:
    return [route for name in prepared.storyboard.help if (route := prepared.campaign.help_route(name))]


def _playable(prepared: Prepared, versions: Versions, deliverable: str, version: Version) -> Playable:
    made = versions.of(version)
    language = made.master.language
    label = LANGUAGES.get(language.split("-")[0], language)
    return Playable(
        name=version,
        file=DELIVERABLES[deliverable].file_name(prepared.name),
        timeline=made.master.timeline,
        captions=(Captions(language=language, label=label, cues=made.master.cues),),
        descriptions=made.descriptions,
    )


def _pictures(film: Master, store: Store) -> Iterator[tuple[str, bytes]]:
    """The opening, one picture a chapter, the picture of each pause, the last one."""
    timeline = film.timeline
    wanted = {"opening": (poster_frame(timeline), LARGE_PX), "end": (poster_frame(timeline, timeline.slots[-1].shot), LARGE_PX)}
    for number, chapter in enumerate(timeline.chapters, 1):
        wanted[f"chapter-{number}"] = (chapter.start + min(chapter.frames, 8 * timeline.fps) // 2, CHAPTER_PX)
    for number, pause in enumerate(timeline.pauses, 1):
        wanted[f"pause-{number}"] = (min(pause.frame, poster_frame(timeline, pause.shot)), LARGE_PX)
    for name, (frame, width_px) in wanted.items():
        yield name, _kept(film, frame, width_px, store)


def _kept(film: Master, frame: int, width_px: int, store: Store) -> bytes:
    """The film's ``frame`` as a small picture, from the store where it is there."""
    stretch = holding(film.picture, frame)
    place = {"piece": stretch.sha256, "frame": frame - stretch.start, "width": width_px}
    key = key_of(place | {"code": recipe("film/still.py", "packs/pages/picture.py"), "pillow": version("pillow")})
    entry = store.get("still", key) or store.put("still", key, {"picture": webp(still(film.picture, frame), width_px)}, {})
    return entry.files["picture"].read_bytes()
