"""The lesson's slides as PowerPoint: one for each part and each pause, all words editable, the teacher's words in the notes alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from animkit.packs.lesson import lesson_minutes, minutes_words
from animkit.packs.model import Lesson, Step, Stop
from animkit.packs.office.deck import Deck
from animkit.packs.papers.art import FLAG
from animkit.packs.words.rich import plain

Pictures = Mapping[str, bytes]
PLAYER = "Play the film.html"
"""What the film's slide opens: it lies beside the slides."""


def slides(lesson: Lesson, pictures: Pictures) -> bytes:
    """The slides as the bytes of a .pptx file."""
    facts = lesson.facts
    deck = Deck(title=f"{facts.film}: slides", facts=facts)
    _cover(deck, lesson, pictures)
    for step in lesson.steps:
        if step.film:
            _film(deck, lesson, step, pictures)
            for stop in lesson.stops:
                _pause(deck, lesson, stop, pictures)
        else:
            SHOWN[step.shows](deck, lesson, step)
    _end(deck, lesson)
    return deck.as_bytes()


def _cover(deck: Deck, lesson: Lesson, pictures: Pictures) -> None:
    facts = lesson.facts
    slide = deck.slide("dusk")
    deck.picture(slide, pictures["cover"], lesson.words.cover.alt, 0, 0, 13.333, 5.05, focus=lesson.words.cover.focus)
    deck.title(slide, facts.film, 0.7, 5.2, 9.5, 1.1, size=48, colour="white")
    deck.text(slide, [f"{facts.topic}. Ages {facts.ages}."], 0.7, 6.3, 9.0, 0.8, size=24, colour="white")
    deck.mark(slide, "door", 11.5, 5.5, 1.5)
    first = " ".join(f"{note.title}: {plain(note.text)}" for note in lesson.school.first)
    needed = "; ".join(lesson.words.need)
    deck.notes(
        slide,
        [f"Before the lesson. {first}", f"The lesson takes {lesson_minutes(lesson.minutes)}. You need: {needed}.", *facts.unconfirmed],
    )


def _film(deck: Deck, lesson: Lesson, step: Step, pictures: Pictures) -> None:
    slide = deck.slide("ink")
    deck.title(slide, step.what, 0.7, 0.5, 8, 1, size=40, colour="white")
    deck.picture(
        slide,
        pictures["pause-1"] if lesson.stops else pictures["cover"],
        f"A picture from the film {lesson.facts.film}",
        0.7,
        1.7,
        8.0,
        4.5,
    )
    deck.text(slide, [f"{lesson.facts.length}, with {len(lesson.stops)} pauses."], 9.1, 1.7, 3.7, 1.2, size=24, colour="white")
    deck.link(slide, "Play the film", PLAYER, 9.1, 3.2, 3.5, 0.9)
    deck.text(slide, ["You may step out at any time.", "The film ends with help."], 9.1, 4.5, 3.7, 1.8, size=24, colour="white")
    deck.stamp(slide, 8.7, 0.62)
    pauses = [f"Pause {stop.number} at {stop.at}: {stop.question} ({stop.minutes} minutes. {stop.who}.)" for stop in lesson.stops]
    deck.notes(
        slide,
        [
            f"{step.start}, {minutes_words(step.minutes)} minutes. {plain(step.text)}",
            f"The button opens “{PLAYER}”, which lies beside these slides.",
            *pauses,
        ],
    )


def _pause(deck: Deck, lesson: Lesson, stop: Stop, pictures: Pictures) -> None:
    slide = deck.slide("pause_light")
    deck.text(slide, [f"Pause {stop.number} of {stop.of}"], 0.6, 0.5, 4.0, 0.7, size=24, bold=True)
    deck.stamp(slide, 9.25, 0.56)
    deck.picture(slide, pictures[f"pause-{stop.number}"], f"The film's picture at pause {stop.number}", 0.7, 1.45, 5.6, 3.15)
    deck.title(slide, stop.question, 6.6, 1.35, 6.2, 3.4, size=38 if len(stop.question) < 70 else 32)
    deck.pill(slide, stop.who, "white", "ink", 0.7, 4.95, 9.3, 0.75)
    deck.pill(slide, f"{stop.minutes} minute{'s' if stop.minutes > 1 else ''}", "ink", "white", 10.3, 4.95, 2.4, 0.75)
    phone = next((post for post in lesson.routes if post.id == "childline"), None)
    if phone is not None:
        deck.pill(slide, f"Want to talk? {phone.name}: {phone.value}", "help_dark", "white", 0.7, 6.15, 12.0, 0.8, size=24)
    deck.notes(slide, [f"Pause {stop.number} at {stop.at} in the film. {stop.minutes} minutes. {stop.who}.", stop.notes])


def _words(deck: Deck, lesson: Lesson, step: Step) -> None:
    slide = _opened(deck, step, "sand")
    if step.says:
        deck.text(slide, [plain(step.says)], 0.9, 2.2, 11.4, 2.4, size=40, bold=True)
    deck.text(slide, [lesson.school.always.pass_note], 0.9, 5.0, 11.4, 1.2, size=28)
    _timed(deck, slide, step)


def _rules(deck: Deck, lesson: Lesson, step: Step) -> None:
    slide = _opened(deck, step, "paper")
    deck.bullets(slide, [plain(rule) for rule in lesson.school.rules], 0.9, 1.9, 11.5, 4.9, size=24)
    _timed(deck, slide, step)


def _cards(deck: Deck, lesson: Lesson, step: Step) -> None:
    slide = _opened(deck, step, "mist")
    for left, mark, words, alt in ((1.6, FLAG, "A sign", "A flag"), (7.4, "door", "What helps", "An open door")):
        deck.card(slide, left, 2.0, 4.3, 3.9)
        deck.mark(slide, mark, left + 1.15, 2.3, 2.0, alt=alt)
        deck.text(slide, [words], left, 4.7, 4.3, 0.8, size=32, bold=True, centred=True)
    pairs = [f"{pair.sign.label}: {', '.join(card.label for card in pair.helps)}." for pair in lesson.pairs]
    _timed(deck, slide, step, "One way to pair them:", *pairs)


def _start(deck: Deck, lesson: Lesson, step: Step) -> None:
    slide = _opened(deck, step, "help_light")
    deck.text(slide, [lesson.school.always.start_title], 0.9, 2.2, 11.4, 0.8, size=28)
    deck.text(slide, [lesson.school.always.start], 0.9, 3.1, 11.4, 2.2, size=40, bold=True)
    _timed(deck, slide, step)


def _routes(deck: Deck, lesson: Lesson, step: Step) -> None:
    slide = _opened(deck, step, "help_light")
    deck.stamp(slide, 9.4, 0.7)
    for number, post in enumerate(lesson.routes):
        column, row = number % 2, number // 2
        left, top = 0.9 + 6.1 * column, 1.8 + 2.3 * row
        deck.card(slide, left, top, 5.7, 2.0)
        deck.text(slide, [post.name], left + 0.25, top + 0.1, 5.2, 0.5, size=20)
        deck.text(
            slide, [post.value], left + 0.25, top + 0.5, 5.3, 0.7, size=32 if len(post.value) < 14 else 24, bold=True, colour="help_dark"
        )
        deck.text(slide, [post.note], left + 0.25, top + 1.2, 5.3, 0.75, size=16)
    deck.text(slide, [lesson.school.always.headline], 0.9, 6.5, 11.4, 0.7, size=28, bold=True)
    _timed(deck, slide, step, *(f"{post.name}, {post.value}. {post.note}" for post in lesson.routes), *lesson.facts.unconfirmed)


def _exit(deck: Deck, lesson: Lesson, step: Step) -> None:
    slide = _opened(deck, step, "sand")
    for number, ask in enumerate(lesson.words.exit):
        deck.text(slide, [ask], 0.9, 2.2 + 1.6 * number, 11.4, 1.2, size=36, bold=True)
    deck.text(slide, [lesson.school.always.exit_note], 0.9, 5.6, 11.4, 1.2, size=24)
    _timed(deck, slide, step)


def _end(deck: Deck, lesson: Lesson) -> None:
    always = lesson.school.always
    slide = deck.slide("dusk")
    deck.mark(slide, "door", 5.05, 0.9, 3.2)
    deck.title(slide, always.headline, 0.7, 4.4, 11.9, 1.1, size=44, colour="white", centred=True)
    deck.text(slide, [always.line], 0.7, 5.6, 11.9, 0.8, size=28, colour="white", centred=True)
    deck.notes(
        slide,
        [
            "End with help, on time, and stay in the room.",
            plain(lesson.school.told.lead),
            lesson.school.told.say,
            *map(plain, lesson.school.told.points),
        ],
    )


def _opened(deck: Deck, step: Step, ground: str) -> Any:
    slide = deck.slide(ground)
    deck.title(slide, step.what, 0.9, 0.5, 8.3, 1.1, size=40)
    return slide


def _timed(deck: Deck, slide: Any, step: Step, *more: str) -> None:
    deck.notes(slide, [f"{step.start}, {minutes_words(step.minutes)} minutes. {plain(step.text)}", *more])


SHOWN: Mapping[str, Callable[[Deck, Lesson, Step], None]] = {
    "words": _words,
    "rules": _rules,
    "cards": _cards,
    "start": _start,
    "routes": _routes,
    "exit": _exit,
}
"""What makes the slide of a part, by what it shows."""
