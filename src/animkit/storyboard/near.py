"""Small words for messages: did you mean, what there is to choose from, quoted values. Pure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

SHOWN_CHARS = 48
SHOWN_CHOICES = 24


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``; empty if none is like it."""
    close = difflib.get_close_matches(word[:SHOWN_CHARS], sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def choose(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?``, or else what there is to choose from."""
    known = sorted(known)
    if near := closest(word, known):
        return f"did you mean '{near}'?"
    if not known:
        return "there is none yet"
    more = f" and {len(known) - SHOWN_CHOICES} more" if len(known) > SHOWN_CHOICES else ""
    return f"write one of {', '.join(known[:SHOWN_CHOICES])}{more}"


def quoted(value: object) -> str:
    """A value in quotes, on one line and not too long."""
    text = " ".join(str(value).split())
    return f"'{text[: SHOWN_CHARS - 1]}…'" if len(text) > SHOWN_CHARS else f"'{text}'"


def slug(text: str) -> str:
    """``text`` as a name: lower-case words joined by hyphens; empty if it has no letter to begin with."""
    return re.sub(r"^[^a-z]+", "", "-".join(re.findall(r"[a-z0-9]+", text.lower())))[:SHOWN_CHARS].strip("-")


def one(noun: str) -> str:
    """The noun with its article: ``a shot``, ``an action``."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
