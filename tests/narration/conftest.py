"""What narration's tests share: a line, a project of their own, drafts spoken once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from animkit.campaign.project import CHECKOUT, Project
from animkit.narration.audio import Finished, finish, part_of
from animkit.narration.model import Speech, SpokenLine
from animkit.narration.narrators.hibari import Hibari
from animkit.store import Store

LIBRARY = Project(CHECKOUT.resolve(), CHECKOUT.resolve())


def make_line(text: str = "Real friends are not in a hurry.", spoken: str | None = None, **fields: Any) -> SpokenLine:
    """A line of the film for ages 11 to 14."""
    values: dict[str, Any] = {
        "line_id": "no-hurry.1",
        "shot": "no-hurry",
        "speaker": "narrator",
        "voice": "bf_emma",
        "text": text,
        "spoken": spoken or text,
        "language": "en-GB",
        "pace_wpm": (130, 150),
        "captions_cps": 15.0,
    }
    return SpokenLine(**values | fields)


@pytest.fixture(scope="session")
def line() -> Callable[..., SpokenLine]:
    return make_line


@pytest.fixture(scope="session")
def library() -> Project:
    return LIBRARY


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with nothing in it yet, before the library."""
    root = tmp_path / "project"
    (root / "storyboards").mkdir(parents=True)
    return Project(root.resolve(), LIBRARY.root)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture(scope="session")
def hibari() -> Hibari:
    return Hibari(LIBRARY)


@pytest.fixture(scope="session")
def said(hibari: Hibari) -> Callable[..., Speech]:
    """What the draft voice says of a text, at a speed."""

    @cache
    def speak(text: str, speed: float = 1.0) -> Speech:
        return hibari.speak(make_line(text), speed)

    return speak


@pytest.fixture(scope="session")
def voice(said: Callable[..., Speech]) -> Callable[..., Finished]:
    """The same as a take's sound."""

    @cache
    def speak(text: str = "Real friends are not in a hurry.") -> Finished:
        return finish([part_of(said(text))])

    return speak


@pytest.fixture
def keep(project: Project) -> Callable[..., Path]:
    """Put a recording and its sidecar into the project's assets/takes: ``keep("en-GB/knock/door.1.wav", data, source=..., text=...)``."""

    def put(name: str, data: bytes, beside: str | None = None, **sidecar: Any) -> Path:
        path = project.root / "assets" / "takes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if sidecar:
            (path.parent / (beside or path.with_suffix(".json").name)).write_text(json.dumps(sidecar), "utf-8")
        return path

    return put


@pytest.fixture(scope="session")
def noise() -> np.ndarray:
    """A second of nothing but room noise, 48 kHz."""
    return (np.random.default_rng(3).standard_normal(48_000) * 1e-3).astype(np.float32)


@pytest.fixture
def installed(project: Project) -> Project:
    """The project as its own library: what an empty folder beside an installed wheel sees, with the voices copied in."""
    shutil.copytree(LIBRARY.root / "assets" / "voices", project.root / "assets" / "voices")
    return Project(project.root, project.root)
