"""A pack on the disk: everything is written beside its place and takes its name only when it is whole.

Promise: the same content gives the same bytes, zip and all; every file's hash stands in checksums.txt and in manifest.json.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from animkit.film.manifest import MANIFEST
from animkit.packs.folder.model import START, Item
from animkit.packs.front.pages import Button, Listed, Welcome, front
from animkit.packs.model import Facts
from animkit.packs.office.steady import zip_files
from animkit.store import sha256_file

CHECKSUMS = "checksums.txt"


def write_pack(
    folder: Path,
    items: Iterable[Item],
    *,
    facts: Facts,
    welcome: Welcome,
    buttons: tuple[Button, ...],
    about: str,
    inputs: Mapping[str, str],
) -> tuple[str, ...]:
    """Write the pack's files into ``folder`` (new, empty); returns their paths in the pack. ``about`` is the folder of the checksums."""
    listed = []
    for item in items:
        _put(folder / item.path, item.data)
        if item.title:
            listed.append(Listed(folder=item.folder, path=item.path, title=item.title, note=item.note, kind=item.kind))
    sums = f"{about}/{CHECKSUMS}"
    listed.append(Listed(folder=about, path=sums, title="Checksums", note="To see that no file has changed", kind="Text"))
    _put(folder / START, front(welcome, facts, buttons, listed).encode())
    paths = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    hashes = {path: sha256_file(folder / path) for path in paths}
    _put(folder / sums, "".join(f"{digest}  {path}\n" for path, digest in hashes.items()).encode())
    hashes[sums] = sha256_file(folder / sums)
    _put(folder / MANIFEST, _manifest(facts, folder, hashes, inputs))
    return tuple(sorted((*hashes, MANIFEST)))


def replace_folder(made: Path, final: Path) -> None:
    """Give a finished folder its name; the one before goes only then."""
    old = final.with_name(f"{final.name}.{uuid.uuid4().hex[:8]}.old")
    if final.exists():
        final.rename(old)
    made.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def write_zip(folder: Path, paths: Iterable[str], target: Path, top: str) -> None:
    """The pack as one zip, with everything under ``top``."""
    part = target.with_name(f"{target.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        zip_files(part, [(f"{top}/{path}", folder / path) for path in paths])
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _put(path: Path, data: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        shutil.copyfile(data, path)


def _manifest(facts: Facts, folder: Path, hashes: Mapping[str, str], inputs: Mapping[str, str]) -> bytes:
    values: dict[str, Any] = {
        "manifest": 1,
        "pack": facts.film,
        "band": facts.band,
        "language": facts.language,
        "facts_read_on": facts.read_on,
        "review_by": facts.review_by,
        "reviewed_by": facts.reviewed_by,
        "help_routes_confirmed": facts.routes_confirmed,
        "unconfirmed": list(facts.unconfirmed),
        "inputs": dict(sorted(inputs.items())),
        "outputs": {path: {"sha256": digest, "bytes": (folder / path).stat().st_size} for path, digest in sorted(hashes.items())},
    }
    return (json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
