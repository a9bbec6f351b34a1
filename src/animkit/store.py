"""The content-addressed store of takes, clips and other made things.

Promise: what comes out is byte for byte what went in, or it does not come out. Entries appear whole (unique temporary name, fsync,
rename), carry their own hashes, are checked on every read, and hold no pickle. A bad entry is moved to ``quarantine/`` and the
thing is made anew. Many builds may share one store.

    .animkit/
      objects/ab/abcdef...EXT    the bytes, named by their SHA-256
      keys/KIND/ab/KEY.json      which objects an entry has, and its facts
      quarantine/  tmp/  lock
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHUNK = 1 << 20


def sha256_bytes(data: bytes) -> str:
    """The SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def sha256_file(path: Path) -> str:
    """The SHA-256 of the file's bytes in hex. OSError if it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def canonical_json(value: Any) -> bytes:
    """``value`` as JSON bytes that are equal whenever the values are: sorted keys, no spaces, no NaN."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def key_of(value: Any) -> str:
    """The key of a thing that depends on ``value`` (plain JSON values) and on nothing else."""
    return sha256_bytes(canonical_json(value))


@dataclass(frozen=True, slots=True)
class Entry:
    """What the store holds under one key: files by role, with their hashes, and plain JSON facts."""

    kind: str
    key: str
    files: Mapping[str, Path]
    hashes: Mapping[str, str]
    facts: Mapping[str, Any]


@dataclass
class Store:
    """A store in the folder ``root``. ``notes`` collects what was found bad and set aside, for the report."""

    root: Path
    notes: list[str] = field(default_factory=list)

    @contextmanager
    def in_use(self, *, exclusive: bool = False) -> Iterator[None]:
        """Hold the store while building (shared) or pruning (exclusive), by a kernel lock that ends with the process."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
            yield

    def get(self, kind: str, key: str) -> Entry | None:
        """The entry under ``key``, every byte checked, or None if there is none or it was bad."""
        record_path = self._record(kind, key)
        try:
            record = json.loads(record_path.read_bytes())
            own = record.pop("sha256")
            if own != key_of(record) or record["key"] != key or record["kind"] != kind:
                raise ValueError("the record does not match its own hash")
            files = {role: self._checked(item) for role, item in record["files"].items()}
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as problem:
            self._quarantine(record_path, f"{kind} {key[:12]}: {problem}")
            return None
        os.utime(record_path)  # Pruning goes by when a record was last used.
        return Entry(kind, key, files, {role: item["sha256"] for role, item in record["files"].items()}, record["facts"])

    def put(self, kind: str, key: str, files: Mapping[str, bytes | Path], facts: Mapping[str, Any] | None = None) -> Entry:
        """Keep ``files`` (by role; bytes, or a file that is copied in) and ``facts`` under ``key``. OSError when the disk is full."""
        items = {role: self._keep(content) for role, content in files.items()}
        record: dict[str, Any] = {"kind": kind, "key": key, "files": items, "facts": dict(facts or {})}
        record["sha256"] = key_of(record)
        self._write(self._record(kind, key), json.dumps(record, sort_keys=True, ensure_ascii=False).encode())
        entry = self.get(kind, key)
        if entry is None:
            raise OSError(f"the store at {self.root} did not keep {kind} {key[:12]}; is the disk full or failing?")
        return entry

    def prune(self, *, older_than: float) -> list[int]:
        """Remove records that were last used before ``older_than`` (seconds since the epoch), and every object that no record names.

        Returns the sizes of what went. The caller holds the store exclusively, so that no build loses what it has just found.
        """
        kept: set[str] = set()
        gone: list[Path] = []
        for path in (self.root / "keys").rglob("*.json"):
            if path.stat().st_mtime < older_than:
                gone.append(path)
                continue
            try:
                kept.update(item["sha256"] for item in json.loads(path.read_bytes())["files"].values())
            except (ValueError, KeyError, TypeError, AttributeError):
                gone.append(path)
        gone += [path for path in (self.root / "objects").rglob("*") if path.is_file() and path.stem not in kept]
        gone += [path for folder in ("quarantine", "tmp") for path in (self.root / folder).rglob("*") if path.is_file()]
        sizes = [path.stat().st_size for path in gone]
        for path in gone:
            path.unlink(missing_ok=True)
        return sizes

    def _record(self, kind: str, key: str) -> Path:
        return self.root / "keys" / kind / key[:2] / f"{key}.json"

    def _object(self, digest: str, suffix: str) -> Path:
        return self.root / "objects" / digest[:2] / f"{digest}{suffix}"

    def _checked(self, item: Mapping[str, Any]) -> Path:
        path = self._object(item["sha256"], item["suffix"])
        try:
            if sha256_file(path) == item["sha256"]:
                return path
        except FileNotFoundError:
            raise ValueError(f"object {item['sha256'][:12]} is gone") from None
        self._quarantine(path, f"object {item['sha256'][:12]} has other bytes than its name says")
        raise ValueError(f"object {item['sha256'][:12]} was bad")

    def _keep(self, content: bytes | Path) -> dict[str, str]:
        data = content if isinstance(content, bytes) else content.read_bytes()
        suffix = "" if isinstance(content, bytes) else content.suffix
        digest = sha256_bytes(data)
        path = self._object(digest, suffix)
        if not (path.is_file() and sha256_file(path) == digest):
            self._write(path, data)
        return {"sha256": digest, "suffix": suffix}

    def _write(self, path: Path, data: bytes) -> None:
        write_whole(path, data, folder=self.root / "tmp")

    def _quarantine(self, path: Path, why: str) -> None:
        self.notes.append(f"set aside and made anew: {why}")
        aside = self.root / "quarantine" / f"{path.name}.{uuid.uuid4().hex[:8]}"
        aside.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):  # Another build may have set it aside first.
            path.replace(aside)


def write_whole(path: Path, data: bytes, *, folder: Path | None = None) -> None:
    """Write ``data`` to ``path`` so that the name only ever shows whole files (promise 1).

    ``folder`` is where the temporary file lies; it must be on the same file system. OSError leaves ``path`` as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = folder or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{path.name}.{uuid.uuid4().hex[:8]}.part"
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
