"""Captions of a finished film, judged; each rule fails a caption that breaks it."""

from dataclasses import replace

import numpy as np
import pytest
from gate_helpers import ask, calm, codes, ruled
from small_films import film as board_of
from small_films import planned, shot
from strategies import campaign

from animkit.captions.cue import cues
from animkit.gate.captions import box_contrast

WORDS = "You can end the stream at any time, and you owe nobody a reason."


@pytest.fixture
def captioned(film):
    timeline, _ = planned(shot(WORDS))
    made = cues(timeline, campaign().profile, "11-14")
    return replace(film(calm(1)), timeline=timeline, cues=made, storyboard=board_of(shot(WORDS)), campaign=campaign())


def changed(evidence, **cue):
    return replace(evidence, cues=(replace(evidence.cues[0], **cue), *evidence.cues[1:]))


def test_good_captions_pass(captioned):
    names = ("caption-speed", "caption-rows", "caption-words", "caption-timing", "open-captions")
    assert {name: codes(ask(name, captioned)) for name in names} == {name: [] for name in names}


def test_too_fast_to_read(captioned):
    outcome = ask("caption-speed", changed(captioned, end=captioned.cues[0].start + 26))
    assert codes(outcome) == ["caption-speed"]
    assert outcome.measured.endswith("in caption 1")


def test_a_row_that_is_too_long(captioned):
    assert codes(ask("caption-rows", changed(captioned, rows=("x" * 50,)))) == ["caption-row-long"]


def test_other_words_than_the_narrations(captioned):
    assert codes(ask("caption-words", changed(captioned, rows=("Something else",)))) == ["caption-words"]


def test_a_flicker(captioned):
    assert "caption-short" in codes(ask("caption-timing", changed(captioned, end=captioned.cues[0].start + 5)))


def test_open_captions_outside_the_safe_area(captioned):
    assert "caption-edge" in codes(ask("open-captions", ruled(captioned, "captions", safe_area_share=0.4)))


def test_a_caption_box_that_lets_a_white_picture_through(captioned):
    pale = {**captioned.campaign.theme, "colours": {**captioned.campaign.theme["colours"], "caption_box": "#9A9A9A"}}
    evidence = replace(captioned, campaign=replace(captioned.campaign, theme=pale))
    assert "caption-contrast" in codes(ask("open-captions", evidence))


def test_contrast_of_white_on_a_clear_box():
    box = np.zeros((20, 60, 4), np.uint8)
    box[..., 3] = 255
    box[8:12, 20:30, :3] = 255
    assert round(box_contrast(box)) == 21
