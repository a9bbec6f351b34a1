"""The picture lock: what fits it, and by how much the rest does not."""

from __future__ import annotations

import pytest
from small_films import At, codes, film, planned, shot, take, takes
from strategies import campaign

from animkit.narration.lines import spoken_lines
from animkit.storyboard.model import Dissolve, Pause, Sound
from animkit.timing.lock import locked
from animkit.timing.plan import plan

PAUSE = Pause(question="What changed?", minutes=3, who="In pairs")


def relocked(was, now, word_ms=400):
    """The film ``now``, said at ``word_ms`` a word, under the lock of the film ``was``."""
    lock = locked(planned(*was)[0])
    storyboard = film(*now)
    return lock, *plan(storyboard, takes(storyboard, word_ms), campaign(), lock=lock, marks=At())


def test_a_shorter_take_keeps_the_place_of_the_longer_one():
    was = [shot("Maya {drums} drums.", "Otis films.")]
    lock, timeline, findings = relocked(was, was, word_ms=300)
    assert findings == ()
    assert timeline.locked
    assert (timeline.slots, timeline.beats) == (lock.slots, lock.beats)
    assert [(take.start, take.end) for take in timeline.takes] == [(12, 27), (40, 55)]


def test_a_take_that_does_not_fit_says_by_how_much():
    was = [shot("Maya drums.", "Otis films.")]
    _, _, findings = relocked(was, was, word_ms=600)  # Each take lasts 1200 ms; the first has 28 frames, 1120 ms.
    assert codes(findings) == [("take-too-long", "stream.lines.0.text")]
    assert "80 ms too long" in findings[0].what
    assert findings[0].frame == 12


@pytest.mark.parametrize(
    ("made", "room_ms"),
    [
        ({}, (33) * 40),
        ({"pause": PAUSE}, 20 * 40),
        ({"hold": 1.0}, (33 + 25) * 40),
    ],
)
def test_the_last_take_fits_before_the_cut_and_the_hold_of_a_pause(made, room_ms):
    was = [shot("Maya drums.", **made)]
    assert relocked(was, was, word_ms=room_ms // 2)[2] == ()
    assert codes(relocked(was, was, word_ms=room_ms // 2 + 20)[2]) == [("take-too-long", "stream.lines.0.text")]


def test_quiet_after_a_help_route_is_kept():
    was = [shot("In danger, call 999.", "Otis films.")]
    assert relocked(was, was)[2] == ()
    _, _, findings = relocked(was, was, word_ms=420)
    assert "120 ms too long" in findings[0].what


@pytest.mark.parametrize(
    ("code", "place", "now"),
    [
        ("shot-not-locked", "new", [shot("Maya drums."), shot(seconds=2, name="end"), shot("Otis films.", name="new")]),
        ("locked-shot-gone", "", [shot("Maya drums.")]),
        ("lock-other-order", "", [shot(seconds=2, name="end"), shot("Maya drums.")]),
        ("line-not-locked", "stream.lines.1.text", [shot("Maya drums.", "Otis films."), shot(seconds=2, name="end")]),
        ("beat-not-locked", "stream.lines.0.text", [shot("Maya {drums} drums."), shot(seconds=2, name="end")]),
        ("beat-not-locked", "end.beats.look", [shot("Maya drums."), shot(seconds=2, name="end", beats={"look": 1})]),
        ("transition-not-locked", "end.transition", [shot("Maya drums."), shot(seconds=2, name="end", transition=Dissolve(dissolve=0.4))]),
    ],
)
def test_a_film_that_has_changed_since_is_found(code, place, now):
    lock, timeline, findings = relocked([shot("Maya drums."), shot(seconds=2, name="end")], now)
    assert (code, place) in codes(findings)
    assert (timeline.slots, timeline.beats) == (lock.slots, lock.beats)


def test_another_frame_rate_is_another_film():
    was = planned(shot("Maya drums."))[0]
    storyboard = film(shot("Maya drums."))
    timeline, findings = plan(storyboard, takes(storyboard), campaign(), fps=30, lock=was, marks=At())
    assert codes(findings) == [("lock-other-rate", "")]
    assert timeline == was


def test_music_sounds_pauses_and_chapters_may_change():
    lock, timeline, findings = relocked(
        [shot("Maya {drums} drums.")], [shot("Maya {drums} drums.", mood="tick", pause=PAUSE, sounds=(Sound(sound="tap", at="drums"),))]
    )
    assert {finding.code for finding in findings} == {"take-too-long"}  # There is no room for the pause's hold.
    assert timeline.slots == lock.slots
    assert (timeline.moods[0].mood, timeline.pauses[0].who, timeline.sounds[0].frame) == ("tick", "In pairs", 22)


def test_a_line_that_is_gone_leaves_its_place_empty():
    _, timeline, findings = relocked([shot("Maya drums.", "Otis films.")], [shot("Maya drums.")])
    assert findings == ()
    assert [placed.text for placed in timeline.takes] == ["Maya drums."]


def test_new_words_of_a_locked_line_are_judged_by_their_take():
    was = [shot("Maya drums.")]
    lock = planned(*was)[0]
    storyboard = film(shot("Maya drums loudly."))
    (line,) = spoken_lines(storyboard, campaign())
    timeline, findings = plan(storyboard, {line.line_id: take(line, 300)}, campaign(), lock=lock, marks=At())
    assert findings == ()
    assert timeline.takes[0].text == "Maya drums loudly."
