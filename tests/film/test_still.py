"""One frame of the film as a picture: the right one, decoded from the whole picture before it."""

import numpy as np
import pytest

from animkit.film.colour import planes_of, to_rgb
from animkit.film.still import holding, still
from animkit.shots.encode import pictures


@pytest.mark.parametrize("frame", [0, 1, 39, 40, 65, 66, 73, 74, 104])
def test_every_frame_is_the_one_that_a_player_shows(plan, frame) -> None:
    stretch = holding(plan.stretches, frame)
    shown = list(pictures(stretch.path))[frame - stretch.start]
    assert np.array_equal(np.asarray(still(plan.stretches, frame)), to_rgb(planes_of(shown.to_ndarray(), shown.width, shown.height)))


def test_a_frame_that_the_film_does_not_have(plan) -> None:
    with pytest.raises(ValueError, match="no frame 105"):
        still(plan.stretches, 105)
