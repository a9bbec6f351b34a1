"""Every text of a storyboard, with what it is for and where it stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from animkit.findings import Place
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Shot, Storyboard
from animkit.storyboard.spoken import MARK, strip_marks

Use = Literal["heard", "seen", "described", "teacher"]
"""Who meets a text: who listens, who looks, who listens to the description, or the teacher alone."""

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text without beat marks. ``shot`` is empty and ``steps`` start at the file's top for texts of the film as a whole."""

    words: str
    source: str = ""
    """The same with its beat marks, if it has any."""
    use: Use
    steps: Steps
    shot: str = ""
    speaker: str = ""

    @property
    def for_viewers(self) -> bool:
        """Whether viewers of the film meet it."""
        return self.use != "teacher"

    def place(self, marks: Marks, offset: int | None = None) -> Place:
        """Where it stands in the file, or its character ``offset`` (counted in ``words`` from 0)."""
        way = (*marks.shot_steps(self.shot), *self.steps) if self.shot else self.steps
        return marks.place(way) if offset is None else marks.inside(way, self._in_source(offset))

    def _in_source(self, offset: int) -> int:
        """The offset in ``source`` of the character at ``offset`` in ``words``: marks and spaces are not counted."""
        left = sum(not character.isspace() for character in self.words[:offset])
        skipped = {at for mark in MARK.finditer(self.source) for at in range(*mark.span())}
        for at, character in enumerate(self.source):
            if at in skipped or character.isspace():
                continue
            if left == 0:
                return at
            left -= 1
        return offset


def texts(storyboard: Storyboard) -> Iterator[Text]:
    """Every text, in the film's order. A ``say`` comes after its ``text``."""
    yield Text(words=storyboard.title, use="seen", steps=("title",))
    if storyboard.summary:
        yield Text(words=storyboard.summary, use="seen", steps=("summary",))
    for index, outcome in enumerate(storyboard.outcomes):
        yield Text(words=outcome, use="seen", steps=("outcomes", index))
    for index, chapter in enumerate(storyboard.chapters):
        yield Text(words=chapter.title, use="seen", steps=("chapters", index, "title"))
        for shot in chapter.shots:
            yield from shot_texts(shot)


def shot_texts(shot: Shot) -> Iterator[Text]:
    """Every text of one shot."""
    yield from heard(shot, spoken_forms=True)
    for steps, words in _strings(shot.params, ("params",)):
        yield Text(words=words, use="seen", steps=steps, shot=shot.id)
    for index, sound in enumerate(shot.sounds):
        if sound.caption:
            yield Text(words=sound.caption, use="seen", steps=("sounds", index, "caption"), shot=shot.id)
    if shot.description:
        yield Text(words=shot.description, use="described", steps=("description",), shot=shot.id)
    if shot.outcome:
        yield Text(words=shot.outcome, use="seen", steps=("outcome",), shot=shot.id)
    if shot.pause:
        yield Text(words=shot.pause.question, use="seen", steps=("pause", "question"), shot=shot.id)
        yield Text(words=shot.pause.who, use="teacher", steps=("pause", "who"), shot=shot.id)
        if shot.pause.notes:
            yield Text(words=shot.pause.notes, use="teacher", steps=("pause", "notes"), shot=shot.id)
    for index, line in enumerate(shot.lines):
        if line.direction:
            yield Text(words=line.direction, use="teacher", steps=("lines", index, "direction"), shot=shot.id)


def heard(shot: Shot, *, spoken_forms: bool = False) -> Iterator[Text]:
    """What is said in this shot, as the captions show it; with ``spoken_forms`` each ``say`` too."""
    for index, line in enumerate(shot.lines):
        yield _said(line.text, "text", shot, index)
        if spoken_forms and line.say:
            yield _said(line.say, "say", shot, index)


def _said(source: str, key: str, shot: Shot, index: int) -> Text:
    words = strip_marks(source)[0]
    return Text(words=words, source=source, use="heard", steps=("lines", index, key), shot=shot.id, speaker=shot.lines[index].speaker)


def film_lines(storyboard: Storyboard) -> tuple[Text, ...]:
    """Everything that is said in the film, in order."""
    return tuple(text for shot in storyboard.shots() for text in heard(shot))


def _strings(value: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """Every string among a scene's params: words on screen, and names, which no term matches."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _strings(item, (*steps, str(key)))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*steps, index))
