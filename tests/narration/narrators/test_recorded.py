import numpy as np
import pytest

from animkit.findings import Refused, Severity
from animkit.narration.audio import Finished
from animkit.narration.session import narrate

TEXT = "You can end the stream at any time. You owe nobody a reason."
JO = {"source": "human: Jo", "text": TEXT}


@pytest.fixture
def recording(said):
    """A person's raw recording of TEXT: a second of room on both sides, too quiet, at 24 kHz made 48."""
    from animkit.narration.audio import at_48_khz

    room = (np.random.default_rng(1).standard_normal(48_000) * 2e-4).astype(np.float32)
    voice = at_48_khz(said(TEXT, 0.7).samples, 24_000) * np.float32(0.3)
    voice[: 48 * 250] += room[: 48 * 250]
    return Finished(np.concatenate([room, voice, room]), ()).wav()


@pytest.fixture
def narrated(project, store, line):
    def speak(item=None):
        return narrate([item or line(TEXT)], project=project, store=store, film="knock", draft=True)

    return speak


def test_a_persons_take_is_trimmed_levelled_and_its_words_are_found(narrated, keep, recording):
    keep("en-GB/knock/no-hurry.1.wav", recording, **JO)
    narration = narrated()
    take = narration.takes["no-hurry.1"]
    assert take.source == "human: Jo"
    assert take.is_human
    assert narration.recorded == 1
    assert 3_000 < take.duration_ms < 6_000
    assert take.words[0].start_ms <= 20
    assert [word.text for word in take.words][:3] == ["You", "can", "end"]


def test_a_persons_own_word_times_move_with_the_trim(narrated, keep, recording):
    spoken = TEXT.split()
    times = [[word, 1_300 + 300 * i, 1_550 + 300 * i] for i, word in enumerate(spoken)]
    keep("en-GB/knock/no-hurry.1.wav", recording, **JO, words=times)
    words = narrated().takes["no-hurry.1"].words
    moved = 1_300 + 300 * 2 - words[2].start_ms
    assert 1_100 < moved < 1_400
    assert 1_300 + 300 * 3 - words[3].start_ms == moved


def test_a_recording_of_other_words_is_refused(narrated, keep, recording, line):
    other = "Then more messages arrive, and more, and every one of them is asking for the very same thing again and again."
    keep("en-GB/knock/no-hurry.1.wav", recording, source="human: Jo", text=other)
    with pytest.raises(Refused, match="does not seem to say"):
        narrated(line(other))


def test_a_stale_recording_is_told_and_the_line_spoken_anew(narrated, keep, recording):
    keep("en-GB/knock/no-hurry.1.wav", recording, source="human: Jo", text="Other words.")
    narration = narrated()
    assert [(finding.code, finding.severity) for finding in narration.findings] == [("stale-take", Severity.NEEDS_A_PERSON)]
    assert narration.takes["no-hurry.1"].source.startswith("synthetic: hibari")


def test_a_person_who_speaks_too_fast_is_asked_again(narrated, keep, recording, line):
    keep("en-GB/knock/no-hurry.1.wav", recording, **JO)
    narration = narrated(line(TEXT, captions_cps=9.0))
    assert [(finding.code, finding.severity) for finding in narration.findings] == [("take-too-fast", Severity.NEEDS_A_PERSON)]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda wav: wav[:44], "no sound|broken"),
        (lambda wav: wav[:44] + bytes(len(wav) - 44), "silent"),
        (lambda _: b"not a sound at all", "no wav"),
    ],
)
def test_a_recording_that_cannot_be_played_is_refused_and_never_replaced(narrated, keep, recording, change, why):
    keep("en-GB/knock/no-hurry.1.wav", change(recording), **JO)
    with pytest.raises(Refused, match=why) as refusal:
        narrated()
    assert [finding.code for finding in refusal.value.findings] == ["take-refused"]
    assert refusal.value.findings[0].place.path.endswith("no-hurry.1.wav")


def test_a_recording_that_changed_under_its_sidecar_is_refused(narrated, keep, recording):
    keep("en-GB/knock/no-hurry.1.wav", recording, **JO, audio_sha256="0" * 64)
    with pytest.raises(Refused, match="not the recording"):
        narrated()


def test_a_child_speaks_in_a_human_take(narrated, keep, recording, line):
    keep("en-GB/knock/no-hurry.1.wav", recording, **JO)
    assert narrated(line(TEXT, voice="", speaker="maya")).takes["no-hurry.1"].is_human


def test_other_languages_get_estimated_words_that_keep_to_the_pauses(narrated, keep, recording, line):
    welsh = "Gallwch chi ddod â hyn i ben pryd bynnag. Does dim rhaid egluro."
    keep("cy/knock/no-hurry.1.wav", recording, source="human: Siân", text=welsh)
    narration = narrated(line(welsh, language="cy"))
    take = narration.takes["no-hurry.1"]
    assert [finding.code for finding in narration.findings] == ["word-times-estimated"]
    assert len(take.words) == len(welsh.split())
    full_stop = next(i for i, word in enumerate(take.words) if word.text == "bynnag.")
    assert take.words[full_stop + 1].start_ms - take.words[full_stop].end_ms > 50


def test_the_take_is_made_once_and_again_when_the_recording_changes(narrated, keep, recording):
    path = keep("en-GB/knock/no-hurry.1.wav", recording, **JO)
    first = narrated().takes["no-hurry.1"]
    assert narrated().takes["no-hurry.1"] == first
    path.write_bytes(recording[:44] + recording[48_044:])
    assert narrated().takes["no-hurry.1"].audio.read_bytes() == first.audio.read_bytes()
    path.write_bytes(recording[:-190_000])
    assert narrated().takes["no-hurry.1"].audio_sha256 != first.audio_sha256


def test_word_times_of_other_words_are_refused(narrated, keep, recording):
    keep("en-GB/knock/no-hurry.1.wav", recording, **JO, words=[["You", 1_300, 1_500]])
    with pytest.raises(Refused, match="not the line's"):
        narrated()
