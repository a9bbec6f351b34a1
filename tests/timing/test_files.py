"""The timeline file: it round-trips, and nothing broken is read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from small_films import planned, shot
from strategies import timelines

from animkit.findings import Refused
from animkit.timing.files import as_json, as_text, broken, from_json, from_text

FILM = planned(shot("Maya {drums} drums.", name="one"), shot("Otis films.", name="two"))[0]


@given(timelines())
@settings(max_examples=30, deadline=None)
def test_a_timeline_round_trips(timeline):
    assert from_json(as_json(timeline)) == timeline
    assert from_text(as_text(timeline)) == timeline


def test_the_file_says_its_version_first_and_is_readable():
    assert as_text(FILM).startswith('{\n "version": 1,\n "fps": 25,\n')
    assert as_text(FILM).endswith("}\n")


def refused(value):
    with pytest.raises(Refused) as refusal:
        from_json(value, "dares.lock.json")
    assert all(finding.place.path == "dares.lock.json" for finding in refusal.value.findings)
    return "\n".join(finding.what for finding in refusal.value.findings)


def changed(**more):
    return json.loads(json.dumps(as_json(FILM) | more))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "no timeline"),
        (changed(version=2), "version is 2"),
        (changed(version=True), "version is True"),
        ({key: item for key, item in changed().items() if key != "version"}, "version is None"),
        (changed(fps="25"), "fps: should be a valid integer"),
        (changed(fps=True), "fps: should be a valid integer"),
        (changed(frames=4.5), "frames"),
        (changed(extra=1), "extra"),
        (changed(locked=1), "locked"),
        ({key: item for key, item in changed().items() if key != "slots"}, "slots: Field required"),
        (changed(slots=[]), "slots end at frame 0"),
        (changed(frames=91), "slots end at frame 90, the film at 91"),
    ],
)
def test_what_is_no_timeline_is_refused(value, said):
    assert said in refused(value)


def test_all_faults_are_named_together():
    assert len(refused(changed(fps="25", frames="90")).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no timeline file"),
        ("<<<<<<< HEAD\n{}", "no timeline file"),
        ('{"version": 1, "version": 1}', "'version' twice"),
        ('{"fps": NaN}', "NaN is no number"),
        ("[" * 100_000, "no timeline file"),
    ],
)
def test_what_is_no_timeline_file_is_refused(text, said):
    with pytest.raises(Refused, match=said):
        from_text(text)


one, two = FILM.slots


@pytest.mark.parametrize(
    ("timeline", "said"),
    [
        (replace(FILM, slots=(one, replace(two, start=46))), "do not tile"),
        (replace(FILM, slots=(one, replace(two, start=44))), "do not tile"),
        (replace(FILM, slots=(replace(one, frames=0), replace(two, start=0)), frames=45), "do not tile"),
        (replace(FILM, slots=(one, replace(two, shot="one"))), "same shot"),
        (replace(FILM, slots=(replace(one, handle_out=3), two)), "handles do not meet"),
        (replace(FILM, slots=(replace(one, handle_out=-3), replace(two, handle_in=-3))), "less than no frames"),
        (replace(FILM, slots=(replace(one, handle_in=3), two)), "inside a dissolve"),
        (replace(FILM, takes=(replace(FILM.takes[0], shot="three"),)), "has no slot"),
        (replace(FILM, takes=(replace(FILM.takes[0], end=46),)), "outside the slot"),
        (replace(FILM, beats=(replace(FILM.beats[0], frame=45),)), "beat 'drums' is at frame 45, outside the slot of 'one'"),
        (replace(FILM, fps=0), "0 frames a second"),
    ],
)
def test_a_timeline_that_is_broken_in_itself_is_known(timeline, said):
    assert any(said in fault for fault in broken(timeline))


def test_a_sound_timeline_has_no_fault():
    assert list(broken(FILM)) == []
