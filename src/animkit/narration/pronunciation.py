"""How words are said that the voices' dictionary gets wrong: assets/pronunciation.yaml, read strictly.

Promise: an entry that is not in the voices' own alphabet is refused where it stands, so no word falls silent by a slip of the keyboard.
A project's own file adds to the library's, and comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from animkit.campaign.checked import STRICT, checked
from animkit.campaign.document import Document, read_document
from animkit.campaign.project import Project
from animkit.findings import Finding, Refused

FILE = "pronunciation.yaml"

Accent = Literal["gb", "us"]
Token = Annotated[str, Field(pattern=r"^[^\W\d_]+([-'][^\W\d_]+)*$", max_length=40)]

SOUNDS = re.compile(r"[AIOQSTWYabdefhijklmnpstuvwzðŋɑɐɒæəɔɛɜɡɪɹʃʊʌʒʤʧθᵊᵻˈˌː ]+")
"""The letters that Kokoro's English voices were trained on (misaki's alphabet)."""

VOWEL = re.compile("[AIOQWYaiuɑɐɒæəɔɛɜɪʊʌᵊᵻ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """One word and its sounds."""

    __pydantic_config__ = STRICT

    word: Token
    gb: str
    us: str
    before: tuple[Token, ...] = ()
    after: tuple[Token, ...] = ()

    def sounds(self, accent: Accent) -> str:
        """Its sounds for British (``gb``) or American (``us``) voices."""
        return self.gb if accent == "gb" else self.us

    def fits(self, word: str, previous: str, following: str) -> bool:
        """Whether this entry is for ``word`` between its neighbours (words without punctuation; empty where there is none)."""
        if word != self.word and (self.word != self.word.lower() or word.lower() != self.word):
            return False
        return (not self.before or following.lower() in self.before) and (not self.after or previous.lower() in self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    __pydantic_config__ = STRICT

    pronunciation: tuple[Pronunciation, ...]


def load(project: Project) -> tuple[Pronunciation, ...]:
    """The project's own entries, then the library's. Refused with every problem of a file together."""
    entries: list[Pronunciation] = []
    for root in project.roots():
        path = Project(root, root).asset(FILE)
        if path is not None:
            entries += read(read_document(path, project.shown(path)))
    return tuple(entries)


def read(document: Document) -> tuple[Pronunciation, ...]:
    """The entries of one file. Refused where sounds are not in the voices' alphabet, or have no vowel to say."""
    entries: tuple[Pronunciation, ...] = checked(document, _File).pronunciation
    findings = [
        Finding(
            "unknown-sound",
            f"'{entry.sounds(accent)}' is not how a voice can say '{entry.word}'",
            why="it has a letter outside the voices' alphabet, or no vowel",
            mend="see the head of assets/pronunciation.yaml for the letters",
            place=document.place(("pronunciation", index, accent)),
        )
        for index, entry in enumerate(entries)
        for accent in ("gb", "us")
        if not (SOUNDS.fullmatch(entry.sounds(accent)) and VOWEL.search(entry.sounds(accent)))
    ]
    if findings:
        raise Refused(*findings)
    return entries


def concerning(entries: Sequence[Pronunciation], spoken: str) -> tuple[Pronunciation, ...]:
    """Those entries whose word occurs in ``spoken``: what a take's fingerprint needs to know of the whole list."""
    return tuple(entry for entry in entries if entry.word.lower() in spoken.lower())
