"""YAML's own errors in an editor's words. Pure.

libyaml says what it missed; an editor needs to know what they wrote. So the line itself is looked at too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from animkit.findings import Finding, Place

QUOTE_IT = "put the whole text in quotes"


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Where libyaml stopped (``line`` and ``col`` from 1) and where what it was reading began, with the source's lines."""

    problem: str
    line: int
    col: int
    began: tuple[int, int]
    lines: list[str]

    def source(self, line: int) -> str:
        """The text of a line; empty behind the last one."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    @property
    def here(self) -> str:
        """The line on which libyaml stopped."""
        return self.source(self.line)

    @property
    def character(self) -> str:
        """The character at which it stopped; empty at the end of a line."""
        return self.here[self.col - 1 : self.col]


@dataclass(frozen=True, slots=True)
class _Words:
    code: str
    what: str
    why: str = ""
    mend: str = ""
    at: tuple[int, int] | None = None
    """Where the mending is to be done, if that is not where libyaml stopped."""


def syntax_finding(error: Any, text: str, path: str) -> Finding:
    """One finding for a ``yaml.MarkedYAMLError`` raised on ``text``: place, words, and what to write instead."""
    stopped = error.problem_mark or error.context_mark
    began = error.context_mark or stopped
    trouble = _Trouble(
        f"{error.context or ''}: {error.problem}",
        stopped.line + 1,
        stopped.column + 1,
        (began.line + 1, began.column + 1),
        text.split("\n"),
    )
    words = next(words for part, words in SAID if part in trouble.problem)(trouble)
    line, col = _within(trouble.lines, *(words.at or (trouble.line, trouble.col)))
    return Finding(words.code, words.what, words.why, words.mend, Place(path, line, col))


def _within(lines: list[str], line: int, col: int) -> tuple[int, int]:
    """The place, or the end of the last line with something on it where libyaml stopped behind the file's end."""
    if line < len(lines) or (line == len(lines) and lines[-1]):
        return line, col
    last = max((number for number, text in enumerate(lines, start=1) if text.strip()), default=1)
    return last, len(lines[last - 1].rstrip()) + 1


def _tab(_: _Trouble) -> _Words:
    return _Words("tab", "a tab stands here", "tabs have no fixed width, so YAML refuses them before a key", "write spaces instead")


def _first_character(trouble: _Trouble) -> _Words:
    if trouble.character == "\t":
        return _tab(trouble)
    return _Words("reserved-character", f"a text cannot begin with {trouble.character}", mend=QUOTE_IT)


def _colon(trouble: _Trouble) -> _Words:
    before = trouble.here[: trouble.col - 1]
    if re.search(r":\s", before):
        why = "a colon and a space begin a new value"
        return _Words("colon-in-text", "a second colon stands in this text", why, QUOTE_IT)
    at = (trouble.line, len(before) - len(before.lstrip(" -")) + 1)
    above = next((line for line in reversed(trouble.lines[: trouble.line - 1]) if line.strip()), "")
    if ":" not in above:
        return _Words("no-colon-above", "the line above has no colon after its key", mend="write key: value there", at=at)
    why = "the line above already has its value"
    return _Words("deeper-than-value", "this line is indented deeper than the one above", why, "line it up with the key above", at)


def _no_colon(trouble: _Trouble) -> _Words:
    why = "each line is key: value, a list item, or part of a longer text"
    mend = "add the colon; if it goes on with the text above, indent it deeper"
    return _Words("no-colon", "there is no colon in this line", why, mend, trouble.began)


def _open_quote(trouble: _Trouble) -> _Words:
    return _Words("open-quote", "the quote that opens here is never closed", mend="close it at the end of the text", at=trouble.began)


def _bracket(trouble: _Trouble) -> _Words:
    opening = "[" if "]" in trouble.problem else "{"
    closing = {"[": "]", "{": "}"}[opening]
    if trouble.began[0] == trouble.line:
        mend = f"put a comma between two items, or close them with {closing}"
        return _Words("missing-comma", f"a comma or {closing} is missing here", mend=mend)
    mend = f"add {closing}; if this is text that begins with {opening}, put it in quotes"
    return _Words("open-bracket", f"the {opening} that opens here is never closed", mend=mend, at=trouble.began)


def _key(trouble: _Trouble) -> _Words:
    if words := _closed_too_early(trouble):
        return words
    if trouble.here.lstrip().startswith("- "):
        mend = "line the dash up with those above, or give the list a key"
        return _Words("stray-dash", "this list item stands among keys", mend=mend)
    return _uneven(trouble)


def _uneven(_: _Trouble) -> _Words:
    return _Words("uneven-indent", "this line is indented like none above it", mend="line it up with the key it belongs with")


def _dash(trouble: _Trouble) -> _Words:
    if words := _closed_too_early(trouble):
        return words
    if trouble.col > trouble.began[1]:
        return _uneven(trouble)
    mend = "begin this line with a dash, or move it to the left"
    return _Words("list-broken", "the list above ends here, but nothing may follow it", mend=mend)


def _closed_too_early(trouble: _Trouble) -> _Words | None:
    """Words for a value that begins with a bracket or quote, closes it, and goes on."""
    value = re.match(r"\s*(?:- +)*(?:[^\s#'\"{\[-][^:]*:\s+)?(?=[{\['\"])", trouble.here)
    if value is None or value.end() >= trouble.col - 1:
        return None
    sign = trouble.here[value.end()]
    if sign in "{[":
        why = "YAML takes it for a list or for keys of its own"
        return _Words("begins-with-bracket", f"this text begins with {sign}", why, QUOTE_IT, (trouble.line, value.end() + 1))
    mend = "double a quote that belongs to the text, or use the other kind of quotes around it"
    return _Words("after-quote", "text goes on after the closing quote", mend=mend)


def _outside(_: _Trouble) -> _Words:
    why = "it stands further left than the first key"
    return _Words("outside", "this line belongs to nothing", why, "line it up with the first key of the file")


def _dash_in_line(_: _Trouble) -> _Words:
    return _Words("dash-in-line", "a dash and a space begin a list", mend="put the list on the next line; if it is text, put it in quotes")


def _question(_: _Trouble) -> _Words:
    return _Words("question-first", "a text cannot begin with a question mark and a space", mend=QUOTE_IT)


def _star(trouble: _Trouble) -> _Words:
    sign = trouble.source(trouble.began[0])[trouble.began[1] - 1 : trouble.began[1]]
    return _Words("star-first", f"a text cannot begin with {sign}", mend=QUOTE_IT, at=trouble.began)


def _escape(trouble: _Trouble) -> _Words:
    col = trouble.here.rfind("\\", 0, trouble.col) + 1 or trouble.col
    mend = "write two backslashes for one, or use single quotes"
    return _Words("bad-escape", "this backslash begins no escape that YAML knows", mend=mend, at=(trouble.line, col))


def _colon_in_brackets(_: _Trouble) -> _Words:
    return _Words("colon-in-brackets", "a colon stands at the end of this text between brackets", mend=QUOTE_IT)


def _nothing(trouble: _Trouble) -> _Words:
    if "flow node" in trouble.problem:
        return _Words("empty-item", f"a value is missing before this {trouble.character or 'place'}", mend="write one, or remove the comma")
    if trouble.character not in ("]", "}", ","):
        return _Words("no-value-here", "a value is missing before this line", mend="write one, or take the key out")
    return _Words("closing-first", f"a text cannot begin with {trouble.character}", mend=QUOTE_IT)


def _block(_: _Trouble) -> _Words:
    return _Words("text-beside-bar", "nothing may stand beside | or >", mend="begin the text on the next line, indented")


def _percent(trouble: _Trouble) -> _Words:
    return _Words("percent-line", "a line cannot begin with %", mend="indent it, or put it in quotes", at=trouble.began)


def _exclamation(trouble: _Trouble) -> _Words:
    return _Words("exclamation-first", "a text cannot begin with !", mend=QUOTE_IT, at=trouble.began)


def _other(trouble: _Trouble) -> _Words:
    return _Words("not-yaml", f"this is not YAML ({trouble.problem.strip(': ')})")


SAID: tuple[tuple[str, Callable[[_Trouble], _Words]], ...] = (
    ("cannot start any token", _first_character),
    ("tab character", _tab),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("while scanning a quoted scalar: found unexpected", _open_quote),
    ("expected ',' or", _bracket),
    ("did not find expected key", _key),
    ("did not find expected '-'", _dash),
    ("expected <document start>", _outside),
    ("sequence entries are not allowed", _dash_in_line),
    ("mapping keys are not allowed", _question),
    ("expected alphabetic or numeric", _star),
    ("quoted scalar: ", _escape),
    ("expected node content", _nothing),
    ("while scanning a block scalar", _block),
    ("directive", _percent),
    ("incompatible YAML document", _percent),
    ("found unexpected ':'", _colon_in_brackets),
    ("undefined tag handle", _exclamation),
    ("while scanning a tag", _exclamation),
    ("while parsing a tag", _exclamation),
    ("", _other),
)
"""libyaml's words, the first that fit, and ours. The last fits everything."""
