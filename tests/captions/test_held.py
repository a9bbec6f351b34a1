"""Captions of the extended film keep the rules that those of the film keep."""

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import campaign, films, spoken_lines

from animkit.captions.check import check
from animkit.captions.cue import cues
from animkit.findings import errors
from animkit.timing.holding import held
from animkit.timing.plan import plan


@given(films(), st.data())
@settings(max_examples=20)
def test_a_held_film_s_captions_keep_the_rules(drawn, data) -> None:
    storyboard, found = drawn
    timeline, _ = plan(storyboard, found, campaign(), lines=spoken_lines(storyboard))
    profile, band = campaign().profile, storyboard.band
    before = cues(timeline, profile, band)
    shots = [slot.shot for slot in timeline.slots]
    holds = data.draw(st.dictionaries(st.sampled_from(shots), st.integers(1, 150)))
    longer = held(timeline, holds)
    after = cues(longer, profile, band)
    assert [cue.rows for cue in after if not cue.is_sound] == [cue.rows for cue in before if not cue.is_sound]
    if not errors(check(before, profile, band, fps=timeline.fps, timeline=timeline)):
        assert errors(check(after, profile, band, fps=longer.fps, timeline=longer)) == ()
