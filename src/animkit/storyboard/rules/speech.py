"""Rules for what is spoken. Pronunciation is safety: 999 must never be nine hundred and ninety-nine."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.findings import Finding
from animkit.storyboard.near import quoted
from animkit.storyboard.rules.board import Board, ShotAt
from animkit.storyboard.spoken import mark_problems, route_words, spoken_form, strip_marks, unsayable, words
from animkit.strict.reading import hidden_character


def no_words(board: Board, at: ShotAt) -> Iterator[Finding]:
    """A line says something."""
    for index, line in enumerate(at.shot.lines):
        for key, text in (("text", line.text), ("say", line.say)):
            if text is not None and not words(strip_marks(text)[0]):
                steps = (*at.steps, "lines", index, key)
                mend = "write what is said; a shot without words has seconds instead of lines"
                yield board.find("no-words", f"'{key}' has no word in it", steps, mend=mend)


def no_sure_reading(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Whatever a voice could read in two ways, or not at all, is written out."""
    said = route_words(board.campaign.help_routes)
    language = board.storyboard.language
    for index, line in enumerate(at.shot.lines):
        key, text = ("say", line.say) if line.say else ("text", line.text)
        if mark_problems(text) or hidden_character(text):
            continue  # What is odd about this text has been said.
        steps = (*at.steps, "lines", index, key)
        for token in unsayable(spoken_form(text, said, language), language):
            place = board.marks.inside(steps, text.find(token)) if token and token in text else board.marks.place(steps)
            mend = "write it in words" if key == "say" else "add say: with the whole line as it is spoken"
            why = "no voice can be trusted to read it"
            yield board.at("no-reading", f"{quoted(token)} is not in words", place, steps, why=why, mend=mend)
