"""Whether a pack's words keep the campaign's own rules: no word that it does not use, nothing harder to read than the film. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.campaign import Campaign
from animkit.campaign.model import Band
from animkit.checks.gate import gate
from animkit.checks.reading import grade, sentences
from animkit.checks.texts import Text
from animkit.checks.words import term_in
from animkit.findings import Finding, Place
from animkit.packs.words.film import LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.rich import texts
from animkit.packs.words.school import SchoolWords

WHY_EASY = "a child reads it alone"


def check_words(words: LessonWords | ParentWords | SchoolWords, band: Band, campaign: Campaign, path: str) -> tuple[Finding, ...]:
    """A finding for each word that is not used, with the better one, and for what children cannot read. ``path`` is where they lie."""
    found = [*_terms(words, band, campaign, Place(path))]
    if isinstance(words, LessonWords):
        found += _reading(words, band, campaign, Place(path))
    return tuple(found)


def for_children(words: LessonWords) -> tuple[str, ...]:
    """What children read alone: booklet, easy-read sheet, pupil sheet, exit card."""
    leaves = tuple((leaf.title, leaf.says, leaf.strong) for leaf in words.booklet.pages)
    return texts((leaves, tuple(row.says for row in words.easy.rows), tuple(task.ask for task in words.sheet.tasks), words.exit))


def _terms(words: LessonWords | ParentWords | SchoolWords, band: Band, campaign: Campaign, place: Place) -> Iterator[Finding]:
    for text in texts(words):
        for term in campaign.terms.terms:
            match = term_in(term, Text(words=text, use="teacher", steps=()), band)
            if match:
                what = f"'{match.words}' is not said here, in '{text[:60]}'"
                yield gate(f"word-{term.id}", what, term.why, f"better: {term.prefer}", place)


def _reading(words: LessonWords, band: Band, campaign: Campaign, place: Place) -> Iterator[Finding]:
    rules, read = campaign.profile.bands[band], for_children(words)
    for sentence in (sentence for text in read for sentence in sentences(text)):
        if len(sentence.split()) > rules.sentence_words:
            what = f"'{sentence[:60]}' has {len(sentence.split())} words; for {band} it is {rules.sentence_words} at most"
            yield gate("long-sentence", what, WHY_EASY, "make two sentences of it", place)
    level = grade(" ".join(text if text[-1] in ".?!”" else f"{text}." for text in read))
    if level > rules.grade:
        what = f"what children read in the pack is of grade {level:.1f}; for {band} it is {rules.grade:g} at most"
        yield gate("reading-grade", what, WHY_EASY, "use shorter words and sentences", place)
