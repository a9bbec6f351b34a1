"""One change, in its single place, is in everything that a class and a home are given."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
from docx import Document
from pack_contents import PARENTS, PROJECT, YOUNG, board, lesson, pictures, timeline
from pptx import Presentation
from strategies import campaign

from animkit.packs import flows
from animkit.packs import lesson as making
from animkit.packs.front.pages import Listed, front, lesson_welcome, picture_book
from animkit.packs.model import Home, Lesson
from animkit.packs.office.slides import slides
from animkit.packs.office.word import word
from animkit.packs.papers import home as going_home
from animkit.packs.papers import school
from animkit.packs.papers.typeset import pdf
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.read import SCHOOL, read_words
from animkit.packs.words.school import SchoolWords

A = YOUNG[1]
QUESTION = ("Which of these come with a string?", "Which of these has someone at its other end?")
SIGN = ("Rewards", "Points and presents")
NUMBER = ("0800 1111", "0800 7777")


def in_pdf(data: bytes) -> str:
    found = shutil.which("pdftotext")
    if found is None:
        pytest.skip("pdftotext reads the words back: apt-get install poppler-utils")
    return " ".join(subprocess.run([found, "-", "-"], input=data, capture_output=True, check=True).stdout.decode().split())


def in_word(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def in_slides(data: bytes) -> str:
    shapes = [shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes if shape.has_text_frame]
    return " ".join(shape.text_frame.text for shape in shapes)


def with_number() -> tuple[Lesson, Home]:
    """The packs of a campaign in which Childline has another number."""
    routes = tuple(replace(route, value=NUMBER[1]) if route.value == NUMBER[0] else route for route in campaign().help_routes)
    shared = replace(campaign(), help_routes=routes)
    own, general = read_words(PROJECT, A, LessonWords)[0], read_words(PROJECT, SCHOOL, SchoolWords)[0]
    guide = making.home(board(PARENTS), timeline(PARENTS), shared, read_words(PROJECT, PARENTS, ParentWords)[0])
    return making.lesson(board(A), timeline(A), shared, own, general), guide


def said(content: Lesson) -> Iterator[tuple[str, str]]:
    """The words of everything in the pack that prints pauses, signs or help routes."""
    shown = pictures(A)
    yield "plan", in_pdf(pdf(school.plan(content, shown)))
    yield "plan to change", in_word(word(flows.plan(content), content.facts))
    yield "slides", in_slides(slides(content, shown))
    yield "cards", in_pdf(pdf(school.cards(content, shown)))
    yield "sheet", in_pdf(pdf(school.sheet(content, shown)))
    yield "map", in_pdf(pdf(school.flow(flows.curriculum(content), content.facts)))
    yield "help card", in_pdf(pdf(school.help_card(content, shown)))
    yield "easy", in_pdf(pdf(school.easy(content, shown)))
    yield "booklet", in_pdf(pdf(school.booklet(content, shown)))
    yield "booklet as a page", picture_book(content, shown)
    yield "notes", in_pdf(pdf(school.flow(flows.notes(content), content.facts)))
    yield "told", in_pdf(pdf(school.flow(flows.told(content), content.facts)))
    listed = [Listed(folder="1 A", path="1 A/b.pdf", title="B", note="", kind="PDF")]
    yield "front page", front(lesson_welcome(content, shown), content.facts, (), listed)


def holding(content: Lesson, words: str) -> set[str]:
    return {where for where, text in said(content) if words in text}


def test_a_pause_s_question_is_changed_in_the_storyboard_alone() -> None:
    changed = lesson(A, QUESTION)
    assert holding(changed, QUESTION[1]) == {"plan", "plan to change", "slides"}
    assert holding(changed, QUESTION[0]) == set()


def test_a_help_route_is_changed_in_the_help_file_alone() -> None:
    content, guide = with_number()
    everywhere = {"slides", "help card", "easy", "booklet", "booklet as a page", "notes", "told", "plan to change", "sheet", "front page"}
    assert holding(content, NUMBER[1]) == everywhere
    assert holding(content, NUMBER[0]) == set()
    for text in (in_pdf(pdf(going_home.guide(guide, pictures(A)))), in_word(word(flows.guide(guide), guide.facts))):
        assert NUMBER[1] in text
        assert NUMBER[0] not in text


def test_a_sign_is_changed_in_the_signs_file_alone() -> None:
    signs = tuple(replace(sign, label=SIGN[1]) if sign.label == SIGN[0] else sign for sign in campaign().signs)
    own, general = read_words(PROJECT, A, LessonWords)[0], read_words(PROJECT, SCHOOL, SchoolWords)[0]
    content = making.lesson(board(A), timeline(A), replace(campaign(), signs=signs), own, general)
    assert holding(content, SIGN[1]) == {"plan", "plan to change", "cards", "sheet", "map"}
    assert holding(content, SIGN[0]) == set()


def test_an_outcome_is_changed_in_the_storyboard_alone() -> None:
    new = "I can say which adult I would go to."
    changed = lesson(A, ("I can say whom I would tell, and whom I would tell next.", new))
    assert holding(changed, new) == {"plan", "plan to change", "map"}
