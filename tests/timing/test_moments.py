"""Beats and sounds: on words, at seconds, on onsets, in any order; and what cannot be placed."""

from __future__ import annotations

import pytest
from small_films import codes, planned, shot

from animkit.sound.catalogue import SoundInfo
from animkit.storyboard.model import Sound

SOUNDS = {
    "knock": SoundInfo(caption="five knocks", length_ms=2600, onsets_ms=(0, 640, 960, 1280, 1920)),
    "creak": SoundInfo(caption="a creak", length_ms=970, hit_ms=500),
}


def beats(*shots, **more):
    timeline, findings = planned(*shots, sounds=SOUNDS, **more)
    return {beat.name: beat.frame for beat in timeline.beats}, findings


def test_a_mark_falls_on_its_word():
    assert beats(shot("You can {end} end the {stream} stream.")) == ({"end": 12 + 20, "stream": 12 + 40}, ())


def test_a_mark_before_a_number_falls_on_the_first_of_its_spoken_words():
    assert beats(shot("Call {danger} 999 now, {now} now."))[0] == {"danger": 12 + 10, "now": 12 + 50}


def test_seconds_count_from_the_start_of_the_shot():
    found, _ = beats(shot("One line.", name="first", seconds=4), shot(name="second", seconds=9, beats={"look": 8.12, "go": 0}))
    assert found == {"go": 100, "look": 303}


def test_onsets_are_counted_over_every_placing_of_a_sound():
    sounds = (Sound(sound="knock", at=3.0), Sound(sound="knock", at=0.4))
    found, findings = beats(shot(seconds=9, sounds=sounds, beats={"tap": "knock.1", "last": "knock.5", "again": "knock.6"}))
    assert findings == ()
    assert found == {"tap": 10, "last": 10 + 48, "again": 75}


def test_a_sound_hangs_on_a_beat_that_hangs_on_a_sound_in_any_order():
    sounds = (Sound(sound="creak", at="taut"), Sound(sound="knock", at="go"))
    found, findings = beats(shot(seconds=9, sounds=sounds, beats={"taut": "knock.2", "go": 1.0}))
    assert (found, findings) == ({"go": 25, "taut": 41}, ())


def test_a_sound_falls_by_its_hit_and_lasts_from_there():
    timeline, _ = planned(
        shot(seconds=5, sounds=(Sound(sound="creak", at=2.0), Sound(sound="knock", at=1.0, caption="tum"))), sounds=SOUNDS
    )
    assert [(s.sound, s.frame, s.caption, s.caption_frames) for s in timeline.sounds] == [
        ("knock", 25, "tum", 65),
        ("creak", 50, "a creak", 12),
    ]


@pytest.mark.parametrize(
    ("code", "place", "more"),
    [
        ("unknown-sound", "stream.sounds.0.sound", {"sounds": (Sound(sound="nock", at=0),)}),
        ("unknown-beat", "stream.sounds.0.at", {"sounds": (Sound(sound="knock", at="strat"),), "beats": {"start": 1}}),
        ("unknown-onset", "stream.beats.tap", {"beats": {"tap": "knock.1"}}),
        ("unknown-onset", "stream.beats.tap", {"sounds": (Sound(sound="knock", at=0),), "beats": {"tap": "knock.6"}}),
        ("unknown-beat", "stream.beats.tap", {"sounds": (Sound(sound="knock", at=0),), "beats": {"tap": "knock"}}),
        ("beat-in-circle", "stream.sounds.0.at", {"sounds": (Sound(sound="knock", at="a"),), "beats": {"a": "knock.2"}}),
        ("beat-in-circle", "stream.beats.b", {"beats": {"a": "b", "b": "a"}}),
        ("beat-outside", "stream.beats.late", {"beats": {"late": 9.5}}),
        ("sound-outside", "stream.sounds", {"sounds": (Sound(sound="knock", at=9.0),)}),
    ],
)
def test_what_cannot_be_placed_is_found_once_and_left_out(code, place, more):
    timeline, findings = planned(shot(seconds=9, **more), sounds=SOUNDS)
    assert {found for found, _ in codes(findings)} == {code}
    assert (code, place) in codes(findings)
    assert all(beat.frame < 225 for beat in timeline.beats)
    assert all(sound.frame < 225 for sound in timeline.sounds)


def test_a_beat_cannot_be_a_mark_and_stated_too():
    _, findings = beats(shot("You can {end} end it.", beats={"end": 1.0}))
    assert codes(findings) == [("beat-twice", "stream.beats.end")]


def test_the_nearest_name_is_offered():
    _, findings = beats(shot(seconds=9, sounds=(Sound(sound="knock", at="strat"),), beats={"start": 1}))
    assert findings[0].mend == "did you mean 'start'?"
