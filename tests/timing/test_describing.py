"""Descriptions lie in their shot's quiet, never over speech; the extended version holds the picture for those that do not fit."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_films import film, planned, shot
from strategies import campaign

from animkit.narration.described import description_lines
from animkit.narration.model import SpokenLine, Take, Word
from animkit.sound.catalogue import MOODS, SOUNDS
from animkit.storyboard.model import Dissolve, Line, Pause, Sound
from animkit.timing.describing import Extended, Fitted, Told, extend, fit
from animkit.timing.facts import facts_of
from animkit.timing.holding import held, hold_points
from animkit.timing.timeline import Timeline

FACTS = facts_of(campaign(), "11-14", 25, sounds=SOUNDS, moods=MOODS)
BREATH = 3


def take(line: SpokenLine, duration_ms: int) -> Take:
    word = Word(text="seen", start_ms=0, end_ms=duration_ms)
    return Take(
        line_id=line.line_id,
        text_sha256="0" * 64,
        audio=Path("take.wav"),
        audio_sha256="2" * 64,
        duration_ms=duration_ms,
        words=(word,),
        source="synthetic: silent/none@0",
    )


def fitted(*shots, duration_ms: int = 1500) -> tuple[Timeline, Fitted]:
    timeline, _ = planned(*shots)
    lines = description_lines(film(*shots), campaign())
    return timeline, fit(timeline, [Told(line=line, take=take(line, duration_ms)) for line in lines], FACTS)


def extended(*shots, duration_ms: int) -> tuple[Timeline, Extended]:
    timeline, _ = planned(*shots)
    lines = description_lines(film(*shots), campaign())
    return timeline, extend(timeline, [Told(line=line, take=take(line, duration_ms)) for line in lines], FACTS)


def over_speech(timeline: Timeline, placed) -> list[str]:
    return [one.line_id for one in placed if any(one.start < said.end and said.start < one.end for said in timeline.takes)]


def test_a_description_starts_in_the_first_quiet_that_is_long_enough() -> None:
    timeline, found = fitted(shot("Maya drums.", Line(text="Otis films.", gap=3.0), description="A room.", seconds=12))
    (placed,) = found.placed
    first, second = timeline.takes
    assert placed.start == first.end + BREATH
    assert placed.end <= second.start - BREATH


def test_a_description_that_does_not_fit_says_by_how_much() -> None:
    _, found = fitted(shot("Maya drums.", description="A room.", seconds=0.1), duration_ms=4000)
    assert found.placed == ()
    (short,) = found.short
    assert short.told.take.duration_ms == 4000
    assert 0 < short.room_ms < 2000


def test_it_keeps_clear_of_a_sound_where_it_can() -> None:
    sounds = (Sound(sound="knock", at=0.0),)
    timeline, found = fitted(shot(name="door", description="A green door.", sounds=sounds, seconds=9))
    (knock,) = timeline.sounds
    assert found.placed[0].start >= knock.frame + knock.caption_frames


def test_no_description_breaks_the_quiet_after_a_help_route() -> None:
    timeline, found = fitted(shot("Childline is 0800 1111.", description="A hand.", seconds=12))
    assert found.placed[0].start >= timeline.takes[0].end + 38


def test_the_extended_film_holds_the_picture_for_what_does_not_fit() -> None:
    shots = [
        shot("Maya drums.", name="first", description="A room full of buckets."),
        shot("Otis films.", name="second", pause=Pause(question="Why?", minutes=1, who="Pairs")),
    ]
    timeline, found = extended(*shots, duration_ms=5000)
    holds, longer = found.holds, found.timeline
    (placed,) = found.placed
    assert holds.keys() == {"first"}
    assert longer.frames == timeline.frames + holds["first"]
    assert placed.end + BREATH == longer.slot("first").end
    assert over_speech(longer, [placed]) == []
    assert hold_points(timeline, holds) == ((timeline.slot("first").end, holds["first"]),)
    assert longer.pauses[0].frame == longer.frames - 1


@given(holds=st.lists(st.integers(0, 200), min_size=3, max_size=3))
@settings(max_examples=25)
def test_holds_change_nothing_else(holds: list[int]) -> None:
    shots = [
        shot("Maya {drums} drums.", name="a", mood="groove", sounds=(Sound(sound="tap", at="drums"),)),
        shot("Otis films.", name="b", transition=Dissolve(dissolve=0.4)),
        shot("They stop.", name="c", mood="calm"),
    ]
    timeline, _ = planned(*shots)
    longer = held(timeline, dict(zip("abc", holds, strict=True)))
    at = 0
    for slot, old, hold in zip(longer.slots, timeline.slots, holds, strict=True):
        assert (slot.start, slot.frames) == (at, old.frames + hold)
        at = slot.end
        for new, before in zip(longer.takes_of(slot.shot), timeline.takes_of(slot.shot), strict=True):
            assert (new.start - slot.start, new.end - slot.start) == (before.start - old.start, before.end - old.start)
            assert [word.text for word in new.words] == [word.text for word in before.words]
    assert longer.frames == at == timeline.frames + sum(holds)
    assert [beat.frame for beat in longer.beats] == [beat.frame for beat in timeline.beats]
    assert [mood.end for mood in longer.moods][:-1] == [mood.start for mood in longer.moods][1:]
    assert longer.moods[-1].end == longer.frames
    assert longer.chapters[0].frames == longer.frames


def test_no_holds_leave_the_timeline_as_it_is() -> None:
    timeline, _ = planned(shot("Maya drums."))
    assert held(timeline, {}) == timeline


def test_without_a_describer_the_narrator_describes() -> None:
    people = {name: person for name, person in campaign().cast.items() if name != "describer"}
    (line,) = description_lines(film(shot("Maya drums.", description="A  room.")), replace(campaign(), cast=people))
    assert (line.speaker, line.text, line.line_id) == ("narrator", "A room.", "stream.seen")


def test_the_describer_is_nobody_else_s_voice() -> None:
    people = campaign().cast
    assert [name for name, person in people.items() if person.voice == people["describer"].voice] == ["describer"]


def test_a_description_is_asked_for_briskly_and_never_slowed_for_readers() -> None:
    (line,) = description_lines(film(shot("Maya drums.", description="A room.")), campaign())
    assert sum(line.pace_wpm) / 2 == campaign().profile.access.description_wpm * 1.25
    assert line.captions_cps > 100


def test_a_description_may_begin_before_its_shot_but_never_over_a_pause() -> None:
    before = shot("Maya drums.", name="before", seconds=5)
    after = shot("Otis films.", name="after", description="Buckets.")
    _, found = fitted(before, after, duration_ms=1600)
    timeline, _ = planned(before, after)
    assert timeline.slot("after").start - 38 <= found.placed[0].start < timeline.slot("after").start
    stopped = shot("Maya drums.", name="before", seconds=5, pause=Pause(question="Why?", minutes=1, who="Pairs"))
    _, found = fitted(stopped, after, duration_ms=1600)
    assert found.placed == ()


def test_one_that_fits_into_its_own_shot_is_never_pushed_out_by_a_neighbour() -> None:
    tight = shot("Maya drums.", name="tight", description="A bucket.")
    roomy = shot(Line(text="Otis films.", gap=2.0), name="roomy", description="A phone.")
    timeline, found = fitted(tight, roomy, duration_ms=1500)
    (placed,) = found.placed
    assert placed.shot == "roomy"
    assert placed.start >= timeline.slot("roomy").start


@given(seconds=st.lists(st.integers(1, 6), min_size=2, max_size=6), duration_ms=st.integers(400, 4000), data=st.data())
@settings(max_examples=40)
def test_in_the_extended_film_everything_is_told_and_nobody_speaks_over_anybody(seconds, duration_ms, data) -> None:
    pause = Pause(question="Why?", minutes=1, who="Pairs")
    shots = [
        shot(
            *(["Maya drums."] if data.draw(st.booleans()) else []),
            name=f"shot-{number}",
            seconds=length,
            description="A room.",
            transition=Dissolve(dissolve=0.4) if number and data.draw(st.booleans()) else "cut",
            pause=pause if data.draw(st.booleans()) else None,
        )
        for number, length in enumerate(seconds)
    ]
    _, found = extended(*shots, duration_ms=duration_ms)
    assert sorted(take.shot for take in found.placed) == sorted(one.id for one in shots)
    heard = sorted((*found.placed, *found.timeline.takes), key=lambda take: take.start)
    assert all(before.end < after.start for before, after in pairwise(heard))
    assert heard[-1].end <= found.timeline.frames
    stops = [one.frame for one in found.timeline.pauses]
    assert not [take.shot for take in found.placed if any(take.start <= frame < take.end - 1 for frame in stops)]
