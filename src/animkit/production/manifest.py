"""manifest.json: written last, so that a build without it is known not to be whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from animkit.film.manifest import MANIFEST, as_bytes, manifest
from animkit.film.soundtrack import SoundTrack
from animkit.film.versions import versions
from animkit.findings import Finding
from animkit.production.finishing import Finished
from animkit.production.gating import REPORTS
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
        inputs={name: sha256_file(path) for name, path in _inputs(prepared)},
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
        findings=findings,
    )
    path = finished.folder / MANIFEST
    write_whole(path, as_bytes(values))
    return path


def _inputs(prepared: Prepared) -> Iterator[tuple[str, Path]]:
    """Every file that the film was made from, by its name in the project (or ``library:NAME``)."""
    project, board = prepared.project, prepared.storyboard
    paths = [prepared.path.resolve(), *(project.scene(shot.scene) for shot in board.shots())]
    names = ["help-routes.yaml", "signs.yaml", "cast/cast.yaml", "profiles/uk-schools.yaml", f"themes/{board.theme}.yaml"]
    names += [f"scores/{board.score}.yaml"] if board.score else []
    paths += [project.asset(name) for name in names]
    for path in dict.fromkeys(path for path in paths if path is not None):
        if path.is_relative_to(project.root):
            yield str(path.relative_to(project.root)), path
        else:
            yield f"library:{path.relative_to(project.library)}", path
