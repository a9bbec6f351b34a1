"""Markup of every sink, in every text of a storyboard, is shown as it stands in every file of the build."""

import json
from html.parser import HTMLParser

import av
import pytest
import webvtt
from hostile_film import CHAPTER, DESCRIPTION, HEADLINE, QUESTION, SPOKEN, TITLE, Film

from animkit.captions.formats import READERS
from animkit.captions.formats.vtt import read_chapters

SHOWN = list(SPOKEN.values())


class Page(HTMLParser):
    """What a page shows, which elements it has, and which of their attributes could act."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[str] = []
        self.acting: list[tuple[str, str | None]] = []
        self._code = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._code += tag in {"script", "style"}
        self.acting += [pair for pair in attrs if pair[0].startswith("on") or (pair[1] or "").lower().startswith("javascript:")]
        self.words += [value or "" for name, value in attrs if name in {"alt", "title", "aria-label"}]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_film_is_built(film: Film) -> None:
    assert film.done.returncode == 0, film.done.stderr


@pytest.mark.parametrize("ending", ["vtt", "srt"])
def test_captions_show_every_letter(film: Film, ending: str) -> None:
    cues = READERS[ending](film.text(f".en-GB.{ending}"), 25, ending)
    said = flat(" ".join(row for cue in cues for row in cue.rows))
    for text in SHOWN:
        assert flat(text) in said


def test_a_foreign_reader_of_captions_finds_as_many_cues_and_no_voice_of_ours(film: Film) -> None:
    found = list(webvtt.read(str(film.out / "odd-texts.en-GB.vtt")))
    assert len(found) == len(READERS["vtt"](film.text(".en-GB.vtt"), 25, ""))
    assert not [cue for cue in found if cue.voice == "Bob"]


def test_chapters_and_descriptions_are_literal(film: Film) -> None:
    assert read_chapters(film.text("-chapters.en-GB.vtt"), 25)[0].title == CHAPTER
    import html

    assert DESCRIPTION in html.unescape(film.text("-descriptions.en-GB.vtt"))


@pytest.mark.parametrize("name", ["odd-texts.transcript.html", "exposure-sheet.html", "odd-texts.player.html"])
def test_pages_show_markup_and_obey_none(film: Film, name: str) -> None:
    page = Page((film.out / name).read_text(encoding="utf-8"))
    assert flat(TITLE) in page.text
    assert page.acting == []
    assert not {"v", "door", "start"} & set(page.tags)
    assert "alert(" in page.text


def test_the_transcript_has_every_line_word_for_word(film: Film) -> None:
    page, text = Page(film.text(".transcript.html")).text, flat(film.text(".transcript.txt"))
    for shown in (*SHOWN, CHAPTER, DESCRIPTION):
        assert flat(shown) in page
        assert flat(shown) in text


def test_a_players_data_ends_no_script(film: Film) -> None:
    """Whatever stands in the page's scripts, the markup's own end tag is not in it."""
    text = film.text(".player.html")
    assert "<script>alert(1)" not in text
    assert "<img src=x onerror" not in text
    assert flat(QUESTION) in Page(text).text or json.dumps(QUESTION)[1:-1].split("<")[0] in text


def test_the_file_of_the_film_has_its_title_chapters_and_captions_as_written(film: Film) -> None:
    with av.open(str(film.out / "odd-texts.mp4")) as container:
        assert container.metadata["title"] == TITLE
        assert container.chapters()[0]["metadata"]["title"] == CHAPTER
        packets = [bytes(packet) for packet in container.demux(container.streams.subtitles[0]) if packet.size]
    said = flat(" ".join(packet[2 : 2 + int.from_bytes(packet[:2], "big")].decode() for packet in packets))
    for text in SHOWN:
        assert flat(text) in said


def test_words_in_the_picture_are_drawn_as_they_stand(film: Film) -> None:
    records = [json.loads(path.read_bytes()) for path in (film.root / ".animkit" / "keys" / "clip").rglob("*.json")]
    drawn = [text["text"] for record in records for text in record["facts"]["texts"]]
    assert HEADLINE in drawn


def test_machines_read_the_timeline_and_the_manifest(film: Film) -> None:
    assert TITLE in json.loads((film.out / "manifest.json").read_bytes())["title"]
    words = json.dumps(json.loads((film.out / "timeline.json").read_bytes()), ensure_ascii=False)
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] in words for text in SHOWN)
