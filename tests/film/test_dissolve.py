from dataclasses import replace

import numpy as np
import pytest

from animkit.film.derive import derived, piece_key
from animkit.film.dissolve import dissolve_tasks, packed, unpacked
from animkit.shots.encode import pictures
from animkit.store import Store


@pytest.fixture
def task(small_film):
    (task,) = dissolve_tasks(small_film.timeline, small_film.clips, width_px=320, height_px=180)
    return task


def test_a_dissolve_stands_around_its_cut(task):
    assert (task.place.start, task.place.frames, task.place.shots) == (66, 8, ("green", "blue"))


def test_the_composite_is_the_weighted_mean_of_both_pieces(task):
    going = [packed(picture).astype(float) for picture in pictures(task.tail.path)]
    coming = [packed(picture).astype(float) for picture in pictures(task.head.path)]
    for number, frame in enumerate(task._frames()):
        share = (number + 0.5) / 8
        wanted = going[number] * (1 - share) + coming[number] * share
        assert np.abs(frame - wanted).max() <= 1.1, number


def test_what_does_not_change_keeps_its_value(task):
    """A dissolve of a piece into itself is that piece: no flat area grows darker while it lasts."""
    same = replace(task, head=task.tail)
    for frame, picture in zip(same._frames(), pictures(task.tail.path), strict=True):
        assert np.array_equal(unpacked(frame), picture.to_ndarray())


def test_a_dissolve_is_made_once_and_then_comes_from_the_store(task, tmp_path):
    store = Store(tmp_path)
    first = derived(task, store)
    inode = first.path.stat().st_ino
    assert derived(task, store) == first
    assert first.path.stat().st_ino == inode
    assert not [path for path in (tmp_path / "tmp").rglob("*") if path.is_file()]


def test_equal_pieces_give_equal_bytes(task, tmp_path):
    assert derived(task, Store(tmp_path / "one")).sha256 == derived(task, Store(tmp_path / "two")).sha256


def test_another_head_is_another_key(task, make_piece):
    other = make_piece("head", -4, 8)
    assert piece_key(replace(task, head=other)) != piece_key(task)


def test_pieces_of_different_lengths_are_refused(task, make_piece, tmp_path):
    wrong = replace(task, head=make_piece("head", -4, 7))
    with pytest.raises(ValueError, match="pieces of 8 and 7"):
        wrong.make(tmp_path / "wrong.mp4")
    assert not (tmp_path / "wrong.mp4").exists()
