"""What the film stage passes from step to step, as values. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from animkit.findings import ExitCode, Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceFacts:
    """What a piece's file really holds, read from its packets (nothing is decoded).

    ``parameters_sha256`` is the hash of its H.264 parameter sets: pieces can be joined by copying packets only where it is equal.
    """

    frames: int
    parameters_sha256: str
    width_px: int
    height_px: int
    starts_on_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of the film's picture that is one file, joined to its neighbours by copying packets.

    ``start`` and ``frames`` are film frames. One shot for a clip's body, two for the dissolve between them.
    """

    start: int
    frames: int
    path: Path
    sha256: str
    shots: tuple[str, ...]

    @property
    def end(self) -> int:
        """The first film frame after the stretch."""
        return self.start + self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One caption of the film's own track, in film frames (``end`` exclusive)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterMark:
    """One chapter of the film, in film frames (``end`` exclusive)."""

    start: int
    end: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPlan:
    """Everything one film file is put together from. Its bytes depend on this and on nothing else.

    ``sound`` is an AAC file of the film's length, or None for a silent film; ``language`` is a BCP 47 tag (``en-GB``).
    """

    title: str
    language: str
    fps: int
    frames: int
    stretches: tuple[Stretch, ...]
    sound: Path | None
    texts: tuple[Text, ...] = ()
    chapters: tuple[ChapterMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLevel:
    """How one line stands over the bed. ``over_bed_lu`` is measured on the stems, after ducking."""

    line_id: str
    speech_lufs: float
    bed_lufs: float
    duck_db: float
    over_bed_lu: float
    ride_db: float = 0.0
    """How far the bed was slowly ridden down besides, where ducking alone would have pumped."""


def ours(code: str, what: str, *, why: str = "", mend: str = "", shot: str = "", frame: int | None = None) -> Finding:
    """A finding about a film that animkit itself got wrong: the render failed, not the editor."""
    return Finding(code, what, why=why, mend=mend, shot=shot, frame=frame, exit_code=ExitCode.RENDER_FAILED)


def gate(code: str, what: str, *, why: str = "", mend: str = "", shot: str = "", frame: int | None = None) -> Finding:
    """A finding that an access or delivery limit of standards.md is missed."""
    return Finding(code, what, why=why, mend=mend, shot=shot, frame=frame, exit_code=ExitCode.GATE_FAILED)


def remark(code: str, what: str, *, why: str = "", mend: str = "", shot: str = "", frame: int | None = None) -> Finding:
    """A finding to know about, which stops nothing."""
    return Finding(code, what, why=why, mend=mend, shot=shot, frame=frame, severity=Severity.WARNING)
