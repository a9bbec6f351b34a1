import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from animkit.narration.edges import Edges, edges, snap, spread
from animkit.narration.model import Word

RATE_HZ = 48_000


def tone(ms, level=0.3):
    return (level * np.sin(np.arange(ms * RATE_HZ // 1000) * 2 * np.pi * 220 / RATE_HZ)).astype(np.float32)


def quiet(ms, noise=1e-5):
    return (noise * np.random.default_rng(ms).standard_normal(ms * RATE_HZ // 1000)).astype(np.float32)


def words(*times):
    return tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in times)


def test_speech_is_found_between_silences_to_a_window():
    found = edges(np.concatenate([quiet(300), tone(400), quiet(200), tone(350), quiet(500)]))
    assert (found.start_ms, found.end_ms, found.silences_ms) == (300, 1250, ((700, 900),))


def test_a_noisy_room_is_no_speech():
    found = edges(np.concatenate([tone(400), tone(350)]) + quiet(750, 2e-3))
    around = edges(np.concatenate([quiet(300, 2e-3), tone(400) + quiet(400, 2e-3), quiet(500, 2e-3)]))
    assert (found.start_ms, found.end_ms) == (0, 750)
    assert (around.start_ms, around.end_ms) == (300, 700)


def test_the_closing_of_a_consonant_is_no_silence():
    assert edges(np.concatenate([tone(300), quiet(80), tone(300)])).silences_ms == ()


def test_a_door_far_from_the_words_does_not_count():
    sound = np.concatenate([tone(80), quiet(700), tone(500), quiet(900), tone(80)])
    found = edges(sound, words(("Stop.", 800, 1250)))
    assert (found.start_ms, found.end_ms) == (780, 1280)


def test_the_models_own_click_at_the_end_is_left_out_and_a_released_t_is_kept():
    assert edges(np.concatenate([tone(500), quiet(120), tone(40, 0.004), quiet(100)])).end_ms == 500
    assert edges(np.concatenate([tone(500), quiet(80), tone(40, 0.05), quiet(100)])).end_ms == 620


@pytest.mark.parametrize("samples", [np.zeros(100, np.float32), np.zeros(0, np.float32)])
def test_too_little_is_no_speech(samples):
    with pytest.raises(ValueError, match="no speech"):
        edges(samples)


def test_words_at_a_pause_move_to_its_edges_and_others_stay():
    found = Edges(start_ms=20, end_ms=1500, silences_ms=((480, 800), (1000, 1045)))
    moved = snap(words(("Stop.", 60, 560), ("You", 840, 980), ("can.", 1000, 1700)), found)
    assert moved == words(("Stop.", 20, 480), ("You", 800, 980), ("can.", 1000, 1500))


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000), st.booleans()), min_size=1, max_size=8),
    st.integers(0, 400),
    st.integers(0, 2500),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(40, 400)), max_size=4),
)
def test_snapped_words_are_in_order_whatever_the_model_said(times, start_ms, length_ms, gaps):
    spoken = words(*((f"w{'.' if full else ''}", *sorted((a, b))) for a, b, full in times))
    moved = snap(spoken, Edges(start_ms, start_ms + length_ms, tuple((at, at + ms) for at, ms in gaps)))
    flat = [time for word in moved for time in (word.start_ms, word.end_ms)]
    assert flat == sorted(flat)
    assert [word.text for word in moved] == [word.text for word in spoken]
    assert all(word.end_ms > word.start_ms for word in moved)


def test_estimated_words_keep_to_the_longest_silences():
    found = Edges(100, 2_100, ((600, 650), (900, 1_400), (1_800, 1_850)))
    estimated = spread(("Does", "dim.", "Dwed", "wrth", "oedolyn."), found)
    assert estimated[1].end_ms == 900
    assert estimated[2].start_ms == 1_400
    assert (estimated[0].start_ms, estimated[-1].end_ms) == (100, 2_100)


def test_estimated_words_are_even_where_the_pauses_are_missing():
    assert spread(("Na.", "Nac."), Edges(0, 700, ())) == words(("Na.", 0, 300), ("Nac.", 300, 700))
