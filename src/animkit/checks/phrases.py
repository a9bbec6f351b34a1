"""The small language in which assets/profiles/terms.yaml writes phrases, and finding them in a text. Pure.

``*`` any ending; ``[a|b|]`` one of these, or nothing; ``...`` up to three words; a space also finds a hyphen. Whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

_TOKEN = re.compile(r"\.\.\.\s*|\*|\s+|\[|\]|\||[^\s*\[\]|.]+|\.")
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|cannot|without|nor)\b|n't\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…;:]\s|\n")
_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-"})

NEAR_WORDS = 2
"""How many words before a phrase count as just before it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase was found: characters ``start`` to ``end`` (exclusive) of the text, and the words there."""

    start: int
    end: int
    words: str


def find(phrases: Iterable[str], text: str, *, case: bool = False) -> Iterator[Match]:
    """Every place in ``text`` where one of ``phrases`` stands, phrase by phrase."""
    plain = text.translate(_CURLY)
    lowered = plain.lower()
    for phrase in phrases:
        # Most phrases are nowhere near; compiling them all would cost longer than the rest of a check.
        if _anchor(phrase) not in lowered:
            continue
        for match in _compiled(phrase, case).finditer(plain):
            yield Match(match.start(), match.end(), text[match.start() : match.end()])


def says(phrases: Iterable[str], text: str) -> bool:
    """Whether ``text`` says one of ``phrases``."""
    return next(find(phrases, text), None) is not None


def excused(match: Match, text: str, unless: Iterable[str]) -> bool:
    """Whether the match lies within (or overlaps) a phrase that makes it right."""
    return any(other.start < match.end and match.start < other.end for other in find(unless, text))


def negated(match: Match, text: str, *, near: bool) -> bool:
    """Whether a negation stands before the match: within two words if ``near``, else anywhere in its sentence."""
    before = text[: match.start].translate(_CURLY)
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    sentence = before[ends[-1] :] if ends else before
    if near:
        sentence = " ".join(sentence.split()[-NEAR_WORDS:])
    return _NEGATION.search(sentence) is not None


def example(phrase: str) -> str:
    """The plainest words that ``phrase`` finds, for people: the first alternatives; a last ``*`` still stands for any ending."""
    words = re.sub(r"\[([^\]]*)\]", lambda match: match[1].split("|")[0], phrase)
    words = re.sub(r"(?<!\S)\*(?!\S)", "…", words.replace("...", ""))
    return " ".join(words.split())


@cache
def _anchor(phrase: str) -> str:
    """The longest stretch of letters that every text with ``phrase`` has, in lower case; empty if there is none."""
    fixed = re.sub(r"\[[^\]]*\]|\*", " ", phrase.translate(_CURLY))
    return max(re.findall(r"[^\s\-.]+", fixed), key=len, default="").lower()


@cache
def _compiled(phrase: str, case: bool) -> re.Pattern[str]:
    """ValueError if the brackets of ``phrase`` do not match."""
    parts: list[str] = []
    depth = 0
    for token in _TOKEN.findall(phrase.translate(_CURLY)):
        depth += (token == "[") - (token == "]")
        parts.append(_translated(token, inside=depth > 0))
    if depth:
        raise ValueError(f"the brackets of '{phrase}' do not match")
    return re.compile(rf"(?<!\w){''.join(parts)}(?!\w)", 0 if case else re.IGNORECASE)


def _translated(token: str, *, inside: bool) -> str:
    if token.startswith("..."):
        return r"(?:\S+\s+){0,3}"
    if token.isspace():
        return r"[\s-]+"
    special = {"*": r"\w*", "[": "(?:", "]": ")", "|": "|" if inside else r"\|"}
    return special.get(token) or re.escape(token)
