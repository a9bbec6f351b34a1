"""What goes home: the same papers in the school pack and in the parents' own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from animkit.packs import flows
from animkit.packs.folder.model import Item
from animkit.packs.front.pages import flowing
from animkit.packs.model import Home
from animkit.packs.office.word import word
from animkit.packs.papers import home as papers
from animkit.packs.papers.typeset import pdf

NAME = "Guide for parents and carers"


def for_home(home: Home, pictures: Mapping[str, bytes], folder: str) -> Iterator[Item]:
    """The guide (PDF, page, Word) and the cards for talking."""
    flow, facts = flows.guide(home), home.facts
    yield Item(folder, f"{NAME}.pdf", pdf(papers.guide(home, pictures)), NAME, "Two pages")
    page = flowing(flow, facts).encode()
    yield Item(folder, f"{NAME}.html", page, f"{NAME}, as a page", "For a phone")
    yield Item(folder, f"{NAME}.docx", word(flow, facts), f"{NAME}, to change", "Larger print")
    cards = pdf(papers.talk_cards(home, pictures))
    yield Item(
        folder,
        file="Cards for talking.pdf",
        data=cards,
        title="Cards for talking",
        note=f"{len(home.words.cards.items)} questions for walks and kitchens",
    )
