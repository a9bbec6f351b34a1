"""The shipped films' packs for tests: real words, real storyboards; takes are spoken evenly, and pictures are small plain ones."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image
from small_films import takes
from strategies import campaign

from animkit.campaign.project import CHECKOUT, Project
from animkit.packs import lesson as making
from animkit.packs import pictures as shown
from animkit.packs.folder.model import Films
from animkit.packs.model import Home, Lesson
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.read import SCHOOL, read_words
from animkit.packs.words.school import SchoolWords
from animkit.storyboard.model import Storyboard
from animkit.storyboard.parse import parse
from animkit.timing.plan import plan
from animkit.timing.timeline import Timeline

PROJECT = Project(CHECKOUT.resolve(), CHECKOUT.resolve())
YOUNG = ("live-streaming-8-10", "live-streaming-11-14")
PARENTS = "parents-and-carers"
BOARDS = {name: CHECKOUT / "storyboards" / f"{name}.yaml" for name in (*YOUNG, PARENTS)}


@cache
def board(name: str, changed: tuple[str, str] = ("", "")) -> Storyboard:
    """A shipped storyboard, with one text of it ``changed`` (from, to)."""
    text = BOARDS[name].read_text(encoding="utf-8")
    assert changed[0] in text
    parsed = parse(text.replace(*changed) if changed[0] else text, name, campaign=campaign())
    assert parsed.storyboard is not None
    return parsed.storyboard


@cache
def timeline(name: str, changed: tuple[str, str] = ("", "")) -> Timeline:
    """Its timeline, evenly spoken."""
    storyboard = board(name, changed)
    return plan(storyboard, takes(storyboard, 300), campaign())[0]


@cache
def lesson(name: str = YOUNG[1], changed: tuple[str, str] = ("", "")) -> Lesson:
    """The content of its school pack."""
    own, general = read_words(PROJECT, name, LessonWords)[0], read_words(PROJECT, SCHOOL, SchoolWords)[0]
    return making.lesson(board(name, changed), timeline(name, changed), campaign(), own, general)


@cache
def home() -> Home:
    """The content of the parents' pack."""
    return making.home(board(PARENTS), timeline(PARENTS), campaign(), read_words(PROJECT, PARENTS, ParentWords)[0])


@cache
def png(width: int = 320, height: int = 180) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#CFC4F4").save(out, "PNG")
    return out.getvalue()


def pictures(name: str = YOUNG[1]) -> dict[str, bytes]:
    """A picture for each that the packs want."""
    return {one.name: png() for one in shown.of_lesson(lesson(name), timeline(name))} | {"guide": png()}


def films(folder: Path, name: str = YOUNG[1]) -> Films:
    """Files that stand for what a build leaves: a pack copies them and does not look inside."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {kind: folder / f"{name}{ending}.mp4" for kind, ending in (("web", ""), ("captioned", "-captioned"), ("small", "-480p"))}
    papers = {ending: folder / f"{name}.{ending}" for ending in ("transcript.html", "transcript.txt", "en-GB.vtt", "en-GB.srt")}
    player = folder / f"{name}.player.html"
    for path in (*made.values(), *papers.values(), player):
        path.write_bytes(path.name.encode())
    return Films(name=name, language="en-GB", made=made, player=player, papers=papers)
