"""What rendered sound depends on, as one hash: the key under which a caller keeps it in the store."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from animkit.sound.score import Score
from animkit.store import key_of, sha256_file


def fingerprint(score: Score | None = None) -> str:
    """The hash of ``score`` and of all that plays it: this package's code, numpy and scipy. Without a score it is that of the effects.

    A bed depends on its moods' places, its frames and its rate too: a caller adds them to its key.
    """
    return key_of(
        {"score": None if score is None else asdict(score), "code": _code(), "numpy": version("numpy"), "scipy": version("scipy")}
    )


@cache
def _code() -> str:
    package = Path(__file__).parent
    return key_of({str(path.relative_to(package)): sha256_file(path) for path in sorted(package.rglob("*.py"))})
