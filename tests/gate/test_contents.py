"""What a class needs: chapters, pauses, help card, room for descriptions; each check fails a film that lacks it."""

from dataclasses import replace

from gate_helpers import ask, calm, codes
from small_films import film as board_of
from small_films import planned, shot
from strategies import campaign

from animkit.storyboard.model import Pause
from animkit.timing.timeline import PlacedChapter

PAUSE = Pause(question="Who would you tell?", minutes=1, who="In pairs")


def with_timeline(film, *shots):
    timeline, _ = planned(*shots)
    return replace(film(calm(2)), timeline=timeline, storyboard=board_of(*shots), campaign=campaign())


def test_chapters_that_are_not_in_the_file(film):
    evidence = with_timeline(film, shot("Stop."))
    assert codes(ask("chapters", evidence)) == ["chapters"]
    one = (PlacedChapter(title="One", start=0, frames=evidence.timeline.frames),)
    assert codes(ask("chapters", replace(evidence, timeline=replace(evidence.timeline, chapters=one)))) == []


def test_a_pause_that_comes_too_soon_after_the_last_word(film):
    evidence = with_timeline(film, shot("You can stop.", pause=PAUSE))
    assert codes(ask("pauses", evidence)) == []
    timeline = evidence.timeline
    take = timeline.takes[0]
    ends = timeline.frames * 40 - 500
    words = (*take.words[:-1], replace(take.words[-1], end_ms=ends))
    hurried = replace(timeline, takes=(replace(take, words=words),))
    outcome = ask("pauses", replace(evidence, timeline=hurried))
    assert codes(outcome) == ["pause-hold"]
    assert "0.5 s after the last word" in outcome.findings[0].what


def test_a_pause_in_the_middle_of_its_shot(film):
    evidence = with_timeline(film, shot("You can stop.", pause=PAUSE))
    moved = replace(evidence.timeline, pauses=(replace(evidence.timeline.pauses[0], frame=3),))
    assert codes(ask("pauses", replace(evidence, timeline=moved))) == ["pause-place"]


def test_a_help_card_that_goes_too_soon_or_is_none(film):
    short = with_timeline(film, shot("Tell.", name="help-card", scene="help-card"))
    cut = replace(short.timeline, slots=(replace(short.timeline.slots[0], frames=50),), frames=50)
    assert "2.0 s" in ask("help-card", replace(short, timeline=cut)).findings[0].what
    assert codes(ask("help-card", with_timeline(film, shot("Stop.", seconds=9.0)))) == ["help-card-short"]
    assert codes(ask("help-card", with_timeline(film, shot("Tell.", name="h", scene="help-card", seconds=9.0)))) == []


def test_a_description_longer_than_its_shots_quiet(film):
    words = "A girl sits on the floor of a long corridor and looks at a small lit telephone in both of her hands."
    outcome = ask("descriptions", with_timeline(film, shot("You can stop at any time.", description=words)))
    assert codes(outcome) == ["description-gap"]
    assert "stream" in outcome.findings[0].what
    assert codes(ask("descriptions", with_timeline(film, shot("Stop.", description="A door.", seconds=6.0)))) == []


def test_a_shot_that_is_gone_before_it_is_seen(film):
    evidence = with_timeline(film, shot("Stop."))
    assert codes(ask("cuts", evidence)) == []
    short = replace(evidence.timeline, slots=(replace(evidence.timeline.slots[0], frames=12),))
    assert codes(ask("cuts", replace(evidence, timeline=short))) == ["cuts-close"]
