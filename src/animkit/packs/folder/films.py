"""The films of a pack and what goes with them: the same in every kind of pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from animkit.packs.folder.model import Films, Item
from animkit.packs.model import Facts
from animkit.packs.scorm.zip import scorm_zip

PLAYED = ("web", "described", "extended")
"""What the player plays, where it was made; these lie beside it under the names it knows."""


def playing(films: Films, facts: Facts, folder: str, pauses: int) -> Iterator[Item]:
    """The player and the films it plays, side by side."""
    stops = f"Captions on, {pauses} pause{'' if pauses == 1 else 's'} to talk" if pauses else "Captions on"
    yield Item(folder, "Play the film.html", films.player, "Play the film", stops)
    for name in PLAYED:
        if name in films.made:
            yield Item(folder, films.made[name].name, films.made[name], *_titled(name, facts))


def _titled(name: str, facts: Facts) -> tuple[str, str]:
    return {
        "web": ("The film itself", f"{facts.length}, for any player"),
        "described": ("Described film", "The picture told in words, where the film is quiet"),
        "extended": ("Described film that waits", "It holds the picture while it tells"),
    }[name]


def other_ways(films: Films, facts: Facts, folder: str, workshop: Path) -> Iterator[Item]:
    """Every other way to watch or read the film. The platform's zip is made in ``workshop``."""
    if "captioned" in films.made:
        file = f"{films.name}, captions drawn in.mp4"
        yield Item(
            folder,
            file=file,
            data=films.made["captioned"],
            title="Film with captions drawn in",
            note="For any player or whiteboard",
        )
    if "small" in films.made:
        file = f"{films.name}, small.mp4"
        yield Item(folder, file, films.made["small"], "Film for slow computers", "A smaller file")
    yield Item(
        folder,
        file="Transcript.html",
        data=films.papers["transcript.html"],
        title="Transcript",
        note="All that is said, heard and seen",
    )
    yield Item(
        folder,
        file="Transcript.txt",
        data=films.papers["transcript.txt"],
        title="Transcript",
        note="For Braille and for notes",
    )
    for ending, path in films.papers.items():
        if ending.endswith((".vtt", ".srt")):
            yield Item(folder, f"Captions and chapters/{path.name}", path)
    zipped = workshop / "scorm.zip"
    small = films.made.get("small", films.made["web"])
    played = {films.made[name].name: small if name == "web" else films.made[name] for name in PLAYED if name in films.made}
    scorm_zip(facts.film, facts.language, films.name, films.player.read_bytes(), played, zipped)
    yield Item(
        folder,
        file="For a learning platform (SCORM 1.2).zip",
        data=zipped,
        title="For a learning platform",
        note="SCORM 1.2. It reports begun and finished, and nothing else",
    )
