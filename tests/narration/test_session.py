import threading
from dataclasses import replace

import numpy as np
import pytest

from animkit.findings import ExitCode, Place, Refused, Severity
from animkit.narration import session
from animkit.narration.narrators import DRAFT, NARRATORS, RELEASE
from animkit.narration.narrators.hibari import Hibari
from animkit.narration.pace import reading_cps
from animkit.narration.session import narrate
from animkit.narration.sidecar import text_hash
from animkit.storyboard.spoken import words


@pytest.fixture
def speak(project, store):
    def narrated(*lines, **options):
        return narrate(lines, **{"project": project, "store": store, "film": "knock", "draft": True} | options)

    return narrated


def test_every_line_gets_its_take(speak, line):
    lines = (line(), line("Stop.", line_id="b.1"), line("It is never your fault.", line_id="c.1", voice="bm_george"))
    narration = speak(*lines)
    assert list(narration.takes) == ["no-hurry.1", "b.1", "c.1"]
    assert (narration.spoken, narration.from_store, narration.recorded, narration.findings) == (3, 0, 0, ())
    for item in lines:
        take = narration.takes[item.line_id]
        assert tuple(word.text for word in take.words) == words(item.spoken)
        assert take.text_sha256 == text_hash(item.spoken)
        assert take.source.startswith("synthetic: hibari/heart@")
        assert 0 <= take.words[0].start_ms <= 20
        assert take.words[-1].end_ms <= take.duration_ms


def test_the_second_time_everything_comes_from_the_store(speak, line):
    first = speak(line(), line("Stop.", line_id="b.1"))
    second = speak(line(), line("Stop.", line_id="b.1"))
    assert (second.spoken, second.from_store) == (0, 2)
    assert second.takes == first.takes


def test_one_changed_word_speaks_one_line(speak, line):
    first = speak(line(), line("Stop.", line_id="b.1"))
    second = speak(line("Real friends are never in a hurry."), line("Stop.", line_id="b.1"))
    assert (second.spoken, second.from_store) == (1, 1)
    assert second.takes["b.1"] == first.takes["b.1"]


def test_any_number_of_jobs_makes_the_same_takes(speak, line, tmp_path):
    from animkit.store import Store

    lines = [line(f"Friend number {word} can wait.", line_id=f"{word}.1") for word in ("one", "two", "three", "four")]
    one = speak(*lines, jobs=1)
    four = speak(*lines, jobs=4, store=Store(tmp_path / "other"))
    assert [take.audio_sha256 for take in one.takes.values()] == [take.audio_sha256 for take in four.takes.values()]


def test_the_same_words_are_spoken_once(speak, line):
    narration = speak(line(), line(line_id="again.1"))
    assert narration.takes["again.1"] == replace(narration.takes["no-hurry.1"], line_id="again.1")


def test_a_line_is_slowed_until_its_captions_can_be_read(speak, line):
    text = "Uncomfortable messages, embarrassing photographs and extraordinary compliments."
    quick, slow = (speak(line(text, captions_cps=cps)).takes["no-hurry.1"] for cps in (30.0, 12.0))
    assert reading_cps(line(text), quick.words, quick.duration_ms) > 12
    assert reading_cps(line(text), slow.words, slow.duration_ms) <= 12


def test_a_line_that_is_too_fast_even_slowly_is_told_with_its_place(speak, line):
    narration = speak(line("Uncomfortable, embarrassing photographs.", captions_cps=6.0, place=Place("a.yaml", 4, 9)))
    (finding,) = narration.findings
    assert (finding.code, finding.severity, finding.place.line) == ("line-too-fast", Severity.WARNING, 4)


def test_younger_children_are_spoken_to_more_slowly(speak, line):
    text = "You can stop. You owe nobody a reason."
    older, younger = speak(line(text)), speak(line(text, pace_wpm=(110, 130), captions_cps=13.0))
    assert younger.takes["no-hurry.1"].duration_ms > older.takes["no-hurry.1"].duration_ms


def test_a_guessed_word_needs_a_person(speak, line):
    (finding,) = speak(line("Siobhan tells her.")).findings
    assert (finding.code, finding.severity) == ("guessed-word", Severity.NEEDS_A_PERSON)


def test_a_child_without_a_recording_is_refused(speak, line):
    with pytest.raises(Refused, match="nobody has recorded") as refusal:
        speak(line(), line("Stop.", line_id="b.1", voice="", speaker="maya"))
    assert [finding.code for finding in refusal.value.findings] == ["no-voice"]


def test_a_language_without_a_voice_is_refused(speak, line):
    with pytest.raises(Refused, match="cy"):
        speak(line("Does dim brys.", language="cy"), draft=False)


def test_all_that_is_wrong_is_refused_together_and_good_takes_are_kept(speak, line):
    with pytest.raises(Refused) as refusal:
        speak(line(), line("привет", line_id="b.1"), line("Call 999.", line_id="c.1"))
    assert [finding.code for finding in refusal.value.findings] == ["no-sound", "no-sound"]
    assert speak(line()).from_store == 1


def test_there_is_no_silent_fallback():
    assert "silent" not in RELEASE + DRAFT
    assert set(RELEASE + DRAFT) <= set(NARRATORS)


def test_silence_is_paced_and_says_what_it_is(speak, line):
    narration = speak(line(), narrators=["silent"])
    take = narration.takes["no-hurry.1"]
    assert take.source == "synthetic: silent/none@0"
    assert take.duration_ms == 3000
    assert [word.text for word in take.words] == list(words(line().spoken))


def test_a_bad_entry_in_the_store_is_made_anew(speak, line, store):
    first = speak(line())
    first.takes["no-hurry.1"].audio.write_bytes(b"torn")
    second = speak(line())
    assert second.spoken == 1
    assert second.takes == first.takes
    assert store.notes


def test_a_voice_that_is_not_installed_is_an_environment_to_mend(installed, store, line):
    (installed.root / "assets" / "voices" / "bf_emma.bin").write_bytes(b"short")
    with pytest.raises(Refused) as refusal:
        narrate([line()], project=installed, store=store, film="knock")
    assert refusal.value.exit_code == ExitCode.ENVIRONMENT


def test_what_comes_out_of_a_narrator_as_silence_is_refused(speak, line, monkeypatch):
    speech = Hibari.speak
    monkeypatch.setattr(Hibari, "speak", lambda *args: replace(speech(*args), samples=np.zeros(9_000, np.float32)))
    with pytest.raises(Refused, match="is no take"):
        speak(line("Quiet now."))


def test_sentences_that_the_voice_runs_together_are_spoken_apart(speak, line, monkeypatch):
    """The draft voice with the silences between its sentences taken out."""
    whole = Hibari.speak
    asked = []

    def without_pauses(narrator, item, speed):
        asked.append(item.spoken)
        speech = whole(narrator, item, speed)
        return replace(speech, samples=np.maximum(np.abs(speech.samples), 0.05).astype(np.float32)) if "you. I" in item.spoken else speech

    monkeypatch.setattr(Hibari, "speak", without_pauses)
    take = speak(line("I believe you. I can't keep it secret.")).takes["no-hurry.1"]
    assert asked[:3] == ["I believe you. I can't keep it secret.", "I believe you.", "I can't keep it secret."]
    assert [word.text for word in take.words] == ["I", "believe", "you.", "I", "can't", "keep", "it", "secret."]
    assert take.words[3].start_ms - take.words[2].end_ms >= 590


def test_progress_tells_what_is_spoken_and_nothing_when_nothing_is(speak, line):
    told = []
    speak(line(), line("Stop.", line_id="b.1"), progress=lambda *at: told.append(at))
    assert told[0] == ("voices", 0, 2)
    assert told[-1] == ("voices", 2, 2)
    told.clear()
    speak(line(), progress=lambda *at: told.append(at))
    assert told == []


def test_an_interruption_is_not_swallowed_and_starts_nothing_new(speak, line, monkeypatch):
    begun = []

    def interrupted(_, item):
        begun.append(item.line_id)
        raise KeyboardInterrupt

    monkeypatch.setattr(session, "make", interrupted)
    with pytest.raises(KeyboardInterrupt):
        speak(*(line(f"Line {word}.", line_id=f"{word}.1") for word in ("one", "two", "three", "four")), jobs=1)
    assert len(begun) < 4
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("voice")]
