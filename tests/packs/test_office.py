"""Word files and slides: opened again by the libraries of their makers, and by LibreOffice where it is."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pack_contents import YOUNG, home, lesson, pictures
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from animkit.packs import flows
from animkit.packs.blocks import Bullets, Flow, Heading, Para, Steps, Table
from animkit.packs.office.slides import PLAYER, slides
from animkit.packs.office.steady import EPOCH, steady, zipped
from animkit.packs.office.word import word


def flows_of(name: str = YOUNG[1]) -> Iterator[tuple[str, Flow]]:
    content = lesson(name)
    for kind in ("plan", "notes", "sheet", "easy"):
        yield kind, getattr(flows, kind)(content)
    yield "letter", flows.letter(content, home())
    yield "guide", flows.guide(home())


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {kind: word(flow, lesson().facts) for kind, flow in flows_of()}


@pytest.fixture(scope="module")
def deck() -> bytes:
    return slides(lesson(), pictures())


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def shown(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def test_word_files_have_real_headings_lists_and_tables(papers: dict[str, bytes]) -> None:
    for kind, flow in flows_of():
        document = opened(papers[kind])
        styles = [paragraph.style.name for paragraph in document.paragraphs]
        assert styles.count("Heading 1") == 1, kind
        assert styles.count("Heading 2") == sum(isinstance(block, Heading) for block in flow.blocks), kind
        assert styles.count("List Bullet") == sum(len(block.items) for block in flow.blocks if isinstance(block, Bullets)), kind
        assert styles.count("List Number") == sum(len(block.items) for block in flow.blocks if isinstance(block, Steps)), kind


def test_the_first_row_of_a_table_is_its_head(papers: dict[str, bytes]) -> None:
    tables = opened(papers["plan"]).tables
    assert len(tables) == sum(isinstance(block, Table) for block in flows.plan(lesson()).blocks)
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in tables)


def test_a_paper_to_change_says_what_the_designed_one_says(papers: dict[str, bytes]) -> None:
    document = opened(papers["plan"])
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    content = lesson()
    for said in (*content.outcomes, *(stop.question for stop in content.stops), *(pair.sign.label for pair in content.pairs)):
        assert said in words
    assert content.facts.stamp in words


def test_bold_words_are_bold_and_the_stars_are_gone(papers: dict[str, bytes]) -> None:
    runs = [run for paragraph in opened(papers["notes"]).paragraphs for run in paragraph.runs]
    assert any(run.bold and "designated safeguarding lead" in run.text for run in runs)
    assert not any("*" in run.text for run in runs)


def test_a_picture_beside_words_that_say_it_all_is_marked_as_decoration(papers: dict[str, bytes]) -> None:
    shapes = opened(papers["easy"]).inline_shapes
    assert len(shapes) == len(lesson().words.easy.rows)
    assert all(shape._inline.docPr.xpath(".//*[local-name()='decorative'][@val='1']") for shape in shapes)


def test_a_word_file_says_its_language_and_title_and_no_time(papers: dict[str, bytes]) -> None:
    core = opened(papers["plan"]).core_properties
    assert (core.title, core.language, core.author) == ("Knock: session plan", "en-GB", "animkit")
    with zipfile.ZipFile(io.BytesIO(papers["plan"])) as archive:
        assert {info.date_time for info in archive.infolist()} == {EPOCH}


def test_there_is_a_slide_for_each_part_and_each_pause(deck: bytes) -> None:
    content = lesson()
    titles = [slide.shapes.title.text for slide in shown(deck).slides]
    parts = [step.what for step in content.steps]
    at = parts.index("The film")
    questions = [stop.question for stop in content.stops]
    assert titles == [content.facts.film, *parts[: at + 1], *questions, *parts[at + 1 :], content.school.always.headline]


def test_every_picture_on_a_slide_says_what_it_shows(deck: bytes) -> None:
    pictured = [shape for slide in shown(deck).slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert len(pictured) > len(lesson().stops)
    assert all(len(shape._element.nvPicPr.cNvPr.get("descr")) > 5 for shape in pictured)


def test_the_teacher_s_words_are_in_the_notes_and_never_on_the_slide(deck: bytes) -> None:
    stops = {stop.question: stop for stop in lesson().stops}
    for slide in shown(deck).slides:
        stop = stops.get(slide.shapes.title.text)
        if stop is None:
            continue
        on_it = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert stop.notes in slide.notes_slide.notes_text_frame.text
        assert stop.notes not in on_it
        assert stop.who in on_it
        assert "0800 1111" in on_it


def test_the_film_s_slide_opens_the_player_beside_it(deck: bytes) -> None:
    links = [
        shape.click_action.hyperlink.address for slide in shown(deck).slides for shape in slide.shapes if hasattr(shape, "click_action")
    ]
    assert [link for link in links if link] == [PLAYER.replace(" ", "%20")]


def test_nothing_lies_outside_a_slide(deck: bytes) -> None:
    presentation = shown(deck)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width + 1
            assert shape.top + shape.height <= presentation.slide_height + 1


def test_equal_words_give_equal_files(deck: bytes, papers: dict[str, bytes]) -> None:
    assert slides(lesson(), pictures()) == deck
    assert word(flows.notes(lesson()), lesson().facts) == papers["notes"]


def test_a_zip_is_steady_and_keeps_what_is_in_it() -> None:
    made = zipped({"b.txt": b"two", "a.png": b"one"})
    with zipfile.ZipFile(io.BytesIO(steady(made))) as archive:
        assert {info.filename: archive.read(info) for info in archive.infolist()} == {"b.txt": b"two", "a.png": b"one"}
        assert archive.getinfo("a.png").compress_type == zipfile.ZIP_STORED
    assert steady(made) == steady(steady(made))


def test_words_with_odd_signs_are_kept() -> None:
    odd = "<b>&\u00e9\u201c\u4e2d"
    document = opened(word(Flow(title="T", kind="K", blocks=[Para(odd)]), lesson().facts))
    assert odd in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.slow
def test_libreoffice_opens_every_file(deck: bytes, papers: dict[str, bytes], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not there: apt-get install libreoffice-writer-nogui libreoffice-impress-nogui")
    files = {f"{kind}.docx": data for kind, data in papers.items()} | {"slides.pptx": deck}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    home_folder = (tmp_path / "profile").as_uri()
    command = [office, f"-env:UserInstallation={home_folder}", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *(str(tmp_path / name) for name in files)], check=True, capture_output=True, timeout=300)
    for name in files:
        assert (tmp_path / name).with_suffix(".pdf").stat().st_size > 5_000, name
