"""What every film's cues keep."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_films import planned, shot
from strategies import campaign, films, spoken_lines, storyboards, takes_of

from animkit.captions.check import check
from animkit.captions.cue import cues
from animkit.findings import errors
from animkit.storyboard.model import Dissolve, Line, Sound
from animkit.timing.plan import plan

FEW = settings(max_examples=30, deadline=None)
SPEED = {"caption-speed", "caption-short", "caption-long"}
"""What a voice that is too fast, or too slow, can cost: the plan gives all the time there is."""


def judged(storyboard, takes, fps=25, shape="16:9"):
    timeline, _ = plan(storyboard, takes, campaign(), fps=fps, lines=spoken_lines(storyboard))
    found = cues(timeline, campaign().profile, storyboard.band, shape=shape)
    return timeline, found, check(found, campaign().profile, storyboard.band, fps=fps, shape=shape, timeline=timeline)


@FEW
@given(films(), st.sampled_from([24, 25, 30, 50]), st.sampled_from(["16:9", "9:16", "1:1"]))
def test_every_cue_lies_inside_its_window_and_says_its_line(film, fps, shape):
    _, _, findings = judged(*film, fps, shape)
    assert [str(finding) for finding in errors(findings) if finding.code not in SPEED] == []


@FEW
@given(st.data())
def test_words_said_slowly_enough_can_all_be_read(data):
    storyboard = data.draw(storyboards(most_shots=3))
    # A number said in eight words cannot be broken, and may take longer than any caption stays.
    assume(not any(re.search(r"\d \d", line.text) for line in spoken_lines(storyboard)))
    takes = data.draw(takes_of(storyboard, 130, 150))
    _, _, findings = judged(storyboard, takes)
    assert [str(finding) for finding in errors(findings)] == []


def cued(*shots, shape="16:9", **more):
    timeline, _ = planned(*shots, **more)
    return timeline, cues(timeline, campaign().profile, "11-14", shape=shape)


def test_a_cue_comes_three_frames_before_its_word_and_ends_on_the_cut():
    _, (cue,) = cued(shot("Maya drums."))
    assert (cue.start, cue.end, cue.rows, cue.shot, cue.line_id) == (9, 45, ("Maya drums.",), "stream", "stream.1")


def test_a_cue_stays_half_a_second_and_keeps_away_from_a_later_cut():
    _, (cue,) = cued(shot("Maya drums.", seconds=4.0))
    assert (cue.start, cue.end) == (9, 45)
    _, (cue,) = cued(shot("Maya drums.", seconds=2.0))
    assert cue.end == 50 - 12


def test_cues_of_a_line_touch_where_its_words_do():
    _, (one, two) = cued(shot("This film is about pressure in live streams. You can step out at any time. It ends with help."))
    assert one.end == two.start == 12 + 80  # The second waits for the last word of the first.


def test_only_a_speaker_who_is_not_the_narrator_is_named_and_once():
    said = ("Maya tells.", Line(text="I believe you.", speaker="noor"), Line(text="I am glad.", speaker="noor"), "She is.")
    _, found = cued(shot(*said), shot(Line(text="Yes.", speaker="noor"), name="next"))
    assert [(cue.speaker, cue.label) for cue in found] == [
        ("", ""),
        ("Miss Noor", "Miss Noor: "),
        ("Miss Noor", ""),
        ("", ""),
        ("Miss Noor", "Miss Noor: "),
    ]


def test_a_sound_is_captioned_where_nothing_is_said():
    _, found = cued(shot(name="knock", seconds=4.2, sounds=(Sound(sound="knock", at=0.96),)))
    assert [(cue.rows, cue.start, cue.end, cue.is_sound) for cue in found] == [(("[five knocks]",), 24, 24 + 65, True)]


def test_a_sound_just_after_the_cut_is_captioned_from_the_cut():
    _, (_, tap) = cued(shot("Maya drums."), shot(name="next", seconds=3, sounds=(Sound(sound="tap", at=0.06),)))
    assert tap.start == 45


def test_a_sound_during_words_waits_for_quiet_or_is_left_out():
    sounds = (Sound(sound="tap", at="drums"),)
    _, found = cued(shot("Maya {drums} drums.", Line(text="Otis films.", gap=2.0), sounds=sounds))
    assert [cue.rows[0] for cue in found] == ["Maya drums.", "[a tap]", "Otis films."]
    assert found[1].start == 34  # As soon as the words are read.
    _, found = cued(shot("Maya {drums} drums.", "Otis films.", "And again, and again, and again.", sounds=sounds))
    assert [cue.rows[0] for cue in found] == ["Maya drums.", "Otis films.", "And again, and again, and again."]


def test_music_is_captioned_where_it_begins_and_where_it_stops():
    _, found = cued(shot("Maya drums.", mood="tick"), shot("Otis films.", name="next", mood="none"))
    assert [cue.rows[0] for cue in found] == ["[fast ticking]", "Maya drums.", "[ticking stops]", "Otis films."]


def test_no_cue_is_shown_inside_a_dissolve():
    timeline, found = cued(shot("Maya drums."), shot("Otis films.", name="next", transition=Dissolve(dissolve=2.0), mood="tick"))
    cut = timeline.slots[1].start
    assert all(cue.end <= cut - 25 or cue.start >= cut + 25 for cue in found)


def test_a_number_is_shown_while_its_words_are_said():
    _, found = cued(shot("You can ring Childline, on any day and for no money at all. The number is 0800 1111, and the call is free."))
    assert found[1].rows[0] == "The number is 0800 1111,"
