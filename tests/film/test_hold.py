"""Holds of the extended film: the last picture of a piece, put in between two pieces, everything else the same packets."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from animkit.film.assemble import assemble
from animkit.film.conform import tiling
from animkit.film.derive import derived_all
from animkit.film.hold import hold_tasks, with_holds
from animkit.film.model import FilmPlan
from animkit.film.pieces import coded_pictures, piece_facts
from animkit.film.verify import verify
from animkit.shots.encode import pictures, rgb
from animkit.store import Store

POINTS = ((40, 30), (66, 12))
"""After the first shot; before the dissolve out of the second."""


@pytest.fixture
def longer(plan: FilmPlan, tmp_path) -> FilmPlan:
    tasks = hold_tasks(plan.stretches, POINTS, width_px=320, height_px=180, fps=25)
    holds = derived_all(tasks, Store(tmp_path), jobs=1)
    return replace(plan, stretches=with_holds(plan.stretches, holds), frames=plan.frames + 42, sound=None, texts=(), chapters=())


def test_the_longer_film_is_whole_and_proves_itself(longer: FilmPlan, tmp_path) -> None:
    assert tiling(longer.stretches, 147) == ()
    assert len({piece_facts(run.path, 25).parameters_sha256 for run in longer.stretches}) == 1
    assemble(longer, tmp_path / "longer.mp4")
    found, _ = verify(tmp_path / "longer.mp4", longer)
    assert found == ()


def test_a_hold_shows_the_last_picture_and_nothing_moves(longer: FilmPlan) -> None:
    before, hold = longer.stretches[:2]
    assert hold.frames == 30
    last = rgb(list(pictures(before.path))[-1]).astype(int)
    held = [rgb(picture).astype(int) for picture in pictures(hold.path)]
    assert len(held) == 30
    assert all(np.abs(picture - last).mean() < 1.5 for picture in held)


def test_everything_around_a_hold_is_the_same_packets(plan: FilmPlan, longer: FilmPlan) -> None:
    kept = [run for run in longer.stretches if run.path in {one.path for one in plan.stretches}]
    assert [run.sha256 for run in kept] == [run.sha256 for run in plan.stretches]
    assert [next(islice(coded_pictures(run.path, 25), 1)).data for run in kept]


def test_a_film_is_never_held_inside_a_piece(plan: FilmPlan) -> None:
    with pytest.raises(ValueError, match="frame 41"):
        hold_tasks(plan.stretches, [(41, 5)], width_px=320, height_px=180, fps=25)
