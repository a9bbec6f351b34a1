"""Language tags as MP4 wants them: three letters (ISO 639-2/T). Pure."""

from __future__ import annotations

THREE_LETTERS = {
    "ar": "ara",
    "bn": "ben",
    "cy": "cym",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "ga": "gle",
    "gd": "gla",
    "gu": "guj",
    "hi": "hin",
    "it": "ita",
    "lt": "lit",
    "ne": "nep",
    "pa": "pan",
    "pl": "pol",
    "pt": "por",
    "ro": "ron",
    "so": "som",
    "ta": "tam",
    "tr": "tur",
    "uk": "ukr",
    "ur": "urd",
    "zh": "zho",
}
"""The languages most spoken in UK schools after English (Census 2021), and those of the UK."""


def three_letters(language: str) -> str:
    """The three-letter code of a BCP 47 tag: ``en-GB`` is ``eng``, an unknown one ``und`` (undetermined)."""
    primary = language.split("-")[0].lower()
    return primary if len(primary) == 3 else THREE_LETTERS.get(primary, "und")
