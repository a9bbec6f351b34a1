"""Zip files whose bytes depend on what is in them and on nothing else. Pure."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""
STORED = {".mp4", ".png", ".jpg", ".webp", ".pdf", ".zip", ".docx", ".pptx", ".m4a"}
"""What is packed already, and is only laid in."""


def steady(office_file: bytes) -> bytes:
    """A Word or PowerPoint file with the times taken out of its zip."""
    with zipfile.ZipFile(io.BytesIO(office_file)) as given:
        members = [(info.filename, given.read(info)) for info in given.infolist()]
    return zipped(dict(members))


def zipped(members: Mapping[str, bytes]) -> bytes:
    """These members, in this order, as the bytes of a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(_info(name), data)
    return out.getvalue()


def zip_files(path: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Write a zip file of ``files`` (name in the zip, path) at ``path``, without reading a whole film into memory."""
    with zipfile.ZipFile(path, "w", allowZip64=True) as archive:
        for name, source in files:
            with source.open("rb") as reader, archive.open(_info(name, source.stat().st_size), "w", force_zip64=False) as writer:
                while chunk := reader.read(1 << 20):
                    writer.write(chunk)


def _info(name: str, size: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_STORED if Path(name).suffix.lower() in STORED else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    info.file_size = size
    return info
