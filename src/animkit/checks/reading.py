"""Whether the words can be followed: the longest sentence and the Flesch-Kincaid grade, by band. Pure.

The grade is textstat's (0.7.4 works without a network). Help routes are left out of it: a number is no sentence.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from animkit.campaign import Campaign
from animkit.checks.gate import gate
from animkit.checks.routes import routes_named
from animkit.checks.texts import Text, film_lines
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How hard the narration is."""

    grade: float
    """Flesch-Kincaid grade of all that is said, 0 at least."""
    longest_sentence_words: int
    longest_sentence: str
    hardest_line: str
    """The line with the highest grade of its own."""
    words: int


def reading(storyboard: Storyboard, campaign: Campaign) -> Reading:
    """How hard the film's narration is."""
    prose = _prose(storyboard, campaign)
    longest = max((sentence for text in prose for sentence in sentences(text.words)), key=_words, default="")
    hardest = max(prose, key=lambda text: grade(text.words), default=None)
    together = " ".join(text.words for text in prose)
    return Reading(
        grade=grade(together),
        longest_sentence_words=_words(longest),
        longest_sentence=longest,
        hardest_line=hardest.words if hardest else "",
        words=sum(_words(text.words) for text in film_lines(storyboard)),
    )


def check_reading(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> tuple[Finding, ...]:
    """Sentences that are too long, each at its line, and a film that is too hard, at its hardest line. English only."""
    if not storyboard.language.startswith("en"):
        return ()
    return (*_long_sentences(storyboard, campaign, marks), *_too_hard(storyboard, campaign, marks))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of ``text``, not below 0; 0 for no text."""
    if not text.strip():
        return 0.0
    return max(0.0, float(_textstat().flesch_kincaid_grade(text)))


@cache
def _textstat() -> Any:
    """textstat, without pkg_resources: it imports that for two lists of words that no grade here asks for, and it takes 0.1 s to load."""
    stand_in = None if "pkg_resources" in sys.modules else ModuleType("pkg_resources")
    if stand_in:
        sys.modules["pkg_resources"] = stand_in
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # It warns that it will go.
            import textstat
    finally:
        if stand_in:
            del sys.modules["pkg_resources"]
    return textstat


def sentences(text: str) -> tuple[str, ...]:
    """``text`` cut after full stops, question marks and exclamation marks."""
    return tuple(part for part in _SENTENCE.split(text.strip()) if part)


def _prose(storyboard: Storyboard, campaign: Campaign) -> tuple[Text, ...]:
    return tuple(text for text in film_lines(storyboard) if not routes_named(text.words, campaign.help_routes))


def _words(text: str) -> int:
    return sum(any(letter.isalnum() for letter in token) for token in text.split())


def _long_sentences(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    most = campaign.profile.bands[storyboard.band].sentence_words
    for text in film_lines(storyboard):
        for sentence in sentences(text.words):
            if _words(sentence) > most:
                what = f"this sentence has {_words(sentence)} words; films for {storyboard.band} have at most {most}"
                mend = "make two sentences of it"
                yield gate("long-sentence", what, "one breath holds one thought", mend, text.place(marks), text.shot)


def _too_hard(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    highest = campaign.profile.bands[storyboard.band].grade
    found = reading(storyboard, campaign)
    if found.grade <= highest:
        return
    hardest = next(text for text in film_lines(storyboard) if text.words == found.hardest_line)
    what = f"the narration reads at grade {found.grade:.1f}; films for {storyboard.band} stay at {highest:g} or below"
    mend = "use shorter words and sentences; this line is the hardest"
    yield gate("reading-grade", what, "every pupil of the class is to follow it", mend, hardest.place(marks), hardest.shot)
