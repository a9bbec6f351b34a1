from dataclasses import dataclass, replace

import numpy as np
import pytest
from sound.hearing import click_db, mono, onset_ms, share, true_peak_db

from animkit.film.loudness import measure
from animkit.sound.bed import render_bed
from animkit.sound.score import Mood, Note, Part, Phrase, Score, stretch

SECONDS = 12
"""Of each mood: more than a breath, less than a wait."""
MOODS = [("knock", "groove", -25.5), ("knock", "tick", -29.5), ("knock", "quick", -27.5), ("knock", "brushes", -28.5),
         ("knock", "muffled", -28.5), ("knock", "hum", -30.5), ("knock", "warm", -27.5), ("knock", "full", -25.5),
         ("star", "lullaby", -26.0), ("star", "hurry", -27.0), ("star", "low", -29.0), ("star", "hush", -29.0), ("star", "together", -26.0),
         ("door", "wall", -28.5), ("door", "marimba", -27.5), ("door", "kitchen", -26.5)]  # fmt: skip
"""Score, mood, and about how loud it is."""
LOUDEST_LUFS = -23.5
"""Ducking goes down by at most 12 LU, so a bed louder than this would stand within 20 LU of speech at -16."""


@dataclass(frozen=True)
class Span:
    mood: str
    start: int
    frames: int


def bed(score, *moods, frames=None, fps=25):
    """A bed of moods, given as (name, frames), one after the other."""
    spans, start = [], 0
    for name, length in moods:
        spans.append(Span(name, start, length))
        start += length
    return render_bed(score, spans, frames or start, fps)


def drum(*at, mood="groove", **keys):
    phrases = {"a": Phrase(frames=500, notes=tuple(Note(i="tum", at=frame) for frame in at))}
    return Score(version=1, title="Drum", scale=(), phrases=phrases, moods={mood: Mood(bar=500, parts={"a": Part(then=("a",))}, **keys)})


@pytest.mark.parametrize(("fps", "frames"), [(25, 1), (25, 137), (24, 100), (30, 100), (50, 99)])
def test_a_bed_has_exactly_the_samples_of_its_film(fps, frames):
    made = bed(drum(0), ("groove", frames), fps=fps)
    assert made.shape == (frames * 48_000 // fps, 2)
    assert made.dtype == np.float32


def test_the_same_bytes_come_out_every_time(scores):
    moods = (("groove", 80), ("none", 20), ("warm", 80))
    assert bed(scores["knock"], *moods).tobytes() == bed(scores["knock"], *moods).tobytes()


@pytest.mark.parametrize("start", [0, 7, 33])
def test_onsets_fall_on_their_frames_wherever_the_mood_begins(start):
    heard = mono(render_bed(drum(0, 16, 40), [Span("groove", start, 90)], 140, 25))
    for frame in (0, 16, 40):
        due = (start + frame) * 40
        assert 0 <= onset_ms(heard, due, before_ms=30) - due <= 2


def test_quiet_moods_are_empty_once_the_tails_have_faded(scores):
    heard = bed(scores["knock"], ("tick", 60), ("none", 100), ("room", 30))
    assert np.abs(heard[90 * 1920 :]).max() < 1e-4
    assert not bed(scores["knock"], ("none", 50)).any()


def test_a_mood_named_again_at_once_simply_goes_on(scores):
    parts, whole = bed(scores["knock"], ("groove", 70), ("groove", 90)), bed(scores["knock"], ("groove", 160))
    assert parts.tobytes() == whole.tobytes()


def test_a_mood_that_returns_begins_again_with_its_first_bar_but_not_with_the_same_samples(scores):
    made = bed(scores["knock"], ("groove", 64), ("none", 100), ("groove", 64), ("none", 50))
    first, second = made[: 64 * 1920], made[164 * 1920 : 228 * 1920]
    assert np.corrcoef(first[:9600, 0], second[:9600, 0])[0, 1] > 0.5
    assert first.tobytes() != second.tobytes()


def test_editing_a_note_changes_nothing_before_it_and_nothing_after_its_tail():
    before = bed(drum(0, 40, 200), ("groove", 300))
    score = drum(0, 40, 200)
    louder = tuple(replace(note, v=0.3) if note.at == 40 else note for note in score.phrases["a"].notes)
    after = bed(replace(score, phrases={"a": Phrase(frames=500, notes=louder)}), ("groove", 300))
    changed = np.flatnonzero(np.abs(after - before).max(axis=1) > 1e-5)
    assert 40 * 1920 <= changed.min() < 41 * 1920
    assert changed.max() < 80 * 1920


@pytest.mark.parametrize(("name", "moods"), [
    ("knock", ("groove", "tick", "none", "quick", "brushes", "muffled", "hum", "warm", "full")),
    ("star", ("lullaby", "hurry", "low", "hush", "together")),
    ("door", ("wall", "marimba", "kitchen")),
])  # fmt: skip
def test_no_mood_begins_or_ends_with_a_click(scores, name, moods):
    """Each lasts an odd number of frames, so that it is left in the middle of a bar, with its notes ringing."""
    heard = bed(scores[name], *((mood, 77) for mood in moods))
    assert click_db(mono(heard)) < -35
    assert np.abs(heard[[0, -1]]).max() < 1e-4


def test_a_mood_that_is_cut_short_fades_over_what_follows():
    heard = np.abs(mono(bed(drum(10, fade_out=5), ("groove", 11), ("none", 60))))
    assert heard[12 * 1920 : 13 * 1920].max() > 0.01
    assert heard[40 * 1920 :].max() < 1e-3


@pytest.mark.parametrize(("name", "mood", "lufs"), MOODS)
def test_each_mood_is_as_loud_as_it_should_be_and_leaves_room_for_a_voice(scores, name, mood, lufs):
    heard = bed(scores[name], (mood, SECONDS * 25))
    loudness = measure(heard)
    assert loudness.integrated_lufs == pytest.approx(lufs, abs=1.5)
    assert loudest_3_s_lufs(loudness) < LOUDEST_LUFS
    assert true_peak_db(heard) < -7
    assert share(mono(heard), 2000, 5000) < 0.1


@pytest.mark.slow
@pytest.mark.parametrize(("name", "mood"), [(name, mood) for name, mood, _ in MOODS])
def test_every_mood_leaves_room_for_a_voice_through_all_its_variations_and_its_ending(scores, name, mood):
    assert loudest_3_s_lufs(measure(bed(scores[name], (mood, 1750)))) < LOUDEST_LUFS


def loudest_3_s_lufs(loudness):
    energy = 10 ** (loudness.momentary_lufs / 10)
    return 10 * np.log10(np.convolve(energy, np.ones(30) / 30, "valid").max())


@pytest.mark.parametrize(
    ("name", "play", "pressure"), [("knock", "groove", ("tick", "quick", "hum")), ("star", "lullaby", ("hurry", "low"))]
)
def test_pressure_is_never_louder_than_play(scores, name, play, pressure):
    free = measure(bed(scores[name], (play, 400)))
    for mood in pressure:
        pressed = measure(bed(scores[name], (mood, 400)))
        assert pressed.integrated_lufs < free.integrated_lufs
        assert pressed.momentary_lufs.max() < free.momentary_lufs.max()


def test_the_hum_thins_out(scores):
    heard = bed(scores["knock"], ("hum", 450))
    early, late = (measure(heard[start * 48_000 : (start + 4) * 48_000]).integrated_lufs for start in (3, 13))
    assert late < early - 3


def test_cloth_and_walls_keep_what_is_bright(scores):
    for name, mood in (("knock", "muffled"), ("door", "wall")):
        assert share(mono(bed(scores[name], (mood, 400))), 1000, 24_000) < 0.01


@pytest.mark.parametrize(("name", "mood"), [("knock", "full"), ("star", "together"), ("door", "kitchen")])
def test_one_loudspeaker_or_none_below_200_hz_still_plays_the_bed(scores, name, mood):
    from scipy import signal

    heard = bed(scores[name], (mood, 300))
    whole = measure(heard).integrated_lufs
    one = np.repeat(heard.mean(axis=1, keepdims=True), 2, axis=1)
    high = signal.sosfilt(signal.butter(2, 200, "highpass", fs=48_000, output="sos"), heard, axis=0).astype(np.float32)
    assert whole - measure(one).integrated_lufs < 0.5
    assert whole - measure(high).integrated_lufs < 4.5


def test_the_film_ends_with_the_last_chord_ringing(scores):
    frames = 431
    heard = mono(bed(scores["knock"], ("full", frames)))
    last = max(note.at for note in stretch(scores["knock"], "full", frames, last=True))
    ringing = heard[(last + 12) * 1920 : (last + 30) * 1920]
    assert np.sqrt(np.mean(ringing**2)) > 0.01
    assert np.abs(heard[-480:]).max() < 1e-3


def test_a_mood_the_score_does_not_have_is_an_error(scores):
    with pytest.raises(KeyError):
        bed(scores["door"], ("tick", 50))
