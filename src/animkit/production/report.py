"""What a build ends by saying: what it made, where, how long it took, what came from the store, and what still needs a person."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from animkit.findings import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One finished film file. ``refused`` says that a gate set it aside and the last good one stays."""

    name: str
    path: Path
    purpose: str
    changed: bool = True
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The work that a build did, counted."""

    lines_recorded: int = 0
    lines_from_store: int = 0
    lines_spoken: int = 0
    shots_from_store: int = 0
    shots_drawn: int = 0
    frames_drawn: int = 0
    sound_mixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The end of ``animkit build``."""

    title: str
    folder: Path
    film_seconds: float
    took_seconds: float
    made: tuple[Made, ...]
    papers: tuple[Path, ...]
    work: Work
    levels: dict[str, Any]
    voices: dict[str, int]
    """How many lines each voice spoke: ``human: NAME`` or ``synthetic: ENGINE/VOICE``."""
    findings: tuple[Finding, ...]
    log: Path
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Why each shot was drawn; nothing for one from the store. Empty if nobody asked."""

    @property
    def refused(self) -> bool:
        """Whether a gate set one of the files aside."""
        return any(made.refused for made in self.made)

    def as_text(self) -> str:
        """The report as a producer reads it."""
        people = sum(finding.severity is Severity.NEEDS_A_PERSON for finding in self.findings)
        rows = [
            f"{self.title}: {_clock(self.film_seconds)}, made in {self.took_seconds:.1f} s",
            f"  in {self.folder}",
            *(self._film(made) for made in self.made),
            *([f"  beside: {', '.join(path.name for path in self.papers)}"] if self.papers else []),
            self._work(),
            *(f"    {shot}: {'; '.join(reasons) or 'from the store'}" for shot, reasons in self.why.items()),
            f"  voices: {'; '.join(f'{voice} ({count} lines)' for voice, count in self.voices.items()) or 'none'}",
            *self._levels(),
            *([f"  still needs a person: {people} things, listed above"] if people else []),
            f"  log: {self.log}",
        ]
        return "\n".join(rows)

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "ok": not self.refused,
            "title": self.title,
            "folder": str(self.folder),
            "film_seconds": self.film_seconds,
            "took_seconds": round(self.took_seconds, 3),
            "films": [asdict(made) | {"path": str(made.path)} for made in self.made],
            "papers": [str(path) for path in self.papers],
            "work": asdict(self.work),
            "why": self.why,
            "levels": self.levels,
            "voices": self.voices,
            "findings": [finding.as_json() for finding in self.findings],
            "log": str(self.log),
        }

    def _film(self, made: Made) -> str:
        state = "REFUSED by a gate" if made.refused else ("new" if made.changed else "unchanged")
        return f"  {made.path.name:<40} {made.path.stat().st_size / 1e6:6.1f} MB  {state}: {made.purpose}"

    def _work(self) -> str:
        work = self.work
        return (
            f"  lines: {work.lines_recorded} recorded, {work.lines_from_store} from the store, {work.lines_spoken} spoken now"
            f"; shots: {work.shots_from_store} from the store, {work.shots_drawn} drawn now ({work.frames_drawn} pictures)"
            f"; sound: {'mixed now' if work.sound_mixed else 'from the store'}"
        )

    def _levels(self) -> list[str]:
        if not self.levels:
            return []
        over = self.levels["over_bed_lu"]
        beside = f", speech {over:.1f} LU over the bed" if over is not None else ""
        return [f"  sound: {self.levels['loudness_lufs']:.1f} LUFS, {self.levels['true_peak_dbtp']:.1f} dBTP{beside}"]


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{seconds % 60:04.1f} min"
