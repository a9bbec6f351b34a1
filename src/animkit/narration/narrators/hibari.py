"""The voice of drafts and tests: hibari's "heart" (Apache-2.0), American, sixty times as fast as it is heard.

It speaks for every adult, so that a draft has its timing in seconds. The noise in its consonants comes from a fixed seed: equal bytes.
"""

from __future__ import annotations

from functools import cache, cached_property
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Any

from animkit.campaign.project import Project
from animkit.findings import Finding
from animkit.narration import pronunciation, voicing
from animkit.narration.closed import close_the_world
from animkit.narration.model import Speech, SpokenLine
from animkit.narration.phonemes import spell
from animkit.store import key_of, sha256_bytes

RATE_HZ = 24_000
MODEL_SHA256 = "5f70741d4e900f4e85d0037498736cc1b3e1b9a63a13546a5da1e63abf4fccd8"
DURATIONS = "/Round_output_0"
SEED = 0
MOST_SOUNDS = 510
NATURAL_WPM = 178.0

MEND = "set the project up again with script/film, or install animkit with its dependencies"


class Hibari:
    """Speaks English lines of every adult in one American voice."""

    name = "hibari"

    def __init__(self, project: Project) -> None:
        self._project = project
        self._loading = Lock()

    def can_speak(self, line: SpokenLine) -> bool:
        """English, by anybody who has a voice: a child has none."""
        return line.language.split("-")[0] == "en" and bool(line.voice)

    def notes(self, line: SpokenLine) -> tuple[Finding, ...]:
        """Nothing before the line is spoken."""
        del line
        return ()

    def natural_wpm(self, line: SpokenLine) -> float | None:
        """The voice's own pace."""
        del line
        return NATURAL_WPM

    def fingerprint(self, line: SpokenLine) -> str:
        """Model, package, words, and what concerns them."""
        return key_of(
            {
                "model": MODEL_SHA256,
                "seed": SEED,
                "hibari": _version(),
                "spoken": line.spoken,
                "pronunciation": [repr(entry) for entry in pronunciation.concerning(self._pronunciation, line.spoken)],
            }
        )

    def speak(self, line: SpokenLine, speed: float) -> Speech:
        """The line at ``speed``. Refused if the voice is not installed whole, or cannot say the line."""
        close_the_world()
        import numpy as np
        from hibari import dsp

        with self._loading:
            voice = _voice()
            spelling = spell(line, "us", self._pronunciation)
        ids = voicing.token_ids(line, spelling.text, voice.vocab, MOST_SOUNDS)
        fed = {"ids": np.array([ids], dtype=np.int64), "speed": np.array([speed], dtype=np.float32)}
        *spectrum, durations = voicing.run(voice.sess, None, fed)
        samples = dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(SEED))
        units = [int(number) for number in durations.ravel()]
        return Speech(
            samples=np.asarray(samples, dtype=np.float32),
            rate_hz=RATE_HZ,
            words=voicing.word_times(spelling, units, speed),
            outlines=voicing.outlines(spelling, units, speed),
            source=f"synthetic: hibari/heart@{MODEL_SHA256[:12]}",
            guessed=spelling.guessed,
        )

    @cached_property
    def _pronunciation(self) -> tuple[pronunciation.Pronunciation, ...]:
        return pronunciation.load(self._project)


@cache
def _voice() -> Any:
    close_the_world()
    try:
        from hibari import Hibari as Engine

        model = (resources.files("hibari") / "assets" / "hibari.onnx").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as problem:
        raise voicing.missing(f"the hibari voice is not installed: {problem}", MEND) from None
    if sha256_bytes(model) != MODEL_SHA256:
        raise voicing.missing("the hibari voice is not the one that animkit was made with", MEND)
    return Engine(model=voicing.with_durations(model, DURATIONS))


def _version() -> str:
    try:
        return version("hibari-tts")
    except PackageNotFoundError:
        return ""
