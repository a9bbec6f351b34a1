import pytest

from animkit.narration import pronunciation
from animkit.narration.align import align
from animkit.narration.errors import NotHeardError


@pytest.mark.parametrize(
    "text",
    [
        "You can end the stream at any time. You owe nobody a reason.",
        "Otis tells Des, and CEOP's page is Siobhan's.",
        "A secret that worries you is one to tell – now.",
    ],
)
def test_words_are_heard_where_the_model_says_they_are(said, line, library, text):
    speech = said(text, 0.85)
    heard = align(line(text), speech.samples, speech.rate_hz, pronunciation.load(library))
    assert [word.text for word in heard] == [word.text for word in speech.words]
    late_ms = [ours.start_ms - theirs.start_ms for ours, theirs in zip(heard, speech.words, strict=True)]
    assert abs(sum(late_ms) / len(late_ms)) <= 25
    assert sum(abs(ms) <= 60 for ms in late_ms) >= 0.8 * len(late_ms)


def test_a_recording_of_other_words_is_not_believed(said, line):
    speech = said("Stop.")
    with pytest.raises(NotHeardError):
        align(line("You can end the stream at any time. It is never your fault."), speech.samples, speech.rate_hz)


def test_the_aligner_gives_the_same_times_twice(said, line):
    speech = said("Real friends are not in a hurry.")
    first = align(line(), speech.samples, speech.rate_hz)
    align(line("Stop."), said("Stop.").samples, speech.rate_hz)
    assert align(line(), speech.samples, speech.rate_hz) == first
