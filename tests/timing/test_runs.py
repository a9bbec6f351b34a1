"""Music over several shots, and its captions."""

from __future__ import annotations

from small_films import film, planned, shot

from animkit.sound.catalogue import MOODS
from animkit.timing.runs import mood_captions

FILM = [
    shot("Maya drums.", name="a"),
    shot("Maya drums.", name="b", mood="groove"),
    shot("Maya drums.", name="c", mood="groove"),
    shot("Maya drums.", name="d", mood="tick"),
    shot("Maya drums.", name="e", mood="none"),
    shot("Maya drums.", name="f", mood="room"),
    shot("Maya drums.", name="g", mood="quick"),
    shot("Maya drums.", name="h", mood="none"),
]


def test_captions_name_music_that_begins_and_the_stop_that_matters():
    assert mood_captions(film(*FILM), MOODS) == {
        "b": ("groove", "bucket drumming"),
        "d": ("tick", "fast ticking"),
        "e": ("none", "ticking stops"),
        "f": ("room", ""),
        "g": ("quick", "quick, light music"),
        "h": ("none", ""),
    }


def test_stretches_reach_from_one_change_to_the_next():
    timeline, _ = planned(*FILM)
    starts = {slot.shot: slot.start for slot in timeline.slots}
    assert [(mood.mood, mood.start, mood.end) for mood in timeline.moods] == [
        ("groove", starts["b"], starts["d"]),
        ("tick", starts["d"], starts["e"]),
        ("none", starts["e"], starts["f"]),
        ("room", starts["f"], starts["g"]),
        ("quick", starts["g"], starts["h"]),
        ("none", starts["h"], timeline.frames),
    ]


def test_a_film_without_music_has_none():
    assert planned(shot("Maya drums."))[0].moods == ()
