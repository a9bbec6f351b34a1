from dataclasses import replace

from animkit.sound.fingerprint import fingerprint
from animkit.sound.score import Note


def test_a_fingerprint_stays_while_nothing_changes(scores):
    assert fingerprint(scores["knock"]) == fingerprint(replace(scores["knock"]))
    assert fingerprint() == fingerprint()


def test_a_fingerprint_changes_with_one_note(scores):
    score = scores["knock"]
    phrase = score.phrases["open"]
    moved = replace(phrase, notes=(*phrase.notes[:-1], Note(i="kalimba", at=50, note="A4", v=0.6)))
    assert fingerprint(replace(score, phrases={**score.phrases, "open": moved})) != fingerprint(score)


def test_each_score_and_the_effects_have_their_own(scores):
    assert len({fingerprint(), *(fingerprint(score) for score in scores.values())}) == 4
