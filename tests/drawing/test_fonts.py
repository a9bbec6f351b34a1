import struct

import pytest
from fontpkg import family

from animkit.drawing import fonts
from animkit.findings import Refused


@pytest.mark.parametrize("name", ["Lexend", "Atkinson Hyperlegible", "Noto Sans"])
def test_packaged_fonts_have_the_letters_of_english_and_punctuation(name: str) -> None:
    text = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;?!'’“”%&/-+£"
    assert {letter for letter in text if ord(letter) not in fonts.letters(name)} == set()


@pytest.mark.parametrize("text", ["Ŵŵ Ŷŷ Llanfair", "Zażółć gęślą jaźń", "Țară și ființă", "Де ти? Їжак"])
def test_the_fallback_has_the_letters_of_other_british_homes(text: str) -> None:
    assert fonts.missing(text, "Atkinson Hyperlegible") == ()


def test_letters_no_font_has_are_named_once() -> None:
    assert fonts.missing("日本日 ok", "Lexend") == ("日", "本")


def test_a_font_that_is_not_packaged_is_refused() -> None:
    with pytest.raises(Refused, match="there is no packaged font 'Comic Sans'; install fontpkg-comic-sans"):
        fonts.letters("Comic Sans")


def test_a_font_without_a_table_of_letters_has_none() -> None:
    assert fonts.code_points(struct.pack(">IHHHH", 0x00010000, 0, 0, 0, 0)) == set()


def test_files_of_a_family_are_what_a_picture_depends_on() -> None:
    files = fonts.font_files(("Lexend", "Atkinson Hyperlegible"))
    assert {file.path for file in family("Lexend").files} <= set(files)
    assert all(path.is_file() for path in files)
