"""Bad samples of a film, made small: a few seconds at 160x90, each wrong in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from strategies import campaign

from animkit.film.assemble import assemble
from animkit.film.audio import encode
from animkit.film.model import ChapterMark, FilmPlan, Stretch
from animkit.frames import SAMPLE_RATE_HZ
from animkit.gate.evidence import Evidence, File
from animkit.gate.model import Outcome
from animkit.gate.table import CHECKS
from animkit.shots.encode import Encoder

FPS, WIDTH, HEIGHT = 25, 160, 90
TODAY = date(2026, 11, 24)

Frame = NDArray[np.uint8]
Make = Callable[..., Evidence]


def grey(level: int) -> Frame:
    return np.full((HEIGHT, WIDTH, 3), level, np.uint8)


def calm(seconds: float) -> list[Frame]:
    """A square that walks over a quiet ground."""
    frames = [grey(120) for _ in range(round(seconds * FPS))]
    for number, frame in enumerate(frames):
        left = 10 + number % (WIDTH - 50)
        frame[30:60, left : left + 30] = 160
    return frames


def tone(seconds: float, level: float = 0.2) -> NDArray[np.float32]:
    """A tone of 440 Hz in both channels; 0.17 is about -16 LUFS."""
    wave = level * np.sin(2 * np.pi * 440 * np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ)
    return np.stack([wave, wave], axis=1).astype(np.float32)


@pytest.fixture
def film(tmp_path: Path) -> Make:
    """Makes the evidence of a film of these frames and this sound."""

    def make(frames: Iterable[Frame] = (), sound: NDArray[np.float32] | None = None, **more: object) -> Evidence:
        shown = list(frames) or calm(2)
        heard = tone(len(shown) / FPS) if sound is None else sound
        with Encoder(tmp_path / "piece.mp4", WIDTH, HEIGHT, FPS) as encoder:
            for frame in shown:
                encoder.add(frame)
            made = encoder.close()
        stretch = Stretch(start=0, frames=len(shown), path=tmp_path / "piece.mp4", sha256=made.sha256, shots=("one",))
        plan = FilmPlan(
            title="Bad sample",
            language="en-GB",
            fps=FPS,
            frames=len(shown),
            stretches=(stretch,),
            sound=encode(heard, tmp_path / "sound.m4a").path,
            chapters=(ChapterMark(start=0, end=len(shown), title="One"),),
        )
        assemble(plan, tmp_path / "film.mp4")
        file = File(path=tmp_path / "film.mp4", name="web", size_px=(WIDTH, HEIGHT), captions=False)
        profile = campaign().profile
        return Evidence(
            film=file.path, name="film", title="Bad sample", language="en-GB", profile=profile, today=TODAY, files=(file,), **more
        )

    return make


def ask(name: str, evidence: Evidence) -> Outcome:
    """What the check of this name answers."""
    (check,) = [check for check in CHECKS if check.name == name]
    return check.run(evidence)


def codes(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.findings]


def ruled(evidence: Evidence, part: str, **rules: object) -> Evidence:
    """The same with other numbers in one part of its profile."""
    changed = replace(getattr(evidence.profile, part), **rules)
    return replace(evidence, profile=replace(evidence.profile, **{part: changed}))
