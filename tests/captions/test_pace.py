"""Lines that must be said more slowly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_films import film, shot, takes
from strategies import campaign

from animkit.captions.check import check
from animkit.captions.cue import cues
from animkit.captions.pace import slower
from animkit.timing.plan import plan

QUICK = "You can end the stream at any time, and you owe nobody a reason. Nobody may ask you why, whoever they are."


def judged(text, word_ms, source="synthetic: silent/none@0"):
    storyboard = film(shot(text, "Maya drums."))
    found = {line_id: replace(take, source=source) for line_id, take in takes(storyboard, word_ms).items()}
    timeline, _ = plan(storyboard, found, campaign())
    made = cues(timeline, campaign().profile, "11-14")
    return slower(made, timeline, campaign().profile, "11-14"), check(made, campaign().profile, "11-14", fps=25, timeline=timeline)


def test_a_line_that_can_be_read_is_left_alone():
    assert judged(QUICK, 400) == ({}, ())


def test_a_line_that_is_too_fast_is_asked_for_at_a_pace_that_can_be_read():
    word_ms = 230
    asked, findings = judged(QUICK, word_ms)
    assert {finding.code for finding in findings} == {"caption-speed"}
    said_cps = len(QUICK) * 1000 / (21 * word_ms)
    assert asked["stream.1"] < said_cps
    assert judged(QUICK, int(word_ms * said_cps / asked["stream.1"]) + 1) == ({}, ())


@pytest.mark.parametrize("source", ["human: Ada"])
def test_a_person_is_not_asked_again(source):
    asked, findings = judged(QUICK, 230, source)
    assert asked == {}
    assert findings
