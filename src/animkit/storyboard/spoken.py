"""What a line says: its words without marks, and its spoken form. Pure text.

Promise: a mark keeps its word. ``strip_marks(spoken_form(text, ...))`` gives every mark the index of the spoken word it stands before,
however many words a number turned into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from animkit.campaign.model import HelpRoute
from animkit.storyboard.numbers import NUMBER, digit_words, number_words

NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
MARK = re.compile(r"\{(" + NAME + r")\}")
BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
OPENING = "\"'“‘([«¿¡–—-"
"""What may stand between a space and a mark: ``“{end} Stop.”``."""

WEB = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?P<rest>(?:/[\w.-]+)*)/?(?![\w@])", re.IGNORECASE
)
SPELLED = {"uk", "tv", "io", "eu"}
"""Endings of web addresses that are said letter by letter; ``org`` and ``com`` are words."""

WEB_SIGNS = {"-": "dash", ".": "dot", "_": "underscore"}

UNSAYABLE = re.compile(r"[^\w\s.,;:!?'’‘“”\"()…–—-]|[\d_]")

MarkFault = Literal["unclosed", "unopened", "bad-name", "inside-word", "no-word"]


@dataclass(frozen=True, slots=True)
class MarkProblem:
    """A brace or mark that cannot stand: ``offset`` counts characters of the text from 0, ``name`` is what the braces hold."""

    offset: int
    fault: MarkFault
    name: str = ""


def words(text: str) -> tuple[str, ...]:
    """The words of a text without marks, punctuation kept: a lone dash belongs to the word before it, or else to the next one."""
    found: list[str] = []
    waiting = ""
    for token in text.split():
        if any(letter.isalnum() for letter in token):
            found.append(waiting + token)
            waiting = ""
        elif found:
            found[-1] += f" {token}"
        else:
            waiting += f"{token} "
    return tuple(found)


def strip_marks(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The text without marks, single-spaced, and for each mark its name and the index of the word (see ``words``) it stands before."""
    pieces = MARK.split(text)
    plain = pieces[0]
    marks: list[tuple[str, int]] = []
    for name, following in zip(pieces[1::2], pieces[2::2], strict=True):
        marks.append((name, len(words(plain))))
        plain += following.lstrip()
    return " ".join(plain.split()), tuple(marks)


def mark_names(text: str) -> tuple[str, ...]:
    """The names of the well-formed marks, in order."""
    return tuple(MARK.findall(text))


def mark_problems(text: str) -> tuple[MarkProblem, ...]:
    """Every brace in ``text`` that is no mark before a word, in order."""
    blanked = BRACES.sub(lambda match: " " * len(match[0]), text)
    last_word = max((offset for offset, letter in enumerate(blanked) if letter.isalnum()), default=-1)
    found: list[MarkProblem] = []
    for match in BRACES.finditer(text):
        fault = _fault(match, blanked, last_word)
        if fault:
            found.append(MarkProblem(match.start(), fault, match[1] or ""))
    return tuple(found)


def _fault(match: re.Match[str], blanked: str, last_word: int) -> MarkFault | None:
    if match[0] == "{":
        return "unclosed"
    if match[0] == "}":
        return "unopened"
    if not MARK.fullmatch(match[0]):
        return "bad-name"
    before = match.start() - 1
    while before >= 0 and blanked[before] in OPENING:
        before -= 1
    if before >= 0 and not blanked[before].isspace():
        return "inside-word"
    return "no-word" if last_word < match.end() else None


def spoken_form(text: str, spoken: Mapping[str, str], language: str = "en-GB") -> str:
    """``text`` as a voice should say it; marks stay where they are.

    ``spoken`` maps what is written to what is said, for instance a help route's ``0800 1111`` to ``oh eight hundred, one one one one``;
    the longest that fits wins, and a space in it fits any space. In English, numbers and web addresses are put into words too; other
    languages leave those to ``say`` and to ``spoken``.
    """
    listed = {" ".join(key.split()): value for key, value in spoken.items()}
    english = language.split("-")[0] == "en"

    def say(match: re.Match[str]) -> str:
        whole = match[0]
        if match["mark"]:
            return whole
        if match["listed"]:
            return listed[" ".join(whole.split())]
        if match["web"]:
            return web_words(whole, listed)
        return "and" if whole == "&" else number_words(whole)

    return _written(tuple(listed), english).sub(say, text)


@lru_cache(maxsize=32)
def _written(listed: tuple[str, ...], english: bool) -> re.Pattern[str]:
    """One pattern for all that is written differently from how it is said: a single pass never puts words into words."""
    longest_first = sorted(listed, key=len, reverse=True)
    keys = "|".join(r"\s+".join(map(re.escape, key.split())) for key in longest_first) or r"(?!)"
    parts = [r"(?P<mark>\{[^{}]*\})", rf"(?P<listed>(?<![\w.@/-])(?:{keys})(?![\w@/])(?!\.\w))"]
    if english:
        web = re.sub(r"\(\?P<\w+>", "(?:", WEB.pattern)
        parts += [rf"(?P<web>(?<![\w.@/-])(?i:{web}))", rf"(?<![\w.,:/-]){NUMBER}", r"(?<=\s)&(?=\s)"]
    else:
        parts += [r"(?P<web>(?!))"]
    return re.compile("|".join(parts))


def route_words(routes: Iterable[HelpRoute]) -> dict[str, str]:
    """What ``spoken_form`` needs to know of help routes: each value, address and awkward word, and how it is said."""
    said: dict[str, str] = {}
    for route in routes:
        said |= {**route.says, route.value: route.spoken}
    return said


def web_words(address: str, listed: Mapping[str, str] | None = None) -> str:
    """A web address in words: ``childline.org.uk`` is "childline dot org dot U K".

    Where ``listed`` knows how its beginning is said (an address, or one word of it such as CEOP), that is used.
    """
    match = WEB.fullmatch(address)
    if match is None:
        return address
    said = {key.lower(): value for key, value in (listed or {}).items()}
    host = match["host"].lower()
    start = said.get(host) or " dot ".join(said.get(part) or _label(part) for part in host.split("."))
    return start + "".join(f" slash {_label(part)}" for part in match["rest"].split("/") if part)


def _label(part: str) -> str:
    if part.lower() in SPELLED:
        return " ".join(part.upper())
    apart = re.sub(r"[0-9]+|[._-]", lambda found: f" {WEB_SIGNS.get(found[0]) or digit_words(found[0])} ", part)
    return " ".join(apart.split())


def unsayable(spoken: str, language: str = "en-GB") -> tuple[str, ...]:
    """The tokens of a spoken form (marks allowed) that no voice can be trusted with: signs, and in English figures too."""
    english = language.split("-")[0] == "en"
    found = []
    for token in strip_marks(spoken)[0].split():
        match = UNSAYABLE.search(token if english else re.sub(r"\d", "", token))
        if match:
            found.append(token.strip(".,;:!?\"'“”‘’()…"))
    return tuple(found)
