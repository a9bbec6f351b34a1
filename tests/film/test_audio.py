import numpy as np
import pytest

from animkit.film.audio import decode, encode
from animkit.film.loudness import factor, measure
from animkit.film.mix import Mix
from animkit.film.soundtrack import encoded, sound_key, sound_track
from animkit.store import Store
from animkit.timing.timeline import PlacedSound, Slot, Timeline


def mixed(samples):
    found = measure(samples)
    return Mix(
        samples=samples,
        loudness_lufs=found.integrated_lufs,
        true_peak_dbtp=found.true_peak_dbtp,
        range_lu=found.range_lu,
        limited_db=0,
        over_bed_lu=None,
        lines=(),
        findings=(),
    )


@pytest.mark.parametrize("count", [48_000, 50_001, 1024 * 40])
def test_what_goes_in_comes_back_in_its_place(tmp_path, count):
    samples = np.zeros((count, 2), np.float32)
    samples[count // 2 :: 9600] = 0.5
    encode(samples, tmp_path / "sound.m4a")
    heard = decode(tmp_path / "sound.m4a")
    assert 0 <= len(heard) - count < 1024
    first = int(np.argmax(np.abs(heard[:, 0]) > 0.2))
    assert abs(first - count // 2) < 24


def test_equal_samples_give_equal_bytes(tmp_path, tone):
    first = encode(tone(1.3), tmp_path / "one.m4a")
    assert encode(tone(1.3), tmp_path / "two.m4a").sha256 == first.sha256
    assert b"Lav" not in (tmp_path / "one.m4a").read_bytes()


def test_the_codec_is_given_room_for_its_own_peaks(tmp_path, profile, speechlike):
    # Clipped syllables right at the limit: the decoder's waveform goes over it.
    harsh = np.clip(np.repeat(speechlike(3, level=0.9)[:, None], 2, axis=1), -factor(-1.5), factor(-1.5))
    plain = encode(harsh, tmp_path / "plain.m4a")
    assert plain.loudness.true_peak_dbtp > -1.5
    made = encoded(mixed(harsh), tmp_path / "sound.m4a", profile.sound)
    assert made.loudness.true_peak_dbtp <= -1.5


def film(**changes):
    values = {"fps": 25, "frames": 50, "slots": (Slot(shot="red", start=0, frames=50),)}
    return Timeline(**(values | changes))


def test_a_sound_is_mixed_once_and_then_comes_from_the_store(tmp_path, profile, tone):
    key = sound_key(film(), rules=profile.sound, bed="none", effects="none", quiet=())
    rendered = []

    def render():
        rendered.append(1)
        return mixed(tone(2, level=0.2))

    first = sound_track(Store(tmp_path), key, render, profile.sound)
    assert sound_track(Store(tmp_path), key, render, profile.sound) == first
    assert rendered == [1]
    assert first.loudness_lufs == pytest.approx(-17, abs=3)
    assert not [path for path in (tmp_path / "tmp").rglob("*") if path.is_file()]


def test_whatever_is_heard_is_part_of_the_key(profile):
    def key(timeline=None, bed="a", effects="b", quiet=()):
        return sound_key(timeline or film(), rules=profile.sound, bed=bed, effects=effects, quiet=quiet)

    sounds = (PlacedSound(shot="red", sound="lid", frame=3, caption="", caption_frames=1),)
    keys = [key(), key(film(frames=51)), key(film(sounds=sounds)), key(bed="c"), key(effects="c"), key(quiet={"red.1"})]
    assert len(set(keys)) == len(keys)
    assert key() == keys[0]
