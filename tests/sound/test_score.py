from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.sound.palette import PALETTE
from animkit.sound.score import Ending, Mood, Note, Part, Phrase, Score, onsets, stretch

KNOCK = (0, 16, 24, 32, 48)
ALL_MOODS = {"knock": ("groove", "tick", "quick", "brushes", "muffled", "hum", "warm", "full"),
             "star": ("lullaby", "hurry", "low", "hush", "together"), "door": ("wall", "marimba", "kitchen")}  # fmt: skip
EVERY = [(score, mood) for score, moods in ALL_MOODS.items() for mood in moods]
FINAL = (("knock", "full"), ("star", "together"), ("door", "kitchen"))


def small(*notes, chance=1.0, ending=None, first=()):
    phrases = {
        "a": Phrase(frames=64, notes=notes or (Note(i="tum", at=0, chance=chance), Note(i="ta", at=16, chance=chance))),
        "end": Phrase(frames=40, notes=(Note(i="bass", at=0, note="G2", len=200),)),
    }
    mood = Mood(bar=64, parts={"drums": Part(then=("a",), first=first)}, ending=ending)
    return Score(version=1, title="Small", scale=("G",), phrases=phrases, moods={"groove": mood})


def test_the_shipped_scores_play_these_moods(scores):
    assert {name: tuple(score.moods) for name, score in scores.items()} == ALL_MOODS


@pytest.mark.parametrize(("name", "mood"), EVERY)
@pytest.mark.parametrize("frames", [1, 100, 777])
def test_every_note_lies_in_its_stretch(scores, name, mood, frames):
    for note in stretch(scores[name], mood, frames, last=True):
        assert 0 <= note.at < frames
        assert not PALETTE[note.instrument].sustained or note.at + note.frames <= frames


@pytest.mark.parametrize(("name", "mood"), EVERY)
def test_no_mood_is_a_loop_of_one_bar(scores, name, mood):
    bar = scores[name].moods[mood].bar
    notes = stretch(scores[name], mood, 12 * bar)
    bars = [tuple((note.at % bar, note.instrument, note.note, note.velocity) for note in notes if note.at // bar == k) for k in range(12)]
    assert len(set(bars)) >= 2 if mood in ("tick", "hum", "low") else len(set(bars)) >= 4


def test_the_groove_is_the_knock(scores):
    drums = [onsets(scores["knock"], "groove", 64, name) for name in ("tum", "ta")]
    assert sorted(set(drums[0] + drums[1])) in (list(KNOCK), list(KNOCK[:-1]))
    second = [note.at - 128 for note in stretch(scores["knock"], "groove", 192) if note.instrument in ("tum", "ta") and note.at >= 128]
    assert sorted(second) == list(KNOCK)


def test_the_tick_is_one_note_every_twelve_frames(scores):
    ticks = onsets(scores["knock"], "tick", 480, "tick")[2:]
    assert {after - before for before, after in pairwise(ticks)} == {12}
    assert {note.note for note in stretch(scores["knock"], "tick", 480) if note.instrument == "kalimba"} == {"B4"}


def test_the_groove_loses_its_hits_to_the_tick(scores):
    hits = [onset for name in ("tum", "ta") for onset in onsets(scores["knock"], "tick", 800, name)]
    lost = [sum(start <= onset < start + 192 for onset in hits) for start in (0, 192, 384, 576)]
    assert lost == sorted(lost, reverse=True)
    assert lost[0] > 8
    assert lost[-1] == 0


@pytest.mark.parametrize(("name", "mood"), EVERY)
def test_the_tune_comes_home_only_at_the_end_of_a_film(scores, name, mood):
    score = scores[name]
    assert homes(score, mood, last=False) == 0
    assert homes(score, mood, last=True) == ((name, mood) in FINAL)


def homes(score, mood, *, last):
    """How often the home motif is played by one instrument: G A B D B, then G."""
    tune = [note.note for note in stretch(score, mood, 2000, last=last) if note.instrument == "kalimba" and note.velocity >= 0.44]
    motif = ["G4", "A4", "B4", "D5", "B4", "G4"]
    return sum(tune[at : at + 6] == motif for at in range(len(tune)))


@pytest.mark.parametrize(("name", "mood"), FINAL)
@pytest.mark.parametrize("frames", [400, 431, 680, 700])
def test_the_last_note_has_three_seconds_to_ring_and_is_not_followed_by_long_silence(scores, name, mood, frames):
    last = max(note.at for note in stretch(scores[name], mood, frames, last=True) if note.instrument == "bass")
    assert 75 <= frames - last <= 75 + scores[name].moods[mood].bar


def test_a_mood_without_room_for_its_ending_goes_on_as_it_is(scores):
    assert stretch(scores["knock"], "full", 100, last=True) == stretch(scores["knock"], "full", 100)


def test_first_comes_once_and_then_comes_round():
    score = small(first=("end",))
    assert onsets(score, "groove", 240, "tum") == (40, 104, 168, 232)


def test_an_ending_begins_on_the_last_bar_line_that_leaves_it_room():
    score = small(ending=Ending(frames=40, parts={"drums": ("end",)}))
    notes = stretch(score, "groove", 200, last=True)
    assert [note.at for note in notes if note.instrument == "bass"] == [128]
    assert [note.at for note in notes if note.instrument == "tum"] == [0, 64]


def test_held_notes_end_where_their_mood_does():
    score = small(Note(i="bass", at=0, note="G2", len=60), Note(i="kalimba", at=0, note="G4", len=60))
    lengths = {note.instrument: note.frames for note in stretch(score, "groove", 30)}
    assert lengths == {"bass": 30, "kalimba": 60}


def test_chance_thins_by_about_its_share_and_the_same_way_every_time():
    score = small(chance=0.5)
    notes = stretch(score, "groove", 64 * 400)
    assert 320 < len(notes) < 480
    assert notes == stretch(score, "groove", 64 * 400)


def test_a_mood_that_returns_varies():
    score = small(chance=0.5)
    assert stretch(score, "groove", 6400, time=0) != stretch(score, "groove", 6400, time=1)


@given(st.integers(0, 1), st.floats(0.1, 1.0))
def test_editing_one_note_changes_no_other_notes_sound(which, velocity):
    before = small()
    notes = list(before.phrases["a"].notes)
    notes[which] = replace(notes[which], v=velocity)
    after = replace(before, phrases={**before.phrases, "a": Phrase(frames=64, notes=tuple(notes))})
    other = ("tum", "ta")[1 - which]
    kept = [[note for note in stretch(score, "groove", 640) if note.instrument == other] for score in (before, after)]
    assert kept[0] == kept[1]


def test_another_seed_is_another_performance(scores):
    score = scores["knock"]
    keys = [{note.key for note in stretch(replace(score, seed=seed), "groove", 640)} for seed in (1, 2)]
    assert not keys[0] & keys[1]


def test_a_mood_the_score_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        stretch(small(), "tick", 100)
