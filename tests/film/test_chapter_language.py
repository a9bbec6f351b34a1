import pytest

from animkit.film.assemble import assemble
from animkit.film.chapter_language import packed, set_chapter_language
from animkit.film.pieces import opened


def test_three_letters_go_into_fifteen_bits():
    # ISO/IEC 14496-12: each letter is its ASCII value less 0x60; "und" is 0x55C4, as every untagged file shows.
    assert packed("und") == bytes.fromhex("55c4")
    assert packed("eng") == bytes.fromhex("15c7")


@pytest.mark.parametrize("language", ["en", "engl", "EN1", "", "e g"])
def test_anything_else_is_no_language(language):
    with pytest.raises(ValueError, match="no three-letter language code"):
        packed(language)


def test_only_the_chapter_track_is_told_its_language(plan, tmp_path):
    path = tmp_path / "film.mp4"
    assemble(plan, path)
    before = path.read_bytes()
    assert set_chapter_language(path, "pol") == 1
    after = path.read_bytes()
    assert sum(first != second for first, second in zip(before, after, strict=True)) <= 2
    with opened(path) as film:
        assert [stream.language for stream in film.streams] == ["cym", "cym", "cym", "pol"]


def test_a_file_whose_boxes_cannot_be_followed_is_refused(tmp_path):
    path = tmp_path / "odd"
    path.write_bytes(b"\0\0\0\2moov")
    with pytest.raises(ValueError, match="a box of 2 bytes at byte 0"):
        set_chapter_language(path, "eng")
