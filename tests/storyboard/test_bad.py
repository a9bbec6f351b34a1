"""Every bad storyboard says on its wrong line what must be found there, and exactly where.

``# error at COL: WORDS`` stands behind the wrong line; ``# error at LINE:COL: WORDS`` at the head of a file whose line can bear no comment
(0:0 is the file as a whole).
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from animkit.findings import ExitCode, Severity
from animkit.storyboard.parse import Parsed

FOLDER = Path(__file__).parent.parent / "storyboards" / "bad"
NAMES = sorted(path.name for path in FOLDER.glob("*.yaml"))
AT_HEAD = re.compile(r"^# error at (\d+):(\d+): (.*)$")
ON_LINE = re.compile(r"  # error at (\d+): (.*)$")

Parse = Callable[..., Parsed]


def expected(text: str) -> list[tuple[int, int, str]]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if match := AT_HEAD.match(line):
            found.append((int(match[1]), int(match[2]), match[3]))
        elif match := ON_LINE.search(line):
            found.append((number, int(match[1]), match[2]))
    return sorted(found)


@pytest.mark.parametrize("name", NAMES)
def test_every_error_is_found_at_its_place_and_no_other(name: str, parsed: Parse) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    result = parsed(text, name)
    assert expected(text) != [], "a bad storyboard says what is wrong with it"
    assert sorted((item.place.line, item.place.col, item.what) for item in result.findings) == expected(text)
    assert result.storyboard is None


@pytest.mark.parametrize("name", NAMES)
def test_every_error_says_why_or_how_to_mend_it_and_refuses(name: str, parsed: Parse) -> None:
    for item in parsed((FOLDER / name).read_text(encoding="utf-8"), name).findings:
        assert item.mend or item.why
        assert not item.what.endswith(".")
        assert (item.severity, item.exit_code, item.place.path) == (Severity.ERROR, ExitCode.REFUSED, name)


def test_the_messages_differ(parsed: Parse) -> None:
    """What an editor named is taken out first: two messages that differ only in names count once."""
    templates: dict[str, set[str]] = {}
    for name in NAMES:
        for item in parsed((FOLDER / name).read_text(encoding="utf-8"), name).findings:
            template = re.sub(
                r"'[^']*'|\d+(\.\d+)?|\{[a-z]+\}", "_", f"{item.what}; {item.mend if item.code.startswith('text-for') else ''}"
            )
            templates.setdefault(template, set()).add(item.code.removeprefix("param-"))
    assert len(templates) >= 100
    assert all(len(codes) == 1 for codes in templates.values()), "one message has one code"
