import json

import pytest

from animkit.narration.model import Word
from animkit.narration.sidecar import Sidecar, as_text, parse, text_hash

WHOLE = Sidecar(
    source="synthetic: kokoro/bf_emma@0123456789ab",
    text="Real friends.",
    text_sha256=text_hash("Real friends."),
    speaker="narrator",
    audio_sha256="0" * 64,
    finished=True,
    duration_ms=1000,
    words=(("Real", 10, 300), ("friends.", 320, 900)),
    pace_wpm=(130, 150),
    captions_cps=15.0,
)


def test_a_sidecar_round_trips_and_reads_a_word_a_line():
    text = as_text(WHOLE)
    assert parse(text) == WHOLE
    assert '  ["Real", 10, 300],\n' in text


def test_two_keys_are_enough_for_a_persons_recording():
    sidecar = parse('{"source": "human: Siân Ŵyn", "text": "Stop."}')
    assert (sidecar.is_human, sidecar.voice, sidecar.finished) == (True, "", False)


def test_it_knows_the_synthetic_voice_and_the_words():
    assert WHOLE.voice == "bf_emma"
    assert WHOLE.word_times()[1] == Word(text="friends.", start_ms=320, end_ms=900)


def test_line_breaks_and_spaces_are_no_other_words():
    assert text_hash("Real  friends.\n") == text_hash("Real friends.") != text_hash("Real friend.")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"source": "Jo"}, "source"),
        ({"source": "human: "}, "source"),
        ({"source": None}, "source"),
        ({"text": ""}, "text"),
        ({"sauce": "x"}, "sauce"),
        ({"text_sha256": "0" * 64}, "not the hash"),
        ({"words": [["Real", 300, 10]]}, "not in order"),
        ({"words": [["Real", 10, 1300]]}, "not in order"),
        ({"words": [["Real", 10.5, 20]]}, "words"),
        ({"duration_ms": None}, "needs duration_ms"),
        ({"words": []}, "needs duration_ms and words"),
        ({"duration_ms": True}, "duration_ms"),
    ],
)
def test_what_does_not_hold_together_is_told(change, why):
    values = json.loads(as_text(WHOLE)) | change
    with pytest.raises(ValueError, match=why):
        parse(json.dumps(values))


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"source": "human: Jo", "source": "human: Jo", "text": "a"}', "NaN"])
def test_what_is_no_sidecar_is_told(text):
    with pytest.raises(ValueError, match=r"."):
        parse(text)
