"""Every way in which a written film can lie is found."""

from dataclasses import replace

import av
import pytest

from animkit.film.assemble import assemble
from animkit.film.model import ChapterMark, Text
from animkit.film.verify import verify


def codes(path, plan):
    return [finding.code for finding in verify(path, plan)[0]]


@pytest.fixture(scope="module")
def film(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    assemble(plan, path)
    return path


def test_two_stretches_exchanged_are_found(plan, film):
    first, second = plan.stretches[0], plan.stretches[3]
    exchanged = replace(plan, stretches=(replace(second, start=0), *plan.stretches[1:3], replace(first, start=31 + 26 + 8)))
    assert set(codes(film, exchanged)) & {"frame-changed", "frame-misplaced"}


def test_a_flipped_byte_in_the_picture_is_found(plan, film, tmp_path):
    with av.open(str(film)) as container:
        picture = max(container.demux(container.streams.video[0]), key=lambda packet: packet.size)
    data = bytearray(film.read_bytes())
    data[picture.pos + picture.size // 2] ^= 0xFF
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(bytes(data))
    assert codes(torn, plan)


def test_half_a_film_is_found(plan, film, tmp_path):
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(film.read_bytes()[: film.stat().st_size // 2])
    assert codes(torn, plan)


def test_an_empty_file_is_found(plan, tmp_path):
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(b"")
    assert codes(torn, plan) == ["film-unreadable"]


def test_a_missing_stretch_is_found(plan, film):
    assert "frames-missing" in codes(film, replace(plan, stretches=plan.stretches[:-1], frames=74))


def test_missing_sound_is_found(plan, tmp_path):
    assemble(replace(plan, sound=None), tmp_path / "mute.mp4")
    assert "streams-wrong" in codes(tmp_path / "mute.mp4", plan)


def test_a_changed_caption_is_found(plan, film):
    assert codes(film, replace(plan, texts=(plan.texts[0], Text(start=30, end=60, text="[four knocks]")))) == ["caption-changed"]


def test_a_caption_a_frame_late_is_found(plan, film):
    assert codes(film, replace(plan, texts=(plan.texts[0], replace(plan.texts[1], end=61)))) == ["caption-changed"]


def test_a_moved_chapter_is_found(plan, film):
    moved = (plan.chapters[0], ChapterMark(start=41, end=105, title=plan.chapters[1].title))
    assert codes(film, replace(plan, chapters=moved)) == ["chapters-changed"]


def test_other_decoder_settings_are_found(plan, film, make_piece):
    other = make_piece("body", 0, 40, size=(160, 90))
    assert "parameters-changed" in codes(film, replace(plan, stretches=(replace(plan.stretches[0], path=other.path), *plan.stretches[1:])))
