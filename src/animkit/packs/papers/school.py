"""The papers of a school pack: what each template is given. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from animkit.packs.blocks import Flow
from animkit.packs.lesson import lesson_minutes, minutes_words
from animkit.packs.model import Card, Facts, Lesson, Stop
from animkit.packs.papers.data import block_data, facts_data, post_data, rich
from animkit.packs.papers.typeset import Paper
from animkit.packs.pictures import cropped
from animkit.packs.words.rich import runs
from animkit.store import sha256_bytes

LONGEST_TITLE = 36
"""So many letters of the large title fit beside the door."""

A_SHEET = 16
"""So many sorting cards lie on a page."""

BOOKLET_FRAME = 5
"""The booklet's pages beside its ideas: cover, opening, people, card, back."""

Pictures = Mapping[str, bytes]


def plan(lesson: Lesson, pictures: Pictures) -> Paper:
    """The session plan, minute by minute."""
    facts = lesson.facts
    data = {
        "heading": heading(facts),
        "kind": "Session plan for teachers" if heading(facts) != facts.film else f"Session plan. {facts.topic}",
        "glance": [
            ["Ages", facts.ages],
            ["Time", lesson_minutes(lesson.minutes)],
            ["Where", "Class or small groups. Never an assembly."],
            ["You need", sentence(lesson.words.need)],
        ],
        "outcomes": rich(lesson.outcomes),
        "before": rich(f"*{note.title}.* {note.text}" for note in lesson.school.first),
        "steps": [
            {
                "start": step.start,
                "lasts": f"{minutes_words(step.minutes)} min",
                "what": step.what,
                "text": runs(step.text),
                "tone": step.tone,
                "film": step.film,
            }
            for step in lesson.steps
        ],
        "stops": [stop_data(stop) for stop in lesson.stops],
        "words": [{"word": word.word, "means": word.means} for word in lesson.words.words],
        "hear": [{"says": heard.says, "answer": runs(heard.answer)} for heard in lesson.words.hear],
        "pairs": [
            {"glyph": pair.sign.glyph, "sign": pair.sign.label, "at": pair.at, "helps": ". ".join(card.label for card in pair.helps) + "."}
            for pair in lesson.pairs
        ],
        "fit": rich(f"*{fit.who}:* {lower_first(fit.how)}" for fit in lesson.school.fit),
        "stretch": runs(lesson.words.stretch),
        "told": {
            "title": lesson.school.told.title,
            "lead": lesson.school.told.lead,
            "say": lesson.school.told.say,
            "points": rich(lesson.school.told.points),
        },
    }
    return _paper(lesson, "plan", "session plan", data, {stop_picture(stop): pictures[stop_picture(stop)] for stop in lesson.stops})


def cards(lesson: Lesson, pictures: Pictures) -> Paper:
    """The sorting cards, fronts and backs, in an order that gives nothing away."""
    del pictures
    shown: list[dict[str, str] | None] = [
        {"kind": card.kind, "label": card.label, "text": card.text, "glyph": card.glyph} for card in shuffled(lesson.cards)
    ]
    while len(shown) % A_SHEET:
        shown.append({"kind": "own", "label": "", "text": "Your own idea", "glyph": ""})
    data = {
        "sheets": [shown[at : at + A_SHEET] for at in range(0, len(shown), A_SHEET)],
        "how": "Print on both sides, flip on the long edge. Cut on the lines. One set for four pupils.",
        "backs": "A flag is a sign. A door is what helps. The shape tells it, so black and white is enough.",
    }
    return _paper(lesson, "cards", "sorting cards", data, {})


def shuffled(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards in an order that tells nothing, the same each time."""
    return tuple(sorted(cards, key=lambda card: sha256_bytes(card.id.encode())))


def easy(lesson: Lesson, pictures: Pictures) -> Paper:
    """The easy-read sheet: a picture beside each idea."""
    del pictures
    words = lesson.words.easy
    first = [post for post in lesson.routes if post.value[0].isdigit()]
    posts = sorted(first, key=lambda post: len(post.value), reverse=True)
    data = {
        "heading": words.title,
        "rows": [{"glyph": row.glyph, "says": rich(row.says)} for row in words.rows],
        "adults": list(lesson.words.adults),
        "danger": lesson.school.always.danger,
        "posts": [post_data(post) | {"large": len(post.value) > 3} for post in posts],
    }
    return _paper(lesson, "easy", "easy-read sheet", data, {})


def sheet(lesson: Lesson, pictures: Pictures) -> Paper:
    """The plain pupil sheet."""
    del pictures
    words, always = lesson.words.sheet, lesson.school.always
    data = {
        "heading": words.title,
        "tasks": [{"ask": task.ask, "lines": task.lines, "box": task.box, "match": task.match} for task in words.tasks],
        "signs": [{"label": card.label, "glyph": card.glyph} for card in lesson.signs],
        "helps": [{"label": card.label, "glyph": card.glyph} for card in shuffled(lesson.helps)],
        "headline": always.headline,
        "posts": [post_data(post) for post in lesson.routes],
    }
    return _paper(lesson, "sheet", "pupil sheet", data, {})


def exit_card(lesson: Lesson, pictures: Pictures) -> Paper:
    """Exit cards, four on a page."""
    del pictures
    asks = list(lesson.words.exit)
    data = {"asks": asks, "lines": 4 if len(asks) == 1 else 3, "note": lesson.school.always.exit_note}
    return _paper(lesson, "exit", "exit card", data, {})


def help_card(lesson: Lesson, pictures: Pictures) -> Paper:
    """The help card, A6."""
    del pictures
    return _paper(lesson, "helpcard", "help card", _help_card(lesson) | {"four": False}, {})


def help_cards(lesson: Lesson, pictures: Pictures) -> Paper:
    """The help card, four on A4."""
    del pictures
    return _paper(lesson, "helpcard", "help card, four on a page", _help_card(lesson) | {"four": True}, {})


def _help_card(lesson: Lesson) -> dict[str, Any]:
    always = lesson.school.always
    posts = [post_data(post) for post in lesson.routes]
    return {"headline": always.headline, "line": always.line, "posts": posts, "adults": list(lesson.words.adults)}


def booklet(lesson: Lesson, pictures: Pictures) -> Paper:
    """The children's booklet, A5, in reading order."""
    return _paper(lesson, "booklet", "booklet", booklet_data(lesson) | {"fold": False}, _booklet_pictures(lesson, pictures))


def booklet_fold(lesson: Lesson, pictures: Pictures) -> Paper:
    """The same on A4, to print on both sides and fold."""
    return _paper(lesson, "booklet", "booklet to fold", booklet_data(lesson) | {"fold": True}, _booklet_pictures(lesson, pictures))


def _booklet_pictures(lesson: Lesson, pictures: Pictures) -> dict[str, bytes]:
    leaves = enumerate(lesson.words.booklet.pages, 1)
    shown = {"cover": lesson.words.cover.focus, **{f"leaf-{number}": leaf.focus for number, leaf in leaves}}
    return {name: cropped(pictures[name], focus) for name, focus in shown.items()}


def booklet_data(lesson: Lesson) -> dict[str, Any]:
    """The booklet as its templates read it."""
    words, always, facts = lesson.words.booklet, lesson.school.always, lesson.facts
    printed = len(words.pages) + BOOKLET_FRAME
    return {
        "heading": words.title,
        "subtitle": words.subtitle,
        "for-whom": f"For ages {facts.ages}",
        "cover": lesson.words.cover.alt,
        "opening": {"title": always.booklet_opening.title, "says": rich(always.booklet_opening.points)},
        "pages": [
            {
                "picture": f"leaf-{n}",
                "alt": leaf.alt,
                "kind": leaf.kind,
                "title": leaf.title,
                "says": rich(leaf.says),
                "strong": leaf.strong,
            }
            for n, leaf in enumerate(words.pages, 1)
        ],
        "people": {
            "title": always.people_title,
            "says": [],
            "lines": list(lesson.words.adults),
            "start-title": always.start_title,
            "start": always.start,
        },
        "card": {"title": always.cut_out, "headline": always.headline, "line": always.line},
        "posts": [post_data(post) for post in lesson.routes],
        "blank": -printed % 4,
        "last": always.headline,
        "licence": "CC BY 4.0.",
    }


def flow(of: Flow, facts: Facts) -> Paper:
    """A paper that is read from top to bottom."""
    data = {"kind": of.kind, "heading": of.title, "blocks": [block_data(block) for block in of.blocks], "facts": facts_data(facts)}
    title = of.title if facts.film in of.title else f"{facts.film}: {lower_first(of.title)}"
    return Paper(template="flow", title=title, language=facts.language, theme=facts.theme, data=data, pictures={})


def stop_picture(stop: Stop) -> str:
    """The name of a pause's picture."""
    return f"pause-{stop.number}"


def stop_data(stop: Stop) -> dict[str, Any]:
    """A pause as templates read it."""
    return {
        "number": stop.number,
        "of": stop.of,
        "at": stop.at,
        "minutes": stop.minutes,
        "who": stop.who,
        "question": stop.question,
        "notes": stop.notes,
        "picture": stop_picture(stop),
        "alt": f"The film's picture at pause {stop.number}",
    }


def heading(facts: Facts) -> str:
    """The film's title with its topic, or alone where both do not fit on one line."""
    both = f"{facts.film}: {lower_first(facts.topic)}"
    return both if len(both) <= LONGEST_TITLE else facts.film


def lower_first(text: str) -> str:
    """``text`` as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def sentence(items: tuple[str, ...]) -> str:
    """``A screen; sorting cards; a question box.``"""
    return "; ".join([items[0], *(lower_first(item) for item in items[1:])]) + "."


def _paper(lesson: Lesson, template: str, what: str, data: Mapping[str, Any], pictures: Pictures) -> Paper:
    facts = lesson.facts
    return Paper(
        template=template,
        title=f"{facts.film}: {what}",
        language=facts.language,
        theme=facts.theme,
        data={**data, "facts": facts_data(facts)},
        pictures=pictures,
    )
