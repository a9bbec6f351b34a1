"""Each check of the sound fails a film that sounds wrong in its own way."""

from dataclasses import replace

import numpy as np
import pytest
from gate_helpers import ask, calm, codes, ruled, tone
from small_films import planned, shot
from strategies import campaign

from animkit.film.model import LineLevel
from animkit.film.soundtrack import SoundTrack
from animkit.gate import sound
from animkit.gate.model import NotRunError
from animkit.timing.timeline import PlacedMood


def test_a_film_at_the_right_level_passes(film):
    evidence = film(calm(4), tone(4, 0.172))
    assert {name: codes(ask(name, evidence)) for name in ("loudness", "true-peak", "loudness-range", "silence", "second-meters")} == {
        name: [] for name in ("loudness", "true-peak", "loudness-range", "silence", "second-meters")
    }


def test_too_soft(film):
    outcome = ask("loudness", film(calm(3), tone(3, 0.03)))
    assert codes(outcome) == ["loudness"]
    assert outcome.measured.endswith("LUFS")


def test_too_high_a_peak(film):
    clicks = tone(3)
    clicks[48_000:48_006] = 0.99
    assert codes(ask("true-peak", film(calm(3), clicks))) == ["true-peak"]


def test_loud_and_soft_too_far_apart(film):
    uneven = np.concatenate([tone(5, 0.3), tone(5, 0.05), tone(5, 0.3), tone(5, 0.05)])
    assert codes(ask("loudness-range", film(calm(20), uneven))) == ["loudness-range"]


def test_a_long_silence_and_one_that_the_storyboard_asked_for(film):
    hole = np.concatenate([tone(2), np.zeros((5 * 48_000, 2), np.float32), tone(1)])
    evidence = film(calm(8), hole)
    outcome = ask("silence", evidence)
    assert codes(outcome) == ["silence"]
    assert 50 <= outcome.findings[0].frame <= 63
    timeline, _ = planned(shot("Stop.", seconds=8.0))
    asked = replace(timeline, moods=(PlacedMood(mood="none", start=0, frames=timeline.frames),))
    assert codes(ask("silence", replace(evidence, timeline=asked))) == []


def test_a_meter_that_hears_another_film(film, monkeypatch):
    evidence = film(calm(3))
    monkeypatch.setattr(sound, "by_ffmpeg", lambda _: -23.0)
    outcome = ask("second-meters", evidence)
    assert codes(outcome) == ["meters-differ"]
    assert "ffmpeg measures -23.0" in outcome.findings[0].what


def test_three_meters_agree_within_a_tenth(film):
    evidence = film(calm(4))
    own = evidence.loudness.integrated_lufs
    assert sound.by_pyloudnorm(evidence) == pytest.approx(own, abs=0.15)
    assert sound.by_ffmpeg(evidence.film) == pytest.approx(own, abs=0.15)


def test_a_meter_that_is_missing_is_told_with_the_line_that_installs_it(film, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyloudnorm", None)
    with pytest.raises(NotRunError) as missing:
        ask("second-meters", film(calm(2)))
    assert missing.value.mend == "pip install pyloudnorm"


def test_a_line_that_drowns_in_music(film):
    timeline, _ = planned(shot("You can stop."))
    (take,) = timeline.takes
    level = LineLevel(line_id=take.line_id, speech_lufs=-18, bed_lufs=-30, duck_db=12, over_bed_lu=12)
    evidence = film(calm(2))
    track = SoundTrack(
        path=evidence.film,
        sha256="",
        loudness_lufs=-16,
        true_peak_dbtp=-2,
        range_lu=3,
        over_bed_lu=12,
        limited_db=0,
        lines=(level,),
        findings=(),
    )
    outcome = ask("over-bed", replace(evidence, timeline=timeline, sound_track=track))
    assert codes(outcome) == ["speech-over-bed"]
    assert outcome.findings[0].shot == "stream"


def number_then_words(gap):
    """A line with a number, and another after ``gap`` seconds."""
    from animkit.storyboard.model import Line

    return planned(shot(Line(text="Childline is 0800 1111.", say="Childline is one one one one."), Line(text="Tell.", gap=gap)))[0]


def spoken(timeline, level=0.2):
    """The timeline's sound: a tone where somebody speaks, near silence elsewhere."""
    sound = np.full((timeline.frames * 48_000 // 25, 2), 1e-4, np.float32)
    for take in timeline.takes:
        start, end = take.words[0].start_ms * 48, take.words[-1].end_ms * 48
        sound[start:end] = tone((end - start) / 48_000, level)[: end - start]
    return sound


def test_words_too_soon_after_a_help_route(film):
    timeline = number_then_words(3.0)
    evidence = replace(film(calm(timeline.frames / 25), spoken(timeline)), timeline=timeline, campaign=campaign())
    assert codes(ask("quiet-after-route", evidence)) == []
    late = replace(timeline, takes=(timeline.takes[0], _earlier(timeline.takes[1], timeline.takes[0])))
    evidence = replace(film(calm(late.frames / 25), spoken(late)), timeline=late, campaign=campaign())
    outcome = ask("quiet-after-route", evidence)
    assert codes(outcome) == ["quiet-after-route"]
    assert "0.4 s without speech" in outcome.findings[0].what


def test_somebody_heard_after_a_help_route_whom_the_timeline_does_not_know(film):
    timeline = number_then_words(3.0)
    sound = spoken(timeline)
    ends = timeline.takes[0].words[-1].end_ms
    sound[(ends + 600) * 48 : (ends + 1500) * 48] = tone(0.9)
    evidence = replace(film(calm(timeline.frames / 25), sound), timeline=timeline, campaign=campaign())
    assert codes(ask("quiet-after-route", evidence)) == ["quiet-after-route"]


def _earlier(take, before):
    by_ms = take.words[0].start_ms - before.words[-1].end_ms - 400
    words = tuple(replace(word, start_ms=word.start_ms - by_ms, end_ms=word.end_ms - by_ms) for word in take.words)
    return replace(take, start=take.start - by_ms // 40, end=take.end - by_ms // 40, words=words)


def test_a_profile_with_another_loudness_judges_by_it(film):
    assert codes(ask("loudness", ruled(film(calm(3)), "sound", loudness_lufs=-23.0))) == ["loudness"]


def test_a_year_is_no_help_route(film):
    timeline, _ = planned(shot("In 2017 we asked.", "They told us."))
    evidence = replace(film(calm(timeline.frames / 25), spoken(timeline)), timeline=timeline, campaign=campaign())
    assert (ask("quiet-after-route", evidence).measured, codes(ask("quiet-after-route", evidence))) == ("no help route", [])
