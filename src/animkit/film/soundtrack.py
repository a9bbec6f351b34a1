"""The film's sound, mixed, encoded and kept in the store with what was measured on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from animkit.campaign.profile import SoundRules
from animkit.film.model import LineLevel
from animkit.film.recipe import recipe
from animkit.findings import Finding
from animkit.shots.workroom import workroom
from animkit.store import Entry, Store, key_of
from animkit.timing.timeline import Timeline

if TYPE_CHECKING:
    from animkit.film.audio import SoundFile
    from animkit.film.mix import Mix

KIND = "sound"
CODE = tuple(f"film/{name}.py" for name in ("audio", "duck", "limiter", "loudness", "master", "mix", "sound_checks", "soundtrack", "stems"))
TRIES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTrack:
    """The encoded sound. Levels are measured on what a player hears: the decoded AAC. ``over_bed_lu`` is measured on the stems."""

    path: Path
    sha256: str
    loudness_lufs: float
    true_peak_dbtp: float
    range_lu: float
    over_bed_lu: float | None
    limited_db: float
    lines: tuple[LineLevel, ...]
    findings: tuple[Finding, ...]


def sound_key(timeline: Timeline, *, rules: SoundRules, bed: str, effects: str, quiet: Collection[str]) -> str:
    """The key of a film's sound. ``bed`` and ``effects`` are the fingerprints of the score and of the effects' makers."""
    import av

    return key_of(
        {
            "takes": [asdict(take) for take in timeline.takes],
            "sounds": [asdict(sound) for sound in timeline.sounds],
            "moods": [asdict(mood) for mood in timeline.moods],
            "length": [timeline.frames, timeline.fps],
            "rules": asdict(rules),
            "bed": bed,
            "effects": effects,
            "quiet": sorted(quiet),
            "code": recipe(*CODE),
            "libraries": {name: version(name) for name in ("av", "numpy", "scipy", "pydub")},
            "ffmpeg": {name: list(number) for name, number in av.library_versions.items()},
        }
    )


def sound_track(store: Store, key: str, render: Callable[[], Mix], rules: SoundRules) -> SoundTrack:
    """The sound under ``key`` from the store; ``render`` mixes it if it is not there."""
    entry = store.get(KIND, key)
    if entry is None:
        mixed = render()
        with workroom(store.root / "tmp" / "film") as folder:
            made = encoded(mixed, folder / "sound.m4a", rules)
            entry = store.put(KIND, key, {"sound": made.path}, _facts(mixed, made, rules))
    return _track(entry)


def encoded(mixed: Mix, path: Path, rules: SoundRules) -> SoundFile:
    """``mixed`` as AAC whose decoded peaks keep to the rules: the limiter makes more room where the codec overshoots what it was left."""
    from animkit.film.audio import encode
    from animkit.film.limiter import limited
    from animkit.film.loudness import factor

    samples, ceiling_db = mixed.samples, mixed.true_peak_dbtp
    made = encode(samples, path)
    for _ in range(TRIES):
        over_db = made.loudness.true_peak_dbtp - rules.true_peak_dbtp
        if over_db <= 0:
            break
        ceiling_db -= over_db + 0.05
        samples, _ = limited(mixed.samples, factor(ceiling_db))
        made = encode(samples, path)
    return made


def _facts(mixed: Mix, made: SoundFile, rules: SoundRules) -> Mapping[str, Any]:
    from animkit.film.sound_checks import level_findings

    about_levels = {"loudness", "true-peak", "loudness-range", "no-sound"}
    findings = (*(found for found in mixed.findings if found.code not in about_levels), *level_findings(made.loudness, rules))
    return {
        "loudness_lufs": made.loudness.integrated_lufs,
        "true_peak_dbtp": made.loudness.true_peak_dbtp,
        "range_lu": made.loudness.range_lu,
        "over_bed_lu": mixed.over_bed_lu,
        "limited_db": mixed.limited_db,
        "lines": [asdict(line) for line in mixed.lines],
        "findings": [found.as_json() for found in findings],
    }


def _track(entry: Entry) -> SoundTrack:
    facts = dict(entry.facts)
    facts["lines"] = tuple(LineLevel(**line) for line in facts["lines"])
    facts["findings"] = tuple(Finding.from_json(found) for found in facts["findings"])
    return SoundTrack(path=entry.files["sound"], sha256=entry.hashes["sound"], **facts)
