"""Each rule of captions, broken once: the check is independent of how cues are made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_films import planned, shot
from strategies import campaign

from animkit.captions.check import check
from animkit.captions.cue import Cue, cues
from animkit.captions.formats import vtt
from animkit.findings import ExitCode, Severity
from animkit.storyboard.model import Line, Sound

PROFILE = campaign().profile
TIMELINE, _ = planned(
    shot("Maya drums.", "Tell someone you trust about it today.", name="one"),
    shot(Line(text="I believe you.", speaker="noor"), name="two", sounds=(Sound(sound="tap", at=0.0),)),
)
GOOD = cues(TIMELINE, PROFILE, "11-14")
FIRST, SECOND, TAP, NOOR = GOOD


def found(*changed, timeline=TIMELINE, band="11-14"):
    return [finding.code for finding in check(changed, PROFILE, band, fps=25, timeline=timeline)]


def test_good_captions_have_no_finding():
    assert [cue.rows for cue in GOOD] == [
        ("Maya drums.",),
        ("Tell someone you trust", "about it today."),
        ("[a tap]",),
        ("I believe you.",),
    ]
    assert found(*GOOD) == []


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("caption-rows", replace(SECOND, rows=("Tell someone", "you trust", "about it today."))),
        ("caption-row-long", replace(SECOND, rows=("Tell someone you trust about it today.",))),
        ("caption-row-text", replace(SECOND, rows=("Tell someone  you trust", "about it today."))),
        ("caption-row-text", replace(SECOND, rows=("Tell someone you trust", "about it today.\u200b"))),
        ("caption-words", replace(SECOND, rows=("Tell anyone you trust", "about it today."))),
        ("caption-words", replace(SECOND, line_id="one.9")),
        ("caption-short", replace(SECOND, start=SECOND.end - 24)),
        ("caption-speed", replace(SECOND, end=SECOND.start + 60)),
        ("caption-overlap", replace(SECOND, start=FIRST.end - 1)),
        ("caption-gap", replace(SECOND, start=FIRST.end + 1)),
        ("caption-window", replace(SECOND, start=SECOND.start + 4)),
        ("caption-cut", replace(SECOND, end=SECOND.end - 2)),
        ("caption-slot", replace(SECOND, end=SECOND.end + 1)),
        ("caption-slot", replace(SECOND, shot="three")),
    ],
)
def test_each_broken_rule_is_found(code, changed):
    assert code in found(FIRST, changed, TAP, NOOR)


def test_no_caption_stays_longer_than_seven_seconds():
    long = Cue(start=0, end=176, rows=("Maya drums.",), shot="one")
    assert found(long, timeline=None) == ["caption-long"]
    assert found(replace(long, end=175), timeline=None) == []


def test_a_sound_stands_in_brackets():
    assert found(replace(TAP, rows=("a tap",)), timeline=None) == ["caption-sound"]


def test_a_label_counts_in_its_row():
    assert NOOR.label == "Miss Noor: "
    wide = replace(NOOR, rows=("I believe you, " + "o" * 12,), end=NOOR.start + 100)
    assert found(wide, timeline=None) == ["caption-row-long"]
    assert found(replace(wide, labelled=False), timeline=None) == []


def test_a_caption_may_stay_longer_only_where_it_is_read_slowly():
    assert "caption-window" in found(replace(FIRST, end=46))
    slow, _ = planned(shot("Tell someone you trust about it today.", seconds=6.0), word_ms=200)
    (cue,) = cues(slow, PROFILE, "11-14")
    assert cue.end > 12 + 35 + 13
    assert found(cue, timeline=slow) == []
    assert found(replace(cue, end=cue.end + 13), timeline=slow) == ["caption-window"]


def test_younger_readers_need_more_time():
    assert found(replace(SECOND, end=SECOND.start + 66), timeline=None) == []
    assert found(replace(SECOND, end=SECOND.start + 66), timeline=None, band="8-10") == ["caption-speed"]


def test_a_line_without_a_caption_is_found():
    assert found(SECOND, TAP, NOOR) == ["caption-words"]


def test_a_sound_that_nobody_can_read_is_a_warning():
    (finding,) = check((FIRST, SECOND, NOOR), PROFILE, "11-14", fps=25, timeline=TIMELINE)
    assert (finding.code, finding.severity, finding.shot) == ("sound-without-caption", Severity.WARNING, "two")


def test_findings_are_a_gates_and_say_where():
    (finding,) = check((replace(FIRST, end=FIRST.start + 30, rows=("Maya  drums.",)),), PROFILE, "11-14", fps=25)
    assert (finding.exit_code, finding.shot, finding.frame) == (ExitCode.GATE_FAILED, "one", FIRST.start)


def test_cues_read_from_a_file_are_judged_too():
    text = vtt.write(GOOD, 25, "en-GB").replace("Maya drums.", "Maya drums and drums and drums and drums.")
    assert found(*vtt.read(text, 25), timeline=None) == ["caption-row-long", "caption-speed"]
