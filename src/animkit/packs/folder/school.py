"""What a school pack holds, in a teacher's order and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from animkit.packs import flows
from animkit.packs.blocks import Flow
from animkit.packs.folder.films import other_ways, playing
from animkit.packs.folder.home import for_home
from animkit.packs.folder.model import Films, Item
from animkit.packs.front.pages import Button, flowing, picture_book
from animkit.packs.lesson import lesson_minutes
from animkit.packs.model import Facts, Home, Lesson
from animkit.packs.office.slides import slides
from animkit.packs.office.word import word
from animkit.packs.papers import school
from animkit.packs.papers.typeset import Paper, pdf

BEFORE, TEACH, PUPILS, HOME, WATCH, ABOUT = (
    "1 Before you teach",
    "2 Teach the lesson",
    "3 For pupils",
    "4 For home",
    "5 Other ways to watch",
    "6 About this pack",
)
BUTTONS = (
    Button(title="Play the film", path=f"{TEACH}/Play the film.html", play=True),
    Button(title="Session plan", path=f"{TEACH}/Session plan.pdf"),
    Button(title="Slides", path=f"{TEACH}/Slides.pptx"),
)
Pictures = Mapping[str, bytes]


def contents(lesson: Lesson, home: Home | None, pictures: Pictures, aloud: bytes, films: Films, workshop: Path) -> Iterator[Item]:
    """Every file of the pack but its front page, checksums and manifest."""
    facts = lesson.facts
    yield from _before(lesson, home)
    yield from playing(films, facts, TEACH, len(lesson.stops))
    yield from _teach(lesson, pictures)
    yield from _pupils(lesson, pictures)
    yield Item(PUPILS, "Booklet to listen to.m4a", aloud, "Booklet to listen to", "Read aloud, a chapter a page")
    if home is not None:
        yield from for_home(home, pictures, HOME)
    yield from other_ways(films, facts, WATCH, workshop)
    yield from _about(lesson)


def paper(folder: str, file: str, made: Paper, title: str, note: str) -> Item:
    """A designed paper."""
    return Item(folder, f"{file}.pdf", pdf(made), title, note)


def flow_pdf(folder: str, file: str, flow: Flow, facts: Facts, title: str, note: str) -> Item:
    """A paper of blocks as PDF."""
    return paper(folder, file, school.flow(flow, facts), title, note)


def flow_word(folder: str, file: str, flow: Flow, facts: Facts, title: str, note: str) -> Item:
    """A paper of blocks as Word."""
    return Item(folder, f"{file}.docx", word(flow, facts), title, note)


def _before(lesson: Lesson, home: Home | None) -> Iterator[Item]:
    facts, notes, letter = lesson.facts, flows.notes(lesson), flows.letter(lesson, home)
    yield flow_pdf(BEFORE, "Read me first", notes, facts, "Read me first", "Safeguarding notes for teachers")
    yield flow_pdf(BEFORE, "If a pupil tells you", flows.told(lesson), facts, lesson.school.told.title, "One page for your desk")
    yield flow_word(BEFORE, "Letter to parents and carers", letter, facts, "Letter to parents and carers", "Change the words you need")
    yield flow_word(BEFORE, "Read me first", notes, facts, "Read me first, to change", "The same notes")


def _teach(lesson: Lesson, pictures: Pictures) -> Iterator[Item]:
    facts, minutes = lesson.facts, lesson_minutes(lesson.minutes)
    yield paper(TEACH, "Session plan", school.plan(lesson, pictures), "Session plan", f"{minutes}, minute by minute")
    yield flow_word(TEACH, "Session plan", flows.plan(lesson), facts, "Session plan, to change", minutes)
    yield Item(
        TEACH,
        file="Slides.pptx",
        data=slides(lesson, pictures),
        title="Slides",
        note="With notes, all words editable",
    )
    yield paper(TEACH, "Sorting cards", school.cards(lesson, pictures), "Sorting cards", "Print one set for four pupils")


def _pupils(lesson: Lesson, pictures: Pictures) -> Iterator[Item]:
    facts = lesson.facts
    yield paper(PUPILS, "Pupil sheet", school.sheet(lesson, pictures), "Pupil sheet", "To write, draw and match")
    yield flow_word(PUPILS, "Pupil sheet", flows.sheet(lesson), facts, "Pupil sheet, to change", "Larger print, other colours")
    yield paper(PUPILS, "Easy-read sheet", school.easy(lesson, pictures), "Easy-read sheet", "A picture beside each idea")
    yield flow_word(PUPILS, "Easy-read sheet", flows.easy(lesson), facts, "Easy-read sheet, to change", "With its pictures")
    yield paper(PUPILS, "Help card", school.help_card(lesson, pictures), "Help card", "A6, for a phone or a pocket")
    yield paper(
        PUPILS, "Help card, four on a page", school.help_cards(lesson, pictures), "Help card, four on a page", "Print and cut, one each"
    )
    yield paper(PUPILS, "Exit card", school.exit_card(lesson, pictures), "Exit card", "Four on a page")
    yield paper(PUPILS, "Booklet", school.booklet(lesson, pictures), "Booklet for children", "A5, one idea a page")
    yield paper(
        PUPILS,
        "Booklet to print and fold",
        school.booklet_fold(lesson, pictures),
        "Booklet to print and fold",
        "Both sides, flip on the short edge",
    )
    book = picture_book(lesson, pictures).encode()
    yield Item(PUPILS, "Booklet.html", book, "Booklet as a page", "For a tablet or a screen reader")


def _about(lesson: Lesson) -> Iterator[Item]:
    facts, words = lesson.facts, lesson.school
    access = flowing(flows.access(words.access, facts), facts).encode()
    yield Item(ABOUT, "Accessibility.html", access, "Accessibility", "What works, what does not yet")
    yield flow_pdf(ABOUT, "Curriculum map", flows.curriculum(lesson), facts, "Curriculum map", "RSHE 2025 and others")
    about = flows.about(words.about, facts)
    yield flow_pdf(ABOUT, "Sources, licence, credits", about, facts, "Sources, licence, credits", "And the dates facts were read")
