"""The transcript as a page of its own, to read, print or hear with a screen reader. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from animkit.packs.pages import Page, environment, page
from animkit.packs.pages.templates import text_of
from animkit.packs.transcript.entries import clock, sections
from animkit.packs.transcript.text import HOW
from animkit.storyboard.model import Storyboard
from animkit.timing.timeline import Timeline

PACKAGE = "animkit.packs.transcript"


def transcript_html(
    timeline: Timeline,
    storyboard: Storyboard,
    theme: Mapping[str, Any],
    described: Mapping[str, int] | None = None,
    *,
    unconfirmed: bool = False,
) -> str:
    """The transcript as a page that needs nothing else; ``unconfirmed`` puts the stamp on it, because it carries help routes."""
    body = environment(PACKAGE).get_template("transcript.html")
    filled = body.render(
        board=storyboard,
        sections=sections(timeline, storyboard, described),
        how=HOW,
        unconfirmed=unconfirmed,
        length=clock(timeline.frames, timeline.fps),
    )
    title, styles = f"{storyboard.title}: transcript", (text_of("animkit.packs.pages", "base.css"), text_of(PACKAGE, "transcript.css"))
    return page(Page(title=title, language=storyboard.language, theme=theme, styles=styles, body=filled))
