"""assets/packs/*.yaml read strictly. The only part of this package that reads files."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from animkit.campaign.checked import checked
from animkit.campaign.document import Document, read_document
from animkit.campaign.project import Project
from animkit.findings import Finding, Place, Refused
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.school import SchoolWords

Kind = TypeVar("Kind", LessonWords, ParentWords, SchoolWords)

SCHOOL = "school"
NEXT = {LessonWords: "live-streaming-11-14", ParentWords: "parents-and-carers", SchoolWords: SCHOOL}
"""Which file to start from, for each kind."""


def read_words(project: Project, name: str, kind: type[Kind]) -> tuple[Kind, Path]:
    """The words of ``assets/packs/NAME.yaml`` and where they lie. Refused if there are none, or something in them is wrong."""
    path = project.asset(f"packs/{name}.yaml")
    if path is None:
        what = f"there are no words for a pack of '{name}'"
        mend = f"write assets/packs/{name}.yaml; start from a copy of assets/packs/{NEXT[kind]}.yaml"
        raise Refused(Finding("no-pack-words", what, mend=mend, place=Place(f"assets/packs/{name}.yaml")))
    document = read_document(path, project.shown(path))
    words: Kind = checked(document, kind)
    if isinstance(words, LessonWords):
        _one_film(document, words)
    return words, path


def _one_film(document: Document, words: LessonWords) -> None:
    films = sum(part.film for part in words.lesson)
    if films != 1:
        mend = "exactly one part has film: true; it lasts as long as the film and its pauses"
        raise Refused(Finding("lesson-film", f"{films} parts of the lesson show the film", mend=mend, place=document.place(("lesson",))))
    findings = [
        Finding("lesson-minutes", f"'{part.what}' does not say how long it lasts", mend="add minutes:", place=document.place(("lesson", i)))
        for i, part in enumerate(words.lesson)
        if not part.film and part.minutes is None
    ]
    if findings:
        raise Refused(*findings)
