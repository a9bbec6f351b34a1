from dataclasses import replace
from fractions import Fraction

import pytest

from animkit.film.assemble import assemble
from animkit.film.atoms import outer_boxes, plays_while_loading
from animkit.film.delivery import delivery_findings
from animkit.film.languages import three_letters
from animkit.film.probe import probe
from animkit.findings import Refused


@pytest.fixture(scope="module")
def facts(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    assemble(plan, path)
    return probe(path)


def test_the_facts_of_a_film(facts):
    picture, sound = facts.picture, facts.sound
    assert (picture.codec, picture.profile, picture.level, picture.pixel_format) == ("h264", "High", 4.0, "yuv420p")
    assert (picture.width_px, picture.height_px, picture.fps, picture.frames) == (320, 180, Fraction(25), 105)
    assert (picture.matrix, picture.primaries, picture.transfer, picture.colour_range) == ("bt709", "bt709", "bt709", "tv")
    assert (sound.codec, sound.profile, sound.rate_hz, sound.channels, sound.starts_at_ms) == ("aac", "LC", 48_000, 2, 0)
    assert (picture.language, sound.language, facts.caption_languages) == ("cym", "cym", ("cym",))
    assert facts.chapters == ("One", "Gŵyl ‘two’")
    assert facts.duration_ms == 4200
    assert facts.clock == ""
    assert facts.plays_while_loading
    assert picture.constant_rate
    assert picture.longest_group <= 50


@pytest.mark.parametrize(
    "content", [b"", b"not a film at all, but long enough to look at", b"\0\0\0\x10ftypisom\0\0\0\0" + b"\0\0\0\x10mdat12345678"]
)
def test_what_is_no_film_is_refused_by_its_name(tmp_path, content):
    path = tmp_path / "odd.mp4"
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"'odd\.mp4' cannot be read as a film"):
        probe(path)


def findings(facts, profile, **changes):
    wanted = {"width_px": 320, "height_px": 180, "language": "cy", "captions": True, "chapters": True} | changes
    return [finding.what for finding in delivery_findings(facts, profile.delivery, **wanted)]


def test_a_film_of_ours_meets_delivery(facts, profile):
    assert findings(facts, profile) == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("codec", "hevc", "picture codec: hevc, should be h264"),
        ("profile", "Main", "H.264 profile: Main, should be High"),
        ("level", 4.2, "H.264 level: 4.2, should be 4 or below"),
        ("pixel_format", "yuv444p", "pixel format: yuv444p, should be yuv420p"),
        ("fps", Fraction(30), "frames a second: 30, should be 25"),
        ("constant_rate", False, "frame rate: uneven, should be constant"),
        ("longest_group", 250, "longest way between key frames: 250 frames, should be 50 or fewer"),
        ("matrix", "2", "colour matrix: 2, should be bt709"),
        ("primaries", "2", "colour primaries: 2, should be bt709"),
        ("transfer", "2", "colour transfer: 2, should be bt709"),
        ("colour_range", "pc", "colour range: pc, should be tv"),
        ("language", "und", "picture's language: und, should be cym"),
    ],
)
def test_a_picture_that_misses_delivery_is_told_both(facts, profile, field, value, said):
    changed = replace(facts, picture=replace(facts.picture, **{field: value}))
    assert findings(changed, profile) == [said]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("codec", "mp3", "sound codec: mp3, should be aac"),
        ("profile", "HE-AAC", "sound codec's profile: HE-AAC, should be LC"),
        ("rate_hz", 44_100, "sound rate: 44100, should be 48000"),
        ("channels", 1, "sound channels: 1, should be 2"),
        ("starts_at_ms", 21, "sound's start: 21, should be 0"),
        ("language", "eng", "sound's language: eng, should be cym"),
    ],
)
def test_a_sound_that_misses_delivery_is_told_both(facts, profile, field, value, said):
    changed = replace(facts, sound=replace(facts.sound, **{field: value}))
    assert findings(changed, profile) == [said]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("sound", None, "the film has no sound"),
        ("plays_while_loading", False, "index: at the end, should be before the pictures, so that the film plays while it loads"),
        ("bytes", 25_000_000, "size: 25.0 MB a minute, should be 20 or less"),
        ("caption_languages", (), "captions inside the film: none, should be cym"),
        ("chapters", (), "chapters inside the film: none, should be those of the storyboard"),
        ("title", "", "title inside the film: none, should be the storyboard's"),
        ("clock", "2026-11-24T08:00:00Z", "date in the file: 2026-11-24T08:00:00Z, should be none"),
    ],
)
def test_a_file_that_misses_delivery_is_told_both(facts, profile, field, value, said):
    assert findings(replace(facts, **{field: value}), profile) == [said]


def test_captions_in_the_picture_need_no_track(facts, profile):
    assert findings(replace(facts, caption_languages=()), profile, captions=False) == []


def test_a_box_that_runs_past_the_end_is_found(tmp_path):
    path = tmp_path / "torn"
    path.write_bytes(b"\0\0\0\x08free" + b"\0\0\1\0mdat")
    with path.open("rb") as file, pytest.raises(ValueError, match="'mdat' runs past the end"):
        outer_boxes(file)


def test_large_and_open_ended_boxes_are_read(tmp_path):
    path = tmp_path / "boxes"
    path.write_bytes(b"\0\0\0\1free\0\0\0\0\0\0\0\x10" + b"\0\0\0\x08moov" + b"\0\0\0\0mdat and the rest")
    with path.open("rb") as file:
        assert outer_boxes(file) == ("free", "moov", "mdat")
    assert plays_while_loading(("ftyp", "moov", "mdat"))
    assert not plays_while_loading(("ftyp", "mdat", "moov"))
    assert not plays_while_loading(("ftyp",))


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "eng"), ("cy", "cym"), ("pl", "pol"), ("ces", "ces"), ("xx", "und")])
def test_languages_in_three_letters(tag, code):
    assert three_letters(tag) == code
