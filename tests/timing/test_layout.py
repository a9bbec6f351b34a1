"""Where lines start and how long shots last, in frames worked out by hand: every word lasts 400 ms, which is 10 frames."""

from __future__ import annotations

import pytest
from small_films import planned, shot

from animkit.storyboard.model import Dissolve, Line, Pause, Sound

LINE = "Maya drums."
PAUSE = Pause(question="What changed?", minutes=3, who="In pairs")


def slots(timeline):
    return [(slot.start, slot.frames) for slot in timeline.slots]


def starts(timeline):
    return [take.start for take in timeline.takes]


def test_speech_starts_twelve_frames_after_the_cut_and_its_caption_ends_on_the_next():
    timeline, findings = planned(shot(LINE), shot(LINE, name="next"))
    assert findings == ()
    assert slots(timeline) == [(0, 45), (45, 45)]  # 12 frames, 20 of speech, 0.5 s.
    assert starts(timeline) == [12, 57]


def test_the_usual_gap_stands_between_two_lines():
    timeline, _ = planned(shot(LINE, LINE))
    assert starts(timeline) == [12, 12 + 20 + 8]


def test_a_stated_gap_is_kept_but_a_caption_is_read_to_its_end_first():
    timeline, _ = planned(shot(Line(text=LINE, gap=2.0), Line(text=LINE, gap=1.0), Line(text=LINE, gap=0.0)))
    caption_read = 95 - 3 + 25
    assert starts(timeline) == [50, 50 + 20 + 25, caption_read + 3]


def test_a_gap_before_the_first_line_never_brings_it_nearer_to_the_cut():
    assert starts(planned(shot(Line(text=LINE, gap=0.0)))[0]) == [12]


def test_a_shot_waits_until_its_last_caption_can_be_read():
    timeline, _ = planned(shot("Tell someone you trust about it today."), word_ms=200)
    assert slots(timeline) == [(0, 9 + 64)]  # 38 characters at 15 a second, from 3 frames before speech.


@pytest.mark.parametrize(("seconds", "frames"), [(2.9, 73), (3.0, 85), (3.4, 85), (3.44, 86)])
def test_a_caption_never_ends_just_before_a_cut(seconds, frames):
    timeline, _ = planned(shot("Tell someone you trust about it today.", seconds=seconds), word_ms=200)
    assert slots(timeline) == [(0, frames)]


def test_stated_seconds_are_the_least_with_words_and_the_length_without():
    timeline, findings = planned(shot(LINE, seconds=1.2), shot(LINE, name="long", seconds=10), shot(name="bare", seconds=2.2, hold=0.5))
    assert [frames for _, frames in slots(timeline)] == [45, 250, 68]
    assert findings == ()


def test_a_hold_keeps_the_last_picture():
    assert slots(planned(shot(LINE, hold=2.0))[0]) == [(0, 95)]


def test_a_pause_ends_with_its_hold():
    timeline, _ = planned(shot(LINE, pause=PAUSE), shot(name="bare", seconds=2, pause=PAUSE))
    assert slots(timeline) == [(0, 12 + 20 + 38), (70, 50 + 38)]
    assert [pause.frame for pause in timeline.pauses] == [69, 157]


def test_the_help_card_stays_eight_seconds():
    assert slots(planned(shot(LINE, scene="help-card"))[0]) == [(0, 200)]


@pytest.mark.parametrize(
    "text", ["In danger, call 999.", "Childline is 0800 1111.", "You can tell CEOP yourself.", "Report Remove can help."]
)
def test_quiet_follows_a_help_route(text):
    timeline, _ = planned(shot(text, LINE), shot(text, name="next"))
    first, second, third = timeline.takes
    assert second.start == first.end + 38
    assert timeline.frames == third.end + 38


def test_words_that_name_no_route_need_no_quiet():
    first, second = planned(shot("There are 1999 comments.", LINE))[0].takes
    assert second.start == first.end + 8


def test_half_a_dissolve_lies_on_each_side_of_its_cut():
    timeline, findings = planned(shot(LINE), shot(LINE, name="next", transition=Dissolve(dissolve=1.0)))
    before, after = timeline.slots
    assert findings == ()
    assert (before.handle_in, before.handle_out, after.handle_in, after.handle_out) == (0, 13, 13, 0)
    assert timeline.takes[1].start == after.start + 13 + 3
    assert before.frames == 34 + 13  # The caption is read, and gone before the dissolve.


def test_music_that_begins_is_captioned_before_the_first_word():
    timeline, _ = planned(shot(LINE, mood="groove"), shot(LINE, name="next", mood="groove"))
    assert [mood.caption for mood in timeline.moods] == ["bucket drumming"]
    assert starts(timeline) == [29 + 3, timeline.slots[1].start + 12]


def test_a_sound_at_the_start_is_captioned_before_the_first_word():
    timeline, _ = planned(shot(LINE, sounds=(Sound(sound="tap", at=0.2),)))
    assert starts(timeline) == [5 + 25 + 3]
    assert starts(planned(shot(LINE, sounds=(Sound(sound="tap", at=0.2, caption=""),)))[0]) == [12]


def test_a_sound_near_the_end_of_the_words_is_captioned_after_them():
    timeline, _ = planned(shot("Maya {drums} drums.", sounds=(Sound(sound="tap", at="drums"),)))
    assert timeline.sounds[0].frame == 12 + 10
    assert slots(timeline) == [(0, 34 + 25)]


def test_a_sound_long_before_the_end_of_the_words_takes_no_time():
    text = "Maya {drums} drums for hours on a bucket."
    timeline, _ = planned(shot(text, sounds=(Sound(sound="tap", at="drums"),)))
    assert slots(timeline) == slots(planned(shot(text))[0])
