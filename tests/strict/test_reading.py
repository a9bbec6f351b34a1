"""The edge: whatever the bytes are, text that shows all it says, or a finding with its place."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animkit.findings import Refused
from animkit.strict.reading import LARGEST_BYTES, hidden_character, hidden_in, name_of, read_text, text_of


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        read_text(path, "film.yaml")
    (finding,) = caught.value.findings
    return finding.code, str(finding)


def test_a_file_is_read_as_utf8_with_or_without_its_mark(tmp_path: Path) -> None:
    film = tmp_path / "film.yaml"
    film.write_bytes("title: Brênin\r\n".encode())
    assert read_text(film, "film.yaml") == "title: Brênin\r\n"
    film.write_bytes(b"\xef\xbb\xbftitle: Knock\n")
    assert read_text(film, "film.yaml") == "title: Knock\n"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.yaml") == ("no-such-file", "film.yaml: there is no such file; check the name and the folder")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path)[0] == "no-regular-file"


def test_a_name_with_a_nul_byte_is_refused() -> None:
    assert refusal(Path("a\0b"))[0] == "unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal(tmp_path / "pipe.yaml")[0] == "no-regular-file"


def test_an_endless_device_is_refused() -> None:
    assert refusal(Path("/dev/zero"))[0] == "no-regular-file"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "film.yaml").write_text("a: b")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "film.yaml")
    assert read_text(tmp_path / "link.yaml", "link.yaml") == "a: b"


def test_over_two_megabytes_is_refused_and_two_are_read(tmp_path: Path) -> None:
    film = tmp_path / "film.yaml"
    film.write_bytes(b"#" * LARGEST_BYTES)
    assert len(read_text(film, "film.yaml")) == LARGEST_BYTES
    film.write_bytes(b"#" * (LARGEST_BYTES + 1))
    assert refusal(film)[0] == "too-large"


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_is_named(mark: bytes) -> None:
    with pytest.raises(Refused, match="saved as UTF-16; save it again as UTF-8"):
        text_of(mark + b"a\0", "film.yaml")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_no_utf8_have_a_place_in_characters(mark: bytes) -> None:
    with pytest.raises(Refused) as caught:
        text_of(mark + "a: b\nt: é".encode() + b"\xe9t\xe9\n", "film.yaml")
    (finding,) = caught.value.findings
    assert (finding.code, str(finding.place)) == ("not-utf8", "film.yaml:2:5")


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: b\0", "nul-byte", "f:1:5"),
        ("a: b\rc: d\n", "lone-return", "f:1:5"),
        ("a\nb: \x1b[31m", "hidden-character", "f:2:4"),
        ("a\nb: \u0085", "hidden-character", "f:2:4"),
        ("é\u2028", "hidden-character", "f:1:2"),
        ("\u202eabc", "hidden-character", "f:1:1"),
        ("a\ufeffb", "hidden-character", "f:1:2"),
        ("so\u00adft", "hidden-character", "f:1:3"),
        ("\ue000", "hidden-character", "f:1:1"),
        ("\ufdd0", "hidden-character", "f:1:1"),
        ("a\ud800", "hidden-character", "f:1:2"),
    ],
)
def test_what_cannot_be_seen_is_found_at_its_place(text: str, code: str, place: str) -> None:
    (finding,) = hidden_in(text, "f")
    assert (finding.code, str(finding.place)) == (code, place)


@pytest.mark.parametrize("text", ["plain\ttext\n", "crlf\r\n", "no\u00a0break", "می\u200cخواهم", "👩\u200d🎨", "Ünïcode – “quotes” …"])
def test_ordinary_text_in_any_language_is_left_alone(text: str) -> None:
    assert hidden_in(text, "f") == ()


def test_a_file_of_hidden_characters_is_told_so_a_few_times() -> None:
    assert len(hidden_in("\u202e" * 1000, "f")) == 20


def test_names_of_hidden_characters() -> None:
    assert name_of("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE, an invisible character"
    assert name_of("\u2028") == "U+2028 LINE SEPARATOR, a line break that editors do not show"
    assert name_of("\x07") == "U+0007, a control character"


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_become_text_or_one_finding(data: bytes) -> None:
    try:
        text = text_of(data, "f")
    except Refused as refused:
        problems = len(refused.findings)
    else:
        problems = 0
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
    assert problems <= 1


@settings(deadline=None)
@given(st.text(max_size=50))
def test_the_first_hidden_character_is_where_the_first_finding_is(text: str) -> None:
    match, found = hidden_character(text), hidden_in(text, "f")
    assert (match is None) == (found == ())
    if match:
        assert found[0].place.line == text.count("\n", 0, match.start()) + 1
