"""Every locked package and every asset is under a licence that is allowed, by what its own metadata says."""

import email.message
from importlib.metadata import Distribution

import licences
import pytest


@pytest.mark.parametrize("row", [*licences.packages(), *licences.assets()], ids=lambda row: row.name)
def test_its_licence_is_allowed(row: licences.Row) -> None:
    assert row.allowed, f"{row.name} {row.version}: {row.licence} ({row.source})"


class Made(Distribution):
    """A distribution with this metadata."""

    def __init__(self, **fields: str) -> None:
        self._fields = fields

    @property
    def metadata(self) -> email.message.Message:  # type: ignore[override]  # All of it that is read.
        message = email.message.Message()
        for name, value in self._fields.items():
            message[name.replace("_", "-")] = value
        return message

    def read_text(self, filename: str) -> None:
        raise NotImplementedError(filename)

    def locate_file(self, path: object) -> None:
        raise NotImplementedError(path)


@pytest.mark.parametrize(
    ("fields", "judged"),
    [
        ({"License_Expression": "MIT AND Zlib"}, True),
        ({"License_Expression": "MIT AND GPL-3.0-only"}, False),
        ({"License": "LGPL-2.1-only OR MPL-1.1"}, True),
        ({"License": "GPL-3.0-or-later"}, False),
        ({"Classifier": "License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)"}, False),
        ({"Classifier": "License :: Free for non-commercial use"}, False),
        ({}, False),
    ],
)
def test_what_is_not_allowed_is_found(fields: dict[str, str], judged: bool) -> None:
    found, _ = licences.stated(Made(**fields))
    assert (bool(found) and any(map(licences.allowed, found))) is judged
