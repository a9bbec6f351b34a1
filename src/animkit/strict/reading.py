"""The edge: a file's bytes become text, or are refused with the place of what is wrong; and what in a text cannot be seen.

Where ``hidden_in`` finds nothing, a text shows everything it says, and its line breaks are those an editor shows: line and column are
the ones a person sees.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from animkit.findings import Finding, Place, Refused

LARGEST_BYTES = 2_000_000
SHOWN_OF_A_KIND = 20
"""A file of nothing but hidden characters is told so twenty times, not a million."""

JOINERS = "\u200c\u200d\u200e\u200f\u061c"
"""Invisible, but needed: Persian, Urdu and emoji join with them, and mixed Arabic and English take their direction from them."""

ORDINARY = re.compile(r"[\x20-\x7e\n\t]+")
HIDDEN = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Cn": "no character at all",
    "Co": "a private character",
    "Cs": "half a character",
}


def read_text(path: Path, shown: str) -> str:
    """The text of the file at ``path``, called ``shown`` in messages. Refused if it is no regular file of UTF-8 text up to 2 MB."""
    return text_of(read_bytes(path, shown), shown)


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of the file at ``path``. Refused if it is missing, a folder or a device, or over 2 MB; a pipe never makes it wait."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise _refusal("no-such-file", "there is no such file", shown, "check the name and the folder") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise _refusal("unreadable", f"this file cannot be opened: {reason}", shown) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _refusal("no-regular-file", "this is a folder or a device, not a file", shown, "name a file that ends in .yaml")
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise _refusal("too-large", "this file is larger than 2 MB", shown, "split it; words alone never get so large")
    return data


def text_of(data: bytes, shown: str) -> str:
    """``data`` as text, without the mark (BOM) that some editors put first. Refused if it is not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refusal("utf-16", "this file is saved as UTF-16", shown, "save it again as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = problem.object[: problem.start].decode()
        place = _place(before, len(before), shown)
        what = "these bytes are not UTF-8 text"
        raise Refused(Finding("not-utf8", what, mend="save the file as UTF-8, and write this character again", place=place)) from None
    return text


def hidden_in(text: str, shown: str) -> tuple[Finding, ...]:
    """What ``text`` holds that nobody can see: control and bidirectional characters, line breaks that editors do not show."""
    if ORDINARY.fullmatch(text):
        return ()
    return tuple(islice((_finding(text, match, shown) for match in _hidden(text)), SHOWN_OF_A_KIND))


def hidden_character(text: str) -> re.Match[str] | None:
    """The first character of ``text`` that a reader cannot see or a font cannot draw; None if all is well."""
    return next(_hidden(text), None)


def name_of(character: str) -> str:
    """What a hidden character is, for a message: ``U+202E RIGHT-TO-LEFT OVERRIDE, an invisible character``."""
    kind = HIDDEN.get(unicodedata.category(character), "a line break that editors do not show")
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{' ' if name else ''}{name}, {kind}"


def _hidden(text: str) -> Iterator[re.Match[str]]:
    for match in re.finditer(r"[^\x20-\x7e\n\t]", text):
        character = match[0]
        category = unicodedata.category(character)
        if category in ("Zl", "Zp") or (category in HIDDEN and character not in JOINERS):
            if character == "\r" and text[match.end() : match.end() + 1] == "\n":
                continue
            yield match


def _finding(text: str, match: re.Match[str], shown: str) -> Finding:
    place = _place(text, match.start(), shown)
    if match[0] == "\r":
        return Finding("lone-return", "a carriage return stands alone here", mend="save the file with ordinary line ends", place=place)
    if match[0] == "\0":
        return Finding("nul-byte", "a NUL byte stands here", why="this is not a text file, or a damaged one", place=place)
    why = "nobody can see it, so nobody can check it"
    return Finding("hidden-character", f"{name_of(match[0])}, stands here", why=why, mend="delete it", place=place)


def _place(text: str, offset: int, shown: str) -> Place:
    # Only LF counts: the other characters that YAML takes for line breaks are refused.
    return Place(shown, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _refusal(code: str, what: str, shown: str, mend: str = "") -> Refused:
    return Refused(Finding(code, what, mend=mend, place=Place(shown)))
