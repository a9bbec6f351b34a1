import pytest

from animkit.findings import Severity
from animkit.narration.shelf import human_lines, shelve
from animkit.narration.sidecar import text_hash
from animkit.store import sha256_bytes

TEXT = "Real friends are not in a hurry."
JO = {"source": "human: Jo", "text": TEXT}
KOKORO = {"source": "synthetic: kokoro/bf_emma@0123456789ab", "text": TEXT}


def codes(shelf, line):
    return [(note.code, note.severity) for note in shelf.notes(line)]


def test_a_person_wins_over_a_synthetic_voice_whatever_lies_nearer(project, keep, line):
    keep("en-GB/knock/no-hurry.1.opus", b"a", **KOKORO)
    keep("en-GB/no-hurry.1.wav", b"b", **JO)
    shelf = shelve(project, "knock", "en-GB")
    assert shelf.choose(line()).sidecar.source == "human: Jo"
    assert codes(shelf, line()) == []


def test_a_films_own_take_comes_before_a_shared_one(project, keep, line):
    keep("en-GB/no-hurry.1.wav", b"a", **JO)
    keep("en-GB/knock/no-hurry.1.wav", b"b", **JO)
    assert not shelve(project, "knock", "en-GB").choose(line()).shared
    assert shelve(project, "other", "en-GB").choose(line()).shared


def test_another_language_is_another_shelf(project, keep, line):
    keep("cy/no-hurry.1.wav", b"a", **JO)
    assert shelve(project, "knock", "en-GB").choose(line()) is None


@pytest.mark.parametrize(
    ("sidecar", "changed"),
    [
        (JO | {"text": "Real friends are in a hurry."}, {}),
        (JO | {"speaker": "des"}, {}),
        (KOKORO, {"voice": "bf_isabella"}),
        (KOKORO | {"pace_wpm": [110, 130]}, {}),
        (KOKORO | {"captions_cps": 13}, {}),
    ],
)
def test_a_stale_take_is_told_and_never_chosen(project, keep, line, sidecar, changed):
    keep("en-GB/knock/no-hurry.1.wav", b"a", **sidecar)
    shelf = shelve(project, "knock", "en-GB")
    person = sidecar["source"].startswith("human")
    assert shelf.choose(line(**changed)) is None
    assert codes(shelf, line(**changed)) == [("stale-take", Severity.NEEDS_A_PERSON if person else Severity.WARNING)]


def test_a_stale_synthetic_take_is_not_worth_a_word_where_a_person_spoke(project, keep, line):
    keep("en-GB/knock/no-hurry.1.opus", b"a", **KOKORO | {"text": "Old."})
    keep("en-GB/no-hurry.1.wav", b"a", **JO)
    assert codes(shelve(project, "knock", "en-GB"), line()) == []


def test_a_take_follows_its_words_to_another_line_with_a_note(project, keep, line):
    keep("en-GB/knock/old-shot.1.wav", b"a", **JO)
    shelf = shelve(project, "knock", "en-GB")
    assert shelf.choose(line()).take_id == "old-shot.1"
    assert codes(shelf, line()) == [("take-moved", Severity.WARNING)]


def test_its_own_take_comes_before_one_that_moved(project, keep, line):
    keep("en-GB/knock/a-line.1.wav", b"a", **JO)
    keep("en-GB/knock/no-hurry.1.wav", b"b", **JO)
    assert shelve(project, "knock", "en-GB").choose(line()).take_id == "no-hurry.1"


def test_a_persons_sidecar_may_quote_the_caption(project, keep, line):
    keep("en-GB/knock/no-hurry.1.wav", b"a", source="human: Jo", text="Call 999.")
    shelf = shelve(project, "knock", "en-GB")
    assert shelf.choose(line("Call 999.", "Call nine nine nine."))
    assert shelf.choose(line("Call 101.", "Call one oh one.")) is None


def test_a_recording_that_nobody_signed_is_told_and_not_played(project, keep, line):
    keep("en-GB/knock/no-hurry.1.wav", b"a")
    shelf = shelve(project, "knock", "en-GB")
    assert shelf.choose(line()) is None
    assert codes(shelf, line()) == [("take-without-sidecar", Severity.NEEDS_A_PERSON)]


def test_a_persons_recording_beside_a_kept_take_wants_a_sidecar_of_its_own(project, keep, line):
    keep("en-GB/knock/no-hurry.1.opus", b"spoken", **KOKORO | {"audio_sha256": sha256_bytes(b"spoken")})
    keep("en-GB/knock/no-hurry.1.wav", b"recorded")
    shelf = shelve(project, "knock", "en-GB")
    assert shelf.choose(line()).path.suffix == ".opus"
    assert codes(shelf, line()) == [("take-without-sidecar", Severity.NEEDS_A_PERSON)]
    keep("en-GB/knock/no-hurry.1.wav", b"recorded", beside="no-hurry.1.wav.json", **JO)
    assert shelve(project, "knock", "en-GB").choose(line()).path.suffix == ".wav"


@pytest.mark.parametrize("sidecar", ["{", "[]", '{"source": "Jo", "text": "Stop."}', "\x00"])
def test_a_sidecar_that_cannot_be_read_is_told_in_its_place(project, keep, line, sidecar):
    path = keep("en-GB/knock/no-hurry.1.wav", b"a", **JO)
    path.with_suffix(".json").write_text(sidecar, "utf-8")
    shelf = shelve(project, "knock", "en-GB")
    assert shelf.choose(line()) is None
    (note,) = shelf.notes(line())
    assert note.place.path.endswith("no-hurry.1.json")


def test_a_link_out_of_the_project_is_no_take(project, keep, line, tmp_path):
    (tmp_path / "secret.wav").write_bytes(b"a")
    path = keep("en-GB/knock/no-hurry.1.wav", b"a", **JO)
    path.unlink()
    path.symlink_to(tmp_path / "secret.wav")
    assert shelve(project, "knock", "en-GB").choose(line()) is None


def test_estimated_word_times_are_told(project, keep, line):
    keep("cy/knock/no-hurry.1.wav", b"a", source="human: Siân", text="Does dim brys.")
    welsh = line("Does dim brys.", language="cy")
    assert codes(shelve(project, "knock", "cy"), welsh) == [("word-times-estimated", Severity.WARNING)]


def test_the_lines_that_people_recorded_are_known(project, keep, line):
    keep("en-GB/knock/no-hurry.1.wav", b"a", **JO | {"text_sha256": text_hash(TEXT)})
    keep("en-GB/knock/b.1.opus", b"a", **KOKORO | {"text": "Stop."})
    lines = (line(), line("Stop.", line_id="b.1"), line("Tell.", line_id="c.1"))
    assert human_lines(lines, project, "knock") == {"no-hurry.1"}
