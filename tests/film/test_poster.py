import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from animkit.film.poster import poster_frame, poster_png, write_poster


def test_the_poster_is_the_titles_last_frame_that_no_dissolve_touches(small_film):
    assert poster_frame(small_film.timeline) == 39
    assert poster_frame(small_film.timeline, "green") == 65
    with pytest.raises(KeyError):
        poster_frame(small_film.timeline, "nobody")


def test_a_poster_is_large_enough_and_shows_its_frame(plan, profile, tmp_path):
    write_poster(plan.stretches, 45, profile.delivery, tmp_path / "poster.png")
    with Image.open(tmp_path / "poster.png") as image:
        assert image.size == (1280, 720)
        assert image.info == {}
        assert np.abs(np.array(image.getpixel((60, 60))) - (60, 160, 80)).max() <= 4


def test_a_film_that_is_large_enough_is_not_scaled(plan, profile):
    rules = replace(profile.delivery, poster_width_px=320, poster_height_px=180)
    with Image.open(io.BytesIO(poster_png(plan.stretches, 0, rules))) as image:
        assert image.size == (320, 180)


def test_equal_films_have_equal_posters(plan, profile):
    assert poster_png(plan.stretches, 70, profile.delivery) == poster_png(plan.stretches, 70, profile.delivery)


def test_a_frame_outside_the_film_is_refused(plan, profile):
    with pytest.raises(ValueError, match="no frame 105"):
        poster_png(plan.stretches, 105, profile.delivery)
