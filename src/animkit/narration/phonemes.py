"""From words to sounds: hibari's grapheme-to-phoneme rules (misaki's, ported), word by word, with our own pronunciations.

Promise: every word of the line has its sounds, or the line is refused; a word that had to be guessed is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from animkit.findings import Finding, Refused
from animkit.narration.closed import close_the_world
from animkit.narration.model import SpokenLine
from animkit.narration.pronunciation import Accent, Pronunciation
from animkit.storyboard.spoken import unsayable, words

PUNCTUATION = frozenset(',.!?;:—…"“”() ')
"""Letters of the models' alphabet that are no sound."""

STRESS = frozenset("ˈˌ")
UNSPOKEN = str.maketrans("", "", '"“”«»()[]')
"""Quotes and brackets are left out: the dictionary turns opening ones into closing ones, and what a voice makes of them is chance."""

GUESSED = 2
"""hibari's rating of a word whose sounds come from its letters alone; dictionary and grammar give 3 and more."""

VOICELESS = "ptkfθ"
HISSING = "szʃʒʧʤ"


@cache
def rules(accent: Accent) -> Any:
    """hibari's rules and dictionaries for an accent: a ``hibari.g2p.G2P``, read once (0.4 s)."""
    close_the_world()
    from hibari.g2p import G2P

    return G2P(british=accent == "gb")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A line's spoken words (as ``storyboard.spoken.words`` splits them) and the sounds of each, punctuation included."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    guessed: tuple[str, ...]

    @property
    def text(self) -> str:
        """All sounds, a space between words: what a voice model is given."""
        return " ".join(self.sounds)


def spell(line: SpokenLine, accent: Accent, entries: Sequence[Pronunciation]) -> Spelling:
    """The sounds of ``line`` in that accent. Refused where a word has none, or no sure reading."""
    g2p = rules(accent)
    spoken = words(line.spoken)
    _refuse(line, unsayable(line.spoken, line.language), "is not in words, and no voice can be trusted to read it")
    _refuse(line, [word for word in spoken if not _latin(word)], "is not in letters that an English voice can read")
    cleaned = [" ".join(_clean(word).split()) for word in spoken]
    tokens = g2p.tokenize(" ".join(cleaned))
    _pronounce(_by_word(tokens, cleaned), cleaned, accent, entries)
    grouped = _by_word(g2p.phonemize_tokens(tokens), cleaned)
    sounds = tuple("".join((token.phonemes or "") + token.whitespace for token in group).strip() for group in grouped)
    _refuse(line, [word for word, sound in zip(spoken, sounds, strict=True) if not set(sound) - PUNCTUATION - STRESS], "has no sound")
    guessed = [word for word, group in zip(spoken, grouped, strict=True) if any((token.rating or 5) <= GUESSED for token in group)]
    return Spelling(spoken, sounds, tuple(bare(word) for word in guessed))


def bare(word: str) -> str:
    """``word`` without the punctuation around it."""
    return word.strip(" ,.;:!?'‘’\"“”()[]…—–-")


def _clean(word: str) -> str:
    return re.sub(r"^['‘]+|(?<![sS])['’]+$", "", word.translate(UNSPOKEN)).replace("’", "'").replace("‘", "'").replace("–", "—")


def _latin(word: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in word if letter.isalpha())


def _by_word(tokens: Sequence[Any], cleaned: Sequence[str]) -> list[list[Any]]:
    """``tokens`` grouped by the words they came from: a token with whitespace behind it ends one piece of its word."""
    groups: list[list[Any]] = []
    rest = iter(tokens)
    for word in cleaned:
        pieces = len(word.split())
        group: list[Any] = []
        for token in rest:
            group.append(token)
            pieces -= bool(token.whitespace)
            if not pieces:
                break
        groups.append(group)
    return groups


def _pronounce(groups: Sequence[Sequence[Any]], cleaned: Sequence[str], accent: Accent, entries: Sequence[Pronunciation]) -> None:
    """Give the tokens of words that have an entry the entry's sounds."""
    plain = ["", *(bare(word) for word in cleaned), ""]
    for group, previous, word, following in zip(groups, plain, plain[1:], plain[2:], strict=False):
        stem = re.sub(r"'s$", "", word)
        entry = next((entry for entry in entries if entry.fits(stem, previous, following)), None)
        if entry:
            _set_sounds(group, entry.sounds(accent) + (_possessive(entry.sounds(accent), accent) if stem != word else ""))


def _set_sounds(group: Sequence[Any], sounds: str) -> None:
    spoken = [index for index, token in enumerate(group) if any(letter.isalnum() for letter in token.text)]
    for index in range(spoken[0], spoken[-1] + 1):
        group[index].phonemes = sounds if index == spoken[0] else ""
        group[index].rating = 5


def _possessive(sounds: str, accent: Accent) -> str:
    if sounds[-1] in HISSING:
        return "ɪz" if accent == "gb" else "ᵻz"
    return "s" if sounds[-1] in VOICELESS else "z"


def _refuse(line: SpokenLine, found: Sequence[str], what: str) -> None:
    if found:
        mend = "add say: with the line as it is spoken, in words"
        raise Refused(
            *(Finding("no-sound", f"'{bare(word) or word}' {what}", mend=mend, place=line.place, shot=line.shot) for word in found)
        )


def word_tokens(spelling: Spelling) -> list[tuple[int, int]]:
    """For each word the first and, exclusive, last of its sounds in ``spelling.text``: punctuation around it is not part of it."""
    edges = [0]
    for sound in spelling.sounds:
        edges.append(edges[-1] + len(sound) + 1)
    found = []
    for start, after in pairwise(edges):
        spoken = [index for index in range(start, after - 1) if spelling.text[index] not in PUNCTUATION]
        found.append((spoken[0], spoken[-1] + 1))
    return found
