"""The picture of an open caption: whole letters, in their place, with contrast."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageColor
from strategies import campaign

from animkit.captions import picture
from animkit.captions.cue import Cue
from animkit.captions.picture import cue_picture
from animkit.findings import ExitCode, Refused

THEME, PROFILE = campaign().theme, campaign().profile
CUE = Cue(
    start=0, end=50, rows=("Next come another app, and a secret.", "That cuts you off from help."), shot="curtain", line_id="curtain.1"
)
LABELLED = replace(CUE, rows=("I believe you.",), speaker="Miss Noor", labelled=True)


def luminance(colour):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (854, 480), (1080, 1920), (1080, 1080), (480, 854)])
def test_words_lie_in_the_safe_area_and_their_box_on_whole_pixels_of_colour(width, height):
    rows = CUE.rows if width > height * 1.5 else ("Mum wants some warm welcomings", "and a secret.")
    rgba, left, top = cue_picture(replace(CUE, rows=rows), THEME, width, height)
    high, wide, channels = rgba.shape
    assert (channels, rgba.dtype) == (4, np.uint8)
    assert left % 2 == top % 2 == wide % 2 == high % 2 == 0
    ink = np.flatnonzero((rgba[..., :3] > 128).all(axis=-1).any(axis=0))
    bottom = top + high
    words_left, words_right = left + ink[0], left + ink[-1] + 1
    assert words_left >= width * PROFILE.captions.safe_area_share
    if height > width:
        assert words_right <= width * (1 - PROFILE.captions.portrait_free_right_share)
        assert bottom <= height * (1 - PROFILE.captions.portrait_free_bottom_share)
    else:
        assert words_right <= width * (1 - PROFILE.captions.safe_area_share)
        assert bottom <= height * (1 - PROFILE.captions.safe_area_share)


def test_two_rows_fill_the_caption_band_and_one_row_its_lower_half():
    band = THEME["caption_band_px"]
    rgba, _, top = cue_picture(CUE, THEME, 1920, 1080)
    assert band[0] <= top < band[0] + 10
    assert top + rgba.shape[0] == band[1]
    single, _, one_top = cue_picture(replace(CUE, rows=CUE.rows[:1]), THEME, 1920, 1080)
    assert one_top + single.shape[0] == band[1]
    assert single.shape[0] < rgba.shape[0]


def test_words_stand_out_over_any_picture():
    rgba, _, _ = cue_picture(LABELLED, THEME, 1920, 1080)
    box = rgba[rgba.shape[0] // 2, 10]
    assert box[3] == round(255 * 0.94)
    over_white = [int(c) * 0.94 + 255 * 0.06 for c in box[:3]]
    for colour in ("white", "mustard"):
        inks = ImageColor.getrgb(THEME["colours"][colour])
        assert (rgba[..., :3] == inks).all(axis=-1).sum() > 100
        assert contrast(inks, over_white) >= PROFILE.captions.contrast


def test_corners_are_round_and_clear():
    rgba, _, _ = cue_picture(CUE, THEME, 1920, 1080)
    assert rgba[0, 0, 3] == rgba[-1, -1, 3] == 0
    assert rgba[0, 40, 3] == rgba[40, 0, 3] == 240


def test_words_are_large_enough_and_whole():
    rgba, _, _ = cue_picture(replace(CUE, rows=("HHH",)), THEME, 1920, 1080)
    ink = (rgba[..., :3] > 128).all(axis=-1)
    rows = np.flatnonzero(ink.any(axis=1))
    assert rows[-1] - rows[0] + 1 >= 0.65 * 1080 / PROFILE.captions.size_parts  # A capital is about 0.67 of the size.
    columns = np.flatnonzero(ink.any(axis=0))
    assert columns[0] >= 20
    assert columns[-1] < rgba.shape[1] - 20


def test_a_label_has_a_colour_of_its_own_and_comes_first():
    with_label, _, _ = cue_picture(LABELLED, THEME, 1920, 1080)
    without, _, _ = cue_picture(replace(LABELLED, labelled=False), THEME, 1920, 1080)
    mustard = (with_label[..., :3] == ImageColor.getrgb(THEME["colours"]["mustard"])).all(axis=-1)
    assert np.flatnonzero(mustard.any(axis=0))[-1] < with_label.shape[1] * 0.5
    assert with_label.shape[1] > without.shape[1]


def test_the_same_cue_gives_the_same_pixels():
    assert np.array_equal(cue_picture(CUE, THEME, 1280, 720)[0], cue_picture(CUE, THEME, 1280, 720)[0])


def test_a_letter_of_another_alphabet_comes_from_a_font_that_has_it():
    rgba, _, _ = cue_picture(replace(CUE, rows=("Привіт.",)), THEME, 1920, 1080, language="uk")
    assert (rgba[..., :3] == 255).all(axis=-1).sum() > 100


@pytest.mark.parametrize("text", ["Stop 🛑 now", "مرحبا.", "停止"])
def test_a_letter_that_no_font_has_is_refused(text):
    with pytest.raises(Refused) as refusal:
        cue_picture(replace(CUE, rows=(text,)), THEME, 1920, 1080)
    (finding,) = refusal.value.findings
    assert (finding.code, finding.exit_code) == ("caption-glyph", ExitCode.REFUSED)
    assert "U+" in finding.what


def test_a_row_without_room_is_refused():
    with pytest.raises(Refused, match="wider than the picture's safe area"):
        cue_picture(replace(CUE, rows=("W" * 37,)), THEME, 1080, 1920)


def test_a_row_that_is_a_little_too_wide_is_set_smaller():
    rows = ("Mum wants some warm welcomings",)
    rgba, _, _ = cue_picture(replace(CUE, rows=rows), THEME, 1080, 1920)
    usual, _, _ = cue_picture(replace(CUE, rows=("Stop.",)), THEME, 1080, 1920)
    assert rgba.shape[0] < usual.shape[0]


def test_the_numbers_are_the_profiles():
    captions = PROFILE.captions
    assert captions.size_parts == picture.SMALLEST_PARTS
    assert captions.safe_area_share == picture.SAFE_AREA_SHARE
    assert captions.portrait_free_bottom_share == picture.PORTRAIT_FREE_BOTTOM_SHARE
    assert captions.portrait_free_right_share == pytest.approx(picture.PORTRAIT_FREE_RIGHT_SHARE, abs=1e-6)
