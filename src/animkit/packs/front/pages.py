"""The pages of a pack, each one file. Pure."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from animkit.packs.blocks import Flow
from animkit.packs.lesson import lesson_minutes, minutes_words
from animkit.packs.model import Facts, Lesson
from animkit.packs.pages import Page, environment, page, picture
from animkit.packs.pages.templates import text_of
from animkit.packs.papers.data import block_data
from animkit.packs.papers.school import booklet_data, heading
from animkit.packs.words.rich import plain

HERE = "animkit.packs.front"
HERO_PX, LEAF_PX = 900, 900
Pictures = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file as the front page lists it. ``path`` is relative to the pack."""

    folder: str
    path: str
    title: str
    note: str
    kind: str

    @property
    def href(self) -> str:
        """The path as a link."""
        return quote(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A way to begin."""

    title: str
    path: str
    play: bool = False

    @property
    def href(self) -> str:
        """The path as a link."""
        return quote(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What the front page says beside its lists."""

    kind: str
    heading: str
    lead: str
    picture: bytes
    alt: str
    told: Mapping[str, Any]
    first: Sequence[Any] = ()
    steps: Sequence[Mapping[str, str]] = ()
    minutes: str = ""
    shares: Sequence[float] = ()
    """The lesson bar's widths, in minutes."""


def lesson_welcome(lesson: Lesson, pictures: Pictures) -> Welcome:
    """The front page of a school pack."""
    facts, told = lesson.facts, lesson.school.told
    return Welcome(
        kind="Lesson pack",
        heading=heading(facts),
        lead=f"Ages {facts.ages}. One lesson of {lesson_minutes(lesson.minutes)}. No internet needed.",
        picture=pictures["cover"],
        alt=lesson.words.cover.alt,
        told={"title": told.title, "lead": told.lead, "say": f"“{told.say}”", "points": [plain(point) for point in told.points]},
        first=lesson.school.first,
        steps=[{"minutes": minutes_words(step.minutes), "what": step.what, "tone": step.tone} for step in lesson.steps],
        minutes=lesson_minutes(lesson.minutes),
        shares=[step.minutes for step in lesson.steps],
    )


def front(welcome: Welcome, facts: Facts, buttons: Sequence[Button], listed: Sequence[Listed]) -> str:
    """START HERE.html."""
    folders = [
        {"name": name, "files": [item for item in listed if item.folder == name]} for name in dict.fromkeys(item.folder for item in listed)
    ]
    body = (
        environment(HERE)
        .get_template("front.html")
        .render(
            kind=welcome.kind,
            heading=welcome.heading,
            lead=welcome.lead,
            picture=_small(welcome.picture, HERO_PX),
            alt=welcome.alt,
            unconfirmed=bool(facts.stamp),
            links=buttons,
            first=welcome.first,
            steps=welcome.steps,
            minutes=welcome.minutes,
            told=welcome.told,
            open_points=facts.unconfirmed,
            folders=folders,
            footer=facts.footer,
        )
    )
    widths = "".join(f".part-{n}{{flex:{minutes:g} 1 0}}\n" for n, minutes in enumerate(welcome.shares, 1))
    return _page(facts, f"{facts.film}: start here", ("front.css",), body, widths)


def flowing(flow: Flow, facts: Facts) -> str:
    """A paper of blocks as a page."""
    body = (
        environment(HERE)
        .get_template("flow.html")
        .render(
            heading=flow.title,
            kind=flow.kind,
            unconfirmed=bool(facts.stamp),
            blocks=[block_data(block) for block in flow.blocks],
            footer=facts.footer,
        )
    )
    title = flow.title if facts.film in flow.title else f"{facts.film}: {flow.title}"
    return _page(facts, title, ("flow.css",), body)


def picture_book(lesson: Lesson, pictures: Pictures) -> str:
    """The children's booklet as a page."""
    data = booklet_data(lesson)
    names = ["cover", *(leaf["picture"] for leaf in data["pages"])]
    body = (
        environment(HERE)
        .get_template("book.html")
        .render(
            **data,
            unconfirmed=bool(lesson.facts.stamp),
            pictures={name: _small(pictures[name], LEAF_PX) for name in names},
            footer=lesson.facts.footer,
        )
    )
    return _page(lesson.facts, f"{lesson.facts.film}: booklet", ("book.css",), body)


def _small(png: bytes, width_px: int) -> str:
    """A picture of the film, no wider than ``width_px``, as an address that the page itself carries."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").resize((width_px, round(image.height * width_px / image.width)), reducing_gap=3).save(out, "WEBP", quality=85)
    return picture(out.getvalue())


def _page(facts: Facts, title: str, styles: Sequence[str], body: str, more: str = "") -> str:
    sheets = [text_of("animkit.packs.pages", "base.css"), *(text_of(HERE, name) for name in styles), more]
    return page(Page(title=title, language=facts.language, theme=facts.theme, styles=sheets, body=body))
