import io
import struct
import wave

import av
import numpy as np
import pytest

from animkit.narration import decode as decoding
from animkit.narration.decode import decode, kind_of
from animkit.narration.errors import UnplayableError

RATE_HZ = 44_100
TONE = (0.3 * np.sin(np.arange(RATE_HZ) * 2 * np.pi * 440 / RATE_HZ)).astype(np.float32)


def wav(samples=TONE, rate_hz=RATE_HZ, channels=1):
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes((np.repeat(samples, channels) * 32767).astype("<i2").tobytes())
    return file.getvalue()


def float_wav(samples, rate_hz=RATE_HZ):
    data = samples.astype("<f4").tobytes()
    head = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 3, 1, rate_hz, rate_hz * 4, 4, 32)
    return head + struct.pack("<4sI", b"data", len(data)) + data


def encoded(container, codec, rate_hz=48_000, **options):
    file = io.BytesIO()
    with av.open(file, "w", format=container) as out:
        stream = out.add_stream(codec, rate=rate_hz, layout="stereo", **options)
        resampler = av.AudioResampler(format=stream.codec_context.format or "fltp", layout="stereo", rate=rate_hz)
        frame = av.AudioFrame.from_ndarray(np.tile(TONE, (2, 1)), format="fltp", layout="stereo")
        frame.sample_rate = RATE_HZ
        fifo = av.AudioFifo()
        for block in (*resampler.resample(frame), *resampler.resample(None)):
            fifo.write(block)
        while block := fifo.read(stream.codec_context.frame_size or 1024) or fifo.read(partial=True):
            out.mux(stream.encode(block))
        out.mux(stream.encode(None))
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "container", "codec"),
    [("flac", "flac", "flac"), ("ogg", "ogg", "libopus"), ("mp3", "mp3", "libmp3lame"), ("mp4", "ipod", "aac")],
)
def test_what_people_record_with_is_read(kind, container, codec):
    data = encoded(container, codec)
    assert kind_of(data) == kind
    recording = decode(data)
    assert len(recording.samples) / recording.rate_hz == pytest.approx(1, abs=0.06)
    assert np.abs(recording.samples).max() == pytest.approx(0.3, abs=0.05)


def test_channels_become_one():
    recording = decode(wav(channels=2))
    assert recording.rate_hz == RATE_HZ
    assert np.abs(recording.samples - TONE).max() < 1e-3


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no wav"),
        (b"#EXTM3U\nhttp://example.org/a.wav\n", "no wav"),
        (b"ffconcat version 1.0\nfile '/etc/passwd'\n", "no wav"),
        (wav()[:20], "broken|no sound"),
        (b"fLaC" + bytes(200), "broken|no sound"),
        (b"OggS" + bytes(200), "broken|no sound"),
        (wav(TONE[:0]), "no sound"),
        (wav(TONE * 0), "silent"),
        (wav(rate_hz=4_000), "4000 samples a second"),
        (float_wav(np.full(9_000, np.nan)), "no numbers"),
        (float_wav(np.full(9_000, np.inf)), "no numbers"),
    ],
)  # fmt: skip
def test_what_is_no_voice_is_refused(data, why):
    with pytest.raises(UnplayableError, match=why):
        decode(data)


def test_ten_minutes_are_enough(monkeypatch):
    monkeypatch.setattr(decoding, "LONGEST_MS", 900)
    with pytest.raises(UnplayableError, match="longer than"):
        decode(wav())


def test_a_huge_file_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(decoding, "MOST_BYTES", 1000)
    with pytest.raises(UnplayableError, match="larger than"):
        decode(wav())
