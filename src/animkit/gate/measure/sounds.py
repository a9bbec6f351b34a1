"""A word's sounds as the recogniser knows them: hibari's British and American reading, in the recogniser's own alphabet."""

from __future__ import annotations

from functools import cache

from animkit.narration.model import SpokenLine
from animkit.narration.phonemes import spell
from animkit.narration.pronunciation import Accent, Pronunciation

ACCENTS: tuple[Accent, ...] = ("gb", "us")

ARPABET = {
    "ʤ": "JH", "ʧ": "CH", "b": "B", "d": "D", "f": "F", "h": "HH", "j": "Y", "k": "K", "l": "L", "m": "M", "n": "N", "p": "P", "s": "S",
    "t": "T", "T": "T", "v": "V", "w": "W", "z": "Z", "ð": "DH", "ŋ": "NG", "ɡ": "G", "ɹ": "R", "ɾ": "T", "ʃ": "SH", "ʒ": "ZH", "θ": "TH",
    "A": "EY", "I": "AY", "O": "OW", "Q": "OW", "W": "AW", "Y": "OY", "i": "IY", "u": "UW", "ɑ": "AA", "ɒ": "AA", "ɔ": "AO", "a": "AE",
    "æ": "AE", "ə": "AH", "ᵊ": "AH", "ɐ": "AH", "ɛ": "EH", "e": "EH", "ɜ": "ER", "ɪ": "IH", "ᵻ": "IH", "ʊ": "UH", "ʌ": "AH",
}  # fmt: skip
"""The voices' alphabet (misaki's, both accents) in that of the recogniser, whose model was trained on American speech."""


@cache
def spellings(word: str, entries: tuple[Pronunciation, ...] = ()) -> tuple[str, ...]:
    """The sounds of ``word`` (small letters), British then American, each reading once. Refused if it cannot be said."""
    found = {}
    for accent in ACCENTS:
        line = SpokenLine(
            line_id="", shot="", speaker="", voice="", text=word, spoken=word, language="en-GB", pace_wpm=(0, 0), captions_cps=0.0
        )
        sounds = "".join(spell(line, accent, entries).sounds).replace("ɜɹ", "ɜ").replace("əɹ", "ɜ")
        found[" ".join(ARPABET[sound] for sound in sounds if sound in ARPABET)] = accent
    return tuple(sounds for sounds in found if sounds)
