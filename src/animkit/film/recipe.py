"""The hash of the code that makes a thing, for the store's keys: whoever edits it need not remember to raise a number."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from animkit.store import key_of, sha256_file

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def recipe(*files: str) -> str:
    """The hash of these files of animkit's source, named from the package's folder (``film/blend.py``)."""
    return key_of({name: sha256_file(PACKAGE / name) for name in sorted(files)})
