"""The player's file: everything inside it, nothing of the teacher's, nothing that could run or load besides."""

import base64
import json
import re
from dataclasses import replace

import pytest
import webvtt
from player_shows import NOTES, board, show

from animkit.packs.player import player_html
from animkit.packs.player.data import as_json, data_of
from animkit.packs.player.page import content_note, length_words, script
from animkit.storyboard.model import Line


@pytest.fixture(scope="module")
def html() -> str:
    return player_html(show())


def tracks(html: str, kind: str) -> list[webvtt.WebVTT]:
    found = re.findall(rf'<track kind="{kind}"[^>]*src="data:text/vtt;base64,([^"]+)"', html)
    return [webvtt.from_string(base64.b64decode(data).decode()) for data in found]


def test_it_plays_only_what_lies_beside_it(html: str) -> None:
    assert re.findall(r'\b(?:src|href)="(?!data:)([^"]*)"', html) == ["small.mp4"]
    assert "://" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", html)
    assert "default-src 'none'" in html
    assert "unsafe-inline" not in html


def test_it_has_the_captions_chapters_and_descriptions_of_every_version(html: str) -> None:
    shown = show()
    assert [len(track) for track in tracks(html, "captions")] == [len(version.captions[0].cues) for version in shown.versions]
    assert [len(track) for track in tracks(html, "chapters")] == [2, 2, 2]
    assert [len(track) for track in tracks(html, "descriptions")] == [2, 2]


def test_pauses_show_question_who_answers_and_minutes_but_no_teacher_s_notes(html: str) -> None:
    assert "What changed &lt;in&gt; the comments?" in html
    assert "In pairs" in html
    assert 'data-minutes="3"' in html
    assert NOTES not in html


def test_help_is_there_with_every_route_of_the_film_and_the_stamp(html: str) -> None:
    for value in ("0800 1111", "ceop.police.uk/safety-centre", "childline.org.uk", "999"):
        assert html.count(f">{value}<") >= 2  # In the help panel, and at the end.
    assert html.count("Draft: help routes not yet confirmed") == 2
    assert "not yet confirmed" not in player_html(show(unconfirmed=False))


def test_the_content_note_is_the_film_s_own_first_words() -> None:
    assert list(content_note(show())) == ["This film is about pressure.", "You can step out.", "It ends with help."]


def test_a_changed_line_question_or_route_changes_the_player(html: str) -> None:
    shown = show()
    first = replace(shown.board.chapters[0].shots[0], lines=(Line(text="This film is about knocking."),))
    chapter = replace(shown.board.chapters[0], shots=(first, *shown.board.chapters[0].shots[1:]))
    changed = player_html(replace(shown, board=replace(shown.board, chapters=(chapter, shown.board.chapters[1]))))
    assert "about knocking" in changed
    assert "about knocking" not in html
    routes = (replace(shown.routes[0], value="0800 2222"), *shown.routes[1:])
    assert ">0800 2222<" in player_html(replace(shown, routes=routes))


def test_adults_are_spoken_to_as_adults() -> None:
    html = player_html(show(board=replace(board(), band="adults")))
    assert "For parents and carers" in html
    assert "It is never their fault." in html


def test_nothing_in_the_data_can_end_its_element() -> None:
    text = as_json({"words": "</script><b>"})
    assert "<" not in text
    assert json.loads(text) == {"words": "</script><b>"}


def test_times_are_those_of_each_version() -> None:
    film, described, extended = data_of(show())["versions"]
    assert film["pauses"] == described["pauses"]
    assert extended["pauses"][0] == pytest.approx(film["pauses"][0] + 1)
    assert extended["length"] == pytest.approx(film["length"] + 1)
    assert len(film["entries"]) == len(extended["entries"])


def test_length_is_told_as_people_say_it() -> None:
    timeline = show().versions[0].timeline
    assert length_words(replace(timeline, frames=25 * 202)) == "3 minutes 22 seconds, with 2 pauses to talk"
    assert length_words(replace(timeline, frames=25 * 61, pauses=())) == "1 minute 1 second"


def test_the_script_keeps_nothing_and_asks_nobody() -> None:
    for word in (
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "cookie",
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "eval(",
        "innerHTML",
        "import(",
    ):
        assert word not in script()


def test_equal_shows_are_equal_bytes(html: str) -> None:
    assert player_html(show()) == html
