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
import glob
import hashlib
import json
import os
import re
import stat
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHUNK = 1 << 20
LARGEST_RECORD_BYTES = 32 << 20
DIGEST, SUFFIX = re.compile(r"[0-9a-f]{64}"), re.compile(r"(\.\w{1,16})?", re.ASCII)
"""What an object's name is made of: anything else in a record would lead out of the store."""

BAD_RECORD = (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError)
"""What reading a record may raise that was torn, forged, or nested deeper than Python goes."""


def sha256_bytes(data: bytes) -> str:
    """The SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def sha256_file(path: Path) -> str:
    """The SHA-256 of the file's bytes in hex. OSError if it cannot be read or is no regular file; a pipe is never waited for."""
    return _sha256(open_regular(path))


def _sha256(descriptor: int) -> str:
    digest = hashlib.sha256()
    with os.fdopen(descriptor, "rb") as file:
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
            clear_left_behind(self.root / "tmp")
            yield

    def get(self, kind: str, key: str) -> Entry | None:
        """The entry under ``key``, every byte checked, or None if there is none or it was bad."""
        record_path = self._record(kind, key)
        try:
            record = json.loads(read_own(record_path, LARGEST_RECORD_BYTES))
            own = record.pop("sha256")
            if own != key_of(record) or record["key"] != key or record["kind"] != kind:
                raise ValueError("the record does not match its own hash")
            files = {role: self._checked(item) for role, item in record["files"].items()}
        except FileNotFoundError:
            return None
        except BAD_RECORD as problem:
            self._quarantine(record_path, f"{kind} {key[:12]}: {problem}")
            return None
        with contextlib.suppress(PermissionError):  # Another user's record may be read, but not touched.
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
            if path.lstat().st_mtime < older_than:
                gone.append(path)
                continue
            try:
                kept.update(item["sha256"] for item in json.loads(read_own(path, LARGEST_RECORD_BYTES))["files"].values())
            except BAD_RECORD:
                gone.append(path)
        gone += [path for path in (self.root / "objects").rglob("*") if path.stem not in kept]
        gone += [path for folder in ("quarantine", "tmp") for path in (self.root / folder).rglob("*")]
        gone = [path for path in gone if path.is_symlink() or not path.is_dir()]
        sizes = [path.lstat().st_size for path in gone]
        for path in gone:
            path.unlink(missing_ok=True)
        return sizes

    def _record(self, kind: str, key: str) -> Path:
        return self.root / "keys" / kind / key[:2] / f"{key}.json"

    def _object(self, digest: str, suffix: str) -> Path:
        return self.root / "objects" / digest[:2] / f"{digest}{suffix}"

    def _checked(self, item: Mapping[str, Any]) -> Path:
        digest, suffix = item["sha256"], item["suffix"]
        if not (DIGEST.fullmatch(digest) and SUFFIX.fullmatch(suffix)):
            raise ValueError("its record names no object of a store")
        path = self._object(digest, suffix)
        if self._is_whole(path, digest):
            return path
        raise ValueError(f"object {digest[:12]} was bad or gone")

    def _keep(self, content: bytes | Path) -> dict[str, str]:
        data = content if isinstance(content, bytes) else content.read_bytes()
        suffix = "" if isinstance(content, bytes) else content.suffix
        digest = sha256_bytes(data)
        path = self._object(digest, suffix)
        if not self._is_whole(path, digest):
            self._write(path, data)
        return {"sha256": digest, "suffix": suffix}

    def _is_whole(self, path: Path, digest: str) -> bool:
        """Whether the object at ``path`` is what its name says. Whatever else stands there, folder, pipe or link, is set aside."""
        try:
            if sha256_own(path) == digest:
                return True
            why = "has other bytes than its name says"
        except FileNotFoundError:
            return False
        except OSError as problem:
            why = f"cannot be read: {problem.strerror or problem}"
        self._quarantine(path, f"object {digest[:12]} {why}")
        return False

    def _write(self, path: Path, data: bytes) -> None:
        write_whole(path, data, folder=self.root / "tmp")

    def _quarantine(self, path: Path, why: str) -> None:
        self.notes.append(f"set aside and made anew: {why}")
        aside = self.root / "quarantine" / f"{path.name}.{uuid.uuid4().hex[:8]}"
        aside.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):  # Another build may have set it aside first.
            path.replace(aside)


def open_own(path: Path) -> int:
    """Like `open_regular`, for a file that we wrote: OSError for a link as well."""
    return open_regular(path, os.O_NOFOLLOW)


def open_regular(path: Path, more: int = 0) -> int:
    """A descriptor of the regular file ``path``, for reading. OSError for a pipe, a device or a folder; never waits for one."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | more)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(f"{path.name} is no regular file")


def read_own(path: Path, most_bytes: int) -> bytes:
    """The bytes of a regular file of ours. OSError if it is none, ValueError if it is larger than any that we write."""
    return _read(open_own(path), path, most_bytes)


def read_regular(path: Path, most_bytes: int) -> bytes:
    """The bytes of a regular file. OSError if it is none, ValueError if it is larger."""
    return _read(open_regular(path), path, most_bytes)


def _read(descriptor: int, path: Path, most_bytes: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise ValueError(f"{path.name} is larger than {most_bytes >> 20} MB")
    return data


def sha256_own(path: Path) -> str:
    """The SHA-256 of a regular file of ours. OSError if it is none."""
    return _sha256(open_own(path))


def write_whole(path: Path, data: bytes, *, folder: Path | None = None) -> None:
    """Write ``data`` to ``path`` so that the name only ever shows whole files (promise 1).

    ``folder`` is where the temporary file lies; it must be on the same file system. OSError leaves ``path`` as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = folder or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    clear_left_behind(folder, path.name)
    part = folder / f"{path.name}.{uuid.uuid4().hex[:8]}.part"
    try:
        with os.fdopen(locked(part), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            part.replace(path)  # While it is locked: a moment later it would look like one that was left.
        sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def locked(part: Path) -> int:
    """A descriptor of the new file ``part``, under a kernel lock that ends with its writer: so others tell it from one left behind."""
    while True:
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), part.stat()):
                return descriptor
        os.close(descriptor)  # Somebody who clears up came between its making and its locking.


def clear_left_behind(folder: Path, name: str = "") -> int:
    """Take away half files of ``name`` (or of any) in ``folder`` whose writer is gone; returns how many."""
    gone = 0
    for part in folder.glob(f"{glob.escape(name) if name else '*'}.*.part"):
        try:
            descriptor = open_own(part)
        except OSError:
            continue  # Another run took it away first, or it is none of ours.
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink(missing_ok=True)
            gone += 1
        except BlockingIOError:
            pass  # Its writer is alive.
        finally:
            os.close(descriptor)
    return gone


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
