"""The booklet read aloud: what is said, when, and that players find its pages."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from pack_contents import YOUNG, lesson
from small_films import take
from strategies import campaign

from animkit.film.audio import encode
from animkit.packs.aloud import aloud_lines, aloud_timeline, routes_said, spreads
from animkit.production.aloud import with_chapters
from animkit.timing.timeline import PlacedChapter, Timeline

FPS = 25


def timeline(name: str) -> Timeline:
    return aloud_timeline(lesson(name), {line.line_id: take(line) for line in aloud_lines(lesson(name), campaign())}, FPS)


@pytest.mark.parametrize("name", YOUNG)
def test_everything_in_the_booklet_is_said_in_its_order(name: str) -> None:
    content = lesson(name)
    said = " ".join(line.text for line in aloud_lines(content, campaign()))
    at = 0
    for leaf in content.words.booklet.pages:
        for text in (leaf.title, *leaf.says, leaf.strong):
            at = said.index(text, at)
    for post in content.routes:
        at = said.index(post.value, at)


@pytest.mark.parametrize("name", YOUNG)
def test_numbers_and_addresses_are_spoken_as_the_help_file_says(name: str) -> None:
    lines = {line.line_id: line.spoken for line in aloud_lines(lesson(name), campaign())}
    spoken = {route.id: route.spoken for route in campaign().help_routes}
    for number, post in enumerate(lesson(name).routes, 1):
        assert spoken[post.id] in lines[f"routes.{number}"]
    assert not any(letter.isdigit() or letter in "“”*’" for text in lines.values() for letter in text)
    assert all(text[-1] in ".?!…" for text in lines.values())


@pytest.mark.parametrize("name", YOUNG)
def test_pages_tile_and_no_two_lines_are_said_at_once(name: str) -> None:
    made = timeline(name)
    for before, after in itertools.pairwise(made.slots):
        assert before.end == after.start
    assert made.slots[0].start == 0
    assert made.slots[-1].end == made.frames
    for before, after in itertools.pairwise(made.takes):
        assert before.end < after.start
    assert [chapter.title for chapter in made.chapters] == [spread.title for spread in spreads(lesson(name))]


def test_a_help_route_is_followed_by_quiet() -> None:
    made = timeline(YOUNG[1])
    routes = [one for one in made.takes if one.line_id in routes_said(made)]
    assert len(routes) == len(lesson(YOUNG[1]).routes)
    ends = [*(after.start for after in routes[1:]), made.frames]
    assert all(end - route.end >= 1.5 * FPS for route, end in zip(routes, ends, strict=True))


def test_players_find_title_language_and_a_chapter_for_each_page(tmp_path: Path) -> None:
    sound = encode(np.zeros((4 * 48_000, 2), dtype=np.float32), tmp_path / "sound.m4a")
    chapters = (PlacedChapter(title="The den", start=0, frames=50), PlacedChapter(title="Dares", start=50, frames=50))
    made = replace(timeline(YOUNG[0]), chapters=chapters)
    data = with_chapters(sound.path, made, "A little book", "en-GB")
    assert data == with_chapters(sound.path, made, "A little book", "en-GB")
    path = tmp_path / "book.m4a"
    path.write_bytes(data)
    with av.open(str(path)) as book:
        assert book.metadata["title"] == "A little book"
        assert book.streams.audio[0].metadata["language"] == "eng"
        found = [(float(one["start"] * one["time_base"]), one["metadata"]["title"]) for one in book.chapters()]
        assert found == [(0.0, "The den"), (2.0, "Dares")]
        assert len(list(book.demux(book.streams.audio[0]))) > 100
