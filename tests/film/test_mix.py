from dataclasses import replace

import numpy as np
import pytest

from animkit.film.loudness import factor, measure
from animkit.film.master import room_tone
from animkit.film.mix import mix
from animkit.film.quiet import quiet_lines
from animkit.film.stems import Effect, effects_stem, laid, samples_of, segment_of, voice_stem
from animkit.findings import Refused
from animkit.timing.timeline import PlacedSound, Slot, Timeline

FPS, FRAMES = 25, 250
LENGTH = FRAMES * 1920


def timeline(placed=(), sounds=()):
    return Timeline(fps=FPS, frames=FRAMES, slots=(Slot(shot="red", start=0, frames=FRAMES),), takes=tuple(placed), sounds=tuple(sounds))


def sound(name, frame):
    return PlacedSound(shot="red", sound=name, frame=frame, caption="", caption_frames=5)


@pytest.fixture
def bed():
    """Ten seconds of even noise near -25 LUFS."""
    noise = np.random.default_rng(5).standard_normal((LENGTH, 2)).astype(np.float32) * 0.02
    return noise * np.float32(factor(-25 - measure(noise).integrated_lufs))


@pytest.fixture
def two_lines(make_take, speechlike):
    made = [make_take("red.1", 30, speechlike(2.0)), make_take("red.2", 150, speechlike(1.5, seed=2))]
    return tuple(placed for placed, _ in made), {take.line_id: take for _, take in made}


def test_a_mix_meets_every_limit_and_says_so(two_lines, bed, profile):
    placed, takes = two_lines
    made = mix(timeline(placed), takes, rules=profile.sound, bed=bed)
    assert made.samples.shape == (LENGTH, 2)
    assert made.loudness_lufs == pytest.approx(-16, abs=0.15)
    assert made.true_peak_dbtp <= -1.95
    assert [line.line_id for line in made.lines] == ["red.1", "red.2"]
    assert all(0 < line.duck_db <= 12 for line in made.lines)
    again = measure(made.samples)
    assert again.integrated_lufs == pytest.approx(made.loudness_lufs)


def test_speech_stands_over_the_bed_as_far_as_is_aimed_for(two_lines, bed, profile):
    placed, takes = two_lines
    made = mix(timeline(placed), takes, rules=profile.sound, bed=bed * np.float32(factor(-5)))
    assert made.over_bed_lu == pytest.approx(22.5, abs=0.4)
    assert [line.ride_db for line in made.lines] == [0, 0]
    assert "speech-over-bed" not in [found.code for found in made.findings]


def test_a_bed_that_is_too_loud_is_named_with_its_line(two_lines, bed, profile):
    placed, takes = two_lines
    made = mix(timeline(placed), takes, rules=profile.sound, bed=bed * np.float32(factor(10)))
    found = [finding for finding in made.findings if finding.code == "speech-over-bed"]
    assert [finding.frame for finding in found] == [30, 150]
    assert "line 'red.1'" in found[0].what
    assert "15.0 dB down" in found[0].why


def test_a_bed_a_little_too_loud_is_ridden_down(two_lines, bed, profile):
    placed, takes = two_lines
    made = mix(timeline(placed), takes, rules=profile.sound, bed=bed * np.float32(factor(6)))
    assert [line.duck_db for line in made.lines] == [12, 12]
    assert all(0 < line.ride_db <= 3 for line in made.lines)
    assert made.over_bed_lu == pytest.approx(20.5, abs=0.3)
    assert "speech-over-bed" not in [found.code for found in made.findings]


def test_equal_inputs_give_equal_samples(two_lines, bed, profile):
    placed, takes = two_lines
    first = mix(timeline(placed), takes, rules=profile.sound, bed=bed)
    assert np.array_equal(first.samples, mix(timeline(placed), takes, rules=profile.sound, bed=bed.copy()).samples)


@pytest.mark.parametrize("fps", [24, 25, 30])
def test_a_line_begins_on_the_first_sample_of_its_frame(make_take, fps):
    click = np.zeros(4800, np.float32)
    click[0] = 0.5
    made = [make_take(f"red.{number}", start, click) for number, start in enumerate((7, 33, 101))]
    stem = samples_of(voice_stem([placed for placed, _ in made], {take.line_id: take for _, take in made}, fps=fps, length=6 * 48_000))
    hits = np.flatnonzero(stem[:, 0] > 0.1)
    assert hits.tolist() == [start * 48_000 // fps for start in (7, 33, 101)]
    assert np.array_equal(stem[:, 0], stem[:, 1])


def test_a_voice_in_both_channels_is_as_loud_as_its_take(make_take, speechlike):
    placed, take = make_take("red.1", 0, speechlike(3))
    voice = np.repeat(speechlike(3)[:, None], 2, axis=1) * np.float32(factor(-3.0103))
    stem = samples_of(voice_stem([placed], {"red.1": take}, fps=FPS, length=3 * 48_000))
    assert measure(stem).integrated_lufs == pytest.approx(measure(voice).integrated_lufs, abs=0.05)


def test_an_effects_hit_falls_on_its_frame_wherever_it_is_in_the_sound():
    swell = np.zeros((9600, 2), np.float32)
    swell[4000] = 0.5
    stem = samples_of(
        effects_stem([sound("lid", 50), sound("lid", 51), sound("lid", 2)], {"lid": Effect(swell, 4000)}, fps=FPS, length=LENGTH)
    )
    assert np.flatnonzero(stem[:, 0] > 0.1).tolist() == [2 * 1920, 50 * 1920, 51 * 1920]


def test_overlapping_sounds_add_up_and_the_stem_ends_with_the_film():
    half = segment_of(np.full((1000, 2), 0.25, np.float32))
    stem = samples_of(laid([(100, half), (600, half), (1900, half)], 2000))
    assert stem.shape == (2000, 2)
    assert stem[[99, 100, 599, 600, 1099, 1100, 1599, 1600, 1899, 1900, 1999], 0] == pytest.approx(
        [0, 0.25, 0.25, 0.5, 0.5, 0.25, 0.25, 0, 0, 0.25, 0.25]
    )


def test_three_sounds_that_overlap_in_a_chain_keep_their_lengths():
    long, short = segment_of(np.full((1000, 2), 0.1, np.float32)), segment_of(np.full((100, 2), 0.1, np.float32))
    stem = samples_of(laid([(0, long), (50, short), (900, short)], 1200))
    assert stem[[0, 60, 200, 950, 999, 1000], 0] == pytest.approx([0.1, 0.2, 0.1, 0.2, 0.2, 0])


def test_no_effect_sounds_while_a_number_is_read(make_take, speechlike, profile, tone):
    placed, take = make_take("red.1", 100, speechlike(1.6), text="Call Childline on 0800 1111.")
    film = timeline([placed], [sound("lid", 110)])
    effects = {"lid": Effect(tone(0.5, hertz=6000, level=0.3))}
    quiet = quiet_lines(film, ())
    with_effect = mix(film, {"red.1": take}, rules=profile.sound, effects=effects, quiet=quiet)
    without = mix(replace(film, sounds=()), {"red.1": take}, rules=profile.sound)
    assert np.abs(with_effect.samples - without.samples).max() < 1e-6
    (finding,) = [finding for finding in with_effect.findings if finding.code == "sound-over-help-route"]
    assert "'lid'" in finding.what
    assert finding.frame == 110
    heard = mix(film, {"red.1": take}, rules=profile.sound, effects=effects)
    assert np.abs(heard.samples - without.samples).max() > 0.1


def test_a_tail_fades_before_a_help_route(make_take, speechlike, profile, tone):
    placed, take = make_take("red.1", 100, speechlike(1.6), text="0800 1111")
    film = timeline([placed], [sound("star", 80)])
    effects = {"star": Effect(tone(2.5, hertz=6000, level=0.1))}
    made = mix(film, {"red.1": take}, rules=profile.sound, effects=effects, quiet={"red.1"})
    # The voice of these tests has nothing over 3 kHz: what is at 6 kHz is the effect.
    assert at_6_khz(made.samples[85 * 1920 : 90 * 1920]) > 100 * at_6_khz(made.samples[100 * 1920 : 130 * 1920])


def at_6_khz(samples):
    spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)))) / len(samples)
    return spectrum[round(6000 * len(samples) / 48_000)]


def test_an_effect_longer_than_three_seconds_ducks_with_the_bed(make_take, speechlike, profile, tone):
    placed, take = make_take("red.1", 60, speechlike(1.5))
    film = timeline([placed], [sound("yard", 10)])
    made = mix(film, {"red.1": take}, rules=profile.sound, effects={"yard": Effect(tone(7, level=0.05))})
    assert made.lines[0].duck_db > 0
    assert made.over_bed_lu == pytest.approx(22.5, abs=0.5)


def test_nothing_is_ever_digital_silence(profile):
    made = mix(timeline(), {}, rules=profile.sound)
    blocks = np.abs(made.samples).reshape(-1, 4800, 2).max(axis=(1, 2))
    assert blocks.min() > 1e-5
    assert [finding.code for finding in made.findings] == ["no-sound"]


def test_the_room_is_at_minus_sixty_seven_and_always_the_same():
    room = room_tone(96_000)
    assert 20 * np.log10(np.sqrt(np.mean(room.astype(float) ** 2))) == pytest.approx(-67, abs=0.1)
    assert np.array_equal(room, room_tone(96_000))


def test_a_silent_take_is_found(make_take, profile):
    placed, take = make_take("red.1", 20, np.zeros(48_000, np.float32))
    made = mix(timeline([placed]), {"red.1": take}, rules=profile.sound)
    assert "line-silent" in [finding.code for finding in made.findings]
    paced = replace(placed, source="synthetic: silent")
    made = mix(timeline([paced]), {"red.1": take}, rules=profile.sound)
    assert "line-silent" not in [finding.code for finding in made.findings]


def test_a_bed_of_another_length_is_refused(profile):
    with pytest.raises(ValueError, match="the bed has 100 samples, the film 480000"):
        mix(timeline(), {}, rules=profile.sound, bed=np.zeros((100, 2), np.float32))


def refused(placed, takes):
    with pytest.raises(Refused) as refusal:
        voice_stem(placed, takes, fps=FPS, length=LENGTH)
    return [finding.code for finding in refusal.value.findings]


def test_takes_that_are_not_what_was_timed_are_refused_all_together(make_take, speechlike):
    good = make_take("red.1", 0, speechlike(1))
    changed = make_take("red.2", 50, speechlike(1, seed=2))
    changed[1].audio.write_bytes(good[1].audio.read_bytes())
    gone = make_take("red.3", 100, speechlike(1))
    gone[1].audio.unlink()
    placed = [line for line, _ in (good, changed, gone)] + [replace(good[0], line_id="red.4")]
    takes = {take.line_id: take for _, take in (good, changed, gone)}
    assert refused(placed, takes) == ["take-changed", "take-unreadable", "take-missing"]


def test_a_take_of_another_rate_or_without_samples_is_refused(make_take, speechlike):
    fast = make_take("red.1", 0, speechlike(1), rate=44_100)
    empty = make_take("red.2", 50, np.zeros(0, np.float32))
    assert refused([fast[0], empty[0]], {"red.1": fast[1], "red.2": empty[1]}) == ["take-shape", "take-shape"]


def test_what_is_no_wav_is_refused(make_take, speechlike):
    from animkit.store import sha256_file

    placed, take = make_take("red.1", 0, speechlike(1))
    take.audio.write_bytes(b"RIFF nonsense")
    digest = sha256_file(take.audio)
    assert refused([replace(placed, audio_sha256=digest)], {"red.1": replace(take, audio_sha256=digest)}) == ["take-broken"]


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("Call 0800 1111.", True),
        ("Ring 999 now.", True),
        ("Go to CEOP.police.uk/safety-centre.", True),
        ("In 2017, 18 of them.", True),
        ("Five taps.", False),
    ],
)
def test_lines_that_read_a_number_or_an_address_are_quiet(make_take, speechlike, text, quiet):
    placed, _ = make_take("red.1", 0, speechlike(0.5), text=text)
    assert (quiet_lines(timeline([placed]), ["ceop.police.uk/safety-centre"]) == {"red.1"}) is quiet
