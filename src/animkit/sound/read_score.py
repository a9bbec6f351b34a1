"""A score from its YAML, every problem at its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from animkit.campaign.checked import checked, did_you_mean
from animkit.campaign.document import Document, Steps, parse_document, read_document
from animkit.campaign.project import Project
from animkit.findings import Finding, Place, Refused
from animkit.sound.catalogue import MOODS, QUIET
from animkit.sound.palette import PALETTE
from animkit.sound.score import Mood, Score

_NOTE = re.compile(r"([A-G]#?)([1-6])")


def read_score(project: Project, name: str) -> Score:
    """The score ``assets/scores/NAME.yaml`` of the project or its library. Refused, with all its problems, if it is not in order."""
    path = project.asset(f"scores/{name}.yaml")
    if path is None:
        known = (file.stem for file in project.assets("scores/*.yaml"))
        why, mend = "the project and its library have none of that name", did_you_mean(name, known)
        raise Refused(Finding("unknown-score", f"there is no score '{name}'", why, mend, Place("assets/scores")))
    return score_from(read_document(path, project.shown(path)))


def parse_score(text: str, path: str) -> Score:
    """The score in ``text``, which stands in the file ``path``. Refused if it is not in order."""
    return score_from(parse_document(text, path))


def score_from(document: Document) -> Score:
    """The document as a Score. Refused, with all its problems, if it is not one."""
    score: Score = checked(document, Score)
    findings = (*_notes(score, document), *_moods(score, document))
    if findings:
        raise Refused(*findings)
    return score


def check_moods(score: Score, moods: Iterable[str]) -> tuple[Finding, ...]:
    """A finding for each of ``moods`` (names in the catalogue) that this score does not play."""
    missing = sorted(set(moods) - set(score.moods) - QUIET)
    why = f"the score '{score.title}' plays {', '.join(sorted(score.moods))}"
    mend = "choose one of these, or another score"
    return tuple(Finding("mood-not-in-score", f"the mood '{mood}' has no music", why, mend) for mood in missing)


def _notes(score: Score, document: Document) -> Iterator[Finding]:
    played = {name for mood in score.moods.values() for _, name in _named(mood)}
    for name, phrase in score.phrases.items():
        if name not in played:
            what = f"the phrase '{name}' is played in no mood"
            place = document.marks.key(("phrases", name))
            yield Finding("phrase-unused", what, mend="name it in a part, or remove it", place=place)
        for number, note in enumerate(phrase.notes):
            steps: Steps = ("phrases", name, "notes", number)
            part = PALETTE.get(note.i)
            if part is None:
                mend = did_you_mean(note.i, PALETTE)
                yield Finding("unknown-instrument", f"there is no instrument '{note.i}'", mend=mend, place=document.place((*steps, "i")))
            elif part.pitched:
                yield from _pitch(score, note.note, note.i, document.place((*steps, "note")))
            elif note.note:
                what = f"the instrument '{note.i}' has no notes, only strokes"
                yield Finding("stroke-with-note", what, mend="remove note:", place=document.place((*steps, "note")))
            if note.at >= phrase.frames:
                what = f"this note begins at frame {note.at}, but the phrase '{name}' has {phrase.frames}"
                yield Finding("note-after-phrase", what, mend="move the note or lengthen the phrase", place=document.place((*steps, "at")))


def _pitch(score: Score, note: str, instrument: str, place: Place) -> Iterator[Finding]:
    match = _NOTE.fullmatch(note)
    if match is None:
        what = f"'{note}' is not a note" if note else f"the instrument '{instrument}' needs a note"
        yield Finding("not-a-note", what, mend="write a letter and an octave from 1 to 6, such as G4", place=place)
    elif match[1] not in score.scale:
        what = f"the note {note} is not in this score's scale"
        yield Finding("note-outside-scale", what, mend=f"the scale is {' '.join(score.scale)}", place=place)


def _moods(score: Score, document: Document) -> Iterator[Finding]:
    for name, mood in score.moods.items():
        place = document.marks.key(("moods", name))
        if name in QUIET:
            what = f"the mood '{name}' is quiet by its nature"
            yield Finding("quiet-mood-scored", what, mend="remove it from the score", place=place)
        elif name not in MOODS:
            yield Finding("unknown-mood", f"there is no mood '{name}'", mend=did_you_mean(name, MOODS), place=place)
        for steps, phrase in _named(mood):
            if phrase not in score.phrases:
                mend = did_you_mean(phrase, score.phrases)
                where = document.place(("moods", name, *steps))
                yield Finding("unknown-phrase", f"there is no phrase '{phrase}'", mend=mend, place=where)


def _named(mood: Mood) -> Iterator[tuple[Steps, str]]:
    """Every phrase that a mood names, and the way to it inside the mood."""
    for name, part in mood.parts.items():
        for key, phrases in (("first", part.first), ("then", part.then)):
            yield from ((("parts", name, key, number), phrase) for number, phrase in enumerate(phrases))
    if mood.ending is not None:
        for name, phrases in mood.ending.parts.items():
            yield from ((("ending", "parts", name, number), phrase) for number, phrase in enumerate(phrases))
