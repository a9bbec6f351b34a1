"""The manifest: what a build was made from, by whom it is spoken, what was found, what came out, each with its hash.

Promise: no clock, no path outside the project: equal builds have equal manifests. ``animkit verify`` needs nothing else. The builder is
pure; reading back is at the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from animkit.campaign.project import Project
from animkit.film.model import ours, remark
from animkit.findings import Finding
from animkit.store import BAD_RECORD, LARGEST_RECORD_BYTES, read_regular, sha256_file
from animkit.timing.timeline import Timeline

MANIFEST = "manifest.json"
VERSION = 1
LIBRARY = "library:"
"""What the name of an input begins with that animkit brought along."""


def manifest(
    *,
    film: str,
    title: str,
    language: str,
    inputs: Mapping[str, str],
    outputs: Mapping[str, Mapping[str, Any]],
    versions: Mapping[str, Any],
    timeline: Timeline,
    clips: Mapping[str, str],
    sound: Mapping[str, Any],
    findings: Iterable[Finding],
) -> dict[str, Any]:
    """The manifest as plain JSON values.

    ``inputs``: path in the project (or ``library:PATH``) -> SHA-256. ``outputs``: file name -> its facts, among them ``sha256`` and
    ``bytes``. ``clips``: shot -> key. ``sound``: what was measured. ``versions``: from ``versions.versions()``.
    """
    return {
        "manifest": VERSION,
        "film": film,
        "title": title,
        "language": language,
        "frames": timeline.frames,
        "fps": timeline.fps,
        "inputs": dict(sorted(inputs.items())),
        "outputs": {name: dict(facts) for name, facts in sorted(outputs.items())},
        "versions": dict(versions),
        "narrators": {take.line_id: {"source": take.source, "audio": take.audio_sha256} for take in timeline.takes},
        "clips": dict(sorted(clips.items())),
        "sound": dict(sound),
        "findings": [found.as_json() for found in findings],
    }


def as_bytes(values: Mapping[str, Any]) -> bytes:
    """The manifest as it is written: for people to read, and equal whenever the values are."""
    return (json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def verify_build(folder: Path, *, project: Project | None = None) -> tuple[Finding, ...]:
    """Recompute every hash of the manifest in ``folder``. A changed or missing output is an error; a changed input, a remark."""
    path = folder / MANIFEST
    try:
        values = json.loads(read_regular(path, LARGEST_RECORD_BYTES))
        outputs = {str(name): str(facts["sha256"]) for name, facts in values["outputs"].items()}
        inputs = {str(name): str(digest) for name, digest in values["inputs"].items()}
    except FileNotFoundError:
        return (ours("no-manifest", f"'{folder}' holds no {MANIFEST}", mend="build the film first: animkit build"),)
    except BAD_RECORD as problem:
        return (ours("manifest-broken", f"the manifest in '{folder}' cannot be read: {problem}", mend="build the film again"),)
    found = [_output(folder, name, digest) for name, digest in outputs.items()]
    if project is not None:
        found += [_input(project, name, digest) for name, digest in inputs.items()]
    return tuple(finding for finding in found if finding is not None)


def _output(folder: Path, name: str, digest: str) -> Finding | None:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return ours("output-outside", f"the manifest names '{name}', which lies outside its folder")
    try:
        if sha256_file(path) == digest:
            return None
    except OSError:
        return ours("output-missing", f"'{name}' is missing or cannot be read", mend="build the film again")
    return ours("output-changed", f"'{name}' is not the file that was built", mend="build the film again")


def _input(project: Project, name: str, digest: str) -> Finding | None:
    root = project.library if name.startswith(LIBRARY) else project.root
    path = root / name.removeprefix(LIBRARY)
    if not path.resolve().is_relative_to(root.resolve()):
        return ours("input-outside", f"the manifest names '{name}', which lies outside the project")
    try:
        if sha256_file(path) == digest:
            return None
    except OSError:
        return remark("input-missing", f"'{name}', from which the film was made, is not there any more")
    return remark("input-changed", f"'{name}' has changed since the film was made", mend="build the film again to take it in")
