"""What every plan keeps, for any film that an editor can write."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import campaign, films, spoken_lines, takes_of

from animkit import frames
from animkit.findings import errors
from animkit.timing.files import broken
from animkit.timing.plan import plan
from animkit.timing.timeline import Timeline

FEW = settings(max_examples=30, deadline=None)


def planned(film, fps=25, lock=None):
    storyboard, takes = film
    return plan(storyboard, takes, campaign(), fps=fps, lock=lock, lines=spoken_lines(storyboard))


@FEW
@given(films(), st.sampled_from([24, 25, 30, 50]))
def test_slots_tile_the_film_and_everything_lies_inside_its_slot(film, fps):
    timeline, findings = planned(film, fps)
    assert list(broken(timeline)) == []
    assert errors(findings) == ()
    assert [slot.shot for slot in timeline.slots] == [shot.id for shot in film[0].shots()]


@FEW
@given(films())
def test_every_mark_is_a_beat_on_the_start_of_its_word(film):
    timeline, findings = planned(film)
    assert errors(findings) == ()
    starts = {take.line_id: take.start for take in timeline.takes}
    for line in spoken_lines(film[0]):
        for name, index in line.marks:
            word = film[1][line.line_id].words[index]
            assert timeline.beats_of(line.shot)[name] == starts[line.line_id] + frames.start_frame(word.start_ms, 25)


@FEW
@given(films())
def test_speech_keeps_away_from_cuts_and_from_other_speech(film):
    timeline, _ = planned(film)
    timing = campaign().profile.timing
    for take in timeline.takes:
        slot = timeline.slot(take.shot)
        assert take.start >= slot.start + max(timing.speech_after_cut_frames, slot.handle_in)
        assert take.end <= slot.end - slot.handle_out
    for before, after in pairwise(timeline.takes):
        assert before.end <= after.start


@FEW
@given(films())
def test_quiet_follows_each_help_route_and_ends_each_pause(film):
    timeline, _ = planned(film)
    quiet = frames.end_frame(campaign().profile.timing.quiet_after_route_ms, 25)
    for take, after in zip_longest(timeline.takes, timeline.takes[1:]):
        following = after.start if after else timeline.frames
        if "CEOP" in take.text or "999" in take.text:
            assert following >= take.end + quiet
    for pause in timeline.pauses:
        slot = timeline.slot(pause.shot)
        hold = frames.end_frame(campaign().profile.timing.pause_hold_ms, 25)
        assert pause.frame == slot.end - 1
        assert all(take.end + hold <= slot.end for take in timeline.takes_of(pause.shot))


@FEW
@given(films())
def test_shots_last_what_is_stated_and_what_is_needed(film):
    timeline, _ = planned(film)
    for shot, slot in zip(film[0].shots(), timeline.slots, strict=True):
        assert slot.frames >= 25
        assert slot.frames >= frames.frames_for(shot.seconds or 0, 25)
        assert slot.frames > slot.handle_in + slot.handle_out
        if shot.scene == "help-card":
            assert slot.frames >= 200
        if not shot.lines and not shot.pause and shot.scene != "help-card":
            least = max(25, slot.handle_in + slot.handle_out + 1)
            assert slot.frames == max(least, frames.frames_for(shot.seconds, 25) + frames.frames_for(shot.hold, 25))


@FEW
@given(films())
def test_music_and_chapters_tile_the_film(film):
    timeline, _ = planned(film)
    assert timeline.chapters[0].start == 0
    for run in (timeline.chapters, timeline.moods):
        assert all(before.end == after.start for before, after in pairwise(run))
        assert all(before != after for before, after in pairwise(run))
        assert not run or run[-1].end == timeline.frames
    assert all(before.mood != after.mood for before, after in pairwise(timeline.moods))


@FEW
@given(films(most_shots=3), st.data())
def test_a_locked_film_keeps_every_frame_whatever_the_takes(film, data):
    lock, _ = planned(film)
    others = data.draw(takes_of(film[0], 40, 260))
    timeline, findings = planned((film[0], others), lock=lock)
    assert timeline.locked
    assert (timeline.slots, timeline.beats, timeline.frames) == (lock.slots, lock.beats, lock.frames)
    assert [(take.line_id, take.start) for take in timeline.takes] == [(take.line_id, take.start) for take in lock.takes]
    assert {finding.code for finding in findings} <= {"take-too-long"}
    if not findings:
        assert list(broken(timeline)) == []
        assert all(before.end <= after.start for before, after in pairwise(timeline.takes))


@FEW
@given(films())
def test_a_film_fits_its_own_lock_and_the_same_film_gives_the_same_timeline(film):
    lock, _ = planned(film)
    assert planned(film)[0] == lock
    relocked, findings = planned(film, lock=lock)
    assert findings == ()
    assert same(relocked, lock)


def same(one: Timeline, other: Timeline) -> bool:
    return {name: getattr(one, name) for name in one.__slots__ if name != "locked"} == {
        name: getattr(other, name) for name in other.__slots__ if name != "locked"
    }
