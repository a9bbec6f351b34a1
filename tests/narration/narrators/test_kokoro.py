"""The release's voices. What loads the model is slow; its fast siblings are hibari's tests, which go through the same code."""

import numpy as np
import pytest

from animkit.findings import ExitCode, Refused
from animkit.narration import pronunciation
from animkit.narration.align import align
from animkit.narration.audio import finish, part_of
from animkit.narration.filters import loudness_lufs
from animkit.narration.narrators.kokoro import STYLE_BYTES, VOICES, Kokoro
from animkit.narration.session import narrate
from animkit.store import sha256_bytes, sha256_file

TEXT = "You can end the stream at any time. You owe nobody a reason."


@pytest.fixture(scope="module")
def kokoro(library):
    return Kokoro(library)


def test_the_voices_are_the_ones_that_were_measured(library):
    for name, voice in VOICES.items():
        path = library.asset(f"voices/{name}.bin")
        assert path.stat().st_size == STYLE_BYTES
        assert sha256_file(path) == voice.sha256


def test_only_english_and_only_its_own_voices(kokoro, line):
    assert kokoro.can_speak(line())
    assert not kokoro.can_speak(line(language="cy"))
    assert not kokoro.can_speak(line(voice=""))
    assert not kokoro.can_speak(line(voice="af_heart"))


def test_a_fingerprint_holds_words_voice_and_the_pronunciation_that_concerns_them(project, line):
    def fingerprint(item):
        return Kokoro(project).fingerprint(item)

    before = fingerprint(line("Otis tells her.")), fingerprint(line(TEXT))
    assert len({*before, fingerprint(line(TEXT, voice="bm_george")), fingerprint(line("Stop."))}) == 4
    path = project.root / "assets" / "pronunciation.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("pronunciation:\n  - {word: Otis, gb: ˈQtɪz, us: ˈOTɪz}\n", "utf-8")
    assert fingerprint(line("Otis tells her.")) != before[0]
    assert fingerprint(line(TEXT)) == before[1]


def test_a_changed_voice_file_is_refused(installed):
    path = installed.root / "assets" / "voices" / "bf_emma.bin"
    path.write_bytes(bytes(STYLE_BYTES))
    with pytest.raises(Refused, match="not the voice") as refusal:
        Kokoro(installed)._style("bf_emma")
    assert refusal.value.exit_code == ExitCode.ENVIRONMENT


@pytest.mark.slow
@pytest.mark.parametrize("voice", VOICES)
def test_the_same_line_is_the_same_bytes_and_as_loud_as_any(kokoro, library, line, voice):
    item = line(TEXT, voice=voice)
    first, second = kokoro.speak(item, 0.8), Kokoro(library).speak(item, 0.8) if voice == "bf_emma" else kokoro.speak(item, 0.8)
    assert sha256_bytes(first.samples.tobytes()) == sha256_bytes(second.samples.tobytes())
    finished = finish([part_of(first)])
    assert loudness_lufs(finished.samples) == pytest.approx(-16, abs=0.5)
    assert np.abs(finished.samples).max() <= 10 ** (-1.5 / 20) + 1e-6


@pytest.mark.slow
@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("speed", [1.0, 0.75])
def test_its_words_are_heard_where_its_durations_say(kokoro, library, line, voice, speed):
    """Inside a sentence, that is: at its edges ``edges`` and ``strays`` know better than either."""
    late_ms = []
    for text in (TEXT, "A secret that worries you is one to tell.", "I believe you. It's never too late to tell."):
        item = line(text, voice=voice)
        speech = kokoro.speak(item, speed)
        heard = align(item, speech.samples, speech.rate_hz, pronunciation.load(library))
        for before, known, found in zip(speech.words, speech.words[1:], heard[1:], strict=False):
            if before.text[-1].isalnum():
                late_ms.append(found.start_ms - known.start_ms)
    assert abs(np.mean(late_ms)) <= 20
    assert np.std(late_ms) <= 40


@pytest.mark.slow
def test_a_release_is_spoken_by_kokoro_at_the_audiences_pace(project, store, line):
    lines = (line(TEXT), line("Stop.", line_id="b.1"), line("I believe you.", line_id="c.1", voice="bm_george"))
    first = narrate(lines, project=project, store=store, film="knock", jobs=2)
    assert [take.source.partition("@")[0] for take in first.takes.values()] == [
        "synthetic: kokoro/bf_emma",
        "synthetic: kokoro/bf_emma",
        "synthetic: kokoro/bm_george",
    ]
    assert first.findings == ()
    again = narrate(lines, project=project, store=store, film="knock")
    assert (again.spoken, again.from_store, again.takes) == (0, 3, first.takes)
