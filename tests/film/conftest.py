"""Small real clips, sounds and timelines for the film's tests: 320x180, a few seconds, one dissolve."""

from __future__ import annotations

import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from animkit.campaign.load import load
from animkit.campaign.profile import Profile
from animkit.campaign.project import Project, library_root
from animkit.film.audio import encode
from animkit.film.conform import stretches
from animkit.film.derive import derived_all
from animkit.film.dissolve import as_pieces, dissolve_tasks
from animkit.film.model import FilmPlan, PieceFacts, Stretch, Text
from animkit.film.pieces import piece_facts
from animkit.film.tracks import chapter_marks
from animkit.narration.model import Take
from animkit.shots.encode import Encoder
from animkit.shots.model import Clip, Piece
from animkit.store import Store, sha256_bytes
from animkit.timing.timeline import PlacedChapter, PlacedTake, PlacedWord, Slot, Timeline

WIDTH, HEIGHT, FPS = 320, 180, 25
COLOURS = ((200, 60, 60), (60, 160, 80), (60, 90, 200))


def drawn(colour: tuple[int, int, int], frame: int) -> NDArray[np.uint8]:
    """A frame in ``colour`` with a white square whose place says which frame it is."""
    picture = np.full((HEIGHT, WIDTH, 3), colour, np.uint8)
    left = 20 + (frame * 6) % (WIDTH - 80)
    picture[70:110, left : left + 40] = 255
    return picture


@dataclass(frozen=True)
class SmallFilm:
    """A timeline of three shots (40, 30 and 35 frames; the third dissolves in over 8) and its clips."""

    timeline: Timeline
    clips: dict[str, Clip]

    def facts(self) -> dict[str, PieceFacts]:
        """What the files hold, as conform wants it."""
        return {part.sha256: piece_facts(part.path, FPS) for clip in self.clips.values() for part in clip.pieces}


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load(Project.holding(library_root() / "storyboards" / "none.yaml")).profile


@pytest.fixture(scope="session")
def make_piece(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Piece]:
    folder = tmp_path_factory.mktemp("pieces")

    def make(
        role: str, first: int, frames: int, colour: tuple[int, int, int] = COLOURS[0], size: tuple[int, int] = (WIDTH, HEIGHT)
    ) -> Piece:
        path = folder / f"{len(list(folder.iterdir()))}-{role}.mp4"
        with Encoder(path, *size, FPS) as encoder:
            for frame in range(first, first + frames):
                encoder.add(drawn(colour, frame)[: size[1], : size[0]])
            made = encoder.close()
        return Piece(role=role, path=path, sha256=made.sha256, frames=frames)

    return make


@pytest.fixture(scope="session")
def small_film(make_piece: Callable[..., Piece]) -> SmallFilm:
    red, green, blue = COLOURS
    clips = {
        "red": Clip(shot="red", key="1", pieces=(make_piece("body", 0, 40, red),)),
        "green": Clip(shot="green", key="2", pieces=(make_piece("body", 0, 26, green), make_piece("tail", 26, 8, green))),
        "blue": Clip(shot="blue", key="3", pieces=(make_piece("head", -4, 8, blue), make_piece("body", 4, 31, blue))),
    }
    timeline = Timeline(
        fps=FPS,
        frames=105,
        slots=(
            Slot(shot="red", start=0, frames=40),
            Slot(shot="green", start=40, frames=30, handle_out=4),
            Slot(shot="blue", start=70, frames=35, handle_in=4),
        ),
        chapters=(PlacedChapter(title="One", start=0, frames=40), PlacedChapter(title="Gŵyl ‘two’", start=40, frames=65)),
    )
    return SmallFilm(timeline, clips)


@pytest.fixture(scope="session")
def dissolved(small_film: SmallFilm, tmp_path_factory: pytest.TempPathFactory) -> tuple[Stretch, ...]:
    """The small film's dissolve, made once."""
    tasks = dissolve_tasks(small_film.timeline, small_film.clips, width_px=WIDTH, height_px=HEIGHT)
    return derived_all(tasks, Store(tmp_path_factory.mktemp("store")), jobs=1)


@pytest.fixture(scope="session")
def small_sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """4.2 s of a soft tone with a click at 2 s, as AAC."""
    samples = _tone(4.2)
    samples[96_000:96_010] += 0.5
    return encode(samples, tmp_path_factory.mktemp("sound") / "sound.m4a").path


@pytest.fixture(scope="session")
def plan(small_film: SmallFilm, dissolved: tuple[Stretch, ...], small_sound: Path) -> FilmPlan:
    """The small film with sound, two captions and two chapters."""
    return FilmPlan(
        title="The knock",
        language="cy",
        fps=FPS,
        frames=105,
        stretches=stretches(small_film.timeline, small_film.clips, as_pieces(dissolved)),
        sound=small_sound,
        texts=(Text(start=5, end=30, text="Ffoniwch\n‘Meic’"), Text(start=30, end=60, text="[five knocks]")),
        chapters=chapter_marks(small_film.timeline),
    )


@pytest.fixture
def tone() -> Callable[..., NDArray[np.float32]]:
    return _tone


@pytest.fixture
def speechlike() -> Callable[..., NDArray[np.float32]]:
    return _speechlike


@pytest.fixture
def make_take(tmp_path: Path) -> Callable[..., tuple[PlacedTake, Take]]:
    def make(
        line_id: str, start: int, samples: NDArray[np.float32], text: str = "Words.", shot: str = "red", *, rate: int = 48_000
    ) -> tuple[PlacedTake, Take]:
        path = tmp_path / f"{line_id}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(np.rint(samples * 32767).astype("<i2").tobytes())
        digest = sha256_bytes(path.read_bytes())
        length_ms = len(samples) * 1000 // 48_000
        source = "synthetic: test/noise@0"
        word = PlacedWord(text=text, start_ms=start * 1000 // FPS, end_ms=start * 1000 // FPS + length_ms)
        placed = PlacedTake(
            line_id=line_id,
            shot=shot,
            speaker="narrator",
            text=text,
            start=start,
            end=start + -(-length_ms * FPS // 1000),
            audio_sha256=digest,
            source=source,
            words=(word,),
        )
        take = Take(line_id=line_id, text_sha256="", audio=path, audio_sha256=digest, duration_ms=length_ms, words=(), source=source)
        return placed, take

    return make


def _tone(seconds: float, hertz: float = 220.0, level: float = 0.1) -> NDArray[np.float32]:
    """A sine in both channels, (n, 2) float32 at 48 kHz."""
    wave_form = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * 48_000)) / 48_000)
    return np.repeat(wave_form.astype(np.float32)[:, None], 2, axis=1)


def _speechlike(seconds: float, seed: int = 1, level: float = 0.25) -> NDArray[np.float32]:
    """Noise in syllables, mono float32: as uneven as a voice, near -16 LUFS."""
    count = round(seconds * 48_000)
    noise = np.random.default_rng(seed).standard_normal(count)
    spectrum = np.fft.rfft(noise)
    hertz = np.fft.rfftfreq(count, 1 / 48_000)
    spectrum *= (hertz > 150) * (hertz < 3000) / np.maximum(hertz, 150) ** 0.5
    voice = np.fft.irfft(spectrum, count)
    syllables = 0.15 + np.sin(np.pi * 4 * np.arange(count) / 48_000) ** 2
    voice *= syllables
    return (level * voice / np.sqrt(np.mean(voice**2))).clip(-0.99, 0.99).astype(np.float32)
