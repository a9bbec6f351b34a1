"""Which way a language is written. Pure."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Their captions need to say so in each row: players set the full stop on the wrong side otherwise."""


def right_to_left(language: str) -> bool:
    """Whether ``language`` (ur, ur-PK) is written from right to left."""
    return language.split("-")[0] in RIGHT_TO_LEFT
