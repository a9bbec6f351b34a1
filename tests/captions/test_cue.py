"""What every film's cues keep."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import campaign, films, spoken_lines, storyboards, takes_of

from animkit.captions.check import check
from animkit.captions.cue import cues
from animkit.findings import errors
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
    takes = data.draw(takes_of(storyboard, 130, 150))
    _, _, findings = judged(storyboard, takes)
    assert [str(finding) for finding in errors(findings)] == []
