"""What the parents' pack holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from animkit.packs import flows
from animkit.packs.folder.films import other_ways, playing
from animkit.packs.folder.home import NAME, for_home
from animkit.packs.folder.model import Films, Item
from animkit.packs.front.pages import Button, Welcome, flowing
from animkit.packs.model import Home
from animkit.packs.papers import school as papers
from animkit.packs.papers.typeset import pdf
from animkit.packs.words.rich import plain
from animkit.packs.words.school import SchoolWords

READ, WATCH, OTHER, ABOUT = "1 Read and talk", "2 Watch the film", "3 Other ways to watch", "4 About this pack"
BUTTONS = (
    Button(title="Play the film", path=f"{WATCH}/Play the film.html", play=True),
    Button(title="Guide", path=f"{READ}/{NAME}.pdf"),
    Button(title="Cards for talking", path=f"{READ}/Cards for talking.pdf"),
)


def welcome(home: Home, pictures: Mapping[str, bytes]) -> Welcome:
    """The front page of the parents' pack."""
    guide = home.words.guide
    return Welcome(
        kind="For parents and carers",
        heading=home.facts.film,
        lead=f"{home.words.topic}. A film of {home.facts.length}. No internet needed.",
        picture=pictures["guide"],
        alt=guide.picture.alt,
        told={
            "title": guide.told_title,
            "lead": " ".join(note.title for note in guide.told),
            "say": next((note.text for note in guide.told if note.text.startswith("“")), guide.help_headline),
            "points": [plain(point) for point in guide.helps],
        },
    )


def contents(home: Home, words: SchoolWords, pictures: Mapping[str, bytes], films: Films, pauses: int, workshop: Path) -> Iterator[Item]:
    """Every file of the pack but its front page, checksums and manifest."""
    facts = home.facts
    yield from for_home(home, pictures, READ)
    yield from playing(films, facts, WATCH, pauses)
    yield from other_ways(films, facts, OTHER, workshop)
    access = flowing(flows.access(words.access, facts), facts).encode()
    yield Item(ABOUT, "Accessibility.html", access, "Accessibility", "What works, what does not yet")
    about = pdf(papers.flow(flows.about(words.about, facts), facts))
    title = "Sources, licence, credits"
    yield Item(ABOUT, f"{title}.pdf", about, title, "And the dates facts were read")
