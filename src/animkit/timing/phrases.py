"""Where a sentence may be broken. Pure.

Promise: a break never falls inside a name or a number while there is another place for it. Word lists are English; in other languages
punctuation, names and numbers still lead.
"""

from __future__ import annotations

from collections.abc import Sequence

UNBREAKABLE = 1000
"""What a break inside a name or a number costs: more than anything else can."""

SENTENCE, CLAUSE, JOINER, PREPOSITION, ORDINARY, NUMBERED, CLINGING = 0, 3, 6, 9, 14, 24, 30
"""What a break costs after a sentence; after a comma; before a joining word; before a preposition; elsewhere; between a number and
what it counts; after a word that clings to the next one. Only their order and rough distance matter."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


JOINERS = _listed("and but or nor so because if when that which who while until then than unless although though where as")
PREPOSITIONS = _listed("in on at to for with from of about into by over under after before through without between like")
CLINGERS = _listed(
    "a an the my your his her its our their this that these those some any no not don't can't won't doesn't isn't "
    "of to in on at for with from about into by and but or if when who which than as so because very too "
    "i you he she we they it i'm you're it's that's they're is are was were be been am have has had never "
    "can could will would should must may might do does did"
)
STARTERS = _listed("a an the and but or so if when then that this it he she we they you i what who how why there here in on at to for")
"""Words that a sentence may begin with a capital without being part of a name."""

ABBREVIATIONS = _listed("mr. mrs. ms. dr. st. e.g. i.e. vs.")
CLOSING = "\"'”’)]»"
OPENING = "\"'“‘([«"


def break_cost(words: Sequence[str], index: int) -> int:
    """How bad it is to break after ``words[index]``, which is not the last: 0 after a sentence, at least UNBREAKABLE inside a name."""
    this, following = words[index].rstrip(CLOSING), words[index + 1].lstrip(OPENING)
    plain = this.casefold()
    if plain in ABBREVIATIONS or _inside_number(this, following):
        return UNBREAKABLE
    if this[-1:] in ".?!…":
        return SENTENCE
    if this[-1:] in ",;:–—":
        return CLAUSE
    if _inside_name(this.lstrip(OPENING), following):
        return UNBREAKABLE
    if plain.lstrip(OPENING) in CLINGERS:
        return CLINGING
    if this[-1:].isdigit():
        return NUMBERED
    first = following.casefold().rstrip(".,;:?!")
    return JOINER if first in JOINERS else PREPOSITION if first in PREPOSITIONS else ORDINARY


def _inside_number(this: str, following: str) -> bool:
    return this[-1:].isdigit() and following[:1].isdigit()


def _inside_name(this: str, following: str) -> bool:
    """Two words with capitals side by side are one name: Miss Noor, Report Remove."""
    return _capital(this) and _capital(following)


def _capital(word: str) -> bool:
    plain = word.casefold().rstrip(".,;:?!")
    return word[:1].isupper() and plain not in STARTERS and plain.split("'")[0].split("’")[0] != "i"
