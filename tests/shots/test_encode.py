"""The one encoder: exact frames, equal bytes, true colours, pieces that can be joined."""

import random
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from animkit.shots.encode import Converter, Encoded, Encoder, count_frames, pictures, rgb
from animkit.shots.region import Part, Parts

WIDTH, HEIGHT, FPS = 320, 180, 25
MUSTARD = (0xF7, 0xB9, 0x3E)


def flat(colour: tuple[int, int, int] = MUSTARD, channels: int = 4) -> NDArray[np.uint8]:
    frame = np.full((HEIGHT, WIDTH, channels), 255, np.uint8)
    frame[:, :, :3] = colour
    return frame


def moving(number: int) -> NDArray[np.uint8]:
    frame = flat()
    frame[40:80, number * 3 : number * 3 + 60, :3] = (0x19, 0x12, 0x31)
    return frame


def encode(path: Path, frames: int, held: int = 0) -> Encoded:
    with Encoder(path, WIDTH, HEIGHT, FPS) as encoder:
        for number in range(frames):
            encoder.add(moving(number))
        encoder.repeat(held)
        return encoder.close()


@pytest.mark.parametrize(("frames", "held"), [(1, 0), (1, 120), (7, 0), (49, 3), (50, 0), (51, 50)])
def test_a_file_holds_exactly_the_frames_put_in(tmp_path: Path, frames: int, held: int) -> None:
    encoded = encode(tmp_path / "clip.mp4", frames, held)
    assert encoded.frames == frames + held == count_frames(encoded.path)
    assert encoded.converted == frames


def test_equal_frames_give_equal_bytes(tmp_path: Path) -> None:
    assert encode(tmp_path / "a.mp4", 12, 30).sha256 == encode(tmp_path / "b.mp4", 12, 30).sha256


def test_a_held_frame_gives_the_same_bytes_as_the_frame_put_in_again(tmp_path: Path) -> None:
    with Encoder(tmp_path / "again.mp4", WIDTH, HEIGHT, FPS) as encoder:
        for _ in range(20):
            encoder.add(moving(0))
        again = encoder.close()
    assert encode(tmp_path / "held.mp4", 1, 19).sha256 == again.sha256


def test_decoded_frames_may_be_encoded_again_without_their_old_frame_types(tmp_path: Path) -> None:
    first = next(pictures(encode(tmp_path / "clip.mp4", 3, 60).path))
    with Encoder(tmp_path / "again.mp4", WIDTH, HEIGHT, FPS) as encoder:
        encoder.add_picture(first)
        encoder.repeat(99)
        path = encoder.close().path
    with av.open(str(path)) as container:
        assert sum(packet.is_keyframe for packet in container.demux(video=0)) == 2


def test_pieces_of_different_content_and_length_share_their_parameter_sets(tmp_path: Path) -> None:
    assert encode(tmp_path / "a.mp4", 3).parameters_sha256 == encode(tmp_path / "b.mp4", 60, 40).parameters_sha256


def test_colours_survive_the_encoding(tmp_path: Path) -> None:
    colours = [MUSTARD, (0xFF, 0x7F, 0x61), (0x12, 0xB5, 0xA0), (0x19, 0x12, 0x31), (255, 255, 255)]
    for channels in (3, 4):
        for number, colour in enumerate(colours):
            with Encoder(tmp_path / f"{channels}-{number}.mp4", WIDTH, HEIGHT, FPS) as encoder:
                encoder.add(flat(colour, channels))
                path = encoder.close().path
            shown = rgb(next(pictures(path)))[90, 160].astype(int)
            assert np.abs(shown - np.array(colour)).max() <= 2, (colour, shown)


def test_the_stream_says_what_the_delivery_standard_asks(tmp_path: Path) -> None:
    with av.open(str(encode(tmp_path / "clip.mp4", 120).path)) as container:
        context = container.streams.video[0].codec_context
        assert (context.profile, context.pix_fmt, context.framerate) == ("High", "yuv420p", FPS)
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
        assert bytes(context.extradata or b"")[3] <= 40, "level 4.0 or below"
        keyframes = [number for number, packet in enumerate(container.demux(video=0)) if packet.is_keyframe]
    assert max(np.diff([*keyframes, 120])) <= 50


def test_the_encoder_is_told_to_use_one_thread(tmp_path: Path) -> None:
    """x264 writes its settings into the stream, and its bytes change with the number of its threads."""
    data = encode(tmp_path / "clip.mp4", 5).path.read_bytes()
    settings = data[data.index(b"x264 - core") :][:2000]
    assert b" threads=1 " in settings
    assert b" lookahead_threads=1 " in settings


def test_the_file_bears_no_version_of_the_muxer_and_no_date(tmp_path: Path) -> None:
    data = encode(tmp_path / "clip.mp4", 2).path.read_bytes()
    assert b"Lavf" not in data
    header = data.index(b"mvhd")
    assert data[header + 8 : header + 16] == bytes(8), "created and changed at no stated time"


def test_a_frame_may_be_drawn_over_once_it_is_added(tmp_path: Path) -> None:
    frame = flat()
    with Encoder(tmp_path / "clip.mp4", WIDTH, HEIGHT, FPS) as encoder:
        encoder.add(frame)
        frame[...] = 0
        encoder.repeat(9)
        path = encoder.close().path
    assert all(rgb(picture)[90, 160, 0] > 240 for picture in pictures(path))


@pytest.mark.parametrize(
    "parts",
    [
        (Part(0, 0, 32, 32),),
        (Part(32, 64, 288, 96), Part(96, 128, 160, 180)),
        (Part(288, 0, 320, 180), Part(0, 160, 64, 180)),
        (Part(0, 0, 320, 180),),
    ],
)
def test_converting_the_parts_that_changed_gives_the_bytes_of_the_whole(parts: Parts) -> None:
    dice = np.random.default_rng(len(parts))
    frame = dice.integers(0, 256, (HEIGHT, WIDTH, 4), np.uint8)
    convert = Converter()
    convert(frame)
    for part in parts:
        part.cut(frame)[...] = dice.integers(0, 256, part.cut(frame).shape, np.uint8)
    assert np.array_equal(convert(frame, parts).to_ndarray(), Converter()(frame).to_ndarray())


def test_a_clip_with_a_broken_picture_does_not_count_as_whole(tmp_path: Path) -> None:
    path, dice = encode(tmp_path / "clip.mp4", 60).path, random.Random(1)
    whole = path.read_bytes()
    with av.open(str(path)) as container:
        packets = [(packet.pos, packet.size) for packet in container.demux(video=0) if packet.size > 60 and packet.pos]
    refused = 0
    for _ in range(20):
        start, size = dice.choice(packets)
        at = start + dice.randrange(6, size - 24)
        path.write_bytes(whole[:at] + bytes(24) + whole[at + 24 :])
        try:
            count_frames(path)
        except av.error.FFmpegError:
            refused += 1
    assert refused >= 12, "a decoder that hides its errors refuses none; some damage is still a picture"


def test_a_failed_encode_leaves_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with pytest.raises(KeyError), Encoder(path, WIDTH, HEIGHT, FPS) as encoder:
        encoder.add(flat(channels={"a scene": 4}["that broke"]))
    assert not path.exists()


def test_odd_sizes_and_a_repeat_of_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="even"):
        Encoder(tmp_path / "odd.mp4", 321, 180, FPS)
    with Encoder(tmp_path / "clip.mp4", WIDTH, HEIGHT, FPS) as encoder:
        with pytest.raises(ValueError, match="no frame"):
            encoder.repeat(3)
        encoder.abandon()
