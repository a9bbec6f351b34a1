"""Recordings that lie about what they are, how long they are, or what is in them: refused in words, in bounded time and memory."""

import contextlib
import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_film import SOURCE

from animkit.narration.decode import decode
from animkit.narration.errors import UnplayableError


def wav(samples: bytes, *, rate: int = 24_000, bits: int = 16, kind: int = 1, channels: int = 1, says: int | None = None) -> bytes:
    """A WAV file; ``says`` is how many bytes of sound its header claims."""
    size = len(samples) if says is None else says
    layout = struct.pack("<HHIIHH", kind, channels, rate & 0xFFFFFFFF, rate * channels * bits // 8 & 0xFFFFFFFF, channels * bits // 8, bits)
    head = b"RIFF" + struct.pack("<I", (36 + size) & 0xFFFFFFFF) + b"WAVEfmt " + struct.pack("<I", len(layout)) + layout
    return head + b"data" + struct.pack("<I", size & 0xFFFFFFFF) + samples


TONE = struct.pack("<h", 12_000) * 24_000
FLOATS = 24_000

LYING = {
    "says four gigabytes, holds nothing": wav(b"", says=0xFFFFFFFF),
    "says zero channels": wav(TONE, channels=0),
    "says no rate": wav(TONE, rate=0),
    "says four billion samples a second": wav(TONE, rate=0xFFFFFFFF),
    "says two bits": wav(TONE, bits=2, kind=3),
    "every sample is no number": wav(struct.pack("<f", float("nan")) * FLOATS, bits=32, kind=3),
    "one sample is endless": wav(struct.pack("<f", 0.5) * FLOATS + struct.pack("<f", float("inf")), bits=32, kind=3),
    "samples of a denormal": wav(struct.pack("<f", 1e-42) * FLOATS, bits=32, kind=3),
    "zero samples": wav(b""),
    "an unknown codec": wav(TONE, kind=0x7777),
    "a header and no more": wav(TONE)[:20],
    "noise behind an honest head": b"RIFF" + bytes(range(256)) * 40,
    "a flac of noise": b"fLaC" + bytes(range(256)) * 40,
    "an ogg of noise": b"OggS" + bytes(range(256)) * 40,
    "an mp4 of noise": b"\0\0\0\x18ftypM4A " + bytes(range(256)) * 40,
}


@pytest.mark.parametrize("data", LYING.values(), ids=LYING.keys())
def test_a_lying_recording_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnplayableError) as refused:
        decode(data)
    assert str(refused.value)


def test_a_head_that_claims_more_than_there_is_gives_what_there_is_or_nothing() -> None:
    try:
        recording = decode(wav(TONE, says=0xFFFFFFF0))
    except UnplayableError:
        return
    assert len(recording.samples) <= len(TONE) // 2


PLAYLISTS = {
    "m3u8": b"#EXTM3U\n#EXTINF:10,\n/etc/passwd\n#EXT-X-ENDLIST\n",
    "ffconcat": b"ffconcat version 1.0\nfile '/etc/passwd'\n",
    "concat": b"concat:/etc/passwd|/etc/hosts",
    "sdp": b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\n",
    "edl": b"# mpv EDL v0\n/etc/passwd,0,5\n",
    "html": b"<html><audio src=http://127.0.0.1:9/x.wav></html>",
}


@pytest.mark.parametrize("data", PLAYLISTS.values(), ids=PLAYLISTS.keys())
def test_a_playlist_under_a_recordings_name_opens_nothing(data: bytes) -> None:
    with pytest.raises(UnplayableError, match="no wav, flac, opus, mp3 or m4a"):
        decode(data)


def test_an_mp4_that_refers_to_another_file_opens_nothing(tmp_path: Path) -> None:
    """A QuickTime alias in place of the sound itself (a data reference that is not self-contained)."""
    import av
    import numpy as np

    honest = tmp_path / "honest.m4a"
    with av.open(str(honest), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=24_000)
        frame = av.AudioFrame.from_ndarray(np.full((1, 2400), 0.3, np.float32), format="fltp", layout="mono")
        frame.rate = 24_000
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    data = honest.read_bytes()
    assert b"url \x00\x00\x00\x01" in data
    lying = data.replace(b"url \x00\x00\x00\x01", b"url \x00\x00\x00\x00")
    with contextlib.suppress(UnplayableError):  # It may be refused, or read from the file itself.
        decode(lying)


BOMB = """
import resource, sys
sys.path.insert(0, {source!r})
from animkit.narration.decode import decode
from animkit.narration.errors import UnplayableError
resource.setrlimit(resource.RLIMIT_AS, (800 << 20, 800 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
try:
    decode(sys.stdin.buffer.read())
except UnplayableError as refused:
    print(refused)
"""


def test_eleven_minutes_of_silence_in_a_few_bytes_are_refused_within_bounds(tmp_path: Path) -> None:
    """A FLAC of nothing packs its samples a thousand to one."""
    import av
    import numpy as np

    path = tmp_path / "bomb.flac"
    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=8_000)
        block = av.AudioFrame.from_ndarray(np.zeros((1, 4608 * 16), np.int16), format="s16", layout="mono")
        block.rate = 8_000
        for _ in range(75):  # Eleven minutes.
            for packet in stream.encode(block):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    command = [sys.executable, "-W", "ignore", "-c", BOMB.format(source=str(SOURCE))]
    done = subprocess.run(command, input=path.read_bytes(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert b"longer than 10 minutes" in done.stdout


def test_a_sidecar_that_lies_is_told() -> None:
    from animkit.narration.sidecar import parse

    for text in (
        '{"source": "human: x"}',
        "[]",
        '{"source": 3, "text": "a"}',
        "[" * 5_000,
        json.dumps({"source": "human: x", "text": "a", "evil": 1}),
    ):
        with pytest.raises(ValueError, match=r"\w"):
            parse(text)
