from collections.abc import Mapping
from typing import Any

import pytest

from animkit.campaign.project import CHECKOUT
from animkit.drawing.people.look import Look
from animkit.drawing.theme import Theme
from animkit.findings import Refused


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"head": "turbann"}, "maya: there is no head 'turbann'; did you mean 'turban'"),
        ({"head": "bun2", "glases": "glasses"}, "maya: there is no look 'glases'; did you mean 'glasses'"),
        ({"head": "bun2", "glasses": "monocle"}, "maya: there is no glasses 'monocle'"),
        ({"head": "bun2", "build": "teenager"}, "maya: there is no build 'teenager'; did you mean 'teen'"),
        ({"head": "bun2", "skin": "#694D3D"}, r"contrast 2\.\d to 1, and a face needs 3"),
        ({"head": "bun2", "skin": "skin_green"}, "the theme has no colour 'skin_green'"),
        ({}, "maya has no head to be drawn with"),
    ],
)
def test_a_look_that_cannot_be_drawn_is_refused(theme: Theme, values: Mapping[str, Any], message: str) -> None:
    with pytest.raises(Refused, match=message):
        Look.of("maya", values, theme)


def test_everyone_of_the_cast_can_be_drawn_and_nobody_twice(theme: Theme) -> None:
    import yaml

    cast = yaml.safe_load((CHECKOUT / "assets/cast/cast.yaml").read_text(encoding="utf-8"))
    looks = [Look.of(name, entry["look"], theme) for name, entry in cast.items() if "look" in entry]
    assert len(looks) >= 11
    assert len({(look.head, look.clothes) for look in looks}) == len(looks)


def test_nobody_wears_the_colours_of_signs_and_help(theme: Theme) -> None:
    import yaml

    cast = yaml.safe_load((CHECKOUT / "assets/cast/cast.yaml").read_text(encoding="utf-8"))
    worn = {value for entry in cast.values() for key, value in entry.get("look", {}).items() if key in ("clothes", "accent", "scarf")}
    assert not worn & {"sign", "help", "help_dark", "help_light"}
    assert worn <= set(theme.colours)
