from hypothesis import HealthCheck, given, settings
from strategies import storyboards

from animkit import campaign as campaigns
from animkit.campaign.project import CHECKOUT, Project
from animkit.findings import Place
from animkit.narration.lines import spoken_lines
from animkit.storyboard.model import Chapter, Line, Shot, Storyboard
from animkit.storyboard.spoken import words

CAMPAIGN = campaigns.load(Project(CHECKOUT.resolve(), CHECKOUT.resolve()))


def film(*lines: Line) -> Storyboard:
    shot = Shot(id="help", scene="stream", lines=lines)
    return Storyboard(version=1, title="Knock", band="8-10", review_by="2027-05-01", chapters=(Chapter(title="One", shots=(shot,)),))


def test_a_help_route_is_said_and_its_mark_keeps_its_word():
    (line,) = spoken_lines(film(Line(text="Childline, {number} 0800 1111, is {free} free.")), CAMPAIGN)
    assert line.text == "Childline, 0800 1111, is free."
    assert line.spoken == "Childline, oh eight hundred, one one one one, is free."
    assert [words(line.spoken)[index] for _, index in line.marks] == ["oh", "free."]


def test_what_is_to_be_said_replaces_the_text_and_its_marks():
    (line,) = spoken_lines(film(Line(text="At {time} 3:30.", say="At half past {time} three.")), CAMPAIGN)
    assert (line.text, line.spoken, line.marks) == ("At 3:30.", "At half past three.", (("time", 3),))


def test_a_child_has_no_voice():
    narrator, maya = spoken_lines(film(Line(text="Stop."), Line(text="Stop.", speaker="maya")), CAMPAIGN)
    assert (narrator.voice, maya.voice) == ("bf_emma", "")


def test_a_line_brings_its_bands_pace_and_its_place():
    places = {("help", "lines", 0, "text"): Place("a.yaml", 7, 11), ("help", "lines", 1, "say"): Place("a.yaml", 9, 9)}
    first, second = spoken_lines(film(Line(text="Stop."), Line(text="1", say="one")), CAMPAIGN, lambda *steps: places[steps])
    assert (first.pace_wpm, first.captions_cps) == ((110, 130), 13)
    assert (first.line_id, first.place.line, second.line_id, second.place.line) == ("help.1", 7, "help.2", 9)


@given(storyboards())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_mark_stands_before_a_spoken_word(storyboard):
    for line in spoken_lines(storyboard, CAMPAIGN):
        assert all(0 <= index < len(words(line.spoken)) for _, index in line.marks)
        assert not set("{}") & set(line.spoken + line.text)
