import io
import wave

import numpy as np
import pytest

from animkit.narration.audio import Part, at_48_khz, breathe, faded, finish, levelled, part_of
from animkit.narration.edges import edges
from animkit.narration.filters import held_under, loudness_lufs
from animkit.narration.model import Speech, Word
from animkit.store import sha256_bytes

RATE_HZ = 48_000


def speech(samples, *words, rate_hz=RATE_HZ):
    spoken = tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in words)
    return Speech(samples=samples.astype(np.float32), rate_hz=rate_hz, words=spoken, source="human: Jo")


def tone(ms, rate_hz=RATE_HZ, level=0.3, hz=220):
    return (level * np.sin(np.arange(ms * rate_hz // 1000) * 2 * np.pi * hz / rate_hz)).astype(np.float32)


def quiet(ms, rate_hz=RATE_HZ):
    return np.zeros(ms * rate_hz // 1000, np.float32)


def test_a_take_starts_with_its_voice_and_its_words_move_along():
    sound = np.concatenate([quiet(400), tone(600), quiet(700)])
    finished = finish([part_of(speech(sound, ("Stop", 380, 700), ("now.", 700, 1100)))])
    assert [(word.start_ms, word.end_ms) for word in finished.words] == [(10, 310), (310, 610)]
    assert finished.duration_ms == 690
    assert edges(finished.samples).start_ms <= 15


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 44_100, 48_000, 96_000])
def test_every_rate_becomes_48_khz_with_nothing_moved(rate_hz):
    sound = np.concatenate([quiet(200, rate_hz), tone(500, rate_hz), quiet(200, rate_hz)])
    finished = finish([part_of(speech(sound, ("Ah.", 200, 700), rate_hz=rate_hz))])
    assert abs(finished.duration_ms - 590) <= 5
    assert len(finished.samples) == finished.duration_ms * 48
    clicks = np.zeros(rate_hz, np.float32)
    clicks[rate_hz // 2] = 1
    assert abs(int(np.abs(at_48_khz(clicks, rate_hz)).argmax()) - 24_000) <= 1


@pytest.mark.parametrize("text", ["Real friends are not in a hurry.", "No.", "You can end the stream. You owe nobody a reason."])
def test_every_take_is_as_loud_as_the_others_and_never_clips(voice, text):
    samples = voice(text).samples
    assert loudness_lufs(samples) == pytest.approx(-16, abs=0.5)
    assert 20 * np.log10(np.abs(samples).max()) <= -1.49


def test_peaks_are_held_without_delay():
    sound = tone(500, level=0.2)
    sound[12_000:12_004] = 0.99
    held = held_under(sound, -6)
    assert np.abs(held).max() <= 10 ** (-6 / 20) + 1e-6
    assert len(held) == len(sound)
    assert float(np.abs(held[:9_000] - sound[:9_000]).max()) < 0.02
    assert np.array_equal(held_under(sound[:9_000], -6), sound[:9_000])


def test_a_short_word_is_measured_as_if_it_went_on():
    word = tone(300)
    assert loudness_lufs(word) == pytest.approx(loudness_lufs(np.tile(word, 20)), abs=0.1)


def test_silence_has_no_loudness():
    with pytest.raises(ValueError, match="no speech"):
        levelled(quiet(500))


def test_pauses_grow_to_their_length_and_later_words_move():
    sound = np.concatenate([tone(500), quiet(110), tone(490)])
    part = Part(sound, speech(sound, ("Stop.", 0, 500), ("You", 610, 800), ("can.", 800, 1100)).words, frozenset({0}))
    longer = breathe(part, lambda word: 600 if word.endswith(".") else 0)
    assert [(word.start_ms, word.end_ms) for word in longer.words] == [(0, 500), (1100, 1290), (1290, 1590)]
    assert len(longer.samples) == len(sound) + 490 * 48
    assert edges(longer.samples).silences_ms == ((500, 1100),)


def test_a_pause_that_is_long_enough_is_left_alone():
    sound = np.concatenate([tone(500), quiet(700), tone(500)])
    part = Part(sound, speech(sound, ("Stop.", 0, 500), ("You.", 1200, 1700)).words, frozenset({0}))
    longer = breathe(part, lambda _: 600)
    assert longer.samples is sound
    assert longer.words == part.words


def test_no_hole_is_cut_where_the_voice_ran_on():
    sound = tone(1000)
    part = part_of(speech(sound, ("Stop.", 0, 480), ("You.", 520, 1000)))
    assert part.pauses == frozenset()
    assert breathe(part, lambda _: 600).samples is part.samples


def test_true_silences_are_known():
    sound = np.concatenate([tone(500), quiet(120), tone(400), tone(400)])
    part = part_of(speech(sound, ("Stop.", 0, 480), ("You,", 600, 1000), ("you.", 1000, 1390)))
    assert part.pauses == {0}


def test_sentences_that_were_spoken_apart_are_equally_loud_with_a_pause_between():
    quieter, louder = tone(600, level=0.05), tone(800, level=0.5)
    parts = [part_of(speech(quieter, ("One.", 0, 600))), part_of(speech(louder, ("Two", 0, 400), ("three.", 400, 800)))]
    finished = finish(parts, lambda _: 600)
    first, second, third = finished.words
    assert 590 <= second.start_ms - first.end_ms <= 620
    assert second.end_ms == third.start_ms
    levels = [float(np.abs(finished.samples[at : at + 9_600]).max()) for at in (9_600, second.start_ms * 48 + 9_600)]
    assert levels[0] == pytest.approx(levels[1], rel=0.05)


def test_ends_are_faded_and_the_middle_is_not():
    shaped = faded(np.ones(4_800, np.float32))
    assert (shaped[0], shaped[-1]) == (0, 0)
    assert shaped[239] < 1
    assert np.all(shaped[240:-240] == 1)


def test_the_wav_is_plain_and_equal_for_equal_speech(said):
    raw = said("Real friends are not in a hurry.")
    first, second = finish([part_of(raw)]).wav(), finish([part_of(raw)]).wav()
    assert sha256_bytes(first) == sha256_bytes(second)
    with wave.open(io.BytesIO(first)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)
        assert len(first) == 44 + 2 * file.getnframes()


def test_nothing_but_silence_is_no_take():
    with pytest.raises(ValueError, match="no speech"):
        part_of(speech(quiet(900), ("Ah.", 0, 400)))
