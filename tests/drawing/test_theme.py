from pathlib import Path

import pytest
import yaml

from animkit.drawing.colour import contrast, mix
from animkit.drawing.theme import Theme
from animkit.findings import Refused

SKINS = ("skin_fair", "skin_tan", "skin_brown", "skin_deep", "skin_dark")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_a_mix_lies_between_its_colours() -> None:
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#FF7F61", "#FFFFFF", 0.0) == "#FF7F61"


@pytest.mark.parametrize("skin", SKINS)
def test_ink_stands_out_on_every_skin(theme: Theme, skin: str) -> None:
    assert contrast(theme.colour("ink"), theme.colour(skin)) >= 3.0


@pytest.mark.parametrize(
    "ground", ["sign", "lilac", "pause", "mustard", "lavender", "mist", "help_light", "paper", "white", "sand", "glow"]
)
def test_ink_can_be_read_on_every_light_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.colour("ink"), theme.colour(ground)) >= 7.0


@pytest.mark.parametrize("ground", ["dusk", "help_dark", "ink", "night"])
def test_white_can_be_read_on_every_dark_ground(theme: Theme, ground: str) -> None:
    assert contrast(theme.colour("white"), theme.colour(ground)) >= 7.0


def test_an_unknown_colour_names_the_nearest(theme: Theme) -> None:
    with pytest.raises(Refused, match="no colour 'lavendar'; did you mean 'lavender'"):
        theme.colour("lavendar")


def test_an_unknown_style_names_the_nearest(theme: Theme) -> None:
    with pytest.raises(Refused, match="no type style 'headlin'; did you mean 'headline'"):
        theme.style("headlin")


def test_a_theme_without_colours_is_refused() -> None:
    with pytest.raises(Refused, match="lacks or misspells 'colours'"):
        Theme.of({"name": "bare", "caption_band_px": (858, 1026)})


def test_key_styles_are_large_enough(theme: Theme) -> None:
    assert all(style.size_px >= 54 for style in theme.styles.values() if style.key)


def test_the_theme_file_names_colours_in_full() -> None:
    colours = yaml.safe_load((Path(__file__).resolve().parents[2] / "assets/themes/campaign.yaml").read_text(encoding="utf-8"))["colours"]
    assert all(len(colour) == 7 and colour.startswith("#") for colour in colours.values())
