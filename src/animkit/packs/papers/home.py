"""The papers that go home with parents and carers: what each template is given. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from animkit.packs.model import Home
from animkit.packs.papers.data import facts_data, post_data, rich
from animkit.packs.papers.typeset import Paper
from animkit.packs.words.rich import runs

Pictures = Mapping[str, bytes]
A_SHEET = 8
"""So many cards for talking lie on a page."""


def guide(home: Home, pictures: Pictures) -> Paper:
    """The guide of two pages."""
    words = home.words.guide
    data = {
        "heading": home.facts.film,
        "topic": home.words.topic,
        "picture-alt": words.picture.alt,
        "intro": runs(words.intro),
        "signs-title": words.signs_title,
        "signs": [{"glyph": sign.glyph, "label": sign.label, "text": sign.text} for sign in home.signs],
        "signs-after": words.signs_after,
        "start-title": words.start_title,
        "start": list(words.start),
        "together-title": words.together_title,
        "together": rich(words.together),
        "figures-title": words.figures_title,
        "figures": [{"percent": figure.percent, "text": figure.text} for figure in words.figures],
        "figures-source": words.figures_source,
        "told-title": words.told_title,
        "told": [{"title": note.title, "text": note.text} for note in words.told],
        "helps-title": words.helps_title,
        "helps": rich(words.helps),
        "harms-title": words.harms_title,
        "harms": rich(words.harms),
        "blackmail-title": words.blackmail_title,
        "blackmail": runs(words.blackmail),
        "help-title": words.help_title,
        "help-headline": words.help_headline,
        "posts": [post_data(post) for post in (*home.routes, *((home.childline,) if home.childline else ()))],
        "yourself": runs(words.yourself),
        "after": words.after,
    }
    return _paper(home, "guide", "guide for parents and carers", data, {"guide": pictures["guide"]})


def talk_cards(home: Home, pictures: Pictures) -> Paper:
    """The cards for talking."""
    del pictures
    words = home.words.cards
    sheets = [list(words.items[at : at + A_SHEET]) for at in range(0, len(words.items), A_SHEET)]
    return _paper(home, "talk", "cards for talking", {"heading": words.title, "how": words.how, "sheets": sheets}, {})


def _paper(home: Home, template: str, what: str, data: Mapping[str, Any], pictures: Pictures) -> Paper:
    facts = home.facts
    return Paper(
        template=template,
        title=f"{facts.film}: {what}",
        language=facts.language,
        theme=facts.theme,
        data={**data, "facts": facts_data(facts)},
        pictures=pictures,
    )
