"""The one encoder: frames in, an H.264 file out, always made the same way.

Promise: equal frames give equal bytes (one thread, no clock, no version of the muxer in the file), every piece has the same
parameter sets and closed groups of pictures, so that pieces can be joined by copying packets, and `close` returns only after every
frame of the file has been decoded and counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from av.video.frame import PictureType
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation, VideoReformatter

from animkit.shots.region import Part, Parts

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.plane import VideoPlane
    from numpy.typing import NDArray

KEYFRAME_EVERY = 50
"""The longest group of pictures, in frames (standards.md, delivery)."""

SETTINGS = {"preset": "veryfast", "crf": "18", "profile": "high", "level": "4.0"}
"""veryfast made smaller files than medium on flat drawings and took a third of the time; ultrafast made four times the bytes."""

SEARCH = "subme=1:weightp=0"
"""What veryfast searches for beyond this found nothing in drawings: a third of the time less for 0.02 to 0.05 dB (decision 0013)."""

X264_PARAMS = f"keyint={KEYFRAME_EVERY}:open-gop=0:stitchable=1:threads=1:lookahead-threads=1:sliced-threads=0:{SEARCH}"
"""``stitchable`` keeps x264 from fitting its headers to the content; one thread, because x264's bytes change with their number."""

BT709_MATRIX = 1
"""H.273 code of the BT.709 matrix, as a frame and a stream carry it (swscale's own name for it has another number)."""

REACH = 8
"""Chroma is filtered over neighbouring pixels, so those near a changed one change with it, and more beyond must be read to convert these.
With 4 already all bytes are those of a whole conversion."""

PIXEL_FORMATS = {3: "rgb24", 4: "rgba"}


class EncodeError(Exception):
    """The written file does not hold what was put in. Ours, never an editor's mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """What one finished file holds. ``parameters_sha256`` is equal for all files that can be joined by packet copy."""

    path: Path
    frames: int
    converted: int
    """How many different pictures were converted; the rest are repeats."""
    bytes: int
    sha256: str
    parameters_sha256: str


class Converter:
    """RGB to yuv420p in BT.709, TV range, by reused swscale contexts; where little changed, of that little.

    BICUBIC: FAST_BILINEAR smears luma by up to 90 of 255 and is no faster. Without the matrix named, swscale takes BT.601 and
    turns mustard into orange.
    """

    def __init__(self) -> None:
        self._whole, self._part = VideoReformatter(), VideoReformatter()
        self._last: VideoFrame | None = None

    def __call__(self, frame: NDArray[np.uint8], changed: Parts | None = None) -> VideoFrame:
        """``frame`` ((height, width, 3 or 4) uint8, sRGB, opaque) as a picture that the encoder takes. Alpha is not looked at.

        ``changed`` are the parts that differ from the frame converted last (None: all may), their edges even. The picture returned
        then is the last one, changed in place: an encoder has copied it by then. A whole frame of 1080 rows takes 4.9 ms, a quarter 1.5.
        """
        height, width = frame.shape[:2]
        if self._last is None or changed is None or 10 * sum(part.area for part in changed) > 9 * height * width:
            self._last = self._converted(self._whole, frame)
            return self._last
        for part in changed:
            self._convert_part(frame, self._grown(part, width, height), self._last)
        return self._last

    def _convert_part(self, frame: NDArray[np.uint8], part: Part, picture: VideoFrame) -> None:
        read = self._grown(part, frame.shape[1], frame.shape[0])
        made = self._converted(self._part, read.cut(frame))
        for number, plane in enumerate(picture.planes):
            share = 1 if number == 0 else 2
            left, top = (part.left - read.left) // share, (part.top - read.top) // share
            wide, high = (part.right - part.left) // share, (part.bottom - part.top) // share
            into = _rows(plane)[part.top // share :, part.left // share :]
            into[:high, :wide] = _rows(made.planes[number])[top : top + high, left : left + wide]

    @staticmethod
    def _grown(part: Part, width: int, height: int) -> Part:
        return Part(max(0, part.left - REACH), max(0, part.top - REACH), min(width, part.right + REACH), min(height, part.bottom + REACH))

    @staticmethod
    def _converted(reformatter: VideoReformatter, frame: NDArray[np.uint8]) -> VideoFrame:
        pixels = np.ascontiguousarray(frame)
        picture = reformatter.reformat(
            av.VideoFrame.from_numpy_buffer(pixels, format=PIXEL_FORMATS[pixels.shape[2]]),
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.BICUBIC,
            threads=1,
        )
        return tag_bt709(picture)


def _rows(plane: VideoPlane) -> NDArray[np.uint8]:
    """A plane's bytes as rows, padding included, to be read and written."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)


def tag_bt709(picture: VideoFrame) -> VideoFrame:
    """Say on ``picture`` (yuv420p) what its numbers mean; returns it."""
    picture.colorspace = BT709_MATRIX
    picture.color_range = ColorRange.MPEG
    picture.color_primaries = ColorPrimaries.BT709
    picture.color_trc = ColorTrc.BT709
    return picture


class Encoder:
    """Writes one file at ``path`` (mp4, a name of its own: nothing else may stand there) of ``width`` x ``height`` px at ``fps``.

    Use as a context manager: left by an exception, it takes its half file away.
    """

    def __init__(self, path: Path, width: int, height: int, fps: int, *, converter: Converter | None = None) -> None:
        if width % 2 or height % 2:
            raise ValueError(f"a picture of {width}x{height} px cannot be encoded: both sides must be even")
        self.path = path
        self.frames = 0
        self.converted = 0
        self._convert = converter or Converter()
        self._last: VideoFrame | None = None
        self._container = av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"})
        self._stream = self._container.add_stream("libx264", rate=fps, options=SETTINGS | {"x264-params": X264_PARAMS})
        self._time_base = Fraction(1, fps)
        context = self._stream.codec_context
        context.width, context.height, context.pix_fmt = width, height, "yuv420p"
        context.time_base = self._time_base
        context.thread_count = 1
        context.colorspace, context.color_range = BT709_MATRIX, ColorRange.MPEG
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709

    def add(self, frame: NDArray[np.uint8]) -> None:
        """One frame of (height, width, 3 or 4) uint8 sRGB. It is read now: the array may be drawn over afterwards."""
        self.add_picture(self._convert(frame))

    def add_picture(self, picture: VideoFrame) -> None:
        """One frame that is yuv420p in BT.709 already: from a `Converter`, or decoded from another clip of ours.

        A decoded frame remembers whether it was a key frame, and x264 would make it one again: that is taken off it.
        """
        picture.pict_type = PictureType.NONE
        self.converted += 1
        self._last = picture
        self._push()

    def repeat(self, times: int = 1) -> None:
        """The last frame again, ``times`` times, without converting it again. ValueError if there is none."""
        if self._last is None:
            raise ValueError("there is no frame yet to repeat")
        for _ in range(times):
            self._push()

    def close(self) -> Encoded:
        """Finish the file, decode it, and say what it holds. EncodeError if it does not hold every frame; OSError from a full disk."""
        if not self.frames:
            raise EncodeError(f"{self.path.name}: no frame was put in")
        self._container.mux(self._stream.encode(None))
        parameters = bytes(self._stream.codec_context.extradata or b"")
        self._container.close()
        found = count_frames(self.path)
        if found != self.frames:
            raise EncodeError(f"{self.path.name}: {self.frames} frames went in, {found} can be decoded")
        return Encoded(
            path=self.path,
            frames=self.frames,
            converted=self.converted,
            bytes=self.path.stat().st_size,
            sha256=_sha256(self.path),
            parameters_sha256=hashlib.sha256(parameters).hexdigest(),
        )

    def abandon(self) -> None:
        """Close without finishing and take the half file away."""
        with suppress(OSError, ValueError):  # The file is thrown away, whatever the muxer says about it.
            self._container.close()
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> Encoder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self.abandon()

    def _push(self) -> None:
        picture = self._last
        assert picture is not None
        picture.pts, picture.time_base = self.frames, self._time_base
        self._container.mux(self._stream.encode(picture))
        self.frames += 1


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pictures(path: Path) -> Iterator[VideoFrame]:
    """Every frame of the clip at ``path`` in order, as decoded (yuv420p). OSError or av.error.FFmpegError if it is broken."""
    with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        yield from container.decode(stream)


def count_frames(path: Path) -> int:
    """How many frames of the clip at ``path`` really decode. av.error.FFmpegError where a bit of it is not as it should be.

    Every macroblock is decoded, but its edges are not smoothed: that can meet no error, and is a fifth of the time.
    """
    with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        stream.codec_context.options = {"err_detect": "explode", "skip_loop_filter": "all"}
        return sum(1 for _ in container.decode(stream))


def rgb(picture: VideoFrame) -> NDArray[Any]:
    """``picture`` (yuv420p, BT.709, TV range) as (height, width, 3) uint8 sRGB: for tests and checks, not for making clips."""
    return picture.to_ndarray(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
        interpolation=Interpolation.BICUBIC,
    )
