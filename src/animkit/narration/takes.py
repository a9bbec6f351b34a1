"""Takes that are kept with the project, so that a film sounds the same everywhere and nobody waits for the voices.

    assets/takes/LANG/FILM/ID.opus    the take, 48 kbit/s
    assets/takes/LANG/FILM/ID.json    whose voice it is, what it says, when it says each word

Promise: a kept take has the length and word times it had when it was spoken, and equal takes give equal files: no clock, no serial number.
"""

from __future__ import annotations

import io
import wave
from pathlib import Path

import av
import numpy as np

from animkit.campaign.project import Project
from animkit.findings import Finding, Refused
from animkit.frames import SAMPLE_RATE_HZ
from animkit.narration.audio import FULL_SCALE
from animkit.narration.edges import Samples
from animkit.narration.model import SpokenLine, Take
from animkit.narration.narrators import NOT_KEPT
from animkit.narration.session import Narration
from animkit.narration.shelf import SUFFIXES, Kept, shelve
from animkit.narration.sidecar import Sidecar, as_text, text_hash
from animkit.store import sha256_bytes, write_whole

BITS_A_SECOND = 48_000
"""Opus is transparent for one voice from about 32 kbit/s; a minute is 360 kB."""

FRAME_MS = 20


def record(film: str, narration: Narration, project: Project, language: str) -> tuple[Path, ...]:
    """Keep the takes of ``narration`` in the project's own assets/takes; the paths of the recordings that were written.

    A line that has its take there already is left alone; a take from another line is copied under its new name; synthetic takes of lines
    that the film no longer has are removed. Refused for the voice of a draft.
    """
    drafts = [take for take in narration.takes.values() if _engine(take) in NOT_KEPT]
    if drafts:
        what = f"the voice of a draft is not kept: {len(drafts)} lines are by {_engine(drafts[0])}"
        raise Refused(Finding("draft-not-kept", what, mend="leave --draft out"))
    folder = project.root / "assets" / "takes" / language / film
    shelf = shelve(project, film, language)
    written: list[Path] = []
    for line_id, take in narration.takes.items():
        line = narration.lines[line_id]
        chosen = shelf.choose(line)
        if chosen is None:
            written.append(_write(folder, line, take))
        elif chosen.take_id != line_id:
            written.append(_copy(folder, line, chosen))
    for kept in shelf.kept:
        gone = kept.take_id not in narration.lines and not kept.shared and not kept.sidecar.is_human
        if gone and kept.path.is_relative_to(project.root):
            kept.path.unlink()
            kept.beside.unlink()
    return tuple(written)


def opus(samples: Samples) -> bytes:
    """``samples`` ((n,) float32, 48 kHz) as Opus in Ogg. Decoded, it has exactly n samples again."""
    file = io.BytesIO()
    with av.open(file, "w", format="ogg", options={"fflags": "+bitexact"}) as container:
        options = {"application": "audio", "frame_duration": str(FRAME_MS), "flags": "+bitexact", "vbr": "on"}
        stream = container.add_stream("libopus", rate=SAMPLE_RATE_HZ, layout="mono", options=options)
        stream.bit_rate = BITS_A_SECOND
        block = SAMPLE_RATE_HZ * FRAME_MS // 1000
        for start in range(0, len(samples), block):
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[start : start + block][None]), format="flt", layout="mono")
            frame.sample_rate = SAMPLE_RATE_HZ
            frame.pts = start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def _write(folder: Path, line: SpokenLine, take: Take) -> Path:
    path = folder / f"{line.line_id}.opus"
    data = opus(_samples(take.audio))
    sidecar = Sidecar(
        source=take.source,
        text=line.spoken,
        text_sha256=text_hash(line.spoken),
        speaker=line.speaker,
        audio_sha256=sha256_bytes(data),
        finished=True,
        duration_ms=take.duration_ms,
        words=tuple((word.text, word.start_ms, word.end_ms) for word in take.words),
        pace_wpm=line.pace_wpm,
        captions_cps=line.captions_cps,
    )
    write_whole(path, data)
    write_whole(_sidecar_path(path), as_text(sidecar).encode())
    return path


def _copy(folder: Path, line: SpokenLine, kept: Kept) -> Path:
    path = folder / f"{line.line_id}{kept.path.suffix}"
    write_whole(path, kept.path.read_bytes())
    write_whole(_sidecar_path(path), as_text(kept.sidecar).encode())
    return path


def _sidecar_path(path: Path) -> Path:
    """ID.json; where another recording has the same name, ID.opus.json, so that a person's sidecar is never overwritten."""
    namesakes = [other for suffix in SUFFIXES if (other := path.with_suffix(suffix)) != path and other.is_file()]
    return path.with_name(f"{path.name}.json") if namesakes else path.with_suffix(".json")


def _samples(wav: Path) -> Samples:
    with wave.open(str(wav), "rb") as file:
        whole = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return np.asarray(whole / FULL_SCALE, dtype=np.float32)


def _engine(take: Take) -> str:
    return take.source.removeprefix("synthetic: ").partition("/")[0]
