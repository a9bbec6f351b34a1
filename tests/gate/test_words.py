"""A film with one "not" cut out fails, and so does one with a digit gone; the same film whole passes."""

from dataclasses import replace

import numpy as np
import pytest
from gate_helpers import FPS, ask, calm, codes
from small_films import film as board_of
from small_films import shot
from strategies import campaign

from animkit.campaign.project import CHECKOUT, Project
from animkit.film.stems import samples_of, voice_stem
from animkit.gate.measure.hearing import Sentence, decoys, plain_words, sentences
from animkit.gate.measure.recorded import guarded
from animkit.gate.model import NotRunError
from animkit.narration.lines import spoken_lines
from animkit.narration.session import narrate
from animkit.store import Store
from animkit.timing.plan import plan

LINES = ("Real friends are not in a hurry.", "It is never your fault.", "Call nine nine nine.", "You can stop at any time.")


class At:
    def shot(self, shot_id, *rest):
        from animkit.findings import Place

        return Place(f"{shot_id}.{rest}", 1, 1)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """Four lines in the draft's voice: their timeline, their sound ((n, 2) float32), the store that holds the takes."""
    board = board_of(*(shot(text, name=f"s{number}") for number, text in enumerate(LINES)))
    store = Store(tmp_path_factory.mktemp("store"))
    project = Project(tmp_path_factory.mktemp("project"), CHECKOUT)
    narration = narrate(spoken_lines(board, campaign()), project=project, store=store, film="none", draft=True)
    timeline, _ = plan(board, narration.takes, campaign(), fps=FPS, marks=At())
    length = timeline.frames * 48_000 // FPS
    return timeline, samples_of(voice_stem(timeline.takes, narration.takes, fps=FPS, length=length)), store


@pytest.fixture
def heard(film, spoken):
    """The evidence of that film with another sound."""

    def make(sound):
        timeline, _, store = spoken
        return replace(film(calm(1), np.ascontiguousarray(sound)), timeline=timeline, store=store)

    return make


def without(sound, timeline, word):
    """The sound with one word cut out of its line, and the rest of that line moved up."""
    take, place = next((take, place) for take in timeline.takes for place, one in enumerate(take.words) if word in one.text.lower())
    start = (take.words[place - 1].end_ms + take.words[place].start_ms) // 2 * 48
    end = (take.words[place].end_ms + take.words[place + 1].start_ms) // 2 * 48
    ends = take.words[-1].end_ms * 48
    return np.concatenate([sound[:start], sound[end:ends], np.zeros((end - start, 2), np.float32), sound[ends:]])


def test_a_whole_film_is_heard_line_by_line(heard, spoken):
    evidence = heard(spoken[1])
    outcome = ask("lines-heard", evidence)
    assert (outcome.measured, codes(outcome)) == ("4 of 4", [])
    assert codes(ask("guards-heard", evidence)) == []
    assert (ask("as-recorded", evidence).measured, codes(ask("as-recorded", evidence))) == ("5 of 5", [])


@pytest.mark.parametrize("word", ["not", "never"])
def test_a_film_with_one_not_cut_out_fails(heard, spoken, word):
    timeline, sound, _ = spoken
    evidence = heard(without(sound, timeline, word))
    (finding,) = ask("lines-heard", evidence).findings
    assert f"its “{word}” is lost" in finding.what
    assert codes(ask("guards-heard", evidence)) == ["word-lost"]
    assert "word-missing" in codes(ask("as-recorded", evidence))


def test_a_film_with_one_digit_gone_fails(heard, spoken):
    timeline, sound, _ = spoken
    cut = sound.copy()
    word = next(word for take in timeline.takes for word in take.words if "nine" in word.text.lower())
    cut[word.start_ms * 48 : word.end_ms * 48] = 0
    findings = ask("as-recorded", heard(cut)).findings
    assert [finding.what for finding in findings] == ["“nine” is not heard in “Call nine nine nine.” as it was recorded"]


def test_another_line_in_a_lines_place_is_heard(heard, spoken):
    timeline, sound, _ = spoken
    first, last = timeline.takes[0], timeline.takes[3]
    swapped = sound.copy()
    start, length = first.words[0].start_ms * 48, (first.words[-1].end_ms - first.words[0].start_ms) * 48
    swapped[start : start + length] = 0
    other = sound[last.words[0].start_ms * 48 : last.words[-1].end_ms * 48][:length]
    swapped[start : start + len(other)] = other
    (finding,) = ask("lines-heard", heard(swapped)).findings
    assert "heard as another line: “you can stop at any time”" in finding.what


def test_nothing_at_all_is_heard_of_silence(heard, spoken):
    outcome = ask("lines-heard", heard(np.zeros_like(spoken[1])))
    assert len(outcome.findings) == 4


def test_a_language_that_the_recogniser_does_not_know_is_told(heard, spoken):
    with pytest.raises(NotRunError, match="English only"):
        ask("lines-heard", replace(heard(spoken[1]), language="cy"))


def test_takes_that_are_gone_are_told(heard, spoken, tmp_path):
    with pytest.raises(NotRunError, match="no longer in the store"):
        ask("as-recorded", replace(heard(spoken[1]), store=Store(tmp_path / "empty")))


def test_decoys_turn_a_line_into_its_opposite():
    made = {sentence.text: sentence.lost for sentence in decoys(("i", "don't", "know", "nobody"))}
    assert made == {"i do know nobody": "don't", "i don't know somebody": "nobody"}


def test_a_decoy_that_is_a_line_of_the_film_stays_a_line(spoken):
    takes = spoken[0].takes
    texts = [sentence.text for sentence in sentences(takes)]
    assert len(texts) == len(set(texts)) == 6
    assert Sentence(plain_words(takes[0]), takes[0].line_id) in sentences(takes)


def test_digits_beside_each_other_and_nots_are_guarded(spoken):
    assert [take.words[place].text.strip(".").lower() for take, place in guarded(spoken[0].takes)] == [
        "not",
        "never",
        "nine",
        "nine",
        "nine",
    ]
