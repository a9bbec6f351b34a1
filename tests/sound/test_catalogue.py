import subprocess
import sys

import pytest

from animkit.sound.catalogue import MOODS, QUIET, SOUNDS

LIGHT = ("catalogue", "palette", "score", "read_score")


@pytest.mark.parametrize("module", LIGHT)
def test_checking_a_storyboard_imports_nothing_that_makes_sound(module):
    code = f"import sys, animkit.sound.{module}; print(sorted({{'numpy', 'scipy'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"})
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_fits_into_its_own_length(name):
    info = SOUNDS[name]
    assert info.onsets_ms[0] == 0
    assert list(info.onsets_ms) == sorted(set(info.onsets_ms))
    assert 0 <= info.hit_ms <= info.hit_ms + info.onsets_ms[-1] < info.length_ms


@pytest.mark.parametrize("caption", [info.caption for info in SOUNDS.values()] + [info.caption for info in MOODS.values()])
def test_captions_fit_on_one_line_with_their_brackets(caption):
    assert len(f"[{caption}]") <= 37
    assert caption == caption.strip("[]. ")


def test_only_quiet_moods_have_nothing_to_caption():
    assert {name for name, info in MOODS.items() if not info.caption} == QUIET


def test_sounds_are_told_apart_by_their_captions():
    captions = [info.caption for info in SOUNDS.values()]
    assert len(set(captions)) == len(captions)


def test_the_knock_is_tum_ta_ta_tum_tum_on_the_frames_of_the_groove():
    assert [onset / 40 for onset in SOUNDS["knock"].onsets_ms] == [0, 16, 24, 32, 48]
