"""manifest.json: written last, so that a build without it is known not to be whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from animkit.film.manifest import MANIFEST, as_bytes, manifest
from animkit.film.soundtrack import SoundTrack
from animkit.film.versions import versions
from animkit.findings import Finding
from animkit.production.finishing import Finished
from animkit.production.gating import REPORTS
from animkit.production.inputs import LIBRARY
from animkit.production.prepare import Prepared
from animkit.shots.model import Clip
from animkit.store import sha256_file, write_whole
from animkit.timing.timeline import Timeline


def write_manifest(
    prepared: Prepared,
    timeline: Timeline,
    clips: Mapping[str, Clip],
    sound: SoundTrack,
    finished: Finished,
    findings: Sequence[Finding],
) -> Path:
    """Write the manifest where the build's files lie; returns its path. Reports are judged on a day, and stay out of it."""
    files = [one.path for one in finished.made] + [path for path in finished.papers if path.name not in REPORTS]
    values = manifest(
        film=prepared.name,
        title=prepared.storyboard.title,
        language=prepared.storyboard.language,
        inputs=prepared.inputs,
        outputs={path.name: {"sha256": sha256_file(path), "bytes": path.stat().st_size} for path in files},
        versions=versions(),
        timeline=timeline,
        clips={shot: clip.key for shot, clip in clips.items()},
        sound={
            "sha256": sound.sha256,
            "loudness_lufs": sound.loudness_lufs,
            "true_peak_dbtp": sound.true_peak_dbtp,
            "range_lu": sound.range_lu,
            "over_bed_lu": sound.over_bed_lu,
        },
        findings=[_placed(finding, prepared) for finding in findings],
    )
    path = finished.folder / MANIFEST
    write_whole(path, as_bytes(values))
    return path


def _placed(finding: Finding, prepared: Prepared) -> Finding:
    """The finding with its file named from the project or the library: a manifest knows no place on a machine."""
    path = finding.place.path
    return replace(finding, place=replace(finding.place, path=_named(path, prepared))) if path else finding


def _named(shown: str, prepared: Prepared) -> str:
    project = prepared.project
    for base, prefix in ((project.root, ""), (project.library, LIBRARY)):
        for whole in (Path.cwd() / shown, base / shown):
            if whole.is_file() and whole.resolve().is_relative_to(base):
                return f"{prefix}{whole.resolve().relative_to(base)}"
    return Path(shown).name
