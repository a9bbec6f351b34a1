import numpy as np
import pytest

from animkit.film.derive import derived_all
from animkit.film.pieces import piece_facts
from animkit.film.small import small_tasks, width_at
from animkit.shots.encode import pictures, rgb
from animkit.store import Store


@pytest.mark.parametrize(("full", "width"), [((1920, 1080), 854), ((1080, 1920), 270), ((1080, 1080), 480), ((854, 480), 854)])
def test_the_small_picture_keeps_its_shape_in_whole_pairs_of_pixels(full, width):
    assert width_at(480, *full) == width


def test_small_pieces_have_the_same_frames_at_fewer_pixels(plan, tmp_path):
    made = derived_all(small_tasks(plan.stretches, width_px=160, height_px=90, fps=25), Store(tmp_path), jobs=2)
    assert [(run.start, run.frames, run.shots) for run in made] == [(run.start, run.frames, run.shots) for run in plan.stretches]
    facts = [piece_facts(run.path, 25) for run in made]
    assert {(fact.width_px, fact.height_px) for fact in facts} == {(160, 90)}
    assert len({fact.parameters_sha256 for fact in facts}) == 1


def test_a_small_frame_is_the_large_one_averaged(plan, tmp_path):
    (made,) = derived_all(small_tasks(plan.stretches[:1], width_px=160, height_px=90, fps=25), Store(tmp_path), jobs=1)
    large = [rgb(picture).astype(float) for picture in pictures(plan.stretches[0].path)]
    small = [rgb(picture).astype(float) for picture in pictures(made.path)]
    for first, second in zip(large, small, strict=True):
        halved = first.reshape(90, 2, 160, 2, 3).mean(axis=(1, 3))
        assert np.abs(halved - second).mean() < 3
