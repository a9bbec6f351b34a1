import numpy as np
import pytest
from PIL import Image

from animkit.film.animatic import PICTURE_PX, STRIP_PX, WIDTH_PX, animatic_task
from animkit.film.derive import derived, piece_key
from animkit.shots.encode import pictures, rgb
from animkit.store import Store
from animkit.timing.timeline import PlacedTake, Slot, Timeline

TAKE = PlacedTake(
    line_id="a.1", shot="a", speaker="narrator", text="Five taps. " * 20, start=12, end=20, audio_sha256="", source="", words=()
)
TIMELINE = Timeline(fps=25, frames=50, slots=(Slot(shot="a", start=0, frames=30), Slot(shot="b", start=30, frames=20)), takes=(TAKE,))


@pytest.fixture
def panels(tmp_path):
    found = {}
    for name, colours in {"a": ["red", "lime"], "b": ["blue"]}.items():
        found[name] = []
        for number, colour in enumerate(colours):
            path = tmp_path / f"{name}{number}.png"
            Image.new("RGB", (320, 180), colour).save(path)
            found[name].append((20 * number + 4, path))
    return found


def test_each_panel_is_held_from_its_moment_the_first_from_the_slots_start(panels):
    task = animatic_task(TIMELINE, panels)
    assert [(held.start, held.image.name) for held in task.held] == [(0, "a0.png"), (12, "a0.png"), (24, "a1.png"), (30, "b0.png")]
    assert task.held[0].label == "a   0:00:00 to 0:01:05   30 frames"
    assert [bool(held.words) for held in task.held] == [False, True, True, False]


def test_the_animatic_lasts_as_long_as_the_film_and_shows_its_panels(panels, tmp_path):
    made = derived(animatic_task(TIMELINE, panels), Store(tmp_path / "store"))
    frames = [rgb(picture) for picture in pictures(made.path)]
    assert len(frames) == 50
    assert frames[0].shape == (PICTURE_PX + STRIP_PX, WIDTH_PX, 3)
    for number, colour in {0: (255, 0, 0), 23: (255, 0, 0), 24: (0, 255, 0), 30: (0, 0, 255), 49: (0, 0, 255)}.items():
        assert np.abs(frames[number][200, 400].astype(int) - colour).max() <= 8, number
    dark = [(frame[PICTURE_PX + 36 :] < 100).mean() for frame in frames]
    assert dark[11] < 0.001 < dark[12]


def test_words_too_long_for_the_strip_are_cut_at_a_word(panels, tmp_path):
    made = derived(animatic_task(TIMELINE, panels), Store(tmp_path / "store"))
    frame = rgb(list(pictures(made.path))[12])
    assert frame[PICTURE_PX + 36 :, WIDTH_PX - 10 :].min() > 200


def test_another_panel_is_another_animatic(panels):
    before = piece_key(animatic_task(TIMELINE, panels))
    Image.new("RGB", (320, 180), "white").save(panels["b"][0][1])
    assert piece_key(animatic_task(TIMELINE, panels)) != before


def test_a_shot_without_a_panel_is_an_error_of_ours(panels):
    with pytest.raises(KeyError, match="b"):
        animatic_task(TIMELINE, {"a": panels["a"]})
