import subprocess
from dataclasses import replace

import av
import numpy as np
import pytest

from animkit.film.assemble import assemble
from animkit.film.atoms import outer_boxes, plays_while_loading
from animkit.film.audio import decode
from animkit.film.pieces import opened
from animkit.film.verify import verify
from animkit.shots.encode import pictures, rgb


@pytest.fixture(scope="module")
def film(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    assemble(plan, path)
    return path


def test_the_film_is_its_plan(film, plan):
    findings, loudness = verify(film, plan)
    assert findings == ()
    assert loudness is not None


def test_every_frame_of_the_film_is_its_pieces_own(film, plan):
    own = [picture.to_ndarray() for stretch in plan.stretches for picture in pictures(stretch.path)]
    shown = [picture.to_ndarray() for picture in pictures(film)]
    assert len(shown) == 105
    assert all(np.array_equal(first, second) for first, second in zip(own, shown, strict=True))


def test_the_same_plan_gives_the_same_bytes(film, plan, tmp_path):
    assemble(plan, tmp_path / "again.mp4")
    assert (tmp_path / "again.mp4").read_bytes() == film.read_bytes()


def test_no_clock_and_no_muxer_version_stand_in_the_film(film):
    with opened(film) as container:
        assert set(container.metadata) == {"title", "major_brand", "minor_version", "compatible_brands"}
        assert container.metadata["title"] == "The knock"
    assert b"Lavf" not in film.read_bytes()


def test_every_stream_carries_the_films_language(film):
    with opened(film) as container:
        assert [(stream.type, stream.language) for stream in container.streams] == [
            ("video", "cym"),
            ("audio", "cym"),
            ("subtitle", "cym"),
            ("data", "cym"),
        ]


def test_the_index_comes_before_the_data(film):
    with film.open("rb") as file:
        assert plays_while_loading(outer_boxes(file))


def test_sound_and_picture_start_together(film):
    heard = decode(film)[:, 0]
    click = int(np.argmax(np.abs(np.diff(heard))))
    assert abs(click - 96_000) < 60
    with opened(film) as container:
        assert container.streams.video[0].start_time == 0
        assert container.streams.audio[0].start_time == 0


def test_chapters_stand_on_their_frames(film):
    with opened(film) as container:
        marks = [(chapter["start"], chapter["metadata"]["title"]) for chapter in container.chapters()]
    assert marks == [(0, "One"), (1600, "Gŵyl ‘two’")]


def test_a_film_without_sound_or_captions_holds_its_picture_alone(plan, tmp_path):
    quiet = replace(plan, sound=None, texts=(), chapters=())
    assemble(quiet, tmp_path / "quiet.mp4")
    assert verify(tmp_path / "quiet.mp4", quiet) == ((), None)


def test_the_dissolve_goes_from_one_shot_to_the_next(film):
    frames = [rgb(picture)[20, 20].astype(int) for picture in pictures(film)]
    green, blue = np.array([60, 160, 80]), np.array([60, 90, 200])
    for number in range(66, 74):
        share = (number - 66 + 0.5) / 8
        assert np.abs(frames[number] - (green * (1 - share) + blue * share)).max() <= 6, number
    assert np.abs(frames[65] - green).max() <= 3
    assert np.abs(frames[74] - blue).max() <= 3


def test_pieces_of_a_single_frame_can_be_joined(make_piece, plan, tmp_path):
    runs = []
    for number in range(4):
        part = make_piece("body", number, 1)
        runs.append(replace(plan.stretches[0], start=number, frames=1, path=part.path, sha256=part.sha256))
    short = replace(plan, stretches=tuple(runs), frames=4, sound=None, texts=(), chapters=())
    assemble(short, tmp_path / "short.mp4")
    assert verify(tmp_path / "short.mp4", short) == ((), None)


def test_a_plan_of_another_length_is_refused(plan, tmp_path):
    with pytest.raises(ValueError, match="hold 105 frames, the film has 106"):
        assemble(replace(plan, frames=106), tmp_path / "wrong.mp4")


def test_a_name_that_looks_like_a_protocol_is_a_name(plan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "concat:one|two.mp4"
    assemble(replace(plan, sound=None), path)
    assert path.is_file()
    with av.open(str(path)) as container:
        assert container.streams.video[0].frames == 105


def test_ffmpeg_if_there_is_one_finds_nothing_to_say(film):
    from imageio_ffmpeg import get_ffmpeg_exe

    command = [get_ffmpeg_exe(), "-nostdin", "-v", "error", "-i", str(film), "-map", "0:v", "-map", "0:a", "-f", "null", "-"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
