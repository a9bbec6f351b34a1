"""A pack on the disk: what lies where, that the front page leads to it, and that every byte is accounted for."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from pack_contents import PARENTS, PROJECT, YOUNG, films, home, lesson, pictures, png

from animkit.film.manifest import verify_build
from animkit.packs.folder.kinds import ParentsPack, SchoolPack
from animkit.packs.folder.write import replace_folder, write_zip
from animkit.packs.words.read import SCHOOL, read_words
from animkit.packs.words.school import SchoolWords
from animkit.store import sha256_file

START = "START HERE.html"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("school")
    (made / "pack").mkdir()
    content = SchoolPack(lesson=lesson(), home=home(), pictures=pictures(), aloud=b"sound", words=())
    content.write(made / "pack", films(made / "films"), {"storyboards/x.yaml": "0" * 64})
    return made / "pack"


@pytest.fixture(scope="module")
def parents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("parents")
    (made / "pack").mkdir()
    general = read_words(PROJECT, SCHOOL, SchoolWords)[0]
    content = ParentsPack(home=home(), school=general, pictures={"guide": png()}, pauses=1, words=())
    content.write(made / "pack", films(made / "films", PARENTS), {})
    return made / "pack"


def links(page: Path) -> list[str]:
    return [unquote(link) for link in re.findall(r'href="([^"#]+)"', page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("which", ["school", "parents"])
def test_every_link_of_the_front_page_leads_to_a_file(which: str, request: pytest.FixtureRequest) -> None:
    pack = request.getfixturevalue(which)
    found = links(pack / START)
    assert len(found) > 12
    assert [link for link in found if not (pack / link).is_file()] == []


def test_a_teacher_finds_what_the_lesson_needs(school: Path) -> None:
    names = {str(path.relative_to(school)) for path in school.rglob("*") if path.is_file()}
    assert {
        START,
        "1 Before you teach/Read me first.pdf",
        "1 Before you teach/If a pupil tells you.pdf",
        "1 Before you teach/Letter to parents and carers.docx",
        "2 Teach the lesson/Play the film.html",
        f"2 Teach the lesson/{YOUNG[1]}.mp4",
        "2 Teach the lesson/Session plan.pdf",
        "2 Teach the lesson/Session plan.docx",
        "2 Teach the lesson/Slides.pptx",
        "2 Teach the lesson/Sorting cards.pdf",
        "3 For pupils/Pupil sheet.pdf",
        "3 For pupils/Easy-read sheet.pdf",
        "3 For pupils/Help card.pdf",
        "3 For pupils/Exit card.pdf",
        "3 For pupils/Booklet.pdf",
        "3 For pupils/Booklet.html",
        "4 For home/Guide for parents and carers.pdf",
        "5 Other ways to watch/Transcript.html",
        "6 About this pack/Accessibility.html",
        "6 About this pack/Curriculum map.pdf",
        "6 About this pack/checksums.txt",
    } <= names


def test_the_front_page_says_what_nobody_has_confirmed(school: Path, parents: Path) -> None:
    for pack, content in ((school, lesson()), (parents, home())):
        text = (pack / START).read_text(encoding="utf-8")
        assert "Draft: help routes not yet confirmed" in text
        for point in content.facts.unconfirmed:
            assert point in text
        facts = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
        assert facts["help_routes_confirmed"] is False
        assert facts["unconfirmed"] == list(content.facts.unconfirmed)


def test_every_file_has_its_hash_and_a_changed_one_is_found(school: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(school, copy)
    assert verify_build(copy) == ()
    sums = dict(reversed(row.split("  ", 1)) for row in (copy / "6 About this pack/checksums.txt").read_text().splitlines())
    assert all(sha256_file(copy / name) == digest for name, digest in sums.items())
    listed = set(json.loads((copy / "manifest.json").read_text())["outputs"])
    assert listed | {"manifest.json"} == {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()}
    (copy / "3 For pupils/Exit card.pdf").write_bytes(b"%PDF-1.7 other")
    (found,) = verify_build(copy)
    assert "Exit card.pdf" in found.what


def test_equal_content_gives_an_equal_pack_and_an_equal_zip(parents: Path, tmp_path: Path) -> None:
    again = tmp_path / "pack"
    again.mkdir()
    general = read_words(PROJECT, SCHOOL, SchoolWords)[0]
    content = ParentsPack(home=home(), school=general, pictures={"guide": png()}, pauses=1, words=())
    paths = content.write(again, films(tmp_path / "films", PARENTS), {})
    assert all((again / path).read_bytes() == (parents / path).read_bytes() for path in paths)
    for number, folder in enumerate((parents, again)):
        write_zip(folder, paths, tmp_path / f"{number}.zip", content.top)
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "0.zip") as archive:
        assert archive.testzip() is None
        assert {name.split("/")[0] for name in archive.namelist()} == {"The Other Side of the Door, for parents and carers"}


def test_a_new_pack_takes_the_place_of_the_last_one_whole(tmp_path: Path) -> None:
    for name, text in (("pack", "old"), ("new", "new")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{text}.txt").write_text(text)
    replace_folder(tmp_path / "new", tmp_path / "pack")
    assert [path.name for path in tmp_path.rglob("*")] == ["pack", "new.txt"]


def pages(pack: Path) -> list[Path]:
    return [path for path in sorted(pack.rglob("*.html")) if path.name not in ("Play the film.html", "Transcript.html")]


@pytest.mark.parametrize("which", ["school", "parents"])
@pytest.mark.parametrize("size", [(360, 740), (1366, 768)])
def test_pages_are_accessible_ask_for_nothing_and_never_scroll_sideways(
    which: str, size: tuple[int, int], request: pytest.FixtureRequest, browser: Any, axe: Callable[[Any], list[str]]
) -> None:
    pack = request.getfixturevalue(which)
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    for path in pages(pack):
        page = context.new_page()
        asked: list[str] = []
        wrong: list[str] = []
        page.on("request", lambda asking, to=asked: to.append(asking.url))
        page.on("console", lambda message, to=wrong: to.append(message.text))
        page.goto(path.as_uri())
        assert asked == [path.as_uri()]
        assert wrong == [], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path.name
        assert axe(page) == [], path.name
        page.close()
    context.close()


def test_pages_keep_to_the_grammar_of_html(school: Path, parents: Path, vnu: list[str]) -> None:
    import subprocess

    found = subprocess.run([*vnu, *map(str, pages(school) + pages(parents))], capture_output=True, text=True, check=False)
    assert found.stderr == ""
